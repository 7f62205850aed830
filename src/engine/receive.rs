//! Messages from the server: responses end requests, events go to their handles.

use super::Engine;
use super::end_reason::EndReason;
use super::event::Event;
use super::keys::{HandleKey, RequestId, TransportId};
use super::notice::{Notice, ProtocolViolation};
use super::options::{Completion, Target};
use super::output::Output;
use super::pending_request::Purpose;
use crate::error::Error;
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Envelope, Kind, Malformed, Transaction};

/// The maximum length of an unknown word in a notice.
const LONGEST_WORD: usize = 64;

impl<In, Out: Clone> Engine<In, Out> {
    /// Handles a message.
    pub fn handle_message(&mut self, now: Time, transport: TransportId, envelope: Envelope<'_>, message: In) {
        self.advance(now);
        if !self.note_sign_of_life(transport) {
            return self.on_stale_transport(&envelope);
        }
        match envelope.kind {
            kind if kind.is_reply() => self.on_reply(envelope, message),
            kind if kind.is_handle_event() => self.on_handle_event(envelope, message),
            Kind::Timeout => self.on_session_timeout(&envelope),
            Kind::TokenExpiring => self.on_token_expiring(&envelope, message),
            Kind::Keepalive => {}
            _ => self.on_unknown(envelope, message),
        }
    }

    /// Handles the response to this request, whatever its transaction is: over HTTP the exchange correlates them.
    pub fn handle_response(
        &mut self,
        now: Time,
        transport: TransportId,
        request: RequestId,
        envelope: Envelope<'_>,
        message: In,
    ) {
        self.advance(now);
        if !self.note_sign_of_life(transport) {
            return self.on_stale_transport(&envelope);
        }
        match self.requests.get(request).is_some_and(|open| open.sent.is_some()) {
            true => self.on_response(request, envelope, message),
            false => self.on_stray_reply(Transaction::Number(request.0), &envelope),
        }
    }

    /// Handles what can't be read as a message.
    pub fn handle_malformed(&mut self, now: Time, transport: TransportId, malformed: Malformed) {
        self.advance(now);
        let nothing = Envelope::new(Kind::Unknown);
        match self.note_sign_of_life(transport) {
            true => self.report_violation(ProtocolViolation::Malformed(malformed), &nothing),
            false => self.on_stale_transport(&nothing),
        }
    }

    /// The transport has sent this request, which it had [queued](super::Capabilities::queues).
    pub fn handle_sent(&mut self, now: Time, transport: TransportId, request: RequestId) {
        self.advance(now);
        if self.connection.transport().is_none_or(|(open, _)| open != transport) {
            return;
        }
        if let Some(pending) = self.requests.get_mut(request) {
            self.stats.sent += 1;
            self.stats.repeated += u64::from(pending.sent.replace(now).is_some());
        }
    }

    /// The transport can't send this request; the transport connection stays open.
    pub fn handle_refused(&mut self, now: Time, request: RequestId, error: Error) {
        self.advance(now);
        if let Some(mut pending) = self.take(request) {
            pending.sent = None;
            let error = self.describe(request, &pending, error);
            self.reply_error(request, &pending, error);
            self.shut_when_done();
        }
    }

    /// The transport has sent this request and lost the response; the transport connection stays open.
    pub fn handle_failed(&mut self, now: Time, request: RequestId, error: Error) {
        self.advance(now);
        if let Some(pending) = self.take(request) {
            let error = self.describe(request, &pending, error);
            self.reply_error(request, &pending, error);
            self.shut_when_done();
        }
    }

    /// Janus refused to be polled for the events of this session.
    pub fn handle_session_gone(
        &mut self,
        now: Time,
        transport: TransportId,
        session: SessionId,
        error: Error,
    ) {
        self.advance(now);
        if !self.note_sign_of_life(transport) {
            return;
        }
        let Some(key) = self.sessions.by_id(session) else { return };
        // A poll may report the end of a session before the response to its `destroy` comes.
        if !self.is_being_destroyed(key) {
            self.notice(Notice::PollRefused { session, error });
        }
        self.lose_session(key, EndReason::NotFound);
    }

    fn on_stale_transport(&mut self, envelope: &Envelope<'_>) {
        // After the end of the connection every transport connection is stale.
        if !self.connection.is_over() {
            self.report_violation(ProtocolViolation::StaleTransport, envelope);
        }
    }

    fn on_handle_event(&mut self, envelope: Envelope<'_>, message: In) {
        let answered = match (envelope.kind, envelope.transaction) {
            (Kind::Event, Some(transaction)) => self.requests.pending_for(transaction),
            _ => None,
        };
        if let Some(malformed) = envelope.malformed {
            return match answered {
                Some(id) => self.on_bad_response(id, malformed, &envelope),
                None => self.report_violation(ProtocolViolation::Malformed(malformed), &envelope),
            };
        }
        if let Some(id) = answered {
            return self.on_answering_event(id, &envelope, message);
        }
        match self.handle_of(&envelope) {
            Ok(key) if envelope.kind == Kind::Detached => self.end_handle(key, EndReason::ByServer),
            Ok(handle) => match self.requests.uncorrelated(handle) {
                requests if requests.is_empty() || envelope.kind != Kind::Event => {
                    self.push_event(handle, Event::Message { kind: envelope.kind, message });
                }
                requests => {
                    self.outputs.push_back(Output::Offer { requests, correlated: false, handle, message })
                }
            },
            Err(_) if self.is_leaving(&envelope) => {}
            Err(fault) => {
                let unwanted = self.keep_early(&envelope, message).is_some();
                if unwanted && envelope.kind != Kind::Detached {
                    self.report_violation(fault, &envelope);
                }
            }
        }
    }

