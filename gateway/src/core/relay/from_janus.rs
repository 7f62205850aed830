//! What Janus responds and reports.

use std::sync::Arc;

use bifrons::engine::{
    Created, Disconnect, EndReason, Event, HandleKey, Output, Reply, RequestId, SessionKey,
};
use bifrons::wire::{Kind, parse};
use bifrons::{Error, ErrorCode};
use serde_json::{Map, Value, json};

use super::answer::About;
use super::at_session::no_session;
use super::expiry::Expiry;
use super::flow::error_of;
use super::rewrite::Rewrite;
use super::sessions::{Handle, Session};
use super::upstream::Text;
use super::{Action, Asked, EventOf, Gateway, PageId, Pending};
use crate::core::definitions::{Plugin, Request};
use crate::core::offer::Kinds;
use crate::core::redaction::{redact, remove_named, reveals};

impl Gateway {
    pub(super) fn on_output(&mut self, upstream: usize, output: Output<Text, String>) {
        match output {
            Output::Open { transport, address } => {
                self.actions.push_back(Action::OpenJanus { upstream, transport, address });
            }
            Output::Close { transport } => self.actions.push_back(Action::CloseJanus { upstream, transport }),
            Output::Probe { transport } => self.actions.push_back(Action::ProbeJanus { upstream, transport }),
            Output::Transmit { transport, transmit, .. } => {
                let text = transmit.text();
                self.actions.push_back(Action::SendJanus { upstream, transport, text });
            }
            Output::Connected { .. } | Output::Resumed { .. } => {
                self.set_connected(upstream, true);
                self.note_all_for_records(upstream);
            }
            Output::Reconnecting { .. } => self.set_connected(upstream, false),
            Output::Disconnected(how) => {
                self.set_connected(upstream, false);
                if matches!(how, Disconnect::Closed) {
                    return;
                }
                self.actions.push_back(Action::JanusLost { upstream, error: Arc::new(how.error()) });
            }
            Output::Reply { request, result } => self.on_reply(upstream, request, result),
            Output::Offer { requests, handle, message, .. } => {
                self.on_flow_event(upstream, &requests, handle, message);
            }
            Output::Event { handle, event } => self.on_event(upstream, handle, event),
            Output::SessionEnded { session, reason, .. } => self.on_session_ended(upstream, session, reason),
            _ => {}
        }
    }

    fn set_connected(&mut self, upstream: usize, is_connected: bool) {
        let entry = &mut self.upstreams[upstream];
        entry.is_connected = is_connected;
        entry.connects += u64::from(is_connected);
        self.actions.push_back(Action::ConnectionChanged);
    }

