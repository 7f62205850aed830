//! What the server sends: answers to their requests, events to their handles.

use super::Engine;
use super::end::EndReason;
use super::keys::{HandleKey, TransportId, RequestId};
use super::notice::{Notice, PeerFault};
use super::recovery::HandleState;
use super::requests::Pending;
use super::types::{Completion, Event, Created, Output, Reply, Target};
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{Envelope, Kind, Malformed, Transaction, Verb};

/// Janus's codes that say that something is gone.
const SESSION_NOT_FOUND: i64 = 458;
const HANDLE_NOT_FOUND: i64 = 459;
/// So much of an unknown word is told.
const LONGEST_WORD: usize = 64;

impl<In, Out: Clone> Engine<In, Out> {
    /// A message came.
    pub fn handle_message(&mut self, now: Time, line: TransportId, envelope: Envelope<'_>, message: In) {
        self.advance(now);
        if !self.heard_from(line) {
            return self.on_stale_line(&envelope);
        }
        match envelope.kind {
            kind if kind.is_reply() => self.on_reply(envelope, message),
            kind if kind.is_handle_event() => self.on_handle_event(envelope, message),
            Kind::Timeout => self.on_session_timeout(&envelope),
            Kind::Keepalive => {}
            _ => self.on_unknown(envelope, message),
        }
    }

    /// The response to this one request came, whatever its transaction says: HTTP ties the two together.
    pub fn handle_response(
        &mut self,
        now: Time,
        line: TransportId,
        request: RequestId,
        envelope: Envelope<'_>,
        message: In,
    ) {
        self.advance(now);
        if !self.heard_from(line) {
            return self.on_stale_line(&envelope);
        }
        match self.requests.get(request).is_some_and(|open| open.sent.is_some()) {
            true => self.on_response(request, envelope, message),
            false => self.on_stray_reply(Transaction::Number(request.0), &envelope),
        }
    }

    /// Something came that can't be read as a message at all.
    pub fn handle_garbage(&mut self, now: Time, line: TransportId, malformed: Malformed) {
        self.advance(now);
        let nothing = Envelope::new(Kind::Unknown);
        match self.heard_from(line) {
            true => self.fault(PeerFault::Malformed(malformed), &nothing),
            false => self.on_stale_line(&nothing),
        }
    }

    /// The transport has put this request on the line, which it had [held back](super::Capabilities::queues).
    pub fn handle_sent(&mut self, now: Time, line: TransportId, request: RequestId) {
        self.advance(now);
        if self.link.line().is_none_or(|(open, _)| open != line) {
            return;
        }
        if let Some(pending) = self.requests.get_mut(request) {
            self.stats.sent += 1;
            self.stats.repeated += u64::from(pending.sent.replace(now).is_some());
        }
    }

    /// The transport can't carry this one request; the line goes on.
    pub fn handle_refused(&mut self, now: Time, request: RequestId, error: Error) {
        self.advance(now);
        if let Some(mut pending) = self.take(request) {
            pending.sent = None;
            let error = self.describe(request, &pending, error);
            self.reply_error(request, &pending, error);
            self.shut_when_done();
        }
    }

    /// The transport lost this one request after it had sent it; the line goes on.
    pub fn handle_failed(&mut self, now: Time, request: RequestId, error: Error) {
        self.advance(now);
        if let Some(pending) = self.take(request) {
            let error = self.describe(request, &pending, error);
            self.reply_error(request, &pending, error);
            self.shut_when_done();
        }
    }

    /// The transport can't hear this session any more: Janus refuses to be polled for its events.
    pub fn handle_session_gone(&mut self, now: Time, line: TransportId, session: SessionId, error: Error) {
        self.advance(now);
        if !self.heard_from(line) {
            return;
        }
        let Some(key) = self.session_ids.get(&session).copied() else { return };
        // The poll may learn of a session's end before the response to its `destroy` is here.
        if !self.is_being_destroyed(key) {
            self.notice(Notice::PollRefused { session, error });
        }
        self.lose_session(key, EndReason::NotFound);
    }

    fn on_stale_line(&mut self, envelope: &Envelope<'_>) {
        // After the end of the connection all lines are stale, and nobody listens any more.
        if !self.link.is_over() {
            self.fault(PeerFault::StaleLine, envelope);
        }
    }

