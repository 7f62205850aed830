//! How requests end: with a response, a refusal, a timeout, or with what they are about.

use super::Engine;
use super::end_reason::EndReason;
use super::keys::RequestId;
use super::options::{Idempotency, Target, Timeout};
use super::output::{Output, Reply};
use super::pending_request::{Pending, Purpose, RESPONSE_LOST};
use crate::config::Recovery;
use crate::error::{Error, ErrorCode};
use crate::time::Span;

impl<In, Out: Clone> Engine<In, Out> {
    /// Removes a pending request, which the caller ends.
    pub(super) fn take(&mut self, id: RequestId) -> Option<Pending<Out>> {
        let pending = self.requests.remove(id)?;
        if let (true, Some((transport, _))) = (pending.handed, self.connection.transport()) {
            self.outputs.push_back(Output::Cancel { transport, request: id });
        }
        if let Target::Handle(key) = pending.target {
            if let Some(handle) = self.sessions.handle_mut(key) {
                handle.pending_requests -= 1;
            }
        }
        if pending.purpose == Purpose::RestoreHandle {
            self.recovery.handle_request_ended();
        }
        Some(pending)
    }

    /// Ends a request with success though it has no response: what it wanted is the case.
    pub(super) fn fulfil(&mut self, id: RequestId) {
        if let Some(pending) = self.take(id) {
            self.count_success(&pending);
            if pending.sent.is_some() {
                self.requests.expect_late_response(id);
            }
            let reply = Reply { message: None, created: None };
            self.outputs.push_back(Output::Reply { request: id, result: Ok(reply) });
        }
    }

    /// Ends a request with an error.
    pub(super) fn end_request(&mut self, id: RequestId, error: Error) {
        if let Some(pending) = self.take(id) {
            let error = self.describe(id, &pending, error);
            self.reply_error(id, &pending, error);
        }
    }

