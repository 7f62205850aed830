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
use super::enter::VIDEO_ROOM;
use super::expiry::Expiry;
use super::rewrite::Rewrite;
use super::sessions::{Handle, Session};
use super::upstream::Text;
use super::{Action, Asked, EventOf, Gateway, Pending};
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
            Output::Connected { .. } | Output::Resumed { .. } => self.set_connected(upstream, true),
            Output::Reconnecting { .. } => self.set_connected(upstream, false),
            Output::Disconnected(how) => {
                self.set_connected(upstream, false);
                if matches!(how, Disconnect::Closed) {
                    return;
                }
                self.actions.push_back(Action::JanusLost { upstream, error: Arc::new(how.error()) });
            }
            Output::Reply { request, result } => self.on_reply(upstream, request, result),
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

    fn on_reply(&mut self, upstream: usize, request: RequestId, result: Result<Reply<Text>, Error>) {
        let Some(pending) = self.pending.remove(&(upstream, request)) else { return };
        let Pending { page, about, what, since } = pending;
        self.counters.response_times.add(self.now.since(since));
        let what = match what {
            Asked::FlowHandle(at) => return self.on_flow_handle((upstream, page), at, &about, result),
            Asked::FlowRoom(at, change) => return self.on_flow_room(page, at, &about, change, result),
            Asked::FlowUndone(change) => return self.settle_room(VIDEO_ROOM, change, &result),
            Asked::Message { plugin, request, by_rule, room: Some(change) } => {
                self.settle_room(plugin.name, change, &result);
                Asked::Message { plugin, request, by_rule, room: None }
            }
            what => what,
        };
        let reply = match result {
            Ok(reply) => reply,
            Err(error) => return self.send(page, failed(&about, &error)),
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
                self.send(page, about.success(json!({ "id": id })));
                self.upstreams[upstream].engine.flow(key);
            }
            (Asked::Message { plugin, request, by_rule, .. }, _) => {
                let Some(text) = reply.message else { return };
                let session = about.session.unwrap_or_default();
                if request.is_some_and(|request| request.verb() == "create") {
                    self.note_created(session, plugin.name, &text);
                }
                let Some(response) = self.response(&about, plugin, request.filter(|_| !by_rule), &text)
                else {
                    return self.send(page, about.refusal(&no_session(about.session.unwrap_or_default())));
                };
                if !is_event(&text) {
                    return self.send(page, response);
                }
                // An event may overtake its ack.
                let handle = about.sender;
                if let Some(handle) = handle {
                    self.note_presence((session, handle), &text);
                }
                self.send(page, About { sender: None, ..about }.bare("ack"));
                self.send_to(session, |_| response);
                if let Some(handle) = handle {
                    self.note_flow_event((session, handle), &text);
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
                self.note_presence((session, handle), &message);
                self.pass_event(session, handle, &message);
                self.note_flow_event((session, handle), &message);
            }
            Event::Ended(reason) => {
                self.sessions.remove_handle(session, handle);
                if reason != EndReason::Detached && reason != EndReason::Destroyed {
                    self.send_to(session, |about| About { sender: Some(handle), ..about }.bare("detached"));
                }
            }
            _ => {}
        }
    }

    fn pass_event(&mut self, session: u64, handle: u64, text: &str) {
        let Some(entry) = self.sessions.get(session) else { return };
        let Some(of) = entry.handles.get(&handle) else { return };
        let Some(page) = entry.page else { return self.counters.lost_events += 1 };
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
        let event =
            Rewrite { session, handle: Some(handle), redact: must_redact.then_some(&redact) }.apply(text);
        if let Some(event) = event {
            self.counters.count_event(plugin.name);
            self.send_message(page, event, Some(EventOf(plugin)));
        }
    }

    fn on_session_ended(&mut self, upstream: usize, key: SessionKey, reason: EndReason) {
        let Some(session) = self.sessions.by_key(upstream, key) else { return };
        if reason != EndReason::Destroyed {
            self.send_to(session, |about| about.bare("timeout"));
        }
        if let Some(page) = self.sessions.remove(session).and_then(|session| session.page) {
            self.leave_page(page, session);
        }
    }

    /// Ends a session whose page has not come back.
    pub(super) fn drop_session(&mut self, session: u64) {
        if let Some(ended) = self.sessions.remove(session) {
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

fn is_event(text: &str) -> bool {
    parse(text, |envelope, _| envelope.kind == Kind::Event).unwrap_or_default()
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