    fn on_reply(&mut self, envelope: Envelope<'_>, message: In) {
        let Some(transaction) = envelope.transaction else {
            return self.on_nameless_reply(&envelope);
        };
        match self.requests.answered_by(transaction) {
            Some(id) => self.on_response(id, envelope, message),
            None => self.on_stray_reply(transaction, &envelope),
        }
    }

    /// Janus refuses what it can't read, or what lacks a member of the envelope, without a transaction.
    fn on_nameless_reply(&mut self, envelope: &Envelope<'_>) {
        let (Kind::Error, Some((code, reason))) = (envelope.kind, envelope.error) else {
            return self.fault(PeerFault::ReplyWithoutTransaction, envelope);
        };
        self.notice(Notice::NamelessRefusal { code, reason: reason.into() });
        match self.requests.only_unanswered() {
            Some(id) => self.on_refusal(id, envelope),
            None => self.stats.faults += 1,
        }
    }

    fn on_response(&mut self, id: RequestId, envelope: Envelope<'_>, message: In) {
        if let Some(malformed) = envelope.malformed {
            return self.on_bad_response(id, malformed, &envelope);
        }
        match envelope.kind {
            Kind::Error => self.on_refusal(id, &envelope),
            Kind::Ack if self.is_first_word(id) => {}
            kind if kind.is_reply() || kind == Kind::Unknown => self.on_success(id, &envelope, message),
            _ => self.on_bad_response(id, Malformed::WrongType("janus"), &envelope),
        }
    }

    /// Whether an `ack` is not the answer yet.
    fn is_first_word(&mut self, id: RequestId) -> bool {
        match self.requests.get_mut(id) {
            Some(open) if open.completion != Completion::Direct => {
                open.acked = true;
                true
            }
            _ => false,
        }
    }

    fn on_refusal(&mut self, id: RequestId, envelope: &Envelope<'_>) {
        let Some((code, reason)) = envelope.error else {
            return self.on_bad_response(id, Malformed::WrongType("error"), envelope);
        };
        if matches!(code, SESSION_NOT_FOUND | HANDLE_NOT_FOUND) {
            if let Some(target) = self.requests.get(id).filter(|open| open.is_teardown()).map(|it| it.target) {
                return self.on_ending_too_late(id, code, target);
            }
        }
        let Some(pending) = self.take(id) else { return };
        let error = self.describe(id, &pending, Error::refused(code, reason));
        // To be asked now: an adoption that fails takes its handle with it.
        let session = self.session_of(pending.target);
        let asked = self.takes_over(&pending).is_some();
        if let (SESSION_NOT_FOUND, Some(session), true) = (code, session, pending.internal) {
            return self.on_session_unknown(session, asked);
        }
        self.reply_error(id, &pending, error.clone());
        match (code, session, pending.target) {
            (SESSION_NOT_FOUND, Some(session), _) => self.lose_session(session, EndReason::NotFound),
            (HANDLE_NOT_FOUND, _, Target::Handle(key)) => self.on_handle_unknown(key),
            (_, _, Target::Session(key)) if pending.internal => self.on_keepalive_refused(key, error),
            _ => {}
        }
        self.shut_when_done();
    }

    /// Janus no longer knows the session or the handle that a request was to end.
    fn on_ending_too_late(&mut self, id: RequestId, code: i64, target: Target) {
        match (target, self.session_of(target)) {
            (_, Some(session)) if code == SESSION_NOT_FOUND => {
                self.lose_session(session, EndReason::NotFound);
            }
            (Target::Handle(key), _) => self.end_handle(key, EndReason::NotFound),
            _ => self.fulfil(id),
        }
        self.shut_when_done();
    }

    fn on_handle_unknown(&mut self, key: HandleKey) {
        let unchecked = self.handles.get(&key).is_some_and(|it| it.state == HandleState::Unchecked);
        self.end_handle(key, if unchecked { EndReason::LostWhileAway } else { EndReason::NotFound });
    }

