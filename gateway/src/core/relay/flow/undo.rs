//! What is done is undone: the latest step first, one after the other, since Janus may carry out requests in another
//! order. Then the handle is a flow handle again, and its page learns why.

use bifrons::Error;
use bifrons::engine::{Completion, HandleKey, Reply, RequestOptions, Target};
use bifrons::wire::Verb;
use serde_json::{Map, Value};

use super::At;
use super::outcome::error_of;
use super::state::Last;
use crate::core::definitions::Plugin;
use crate::core::limits::Held;
use crate::core::refusal::Refusal;
use crate::core::relay::answer::About;
use crate::core::relay::created::RoomChange;
use crate::core::relay::sessions::Handle;
use crate::core::relay::upstream::Text;
use crate::core::relay::{Asked, EventOf, Gateway, PageId, RequestKind, transaction};

/// A flow that is being undone.
pub(in crate::core::relay) struct Undoing {
    pub at: At,
    pub upstream: usize,
    pub key: HandleKey,
    pub plugin: &'static Plugin,
    pub held: Held,
    /// The requests that are left; the last one comes next.
    pub left: Vec<Map<String, Value>>,
    pub ending: Ending,
}

/// What the page gets once all is undone.
pub(in crate::core::relay) enum Ending {
    /// Its request waits for this response.
    Response { page: PageId, kind: RequestKind, about: About, response: Result<String, Refusal> },
    /// The response of the last request.
    Message(PageId, String),
    /// The event of the last request, which goes to the page of the session.
    Event(Option<(String, EventOf)>),
}

impl Gateway {
    /// Goes on to undo a flow.
    pub(super) fn undo(&mut self, mut undoing: Undoing) {
        let Some(body) = undoing.left.pop() else { return self.end_undone(undoing) };
        let Undoing { upstream, key, plugin, .. } = undoing;
        let room = RoomChange::destroying(plugin.request(&body), &body);
        let sent = self.ask_directly(upstream, key, body, Completion::FirstEvent);
        // No page waits for the response.
        let what = Asked::FlowUndone(Box::new(undoing), room);
        self.expect(upstream, sent, PageId(0), About::default(), what);
    }

    /// Janus has responded to a request that undoes a step. Whatever it is, nothing more can be done about the step.
    pub(in crate::core::relay) fn on_flow_undone(
        &mut self,
        undoing: Undoing,
        room: Option<RoomChange>,
        result: &Result<Reply<Text>, Error>,
    ) {
        if let Some(room) = room {
            self.settle_room(undoing.plugin.name, room, result);
        }
        self.undo(undoing);
    }

    fn end_undone(&mut self, undoing: Undoing) {
        let Undoing { at, upstream, key, held, ending, .. } = undoing;
        let engine = &mut self.upstreams[upstream].engine;
        engine.request(self.now, Target::Handle(key), Verb::Detach, None, RequestOptions::default());
        self.sessions.end_flow(at, held);
        self.end_with(at, ending);
    }

    pub(super) fn end_with(&mut self, at: At, ending: Ending) {
        match ending {
            Ending::Response { page, kind, about, response } => {
                match response {
                    Ok(response) => {
                        self.finish(page, kind, &about, Ok(()));
                        self.send(page, response);
                    }
                    Err(refusal) => self.finish(page, kind, &about, Err(refusal)),
                }
                self.resume(page);
            }
            Ending::Message(page, text) => self.send(page, text),
            Ending::Event(Some((text, of))) => self.send_event(at.0, text, of),
            Ending::Event(None) => {}
        }
    }

    /// Undoes the flow whose last request this response refuses: the page gets the response once the flow is undone. Returns
    /// any other response.
    pub(in crate::core::relay) fn end_flow_with(
        &mut self,
        at: At,
        number: u64,
        response: (PageId, String, bool),
    ) -> Option<String> {
        let (page, text, is_refusal) = response;
        match self.sessions.take_last(at, || Some(number)) {
            Some(last) if is_refusal => self.undo_last(at, last, Ending::Message(page, text)),
            _ => return Some(text),
        }
        None
    }

    /// Undoes the flow whose last request this event refuses, and returns whether it refuses one: the page gets the event
    /// once the flow is undone.
    pub(in crate::core::relay) fn undo_if_refused(&mut self, at: At, text: &str) -> bool {
        let Some(last) = self.sessions.take_last(at, || transaction::number_in(text)) else { return false };
        let is_refusal = error_of(text).is_some();
        if is_refusal {
            let event = self.event_for_page(at, text);
            self.undo_last(at, last, Ending::Event(event));
        }
        is_refusal
    }

    pub(super) fn undo_last(&mut self, at: At, last: Last, ending: Ending) {
        let upstream = self.sessions.get(at.0).map(|session| session.upstream);
        match upstream.zip(self.sessions.become_flow(at)) {
            Some((upstream, Handle { key, plugin, _held: held, .. })) => {
                self.undo(Undoing { at, upstream, key, plugin, held, left: last.undos, ending });
            }
            None => self.end_with(at, ending),
        }
    }
}
