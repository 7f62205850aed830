//! Responses: which request each ends, and what its success creates.

use super::Engine;
use super::end_reason::EndReason;
use super::keys::{HandleKey, RequestId};
use super::notice::{Notice, ProtocolViolation};
use super::options::{Completion, Target};
use super::output::{Created, Output, Reply};
use super::pending_request::{Pending, Purpose};
use crate::error::{Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::wire::{CreatedId, Envelope, Kind, Malformed, Transaction, Verb};

/// Janus's codes for a session and a handle that it does not have.
const SESSION_NOT_FOUND: i64 = 458;
const HANDLE_NOT_FOUND: i64 = 459;

impl<In, Out: Clone> Engine<In, Out> {
    pub(super) fn on_reply(&mut self, envelope: Envelope<'_>, message: In) {
        let Some(transaction) = envelope.transaction else {
            return self.on_uncorrelated_reply(&envelope);
        };
        match self.requests.pending_for(transaction) {
            Some(id) => self.on_response(id, envelope, message),
            None => self.on_stray_reply(transaction, &envelope),
        }
    }

    /// Janus refuses what it can't read, or what lacks a member of the envelope, without a transaction.
    fn on_uncorrelated_reply(&mut self, envelope: &Envelope<'_>) {
        let (Kind::Error, Some((code, reason))) = (envelope.kind, envelope.error) else {
            return self.report_violation(ProtocolViolation::ReplyWithoutTransaction, envelope);
        };
        self.notice(Notice::UncorrelatedRefusal { code, reason: reason.into() });
        match self.requests.only_without_response() {
            Some(id) => self.on_refusal(id, envelope),
            None => self.stats.protocol_violations += 1,
        }
    }

    pub(super) fn on_response(&mut self, id: RequestId, envelope: Envelope<'_>, message: In) {
        if let Some(malformed) = envelope.malformed {
            return self.on_bad_response(id, malformed, &envelope);
        }
        match envelope.kind {
            Kind::Error => self.on_refusal(id, &envelope),
            Kind::Ack if self.is_only_acknowledged(id) => {}
            kind if kind.is_reply() || kind == Kind::Unknown => self.on_success(id, &envelope, message),
            _ => self.on_bad_response(id, Malformed::WrongType("janus"), &envelope),
        }
    }

    /// Whether an `ack` is not the response yet.
    fn is_only_acknowledged(&mut self, id: RequestId) -> bool {
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
            if let Some(target) = self.requests.get(id).filter(|open| open.is_teardown()).map(|it| it.target)
            {
                return self.on_ending_too_late(id, code, target);
            }
        }
        let Some(pending) = self.take(id) else { return };
        let error = self.describe(id, &pending, Error::refused(code, reason));
        let session = self.sessions.session_of(pending.target);
        match (code, session, pending.target) {
            (SESSION_NOT_FOUND, Some(session), _) if pending.purpose.is_internal() => {
                let reason = match pending.purpose {
                    Purpose::RestoreSession => EndReason::LostInOutage,
                    _ => EndReason::NotFound,
                };
                self.lose_session(session, reason);
            }
            (SESSION_NOT_FOUND, Some(session), _) => {
                self.reply_error(id, &pending, error);
                self.lose_session(session, EndReason::NotFound);
            }
            (HANDLE_NOT_FOUND, _, Target::Handle(key)) => {
                self.reply_error(id, &pending, error);
                self.on_handle_unknown(key);
            }
            _ => self.reply_error(id, &pending, error),
        }
        self.shut_when_done();
    }

    /// Janus no longer knows the session or the handle that a request was to end.
    fn on_ending_too_late(&mut self, id: RequestId, code: i64, target: Target) {
        match (target, self.sessions.session_of(target)) {
            (_, Some(session)) if code == SESSION_NOT_FOUND => {
                self.lose_session(session, EndReason::NotFound);
            }
            (Target::Handle(key), _) => self.end_handle(key, EndReason::NotFound),
            _ => self.fulfil(id),
        }
        self.shut_when_done();
    }

    fn on_handle_unknown(&mut self, key: HandleKey) {
        let unconfirmed = self.recovery.is_unconfirmed(key);
        self.end_handle(key, if unconfirmed { EndReason::LostInOutage } else { EndReason::NotFound });
    }

    pub(super) fn on_success(&mut self, id: RequestId, envelope: &Envelope<'_>, message: In) {
        let Some(pending) = self.take(id) else { return };
        let created = match self.carry_out(&pending, envelope) {
            Ok(created) => created,
            Err(malformed) => {
                self.report_violation(ProtocolViolation::Malformed(malformed), envelope);
                let error = self.error_about(
                    id,
                    &pending,
                    ErrorCode::BadResponse,
                    "the response contains no valid id",
                );
                return self.reply_error(id, &pending, error);
            }
        };
        if !pending.purpose.is_internal() {
            self.count_success(&pending);
            self.outputs.push_back(Output::Reply {
                request: id,
                result: Ok(Reply { message: Some(message), created }),
            });
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

    /// Records what a success means for sessions and handles.
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
                if let (Purpose::RestoreSession, Some(id)) = (pending.purpose, self.session_id(key)) {
                    self.on_session_restored(key, id);
                }
                Ok(None)
            }
            (Verb::Create(_), Target::Session(key)) => {
                let id = envelope.data_id.and_then(SessionId::new).ok_or(unusable)?;
                if self.sessions.by_id(id).is_some_and(|taken| taken != key) {
                    return Err(unusable);
                }
                self.on_session_restored(key, id);
                Ok(None)
            }
            (Verb::Create(_) | Verb::Claim, _) => {
                let session = match pending.named_session {
                    Some(claimed) => Some(claimed),
                    None => envelope.data_id.and_then(SessionId::new),
                };
                let session = session.ok_or(unusable)?;
                let key = match self.sessions.by_id(session) {
                    // Claiming one's own session is allowed and changes nothing.
                    Some(key) if matches!(pending.verb, Verb::Claim) => key,
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
                self.recovery.forget_handle(key);
                Ok(self.sessions.handle(key).map(|handle| Created::Handle(key, handle.id)))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn on_bad_response(&mut self, id: RequestId, malformed: Malformed, envelope: &Envelope<'_>) {
        self.report_violation(ProtocolViolation::Malformed(malformed), envelope);
        if let Some(pending) = self.take(id) {
            let error = self.error_about(id, &pending, ErrorCode::BadResponse, "the response is malformed");
            self.reply_error(id, &pending, error);
            self.shut_when_done();
        }
    }

    /// A response whose request has ended, or whose transaction is unknown.
    pub(super) fn on_stray_reply(&mut self, transaction: Transaction<'_>, envelope: &Envelope<'_>) {
        let number = match transaction {
            Transaction::Number(number) if self.requests.was_issued(number) => number,
            // The text may be of an earlier request of the application, and an event may overtake its ack.
            Transaction::Text(_) if envelope.kind == Kind::Ack => return,
            _ => return self.report_violation(ProtocolViolation::UnknownTransaction, envelope),
        };
        if envelope.kind == Kind::Ack {
            return;
        }
        let request = RequestId(number);
        if self.requests.is_expected_late(request) {
            return;
        }
        self.stats.late += 1;
        self.notice(Notice::LateResponse { request, kind: envelope.kind });
        // A server that invents ids must not make the engine grow.
        if self.requests.len() < self.config.max_requests && self.undo(envelope) {
            self.notice(Notice::CleanedUp { request });
        }
    }

    /// Removes from Janus what a late success created.
    fn undo(&mut self, envelope: &Envelope<'_>) -> bool {
        let created = match envelope.created() {
            Some(CreatedId::Session(session)) => SessionId::new(session).map(|session| (session, None)),
            Some(CreatedId::Handle { session, handle }) => {
                SessionId::new(session).zip(HandleId::new(handle).map(Some))
            }
            None => None,
        };
        if let Some((session, handle)) = created {
            self.clean_up(session, handle);
        }
        created.is_some()
    }
}
