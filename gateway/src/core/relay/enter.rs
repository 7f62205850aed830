//! The flow `enter`: attach, make the room if it is absent, join and publish, all by one request of the page.
//!
//! A page attaches to the plugin `bifrons.plugin.flow`, and its handle becomes one of VideoRoom when it has entered. What
//! was done is undone if a later step fails: then the handle is what it was before.

use std::sync::Arc;

use bifrons::engine::{Completion, Created, HandleKey, Reply, RequestId, RequestOptions, Target};
use bifrons::wire::Verb;
use bifrons::{Error, Id};
use serde_json::{Map, Value, json};

use super::answer::About;
use super::at_handle::Decided;
use super::at_session::no_session;
use super::created::RoomChange;
use super::from_janus::failed;
use super::from_page::{Step, unhandled, unknown};
use super::request::{Head, PageRequest};
use super::sessions::Handle;
use super::upstream::Text;
use super::{Asked, Gateway, PageId, RequestKind};
use crate::core::definitions::{Plugin, plugin};
use crate::core::identity::Identity;
use crate::core::limits::{Class, Held};
use crate::core::offer::Kinds;
use crate::core::refusal::{Cause, Refusal};

/// The plugin to which pages attach for a flow.
pub static FLOW: Plugin = Plugin { name: "flow", package: "bifrons.plugin.flow", requests: &[], events: &[] };

/// The short name of VideoRoom.
pub(super) const VIDEO_ROOM: &str = "videoroom";

const PACKAGE: &str = "janus.plugin.videoroom";

/// VideoRoom's error: there is such a room already.
const ROOM_EXISTS: i64 = 427;

/// A handle of the flow plugin.
pub(super) enum Flow {
    /// Nothing was asked yet.
    Idle(Held),
    /// A handle of VideoRoom is being attached for it.
    Attaching(Held, Box<Entering>),
    /// It is a handle of VideoRoom, and the room is being made.
    Making(Box<Entering>),
    /// It asks to join; this room was made for it.
    Joining(Option<Id>),
}

/// A page that enters a room.
pub(super) struct Entering {
    page: PageId,
    who: Arc<Identity>,
    /// What is asked of VideoRoom.
    decided: Decided,
    kind: RequestKind,
    about: About,
    /// How the room is made if it is absent.
    preset: Option<Map<String, Value>>,
}

/// A handle of the flow plugin, by its session's id and its own.
type At = (u64, u64);

impl Gateway {
    pub(super) fn attach_flow(
        &mut self,
        page: PageId,
        session: u64,
        who: &Identity,
        about: &About,
    ) -> Result<(), Refusal> {
        let held = self.usages.handle(who, self.settings.limits.subject)?;
        let id = self.sessions.add_flow(session, Flow::Idle(held), &mut self.random);
        let id = id.ok_or_else(|| no_session(session))?;
        self.send(page, about.success(json!({ "id": id })));
        Ok(())
    }

    /// A request for a handle that has not entered yet.
    pub(super) fn at_flow(
        &mut self,
        page: PageId,
        at: At,
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        match &*head.verb {
            "message" => return self.enter(page, at, request, about, kind),
            "detach" => {
                self.sessions.take_flow(at);
                self.send(page, about.bare("success"));
            }
            "hangup" => self.send(page, about.bare("success")),
            "keepalive" => self.send(page, about.bare("ack")),
            verb @ ("attach" | "claim" | "destroy" | "trickle") => return Err(unhandled(verb)),
            verb => return Err(unknown(verb)),
        }
        Ok(Step::Done)
    }

    fn enter(
        &mut self,
        page: PageId,
        at: At,
        request: &PageRequest<'_>,
        about: &About,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        (kind.plugin, kind.request) = (FLOW.name, "other");
        let upstream = self.own_session(page, at.0)?;
        let who = self.identity(page)?;
        let mut body = request.body()?;
        if body.get("request").and_then(Value::as_str) != Some("enter") {
            return Err(Refusal::new(Cause::UnknownRequest, "the plugin flow has one request, enter"));
        }
        kind.request = "enter";
        body.insert("request".to_owned(), "joinandconfigure".into());
        body.insert("ptype".to_owned(), "publisher".into());
        let decided = self.decide(&who, video_room()?, &[], (request, body))?;
        let preset = who.preset(decided.allowed.id.as_ref());
        let preset = preset.and_then(|name| self.settings.presets.get(name)).cloned();
        if preset.is_some() {
            self.count(page, Class::Create)?;
        }
        let key = self.sessions.get(at.0).map(|session| session.key).ok_or_else(|| no_session(at.0))?;
        let entering = Entering { page, who, decided, kind: *kind, about: about.clone(), preset };
        match self.sessions.take_flow(at) {
            Some(Flow::Idle(held)) => {
                self.sessions.set_flow(at, Flow::Attaching(held, Box::new(entering)));
            }
            // Another connection of the same user has asked already; this one's messages do not wait for it.
            Some(flow) => {
                self.sessions.set_flow(at, flow);
                return Err(Refusal::new(Cause::WrongPath, "the handle is entering a room"));
            }
            None => return Err(Refusal::new(Cause::NoSuchHandle, "the handle is gone")),
        }
        let sent = self.upstreams[upstream].attach(self.now, key, PACKAGE, None);
        self.expect(upstream, sent, page, about.clone(), Asked::FlowHandle(at));
        if let Some(page) = self.pages.get_mut(&page) {
            page.is_waiting = true;
        }
        Ok(Step::Later)
    }