    fn on_success(&mut self, id: RequestId, envelope: &Envelope<'_>, message: In) {
        let Some(pending) = self.take(id) else { return };
        let created = match self.carry_out(&pending, envelope) {
            Ok(created) => made,
            Err(malformed) => {
                self.fault(PeerFault::Malformed(malformed), envelope);
                let error =
                    self.error_about(id, &pending, ErrorCode::BadResponse, "the answer names nothing usable");
                return self.reply_error(id, &pending, error);
            }
        };
        if !pending.internal {
            self.count_answer(&pending);
            self.outputs
                .push_back(Output::Reply { request: id, result: Ok(Reply { message: Some(message), created }) });
        }
        match (&pending.verb, pending.target) {
            (Verb::Destroy, Target::Session(key)) => self.end_session(key, EndReason::Destroyed),
            (Verb::Detach, Target::Handle(key)) => self.end_handle(key, EndReason::Detached),
            _ => {}
        }
        if let (Verb::Attach(_), Some(Created::Handle(key, _))) = (&pending.verb, created) {
            self.give_early(key);
        }
        self.shut_when_done();
    }

    /// What a success means for the books.
    fn carry_out(
        &mut self,
        pending: &Pending<Out>,
        envelope: &Envelope<'_>,
    ) -> Result<Option<Created>, Malformed> {
        let unusable = Malformed::WrongType("data.id");
        match (&pending.verb, pending.target) {
            (Verb::Info, _) => {
                if let Some(limits) = envelope.limits {
                    self.on_limits(limits);
                }
                Ok(None)
            }
            (Verb::Claim | Verb::Keepalive, Target::Session(key)) => {
                if let (Some(_), Some(id)) = (self.takes_over(pending), self.session_id(key)) {
                    self.on_taken_over(key, id);
                }
                Ok(None)
            }
            (Verb::Create(_), Target::Session(key)) => {
                let id = envelope.data_id.and_then(SessionId::new).ok_or(unusable)?;
                if self.session_ids.get(&id).is_some_and(|taken| *taken != key) {
                    return Err(unusable);
                }
                self.on_taken_over(key, id);
                Ok(None)
            }
            (Verb::Create(_) | Verb::Claim, _) => {
                let session = match pending.named_session {
                    Some(claimed) => Some(claimed),
                    None => envelope.data_id.and_then(SessionId::new),
                };
                let session = session.ok_or(unusable)?;
                let key = match self.session_ids.get(&session) {
                    // Claiming one's own session is allowed and changes nothing.
                    Some(key) if matches!(pending.verb, Verb::Claim) => *key,
                    _ => self.register_session(session, pending).ok_or(unusable)?,
                };
                self.warn_of_long_interval(key);
                Ok(Some(Created::Session(key, session)))
            }
            (Verb::Attach(options), Target::Session(session)) => {
                let handle = envelope.data_id.and_then(HandleId::new).ok_or(unusable)?;
                let key = self.register_handle(session, handle, self.to_repeat(options)).ok_or(unusable)?;
                Ok(Some(Created::Handle(key, handle)))
            }
            (Verb::Attach(_), Target::Handle(key)) => {
                let handle = envelope.data_id.and_then(HandleId::new).ok_or(unusable)?;
                self.on_attached_again(key, handle);
                Ok(None)
            }
            (Verb::Keepalive, Target::Handle(key)) => {
                if let Some(handle) = self.handles.get_mut(&key) {
                    handle.state = HandleState::Attached;
                }
                Ok(self.handles.get(&key).map(|handle| Created::Handle(key, handle.id)))
            }
            _ => Ok(None),
        }
    }

    fn on_bad_response(&mut self, id: RequestId, malformed: Malformed, envelope: &Envelope<'_>) {
        self.fault(PeerFault::Malformed(malformed), envelope);
        if let Some(pending) = self.take(id) {
            let error =
                self.error_about(id, &pending, ErrorCode::BadResponse, "the server's answer is malformed");
            self.reply_error(id, &pending, error);
            self.shut_when_done();
        }
    }

