//! What a flow is: steps of the gateway's own, and the page's own request as the last one. All of it is decided before
//! Janus gets anything.

use std::collections::VecDeque;

use bifrons::Id;
use serde_json::{Map, Value, json};

use super::declared::Flow;
use crate::core::decision::{Allowed, Asking, check_ban, named};
use crate::core::definitions::{Plugin, Request, plugin};
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};
use crate::core::relay::Settings;
use crate::core::relay::at_handle::{Decided, Described};
use crate::core::rights::enters;

type Body = Map<String, Value>;

/// VideoRoom's error: there is such a room already.
const ROOM_EXISTS: i64 = 427;

/// The flows of the gateway itself.
pub const BUILT_IN_FLOWS: [&str; 3] = ["call", "enter", "watch"];

/// A flow of a page that may go on.
pub(crate) struct Plan {
    pub plugin: &'static Plugin,
    pub steps: VecDeque<Step>,
    /// The rooms and mountpoints that the steps enter.
    pub entered: Vec<Id>,
    pub last: Decided,
}

/// A request that comes before the page's own.
#[derive(Default)]
pub(crate) struct Step {
    pub request: Option<&'static Request>,
    pub body: Body,
    /// The plugin's errors with which the flow goes on.
    pub tolerate: Vec<i64>,
    /// The event that ends the step; without it the response does.
    pub until: Option<String>,
    /// The events with which it fails.
    pub fails: Vec<String>,
    /// The request that undoes it.
    pub undo: Option<Body>,
    /// What is asked in its place if the user may create no more rooms: whether the room exists.
    pub at_limit: Option<Body>,
}

/// The name of a flow for metrics and for the host application: names of the configuration are `declared`.
pub(super) fn shown(settings: &Settings, name: &str) -> &'static str {
    let built_in = BUILT_IN_FLOWS.into_iter().find(|built_in| *built_in == name);
    let is_declared = settings.flows.iter().any(|flow| flow.name == name);
    built_in.unwrap_or(if is_declared { "declared" } else { "other" })
}

/// Decides about all requests of the flow that the body names.
///
/// # Errors
/// Why one of them is refused.
pub(crate) fn plan(
    settings: &Settings,
    who: &Identity,
    jsep: Option<Described<'_>>,
    body: Body,
) -> Result<Plan, Refusal> {
    let name = body.get("request").and_then(Value::as_str).unwrap_or_default();
    if let Some(flow) = settings.flows.iter().find(|flow| flow.name == name) {
        return Planner::new(settings, who, flow.plugin()?).declared(flow, jsep, &body);
    }
    let planner = |package| Ok(Planner::new(settings, who, known(package)?));
    match name {
        "enter" => planner("janus.plugin.videoroom")?.enter(jsep, body),
        "watch" if body.contains_key("room") => planner("janus.plugin.videoroom")?.subscribe(jsep, body),
        "watch" if body.contains_key("id") => planner("janus.plugin.streaming")?.watch(jsep, body),
        "watch" => Err(missing("id|room")),
        "call" if body.contains_key("uri") => planner("janus.plugin.sip")?.call_by_sip(jsep, body),
        "call" if body.contains_key("username") => planner("janus.plugin.videocall")?.call(jsep, body),
        "call" => Err(missing("uri|username")),
        _ => Err(Refusal::new(
            Cause::UnknownRequest,
            "the plugin flow has the requests call, enter, watch, and those of the configuration; this is none of them",
        )),
    }
}

impl Plan {
    /// How many rooms and mountpoints it may create.
    pub(super) fn count_created(&self) -> usize {
        let of_steps = self.steps.iter().filter_map(|step| step.request);
        of_steps.filter(|request| request.creates()).count() + usize::from(self.last.allowed.creates())
    }
}

/// Decides about one request after the other.
struct Planner<'a> {
    settings: &'a Settings,
    who: &'a Identity,
    plugin: &'static Plugin,
    steps: VecDeque<Step>,
    entered: Vec<Id>,
}

impl<'a> Planner<'a> {
    const fn new(settings: &'a Settings, who: &'a Identity, plugin: &'static Plugin) -> Self {
        Self { settings, who, plugin, steps: VecDeque::new(), entered: Vec::new() }
    }

    fn enter(mut self, jsep: Option<Described<'_>>, mut body: Body) -> Result<Plan, Refusal> {
        body.extend(object(json!({ "request": "joinandconfigure", "ptype": "publisher" })));
        let last = self.decide(jsep, body)?;
        let preset = self.who.preset(last.allowed.id.as_ref());
        if let Some(preset) = preset.and_then(|name| self.settings.presets.get(name)) {
            let room = last.allowed.id.as_ref().ok_or_else(|| missing("room"))?;
            let about = |request: &str| object(json!({ "request": request, "room": room }));
            let mut create = preset.clone();
            create.extend(about("create"));
            let step = Step {
                tolerate: vec![ROOM_EXISTS],
                undo: Some(about("destroy")),
                at_limit: Some(self.with_keys(about("exists"))),
                ..Step::default()
            };
            self.add_own(step, create);
        }
        Ok(self.end(last))
    }