    /// A handle of VideoRoom was attached, or not.
    pub(super) fn on_flow_handle(
        &mut self,
        (upstream, page): (usize, PageId),
        at: At,
        about: &About,
        result: Result<Reply<Text>, Error>,
    ) {
        let created = result.map(|reply| reply.created);
        let (held, mut entering) = match self.sessions.take_flow(at) {
            Some(Flow::Attaching(held, entering)) => (held, entering),
            _ => {
                if let Ok(Some(Created::Handle(key, _))) = created {
                    self.detach(upstream, key);
                }
                return self.end_lost_entering(page, about);
            }
        };
        let (key, plugin) = match (created, video_room()) {
            (Ok(Some(Created::Handle(key, _))), Ok(plugin)) => (key, plugin),
            (result, _) => {
                self.sessions.set_flow(at, Flow::Idle(held));
                let response = result.err().map(|error| failed(&entering.about, &error));
                return self.end_entering(&entering, response.unwrap_or_default());
            }
        };
        let handle = Handle { key, plugin, entered: Vec::new(), published: Kinds::default(), _held: held };
        self.sessions.add_handle_as(at, handle);
        self.upstreams[upstream].engine.flow(key);
        match entering.preset.take() {
            Some(preset) => {
                let room = entering.decided.allowed.id.clone();
                let change = self.creating(&entering.who, VIDEO_ROOM, room.clone());
                self.sessions.set_flow(at, Flow::Making(entering));
                let body = match &change {
                    Ok(_) => self.room(preset, "create", room.as_ref()),
                    // A user who may create no more may enter what is there.
                    Err(_) => self.room(Map::new(), "exists", room.as_ref()),
                };
                let sent = self.ask_directly(upstream, key, body);
                self.expect(upstream, sent, page, about.clone(), Asked::FlowRoom(at, change));
            }
            None => self.join(at, *entering, None),
        }
    }

    /// The room was made, or is there, or can't be made.
    pub(super) fn on_flow_room(
        &mut self,
        page: PageId,
        at: At,
        about: &About,
        change: Result<RoomChange, Refusal>,
        result: Result<Reply<Text>, Error>,
    ) {
        let at_limit = match change {
            Ok(change) => {
                self.settle_room(VIDEO_ROOM, change, &result);
                None
            }
            Err(refusal) => Some(refusal),
        };
        let Some(Flow::Making(entering)) = self.sessions.take_flow(at) else {
            return self.end_lost_entering(page, about);
        };
        if let Ok(Some(text)) = result.as_ref().map(|reply| reply.message.as_deref()) {
            self.note_created(at.0, VIDEO_ROOM, text);
        }
        let exists = result.as_ref().is_ok_and(|reply| reply.message.as_deref().is_some_and(is_there));
        let error = result.map(|reply| reply.message.as_deref().and_then(error_of));
        let response = match error {
            Ok(_) if at_limit.is_some() && exists => return self.join(at, *entering, None),
            Ok(None) if at_limit.is_none() => {
                let made = entering.decided.allowed.id.clone();
                return self.join(at, *entering, made);
            }
            Ok(Some((ROOM_EXISTS, _))) => return self.join(at, *entering, None),
            Ok(error) => match (at_limit, error) {
                (Some(refusal), _) => entering.about.refusal(&refusal),
                (None, error) => {
                    let (code, reason) = error.unwrap_or_default();
                    entering.about.error(code, &reason)
                }
            },
            Err(error) => failed(&entering.about, &error),
        };
        self.sessions.set_flow(at, Flow::Joining(None));
        self.undo_entering(at);
        self.end_entering(&entering, response);
    }