    /// An answer whose request has ended, or to nothing that was asked here.
    fn on_stray_reply(&mut self, transaction: Transaction<'_>, envelope: &Envelope<'_>) {
        let number = match transaction {
            Transaction::Number(number) if self.requests.made(number) => number,
            // A text may have been a caller's, and an event may overtake its ack.
            Transaction::Text(_) if envelope.kind == Kind::Ack => return,
            _ => return self.fault(PeerFault::UnknownTransaction, envelope),
        };
        if envelope.kind == Kind::Ack {
            return;
        }
        let request = RequestId(number);
        if self.requests.is_expected_late(request) {
            return;
        }
        self.stats.late += 1;
        self.notice(Notice::LateAnswer { request, kind: envelope.kind });
        // Only `create` and `attach` answer with an id; an attach names its session, too.
        // A server that invents them must not make this side grow.
        let bounded = self.requests.len() < self.config.max_requests;
        if let Some(created) = envelope.data_id.filter(|_| bounded) {
            let undone = match envelope.session.and_then(SessionId::new) {
                Some(session) => HandleId::new(created).map(|handle| (session, Some(handle))),
                None => SessionId::new(created).map(|session| (session, None)),
            };
            if let Some((session, handle)) = undone {
                self.undo(session, handle);
                self.notice(Notice::Undone { request });
            }
        }
    }

    fn on_handle_event(&mut self, envelope: Envelope<'_>, message: In) {
        let answered = match (envelope.kind, envelope.transaction) {
            (Kind::Event, Some(transaction)) => self.requests.answered_by(transaction),
            _ => None,
        };
        if let Some(malformed) = envelope.malformed {
            return match answered {
                Some(id) => self.on_bad_response(id, malformed, &envelope),
                None => self.fault(PeerFault::Malformed(malformed), &envelope),
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
                requests => self.outputs.push_back(Output::Offer { requests, tied: false, handle, message }),
            },
            Err(_) if self.is_leaving(&envelope) => {}
            Err(fault) => {
                let unwanted = self.keep_early(&envelope, message).is_some();
                if unwanted && envelope.kind != Kind::Detached {
                    self.fault(fault, &envelope);
                }
            }
        }
    }

    /// Whether an event is about something that Janus was asked to end: it may talk until then.
    fn is_leaving(&self, envelope: &Envelope<'_>) -> bool {
        let Some(session) = envelope.session.and_then(SessionId::new) else { return false };
        let handle = envelope.sender.and_then(HandleId::new);
        self.requests.any(|open| {
            open.internal
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
                self.outputs.push_back(Output::Offer { requests, tied: true, handle, message });
            }
            _ => self.on_success(id, envelope, message),
        }
    }

    fn on_session_timeout(&mut self, envelope: &Envelope<'_>) {
        let Some(id) = envelope.session.and_then(SessionId::new) else {
            return self.fault(PeerFault::EventWithoutHandle(envelope.kind), envelope);
        };
        match self.session_ids.get(&id).copied() {
            Some(key) => self.lose_session(key, EndReason::TimedOut),
            None => self.fault(PeerFault::UnknownSession, envelope),
        }
    }

    /// A newer server has kinds of its own: an event is handed on, a response ends its request.
    fn on_unknown(&mut self, envelope: Envelope<'_>, message: In) {
        let open = envelope.transaction.and_then(|transaction| self.requests.answered_by(transaction));
        match (open, envelope.malformed) {
            (Some(id), Some(malformed)) => self.on_bad_response(id, malformed, &envelope),
            (None, Some(malformed)) => self.fault(PeerFault::Malformed(malformed), &envelope),
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

    fn handle_of(&self, envelope: &Envelope<'_>) -> Result<HandleKey, PeerFault> {
        let missing = PeerFault::EventWithoutHandle(envelope.kind);
        let session = envelope.session.and_then(SessionId::new).ok_or(missing)?;
        let handle = envelope.sender.and_then(HandleId::new).ok_or(missing)?;
        let session = self.session_ids.get(&session).ok_or(PeerFault::UnknownSession)?;
        self.handle_ids.get(&(*session, handle)).copied().ok_or(PeerFault::UnknownHandle)
    }

    pub(super) fn session_of(&self, target: Target) -> Option<super::SessionKey> {
        match target {
            Target::Connection => None,
            Target::Session(key) => Some(key),
            Target::Handle(key) => self.handles.get(&key).map(|handle| handle.session),
        }
    }

    fn fault(&mut self, fault: PeerFault, envelope: &Envelope<'_>) {
        match fault.is_late() {
            true => self.stats.late += 1,
            false => self.stats.faults += 1,
        }
        self.notice(Notice::Fault { fault, session: envelope.session, handle: envelope.sender });
    }
}