    fn subscribe(self, jsep: Option<Described<'_>>, mut body: Body) -> Result<Plan, Refusal> {
        body.extend(object(json!({ "request": "join", "ptype": "subscriber" })));
        let last = self.decide(jsep, body)?;
        Ok(self.end(last))
    }

    fn watch(self, jsep: Option<Described<'_>>, body: Body) -> Result<Plan, Refusal> {
        let last = self.decide(jsep, body)?;
        Ok(self.end(last))
    }

    fn call(mut self, jsep: Option<Described<'_>>, mut body: Body) -> Result<Plan, Refusal> {
        let name = body.remove("as").ok_or_else(|| missing("as"))?;
        self.add_decided(Step::default(), object(json!({ "request": "register", "username": name })))?;
        let last = self.decide(jsep, body)?;
        Ok(self.end(last))
    }

    fn call_by_sip(mut self, jsep: Option<Described<'_>>, mut body: Body) -> Result<Plan, Refusal> {
        let Value::Object(mut register) = body.remove("register").ok_or_else(|| missing("register"))? else {
            return Err(Refusal::new(Cause::WrongType, "the field register is not an object"));
        };
        register.insert("request".to_owned(), "register".into());
        let step = Step {
            until: Some("registered".to_owned()),
            fails: vec!["registration_failed".to_owned()],
            ..Step::default()
        };
        self.add_decided(step, register)?;
        let last = self.decide(jsep, body)?;
        Ok(self.end(last))
    }

    fn declared(mut self, flow: &Flow, jsep: Option<Described<'_>>, body: &Body) -> Result<Plan, Refusal> {
        if !flow.is_for(self.who) {
            let text = format!("the flow {} is not for this user", flow.name);
            return Err(Refusal::new(Cause::NotGranted, text));
        }
        for of in &flow.steps {
            let undo = of.undo.as_ref().map(|undo| flow.fill(undo, self.who, body, true)).transpose()?;
            let (tolerate, until, fails) = (of.tolerate.clone(), of.until.clone(), of.fails.clone());
            let step = Step { tolerate, until, fails, undo, ..Step::default() };
            let request = flow.fill(&of.request, self.who, body, of.allowed)?;
            match of.allowed {
                true => self.add_allowed(step, request)?,
                false => self.add_decided(step, request)?,
            }
        }
        let mut last = flow.fill(&flow.last, self.who, body, false)?;
        for name in flow.pass.iter().map(String::as_str).chain(["app"]) {
            if let (Some(value), false) = (body.get(name), last.contains_key(name)) {
                last.insert(name.to_owned(), value.clone());
            }
        }
        let last = self.decide(jsep, last)?;
        Ok(self.end(last))
    }

    fn decide(&self, jsep: Option<Described<'_>>, body: Body) -> Result<Decided, Refusal> {
        self.settings.decide(self.who, self.plugin, &self.entered, jsep, body)
    }

    /// Adds a step that is decided as if the page had sent it.
    fn add_decided(&mut self, step: Step, body: Body) -> Result<(), Refusal> {
        let Allowed { request, body, id, .. } = self.decide(None, body)?.allowed;
        self.note_entered(request, id);
        self.push(Step { request, body, ..step });
        Ok(())
    }

    /// Adds a step that is the operator's own word.
    fn add_allowed(&mut self, step: Step, body: Body) -> Result<(), Refusal> {
        let request = self.plugin.request(&body);
        let id = request.and_then(|request| named(request, &body));
        let asking = Asking {
            grants: &self.who.grants,
            at_most: None,
            keys: &self.settings.keys,
            plugin: self.plugin,
            entered: &self.entered,
            banned: &self.who.banned,
            offer: None,
        };
        check_ban(&asking, id.as_ref())?;
        self.note_entered(request, id);
        self.add_own(step, body);
        Ok(())
    }

    fn add_own(&mut self, step: Step, body: Body) {
        let request = self.plugin.request(&body);
        let body = self.with_keys(body);
        self.push(Step { request, body, ..step });
    }

    fn push(&mut self, step: Step) {
        let undo = step.undo.map(|undo| self.with_keys(undo));
        self.steps.push_back(Step { undo, ..step });
    }

    fn note_entered(&mut self, request: Option<&'static Request>, id: Option<Id>) {
        let enters = request.is_some_and(|request| enters(self.plugin, request));
        self.entered.extend(id.filter(|_| enters));
    }

    fn with_keys(&self, mut body: Body) -> Body {
        if let Some(request) = self.plugin.request(&body) {
            let id = named(request, &body);
            self.settings.keys.add_to((self.plugin, request), &mut body, id.as_ref());
        }
        body
    }

    fn end(self, last: Decided) -> Plan {
        Plan { plugin: self.plugin, steps: self.steps, entered: self.entered, last }
    }
}

fn known(package: &str) -> Result<&'static Plugin, Refusal> {
    plugin(package).ok_or_else(|| Refusal::new(Cause::UnknownPlugin, package.to_owned()))
}

fn object(value: Value) -> Body {
    match value {
        Value::Object(object) => object,
        _ => Body::new(),
    }
}

fn missing(names: &str) -> Refusal {
    Refusal::new(Cause::BadRequest, format!("Missing mandatory element ({names})"))
}