    /// Ends all requests, or all but teardowns, with the error that `explain` gives for whether each was sent.
    pub(super) fn end_requests(
        &mut self,
        keep_teardowns: bool,
        explain: impl Fn(bool) -> (ErrorCode, &'static str),
    ) {
        let keep = |pending: &Pending<Out>| pending.purpose == Purpose::CleanUp || pending.is_teardown();
        for id in self.requests.ids(|pending| !(keep_teardowns && keep(pending))) {
            if let Some(pending) = self.take(id).filter(|pending| !pending.purpose.is_internal()) {
                let (code, text) = explain(pending.sent.is_some());
                let error = self.error_about(id, &pending, code, text);
                self.reply_error(id, &pending, error);
            }
        }
    }

    /// Teardowns of a connection that closes gracefully stay pending until Janus responds: from now on they name
    /// their session and handle by id, as the engine keeps neither.
    pub(super) fn unbind_teardowns(&mut self) {
        for id in self.requests.ids(Pending::is_teardown) {
            let Some(target) = self.requests.get(id).map(|pending| pending.target) else { continue };
            let session = self.sessions.session_of(target).and_then(|session| self.session_id(session));
            let mut handle_id = None;
            if let Target::Handle(key) = target {
                if let Some(handle) = self.sessions.handle_mut(key) {
                    handle.pending_requests -= 1;
                    handle_id = Some(handle.id);
                }
            }
            if let Some(pending) = self.requests.get_mut(id) {
                pending.target = Target::Connection;
                (pending.named_session, pending.named_handle) = (session, handle_id);
            }
        }
    }

    /// Reports the error of a request to the application, or to the engine if it made the request.
    pub(super) fn reply_error(&mut self, id: RequestId, pending: &Pending<Out>, error: Error) {
        match (pending.purpose, pending.target) {
            (Purpose::Application, _) => self.fail(id, error),
            (Purpose::Adopt, target) => {
                self.fail(id, error);
                if let Target::Handle(key) = target {
                    self.end_handle(key, EndReason::NotFound);
                    self.forget_handle(key);
                }
            }
            (Purpose::RestoreSession, Target::Session(key)) => self.on_session_not_restored(key, error),
            (Purpose::RestoreHandle, Target::Handle(key)) => self.on_handle_not_restored(key, error),
            (Purpose::KeepAlive, Target::Session(key)) if error.code() == ErrorCode::JanusRefused => {
                self.on_keepalive_refused(key, error);
            }
            (Purpose::Limits | Purpose::Liveness | Purpose::CleanUp, _) => {}
            (Purpose::KeepAlive | Purpose::RestoreSession | Purpose::RestoreHandle, _) => {}
        }
    }

    pub(super) fn fail(&mut self, request: RequestId, error: Error) {
        self.stats.count(error.code());
        self.outputs.push_back(Output::Reply { request, result: Err(error) });
    }

    /// Counts the response to a request, and its round trip.
    pub(super) fn count_success(&mut self, pending: &Pending<Out>) {
        self.stats.succeeded += 1;
        if let Some(sent) = pending.sent {
            self.round_trips.record(self.now.since(sent));
        }
    }

    pub(super) fn on_request_timeout(&mut self, id: RequestId) {
        let clean_up = self.requests.get(id).filter(|pending| pending.purpose == Purpose::CleanUp);
        if let Some(pending) = clean_up.filter(|_| self.recovery.is_outage()) {
            // There was no transport connection to send it on.
            let longer = self.now.since(pending.created) + Recovery::LONGEST_PAUSE;
            return self.set_timeout(self.now, id, Timeout::After(longer));
        }
        let Some(pending) = self.take(id) else { return };
        // A keepalive that was not even sent says nothing about Janus.
        if let (Purpose::KeepAlive, Some(_), Target::Session(key)) =
            (pending.purpose, pending.sent, pending.target)
        {
            return self.on_silent_keepalive(key, pending.created);
        }
        let error = match pending.awaiting_lost_response() {
            true => self.error_about(id, &pending, ErrorCode::ResponseLost, RESPONSE_LOST),
            false => self.describe(id, &pending, Error::new(ErrorCode::Timeout, self.timeout_text(&pending))),
        };
        self.reply_error(id, &pending, error);
        self.shut_when_done();
    }

    fn timeout_text(&self, pending: &Pending<Out>) -> String {
        let deadline = pending.deadline.unwrap_or(self.now);
        let waited = Span(deadline.since(pending.created));
        if pending.sent.is_some() {
            return format!("no response within {waited}; Janus may still carry the request out");
        }
        let why = match (self.connection.transport(), self.connection.writable) {
            (None, _) => "there was no connection to Janus",
            (Some(_), false) => "the connection took no more data",
            (Some(_), true) if pending.handed => "the requests before it had no response",
            (Some(_), true) => "its session was not restored after an outage",
        };
        format!("not sent within {waited}: {why}")
    }

    pub(super) fn error_about(
        &self,
        id: RequestId,
        pending: &Pending<Out>,
        code: ErrorCode,
        text: &'static str,
    ) -> Error {
        self.describe(id, pending, Error::new(code, text))
    }

    /// Adds to an error which request it is about.
    pub(super) fn describe(&self, id: RequestId, pending: &Pending<Out>, error: Error) -> Error {
        let (session, handle) = match pending.target {
            Target::Connection => (pending.named_session, pending.named_handle),
            Target::Session(key) => (self.session_id(key), None),
            Target::Handle(key) => match self.sessions.handle(key) {
                Some(handle) => (self.session_id(handle.session), Some(handle.id)),
                None => (None, None),
            },
        };
        let transaction = match &pending.transaction {
            Some(text) => text.to_string(),
            None => id.get().to_string(),
        };
        error
            .about(pending.verb.word().to_owned(), session, handle)
            .in_transaction(transaction, self.now.since(pending.created), pending.sent.is_some())
            .idempotent(pending.idempotency == Idempotency::Idempotent)
    }
}