    /// The last step: what the page has asked for is an ordinary request now.
    fn join(&mut self, at: At, entering: Entering, made: Option<Id>) {
        let Entering { page, who, decided, kind, about, .. } = entering;
        self.sessions.set_flow(at, Flow::Joining(made));
        let place = self.place(page, at).map(|(place, _)| place);
        match place.and_then(|place| self.go_on(page, place, who, decided, &about, &kind)) {
            Ok(Step::Done) => self.finish(page, kind, &about, Ok(())),
            Ok(_) => return,
            Err(refusal) => {
                self.undo_entering(at);
                self.finish(page, kind, &about, Err(refusal));
            }
        }
        self.resume(page);
    }

    /// The first event of a handle that has asked to join says whether it has.
    pub(super) fn note_flow_event(&mut self, at: At, text: &str) {
        match self.sessions.flow(at) {
            Some(Flow::Joining(_)) if error_of(text).is_some() => self.undo_entering(at),
            Some(Flow::Joining(_)) => drop(self.sessions.take_flow(at)),
            _ => {}
        }
    }

    /// Undoes what was done for a page that does not enter: the handle is what it was before.
    pub(super) fn undo_entering(&mut self, at: At) {
        let Some(Flow::Joining(made)) = self.sessions.take_flow(at) else { return };
        let Some(upstream) = self.sessions.get(at.0).map(|session| session.upstream) else { return };
        let Some(Handle { key, _held: held, .. }) = self.sessions.remove_handle(at.0, at.1) else { return };
        if let Some(room) = made {
            let body = self.room(Map::new(), "destroy", Some(&room));
            let sent = self.ask_directly(upstream, key, body);
            let undone = Asked::FlowUndone(RoomChange::Destroys(room));
            // No page waits for the response.
            self.expect(upstream, sent, PageId(0), About::default(), undone);
        }
        self.detach(upstream, key);
        self.sessions.set_flow(at, Flow::Idle(held));
    }

    /// Responds to a page that Janus has refused a step, and goes on with its next messages.
    fn end_entering(&mut self, entering: &Entering, response: String) {
        self.finish(entering.page, entering.kind, &entering.about, Ok(()));
        self.send(entering.page, response);
        self.resume(entering.page);
    }

    /// Responds to a page whose handle is gone: another connection has detached it meanwhile, or its session has ended.
    fn end_lost_entering(&mut self, page: PageId, about: &About) {
        let kind = RequestKind { verb: "message", plugin: FLOW.name, request: "enter", decision: "" };
        let refusal = Refusal::new(Cause::NoSuchHandle, "the handle is gone");
        self.finish(page, kind, about, Err(refusal));
        self.resume(page);
    }

    /// A request about the room of a flow, with the gateway's keys.
    fn room(&self, mut body: Map<String, Value>, verb: &str, room: Option<&Id>) -> Map<String, Value> {
        body.insert("request".to_owned(), verb.into());
        if let Some(room) = room {
            body.insert("room".to_owned(), json!(room));
        }
        for field in ["secret", "pin", "admin_key"] {
            if let Some(key) = self.settings.keys.find(VIDEO_ROOM, field, room) {
                body.insert(field.to_owned(), key.into());
            }
        }
        body
    }

    /// Sends a request of the gateway's own.
    fn ask_directly(&mut self, upstream: usize, key: HandleKey, body: Map<String, Value>) -> RequestId {
        let members = format!("\"body\":{}", Value::Object(body));
        let options = RequestOptions { completion: Completion::Direct, ..RequestOptions::default() };
        self.upstreams[upstream].engine.message(self.now, key, members, options)
    }

    pub(super) fn detach(&mut self, upstream: usize, key: HandleKey) {
        let engine = &mut self.upstreams[upstream].engine;
        engine.request(self.now, Target::Handle(key), Verb::Detach, None, RequestOptions::default());
    }
}

fn video_room() -> Result<&'static Plugin, Refusal> {
    plugin(PACKAGE).ok_or_else(|| Refusal::new(Cause::UnknownPlugin, PACKAGE))
}

/// Whether this is the response about a room that exists.
fn is_there(text: &str) -> bool {
    let message = serde_json::from_str::<Value>(text).unwrap_or_default();
    message["plugindata"]["data"]["exists"] == true
}

/// The error in a plugin's data.
pub(super) fn error_of(text: &str) -> Option<(i64, String)> {
    let message: Value = serde_json::from_str(text).ok()?;
    let data = message.get("plugindata")?.get("data")?;
    let reason = data.get("error").and_then(Value::as_str).unwrap_or_default();
    Some((data.get("error_code")?.as_i64()?, reason.to_owned()))
}
