//! A flow on its way: a handle is attached, the steps are carried out, and the page's own request goes to Janus.

use std::sync::Arc;

use bifrons::Error;
use bifrons::engine::{Completion, Created, HandleKey, Reply, RequestId, RequestOptions};
use serde_json::{Map, Value};

use super::At;
use super::outcome::{Outcome, is_there};
use super::plan::{Plan, Step};
use super::state::{Last, gone};
use super::undo::{Ending, Undoing};
use crate::core::identity::Identity;
use crate::core::limits::Held;
use crate::core::offer::Kinds;
use crate::core::refusal::{Cause, Refusal};
use crate::core::relay::answer::About;
use crate::core::relay::at_handle::Place;
use crate::core::relay::at_session::no_session;
use crate::core::relay::consult::undecided;
use crate::core::relay::created::RoomChange;
use crate::core::relay::from_janus::failed;
use crate::core::relay::sessions::Handle;
use crate::core::relay::upstream::Text;
use crate::core::relay::{Asked, Gateway, PageId, Pending, RequestKind, Verdict};

/// A flow of a page. It goes from one request at Janus to the next with what is asked for, so that each response finds it,
/// whatever has become of the page meanwhile.
pub(in crate::core::relay) struct Running {
    pub at: At,
    pub upstream: usize,
    pub page: PageId,
    pub who: Arc<Identity>,
    pub kind: RequestKind,
    pub about: About,
    pub plan: Plan,
    /// It counts as one of the user's handles.
    pub held: Held,
    /// What undoes the steps that are done.
    pub undos: Vec<Map<String, Value>>,
    /// The responses to the steps that are done: they may say that the user is in a room.
    pub seen: Vec<Text>,
    /// Why it has asked whether the room exists, in place of creating it.
    pub at_limit: Option<Refusal>,
}

/// A step that is at Janus.
pub(in crate::core::relay) struct Sent {
    running: Box<Running>,
    key: HandleKey,
    step: Step,
    room: Option<RoomChange>,
}

/// What Janus has responded, or reported.
type Response = Result<Reply<Text>, Error>;

impl Gateway {
    /// The host application has decided about a flow.
    pub(in crate::core::relay) fn on_flow_verdict(&mut self, mut running: Box<Running>, verdict: Verdict) {
        if let Err(refusal) = self.may_go_on_with(&running) {
            return self.end_unattached(*running, Err(refusal));
        }
        match verdict {
            Verdict::Allow => {}
            Verdict::Change(body) => running.plan.last.allowed.body = body,
            Verdict::Respond(data) => {
                let about = About { sender: Some(running.at.1), ..running.about.clone() };
                let response = about.of_plugin(running.plan.plugin.package, data);
                return self.end_unattached(*running, Ok(response));
            }
            Verdict::Refuse { code, reason } => {
                let refusal = Refusal::new(Cause::ByApplication, reason).with_code(code);
                return self.end_unattached(*running, Err(refusal));
            }
            Verdict::Undecided { .. } => return self.end_unattached(*running, Err(undecided())),
        }
        self.attach_for_flow(running);
    }

    pub(in crate::core::relay) fn attach_for_flow(&mut self, running: Box<Running>) {
        let Some(session) = self.sessions.get(running.at.0).map(|session| session.key) else {
            let refusal = no_session(running.at.0);
            return self.end_unattached(*running, Err(refusal));
        };
        let package = running.plan.plugin.package;
        let sent = self.upstreams[running.upstream].attach(self.now, session, package, None);
        self.expect(running.upstream, sent, running.page, running.about.clone(), Asked::FlowHandle(running));
    }

    /// A handle was attached for the flow, or not.
    pub(in crate::core::relay) fn on_flow_handle(&mut self, running: Box<Running>, result: Response) {
        match result.map(|reply| reply.created) {
            Ok(Some(Created::Handle(key, _))) => {
                self.upstreams[running.upstream].engine.flow(key);
                self.next_step(running, key);
            }
            result => {
                let response = result.err().map(|error| failed(&running.about, &error));
                self.end_unattached(*running, Ok(response.unwrap_or_default()));
            }
        }
    }

    fn next_step(&mut self, mut running: Box<Running>, key: HandleKey) {
        if let Err(refusal) = self.may_go_on_with(&running) {
            return self.fail(*running, key, Err(refusal));
        }
        let Some(mut step) = running.plan.steps.pop_front() else { return self.send_last(*running, key) };
        let plugin = running.plan.plugin;
        let room = match self.room_change(&running.who, plugin, step.request, &step.body) {
            Ok(room) => room,
            Err(refusal) => match step.at_limit.take() {
                // A user who may create no more may enter what is there.
                Some(body) => {
                    running.at_limit = Some(refusal);
                    step = Step { body, ..Step::default() };
                    None
                }
                None => return self.fail(*running, key, Err(refusal)),
            },
        };
        let completion = match step.until {
            Some(_) => Completion::Uncorrelated,
            None => Completion::FirstEvent,
        };
        let (upstream, page, about) = (running.upstream, running.page, running.about.clone());
        let sent = self.ask_directly(upstream, key, step.body.clone(), completion);
        let what = Asked::FlowStep(Box::new(Sent { running, key, step, room }));
        self.expect(upstream, sent, page, about, what);
    }