    pub(super) fn on_reply(
        &mut self,
        upstream: usize,
        request: RequestId,
        result: Result<Reply<Text>, Error>,
    ) {
        let Some(pending) = self.pending.remove(&(upstream, request)) else { return };
        let Pending { page, about, what, since } = pending;
        self.counters.response_times.add(self.now.since(since));
        let what = match what {
            Asked::Claim(session) => return self.on_claimed(upstream, session, result),
            Asked::Adopt(adopted) => return self.on_adopted(*adopted, &result),
            Asked::FlowHandle(running) => return self.on_flow_handle(running, result),
            Asked::FlowStep(sent) => return self.on_flow_step(*sent, result),
            Asked::FlowUndone(undoing, room) => return self.on_flow_undone(*undoing, room, &result),
            Asked::Message { number, plugin, request, by_rule, room: Some(change) } => {
                self.settle_room(plugin.name, change, &result);
                Asked::Message { number, plugin, request, by_rule, room: None }
            }
            what => what,
        };
        let reply = match result {
            Ok(reply) => reply,
            Err(error) => {
                let response = failed(&about, &error);
                return match what {
                    Asked::Message { number, .. } => self.respond(page, &about, number, response, true),
                    _ => self.send(page, response),
                };
            }
        };
        match (what, reply.created) {
            (Asked::Create(identity, held), Some(Created::Session(key, _))) => {
                let identity = match self.revocations.apply(&identity) {
                    Ok(identity) => identity,
                    Err(refusal) => {
                        self.upstreams[upstream].engine.forget(self.now, key);
                        return self.send(page, about.refusal(&refusal));
                    }
                };
                let Some(entry) = self.pages.get_mut(&page) else {
                    return self.upstreams[upstream].engine.forget(self.now, key);
                };
                let who = identity.clone();
                let expires = identity.expires;
                let created = Session::new((upstream, key), page, identity, held);
                let session = self.sessions.add(created, &mut self.random);
                self.counters.sessions_created += 1;
                entry.sessions.push(session);
                self.sessions.set_expiry(session, Expiry::Ahead, self.warn_at(expires));
                self.note_for_record(session);
                self.send(page, about.success(self.session_data(session, &who)));
                self.keep_for_polls(page, session);
            }
            (Asked::Attach(plugin, held), Some(Created::Handle(key, _))) => {
                let session = about.session.unwrap_or_default();
                let handle =
                    Handle { key, plugin, entered: Vec::new(), published: Kinds::default(), _held: held };
                let Some(id) = self.sessions.add_handle(session, handle, &mut self.random) else {
                    return self.send(page, about.refusal(&no_session(session)));
                };
                self.note_for_record(session);
                self.send(page, about.success(json!({ "id": id })));
                self.upstreams[upstream].engine.flow(key);
            }
            (Asked::Message { number, plugin, request, by_rule, .. }, _) => {
                let Some(text) = reply.message else { return };
                let session = about.session.unwrap_or_default();
                if request.is_some_and(|request| request.verb() == "create") {
                    self.note_created(session, plugin.name, &text);
                }
                let Some(response) = self.response(&about, plugin, request.filter(|_| !by_rule), &text)
                else {
                    return self.send(page, about.refusal(&no_session(about.session.unwrap_or_default())));
                };
                match kind_of(&text) {
                    Some(Kind::Event) => {}
                    Some(Kind::Ack) => return self.send(page, response),
                    _ => return self.respond(page, &about, number, response, error_of(&text).is_some()),
                }
                // An event may overtake its ack.
                let at = about.sender.map(|handle| (session, handle));
                at.into_iter().for_each(|at| self.note_presence(at, &text));
                self.send(page, About { sender: None, ..about }.bare("ack"));
                if !at.is_some_and(|at| self.undo_if_refused(at, &text)) {
                    self.send_to(session, |_| response);
                }
            }
            _ => self.send(page, direct(&about, reply.message.as_deref())),
        }
    }

    /// The response of a plugin, for the page; `request` is the one whose response is redacted.
    fn response(
        &self,
        about: &About,
        plugin: &Plugin,
        request: Option<&Request>,
        text: &str,
    ) -> Option<String> {
        let session = about.session?;
        let who = self.sessions.get(session)?.identity.as_ref();
        let named: Vec<_> = self.settings.rules.redacted(who, plugin.name).collect();
        let redact = |data: &mut Value| {
            if request.is_some() {
                who.deciding().for_each(|grants| redact(grants, plugin, request, data));
            }
            remove_named(data, &named);
        };
        let reveals = request.and_then(|request| request.response).is_some_and(reveals);
        let must_redact = reveals || !named.is_empty();
        Rewrite { session, handle: about.sender, redact: must_redact.then_some(&redact) }.apply(text)
    }

    fn on_event(&mut self, upstream: usize, key: HandleKey, event: Event<Text>) {
        let Some((session, handle)) = self.sessions.handle_by_key(upstream, key) else { return };
        match event {
            Event::Message { message, .. } => {
                let at = (session, handle);
                self.note_presence(at, &message);
                if !self.undo_if_refused(at, &message) {
                    self.pass_event(at, &message);
                }
            }
            Event::Ended(reason) => {
                self.sessions.remove_handle(session, handle);
                self.note_for_record(session);
                if reason != EndReason::Detached && reason != EndReason::Destroyed {
                    self.send_to(session, |about| About { sender: Some(handle), ..about }.bare("detached"));
                }
            }
            _ => {}
        }
    }

    fn pass_event(&mut self, at: (u64, u64), text: &str) {
        let is_away = |session: &Session| session.page.is_none() && session.handles.contains_key(&at.1);
        if self.sessions.get(at.0).is_some_and(is_away) {
            self.counters.lost_events += 1;
        } else if let Some((event, of)) = self.event_for_page(at, text) {
            self.send_event(at.0, event, of);
        }
    }