    /// Whether the event's session or handle is being removed from Janus, and may send events until then.
    fn is_leaving(&self, envelope: &Envelope<'_>) -> bool {
        let Some(session) = envelope.session.and_then(SessionId::new) else { return false };
        let handle = envelope.sender.and_then(HandleId::new);
        self.requests.any(|open| {
            open.purpose == Purpose::CleanUp
                && open.named_session == Some(session)
                && (open.named_handle.is_none() || open.named_handle == handle)
        })
    }

    fn on_answering_event(&mut self, id: RequestId, envelope: &Envelope<'_>, message: In) {
        let open = self.requests.get(id).map(|open| (open.completion, open.target));
        match open {
            Some((Completion::PluginDecides | Completion::Uncorrelated, Target::Handle(handle))) => {
                let mut requests = self.requests.uncorrelated(handle);
                requests.retain(|other| *other != id);
                requests.insert(0, id);
                self.outputs.push_back(Output::Offer { requests, correlated: true, handle, message });
            }
            _ => self.on_success(id, envelope, message),
        }
    }

    fn on_session_timeout(&mut self, envelope: &Envelope<'_>) {
        let Some(id) = envelope.session.and_then(SessionId::new) else {
            return self.report_violation(ProtocolViolation::EventWithoutHandle(envelope.kind), envelope);
        };
        match self.sessions.by_id(id) {
            Some(key) => self.lose_session(key, EndReason::TimedOut),
            None => self.report_violation(ProtocolViolation::UnknownSession, envelope),
        }
    }

    fn on_token_expiring(&mut self, envelope: &Envelope<'_>, message: In) {
        let session =
            envelope.session.and_then(SessionId::new).filter(|id| self.sessions.by_id(*id).is_some());
        match session {
            Some(session) => self.outputs.push_back(Output::TokenExpiring { session, message }),
            None => self.report_violation(ProtocolViolation::UnknownSession, envelope),
        }
    }

    /// A newer server has more kinds of messages: an event goes to its handle, a response ends its request.
    fn on_unknown(&mut self, envelope: Envelope<'_>, message: In) {
        let open = envelope.transaction.and_then(|transaction| self.requests.pending_for(transaction));
        match (open, envelope.malformed) {
            (Some(id), Some(malformed)) => self.on_bad_response(id, malformed, &envelope),
            (None, Some(malformed)) => {
                self.report_violation(ProtocolViolation::Malformed(malformed), &envelope)
            }
            (Some(id), None) => {
                self.count_unknown(&envelope);
                self.on_success(id, &envelope, message);
            }
            (None, None) => {
                self.count_unknown(&envelope);
                match self.handle_of(&envelope) {
                    Ok(handle) => self.push_event(handle, Event::Message { kind: Kind::Unknown, message }),
                    Err(_) => drop(self.keep_early(&envelope, message)),
                }
            }
        }
    }

    fn count_unknown(&mut self, envelope: &Envelope<'_>) {
        self.stats.unknown += 1;
        let word = envelope.word.unwrap_or_default();
        // A server that repeats a secret must not bring it into a log.
        let within = |texts: &str| {
            word.is_empty() || texts.as_bytes().windows(word.len()).any(|part| part == word.as_bytes())
        };
        let is_secret = self.credentials.iter().flatten().any(|texts| within(texts.reveal()));
        let word = if is_secret { "" } else { word };
        let word = word.chars().take(LONGEST_WORD).collect::<String>().into();
        self.notice(Notice::UnknownKind { word, session: envelope.session, handle: envelope.sender });
    }

    fn handle_of(&self, envelope: &Envelope<'_>) -> Result<HandleKey, ProtocolViolation> {
        let missing = ProtocolViolation::EventWithoutHandle(envelope.kind);
        let session = envelope.session.and_then(SessionId::new).ok_or(missing)?;
        let handle = envelope.sender.and_then(HandleId::new).ok_or(missing)?;
        let session = self.sessions.by_id(session).ok_or(ProtocolViolation::UnknownSession)?;
        self.sessions.handle_by_id(session, handle).ok_or(ProtocolViolation::UnknownHandle)
    }

    pub(super) fn report_violation(&mut self, violation: ProtocolViolation, envelope: &Envelope<'_>) {
        match violation.is_late() {
            true => self.stats.late += 1,
            false => self.stats.protocol_violations += 1,
        }
        self.notice(Notice::ProtocolViolation {
            violation,
            session: envelope.session,
            handle: envelope.sender,
        });
    }
}