    /// An event of Janus that may end a step which waits for one.
    pub(in crate::core::relay) fn on_flow_event(
        &mut self,
        upstream: usize,
        requests: &[RequestId],
        handle: HandleKey,
        message: Text,
    ) {
        let ended = requests.iter().find(|request| match self.pending.get(&(upstream, **request)) {
            Some(Pending { what: Asked::FlowStep(sent), .. }) => sent.is_ended_by(&message),
            _ => false,
        });
        let Some(request) = ended else {
            return self.upstreams[upstream].engine.provisional(handle, message);
        };
        self.upstreams[upstream].engine.settle(*request);
        self.on_reply(upstream, *request, Ok(Reply { message: Some(message), created: None }));
    }

    /// Janus has carried out a step, or not.
    pub(in crate::core::relay) fn on_flow_step(&mut self, sent: Sent, result: Response) {
        let Sent { mut running, key, step, room } = sent;
        let plugin = running.plan.plugin;
        if let Some(room) = room {
            self.settle_room(plugin.name, room, &result);
        }
        let message = match result {
            Ok(reply) => reply.message,
            Err(error) => {
                let response = failed(&running.about, &error);
                return self.fail(*running, key, Ok(response));
            }
        };
        let text = message.as_deref().unwrap_or_default();
        self.note_created(running.at.0, plugin.name, text);
        let refusal = running.at_limit.take().filter(|_| !is_there(text));
        match (step.outcome(plugin.name, text), refusal) {
            (_, Some(refusal)) => self.fail(*running, key, Err(refusal)),
            (Some(Outcome::Failed { code, reason }), None) => {
                let response = running.about.error(code, &reason);
                self.fail(*running, key, Ok(response));
            }
            (outcome, None) => {
                if !matches!(outcome, Some(Outcome::Tolerated)) {
                    running.undos.extend(step.undo);
                    running.seen.extend(message);
                }
                self.next_step(running, key);
            }
        }
    }

    /// The last step: what the page has asked for is an ordinary request now.
    fn send_last(&mut self, running: Running, key: HandleKey) {
        let Running { at, upstream, page, who, kind, about, plan, held, undos, seen, .. } = running;
        let Plan { plugin, entered, last, .. } = plan;
        let handle = Handle { key, plugin, entered, published: Kinds::default(), _held: held };
        self.sessions.become_handle(at, handle);
        self.note_for_record(at.0);
        seen.iter().for_each(|text| self.note_presence(at, text));
        let place = Place { session: at.0, handle: at.1, upstream, key, plugin };
        let passed_on = self.pass_on(page, &place, &who, last, &about);
        let last = Last { number: self.next_transaction, undos };
        match passed_on {
            Ok(()) => {
                self.sessions.set_last(at, last);
                self.finish(page, kind, &about, Ok(()));
                self.resume(page);
            }
            Err(refusal) => {
                let ending = Ending::Response { page, kind, about, response: Err(refusal) };
                self.undo_last(at, last, ending);
            }
        }
    }

    /// A step has failed: undoes those before, and responds to the page.
    fn fail(&mut self, running: Running, key: HandleKey, response: Result<String, Refusal>) {
        let Running { at, upstream, page, kind, about, plan, held, undos, .. } = running;
        let ending = Ending::Response { page, kind, about, response };
        self.undo(Undoing { at, upstream, key, plugin: plan.plugin, held, left: undos, ending });
    }

    fn end_unattached(&mut self, running: Running, response: Result<String, Refusal>) {
        let Running { at, page, kind, about, held, .. } = running;
        self.sessions.end_flow(at, held);
        self.end_with(at, Ending::Response { page, kind, about, response });
    }

    /// Whether the page may still do what was decided, and its handle is there.
    fn may_go_on_with(&mut self, running: &Running) -> Result<(), Refusal> {
        self.own_session(running.page, running.at.0)?;
        let who = self.identity(running.page)?;
        if !self.sessions.has_flow(running.at) {
            return Err(gone());
        }
        match Arc::ptr_eq(&who, &running.who) {
            true => Ok(()),
            false => {
                let text = "what the user may do has changed meanwhile; try again";
                Err(Refusal::new(Cause::NotGranted, text))
            }
        }
    }

    /// Sends a request of the gateway's own.
    pub(super) fn ask_directly(
        &mut self,
        upstream: usize,
        key: HandleKey,
        body: Map<String, Value>,
        completion: Completion,
    ) -> RequestId {
        let members = format!("\"body\":{}", Value::Object(body));
        let options = RequestOptions { completion, ..RequestOptions::default() };
        self.upstreams[upstream].engine.message(self.now, key, members, options)
    }
}

impl Sent {
    fn is_ended_by(&self, text: &str) -> bool {
        self.step.outcome(self.running.plan.plugin.name, text).is_some()
    }
}