    /// Sends an event to the page of this session, if it is there.
    pub(super) fn send_event(&mut self, session: u64, event: String, of: EventOf) {
        match self.sessions.get(session).and_then(|session| session.page) {
            Some(page) => {
                self.counters.count_event(of.0.name);
                self.send_message(page, event, Some(of));
            }
            None => self.counters.lost_events += 1,
        }
    }

    /// An event of Janus, as the handle's page gets it.
    pub(super) fn event_for_page(
        &self,
        (session, handle): (u64, u64),
        text: &str,
    ) -> Option<(String, EventOf)> {
        let entry = self.sessions.get(session)?;
        let of = entry.handles.get(&handle)?;
        let (plugin, who, rules) = (of.plugin, entry.identity.as_ref(), &self.settings.rules);
        let named: Vec<_> = rules.redacted(who, plugin.name).collect();
        let reveals =
            plugin.events.iter().any(|event| reveals(event.shape)) && !rules.allows_all(who, plugin.name);
        let redact = |data: &mut Value| {
            if reveals {
                who.deciding().for_each(|grants| redact(grants, plugin, None, data));
            }
            remove_named(data, &named);
        };
        let must_redact = reveals || !named.is_empty();
        let rewrite = Rewrite { session, handle: Some(handle), redact: must_redact.then_some(&redact) };
        Some((rewrite.apply(text)?, EventOf(plugin)))
    }

    /// Sends the response that ends a page's request. If it refuses the last request of a flow, the flow is undone first.
    fn respond(&mut self, page: PageId, about: &About, number: u64, response: String, is_refusal: bool) {
        let response = match about.session.zip(about.sender) {
            Some(at) => self.end_flow_with(at, number, (page, response, is_refusal)),
            None => Some(response),
        };
        if let Some(response) = response {
            self.send(page, response);
        }
    }

    fn on_session_ended(&mut self, upstream: usize, key: SessionKey, reason: EndReason) {
        let Some(session) = self.sessions.by_key(upstream, key) else { return };
        if reason != EndReason::Destroyed {
            self.send_to(session, |about| about.bare("timeout"));
        }
        let ended = match reason {
            // This replica has ended, and left it to the others.
            EndReason::ConnectionClosed => self.sessions.remove(session),
            _ => self.remove_session(session),
        };
        if let Some(page) = ended.and_then(|session| session.page) {
            self.leave_page(page, session);
        }
    }

    /// Removes a session that has ended, and its record.
    fn remove_session(&mut self, session: u64) -> Option<Session> {
        let ended = self.sessions.remove(session)?;
        self.forget_record(session, &ended.recorded);
        Some(ended)
    }

    /// Ends a session whose page has not come back.
    pub(super) fn drop_session(&mut self, session: u64) {
        if let Some(ended) = self.remove_session(session) {
            self.upstreams[ended.upstream].engine.forget(self.now, ended.key);
        }
    }
}

/// A direct response without ids of Janus's: a success, or what the message says it is.
fn direct(about: &About, text: Option<&str>) -> String {
    let message = text.and_then(|text| serde_json::from_str::<Map<String, Value>>(text).ok());
    let kind = message.as_ref().and_then(|message| message.get("janus")?.as_str()).unwrap_or("success");
    about.bare(kind)
}

fn kind_of(text: &str) -> Option<Kind> {
    parse(text, |envelope, _| envelope.kind).ok()
}

pub(super) fn failed(about: &About, error: &Error) -> String {
    let code = error.janus_code().unwrap_or(match error.code() {
        ErrorCode::SessionGone => 458,
        ErrorCode::HandleDetached => 459,
        _ => 490,
    });
    // Janus's reasons for these two hold its ids.
    match (code, about.session) {
        (458, Some(session)) => return about.error(code, &format!("No such session {session}")),
        (459, Some(session)) => return about.error(code, &format!("No such handle in session {session}")),
        _ => {}
    }
    // The text of a refusal begins with its code.
    let reason = error.message();
    about.error(code, reason.strip_prefix(&format!("{code} ")).unwrap_or(reason))
}
