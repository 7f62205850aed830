//! The commands of the application.
//!
//! Each command returns at once; its result comes as an [`Output::Reply`].

use std::time::Duration;

use super::end_reason::EndReason;
use super::event::{Droppable, Event};
use super::event_queue::Delivery;
use super::keys::{HandleKey, RequestId, SessionKey};
use super::options::{CreateOptions, Idempotency, RequestOptions, Target, Timeout};
use super::output::Reply;
use super::pending_request::{Pending, Purpose};
use super::recovery::being_rebuilt;
use super::timers::Timer;
use super::{Engine, Output};
use crate::error::{CANCELLED, Error, ErrorCode};
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::{AttachOptions, Kind, Transaction, Verb};

impl<In, Out: Clone> Engine<In, Out> {
    /// Asks the server for its version, plugins and limits (`info`).
    pub fn info(&mut self, now: Time) -> RequestId {
        self.ask(now, Target::Connection, Verb::Info, None, safe())
    }

    /// Checks whether the server responds (`ping`).
    pub fn ping(&mut self, now: Time) -> RequestId {
        self.ask(now, Target::Connection, Verb::Ping, None, safe())
    }

    /// Creates a session (`create`).
    pub fn create(&mut self, now: Time, options: CreateOptions) -> RequestId {
        let request = self.prepare(now, Target::Connection, Verb::Create(options.id), None, direct());
        self.submit_with(request, |pending| pending.keepalive = options.keepalive)
    }

    /// Claims a session of an earlier connection (`claim`).
    pub fn claim(&mut self, now: Time, id: SessionId, keepalive: Option<Duration>) -> RequestId {
        let request = self.prepare(now, Target::Connection, Verb::Claim, None, safe());
        self.submit_with(request, |pending| {
            pending.named_session = Some(id);
            pending.keepalive = keepalive;
        })
    }

    /// Ends a session and all its handles (`destroy`).
    pub fn destroy(&mut self, now: Time, session: SessionKey) -> RequestId {
        self.ask(now, Target::Session(session), Verb::Destroy, None, direct())
    }

    /// Attaches a new handle to a plugin (`attach`).
    pub fn attach(&mut self, now: Time, session: SessionKey, options: AttachOptions) -> RequestId {
        self.ask(now, Target::Session(session), Verb::Attach(Box::new(options)), None, direct())
    }

    /// Adopts a handle of a claimed session.
    ///
    /// Its events are kept from now on. A `keepalive` with the handle's id checks that Janus still has it.
    pub fn adopt(&mut self, now: Time, session: SessionKey, id: HandleId) -> RequestId {
        self.advance(now);
        if self.sessions.get(session).is_none() {
            return self.ask(now, Target::Session(session), Verb::Keepalive, None, safe());
        }
        match self.register_handle(session, id, None) {
            Some(key) => {
                let request = self.prepare(now, Target::Handle(key), Verb::Keepalive, None, safe());
                self.submit_with(request, |pending| pending.purpose = Purpose::Adopt)
            }
            None => {
                let request = self.requests.next_id();
                self.stats.requests += 1;
                let error = Error::new(ErrorCode::InvalidArgument, "this handle is in use here already");
                self.fail(request, error.about("adopt", self.session_id(session), Some(id)));
                request
            }
        }
    }

    /// Sends a message to the handle's plugin (`message`); `members` is `"body":{…}`
    /// and perhaps `"jsep":{…}`.
    pub fn message(
        &mut self,
        now: Time,
        handle: HandleKey,
        members: Out,
        options: RequestOptions,
    ) -> RequestId {
        self.ask(now, Target::Handle(handle), Verb::Message, Some(members), options)
    }

    /// Sends candidates (`trickle`); `members` is `"candidate":{…}` or `"candidates":[…]`.
    pub fn trickle(&mut self, now: Time, handle: HandleKey, members: Out) -> RequestId {
        self.ask(now, Target::Handle(handle), Verb::Trickle, Some(members), safe())
    }

    /// Closes the handle's PeerConnection (`hangup`).
    pub fn hangup(&mut self, now: Time, handle: HandleKey) -> RequestId {
        self.ask(now, Target::Handle(handle), Verb::Hangup, None, direct())
    }

    /// Ends a handle (`detach`).
    pub fn detach(&mut self, now: Time, handle: HandleKey) -> RequestId {
        self.ask(now, Target::Handle(handle), Verb::Detach, None, direct())
    }

    /// Sends any request; `members` are its own members.
    pub fn request(
        &mut self,
        now: Time,
        target: Target,
        verb: Verb,
        members: Option<Out>,
        options: RequestOptions,
    ) -> RequestId {
        self.ask(now, target, verb, members, options)
    }

    /// Reserves a transaction for a later request.
    pub fn reserve_transaction(&mut self) -> u64 {
        self.requests.next_id().get()
    }

    /// Returns the pending request with this transaction, and its target.
    #[must_use]
    pub fn find(&self, transaction: &str) -> Option<(RequestId, Target)> {
        let id = self.requests.find(Transaction::from_text(transaction))?;
        self.requests.get(id).map(|open| (id, open.target))
    }

    /// Cancels a request; its reply is [`ErrorCode::Cancelled`]. If it creates a session or a handle later, the
    /// engine removes that from Janus.
    pub fn cancel(&mut self, now: Time, request: RequestId) {
        self.advance(now);
        if let Some(pending) = self.take(request) {
            let error = self.error_about(request, &pending, ErrorCode::Cancelled, CANCELLED);
            self.reply_error(request, &pending, error);
        }
    }

    /// Sets another timeout for a pending request, counted from when it was made.
    pub fn set_timeout(&mut self, now: Time, request: RequestId, timeout: Timeout) {
        self.advance(now);
        let span = self.span_of(timeout);
        if let Some(pending) = self.requests.get_mut(request) {
            pending.deadline = span.map(|span| pending.created + span);
            if let Some(at) = pending.deadline {
                self.timers.set(at, Timer::Request(request));
                self.prune_timers();
            }
        }
    }

    fn span_of(&self, timeout: Timeout) -> Option<Duration> {
        match timeout {
            Timeout::Default => self.config.request_timeout,
            Timeout::After(span) => Some(span),
            Timeout::Never => None,
        }
    }

    /// Ends a request with the event that was [offered](Output::Offer) for it. There is no reply: the caller has the
    /// event.
    pub fn settle(&mut self, request: RequestId) {
        if let Some(pending) = self.take(request) {
            self.count_success(&pending);
        }
    }

    /// Counts a request as refused whose response was a refusal by its plugin: the engine does not read plugin data.
    pub const fn count_plugin_refusal(&mut self) {
        self.stats.succeeded = self.stats.succeeded.saturating_sub(1);
        self.stats.refused += 1;
    }

    /// Passes an [offered](Output::Offer) event to its handle; the request stays pending.
    pub fn provisional(&mut self, handle: HandleKey, message: In) {
        self.push_event(handle, Event::Message { kind: Kind::Event, message });
    }

    /// Returns the next unread event of a handle. After `None`, one [`Output::Readable`] follows when there is an event
    /// again; after [`Event::Ended`] no event follows.
    pub fn next_event(&mut self, handle: HandleKey) -> Option<Event<In>> {
        let event = self.pop_event(handle);
        match event {
            Some(Event::Ended(_)) => self.forget_handle(handle),
            Some(_) => {}
            None => self.sessions.handle_mut(handle)?.queue.delivery = Delivery::Awaited,
        }
        event
    }

    /// Sets which events of a handle may be dropped when they are not read fast enough.
    pub fn set_droppable(&mut self, handle: HandleKey, droppable: Droppable<In>) {
        if let Some(handle) = self.sessions.handle_mut(handle) {
            handle.queue.droppable = Some(droppable);
        }
    }

    /// From now on the events of the handle come as [`Output::Event`], the unread ones first.
    pub fn flow(&mut self, handle: HandleKey) {
        let Some(entry) = self.sessions.handle_mut(handle) else { return };
        entry.queue.delivery = Delivery::Flow;
        let ended = entry.ended.is_some();
        while let Some(event) = self.pop_event(handle) {
            self.outputs.push_back(Output::Event { handle, event });
        }
        if ended {
            self.forget_handle(handle);
        }
    }

    /// From now on the events of the handle wait for [`next_event`](Self::next_event) again.
    pub fn hold(&mut self, handle: HandleKey) {
        if let Some(handle) = self.sessions.handle_mut(handle) {
            handle.queue.delivery = Delivery::Hold;
        }
    }

    /// Removes a handle, and detaches it if it is attached.
    pub fn release(&mut self, now: Time, handle: HandleKey) {
        self.advance(now);
        let Some(entry) = self.sessions.handle(handle) else { return };
        if entry.ended.is_none() {
            let (session, id) = (self.session_id(entry.session), entry.id);
            if let Some(session) = session.filter(|_| !self.recovery.is_rebuilding_handle(handle)) {
                self.clean_up(session, Some(id));
            }
            self.end_handle(handle, EndReason::Detached);
        }
        self.forget_handle(handle);
    }

    /// Removes a session, and destroys it in Janus.
    pub fn forget(&mut self, now: Time, session: SessionKey) {
        self.advance(now);
        self.remove_session(session, EndReason::Destroyed);
    }

    /// Removes a session, and leaves it to Janus: another connection can claim it.
    pub fn leave(&mut self, now: Time, session: SessionKey) {
        self.advance(now);
        self.end_session(session, EndReason::ConnectionClosed);
    }

    pub(super) fn remove_session(&mut self, session: SessionKey, reason: EndReason) {
        let Some(id) = self.session_id(session) else { return };
        if !self.recovery.is_rebuilding(session) {
            self.clean_up(id, None);
        }
        self.end_session(session, reason);
    }

    fn ask(
        &mut self,
        now: Time,
        target: Target,
        verb: Verb,
        members: Option<Out>,
        options: RequestOptions,
    ) -> RequestId {
        let request = self.prepare(now, target, verb, members, options);
        self.submit_with(request, |_| {})
    }

    fn prepare(
        &mut self,
        now: Time,
        target: Target,
        verb: Verb,
        members: Option<Out>,
        options: RequestOptions,
    ) -> (RequestId, Pending<Out>) {
        self.advance(now);
        let span = self.span_of(options.timeout);
        let idempotency = match verb {
            // A second one fails with 458 or 459, which fulfils the teardown.
            Verb::Destroy | Verb::Detach => Idempotency::Idempotent,
            _ => options.idempotency,
        };
        let pending = Pending {
            purpose: Purpose::Application,
            target,
            verb,
            completion: options.completion,
            idempotency,
            members,
            transaction: options.transaction,
            own_credentials: options.own_credentials,
            named_session: None,
            named_handle: None,
            keepalive: None,
            created: self.now,
            deadline: span.map(|span| self.now + span),
            sent: None,
            handed: false,
            acked: false,
            sent_on_previous_connection: false,
        };
        (self.requests.next_id(), pending)
    }

    pub(super) fn submit_with(
        &mut self,
        (id, mut pending): (RequestId, Pending<Out>),
        adjust: impl FnOnce(&mut Pending<Out>),
    ) -> RequestId {
        adjust(&mut pending);
        self.stats.requests += u64::from(!pending.purpose.is_internal());
        if self.end_rebuilding(&pending) {
            self.stats.succeeded += 1;
            self.outputs
                .push_back(Output::Reply { request: id, result: Ok(Reply { message: None, created: None }) });
            return id;
        }
        if let Err(error) = self.admit(id, &pending) {
            self.reply_error(id, &pending, error);
            return id;
        }
        let (target, deadline) = (pending.target, pending.deadline);
        self.requests.insert(id, pending);
        if let Target::Handle(key) = target {
            if let Some(handle) = self.sessions.handle_mut(key) {
                handle.pending_requests += 1;
            }
        }
        if let Some(at) = deadline {
            self.timers.set(at, Timer::Request(id));
            self.prune_timers();
        }
        id
    }

    /// Removes from Janus a session or a handle that no one uses.
    pub(super) fn clean_up(&mut self, session: SessionId, handle: Option<HandleId>) {
        let verb = if handle.is_some() { Verb::Detach } else { Verb::Destroy };
        let request = self.prepare(self.now, Target::Connection, verb, None, direct());
        self.submit_with(request, |pending| {
            pending.purpose = Purpose::CleanUp;
            pending.named_session = Some(session);
            pending.named_handle = handle;
        });
    }

    /// Makes a request of the engine's own.
    pub(super) fn ask_internally(&mut self, purpose: Purpose, target: Target, verb: Verb, timeout: Timeout) {
        let options = RequestOptions { timeout, ..safe() };
        let request = self.prepare(self.now, target, verb, None, options);
        self.submit_with(request, |pending| pending.purpose = purpose);
    }

    /// Whether a request is accepted.
    fn admit(&self, id: RequestId, pending: &Pending<Out>) -> Result<(), Error> {
        let fail = |error| Err(self.describe(id, pending, error));
        let refuse = |code, text: &'static str| fail(Error::new(code, text));
        if let Some(error) = self.connection.phase.refuses(pending.purpose.is_internal()) {
            return fail(error);
        }
        if !pending.purpose.is_internal() && self.is_rebuilding(pending.target) {
            return fail(being_rebuilt());
        }
        match pending.target {
            Target::Connection => {}
            Target::Session(key) if self.sessions.get(key).is_some() => {}
            Target::Session(_) => return refuse(ErrorCode::SessionGone, "the session has ended"),
            Target::Handle(key) => match self.sessions.handle(key).map(|handle| handle.ended) {
                Some(None) => {}
                Some(Some(reason)) => return fail(reason.handle_detached()),
                None => return refuse(ErrorCode::HandleDetached, "the handle has been detached"),
            },
        }
        if self.requests.len() >= self.config.max_requests && !pending.purpose.is_internal() {
            let text = "too many requests are pending; wait for responses, or raise max_requests";
            return refuse(ErrorCode::TooManyRequests, text);
        }
        if pending.has_texts() && pending.texts().any(|text| text.contains('\0')) {
            let text = "Janus's JSON reader refuses the character U+0000 in a plugin's name, an opaque id or a transaction";
            return refuse(ErrorCode::InvalidArgument, text);
        }
        let taken = |text: &str| self.requests.find(Transaction::from_text(text)).is_some();
        if pending.transaction.as_deref().is_some_and(taken) {
            let text = "a request with this transaction is pending; choose another transaction";
            return refuse(ErrorCode::DuplicateTransaction, text);
        }
        Ok(())
    }
}

fn direct() -> RequestOptions {
    RequestOptions::default()
}

fn safe() -> RequestOptions {
    RequestOptions { idempotency: Idempotency::Idempotent, ..RequestOptions::default() }
}
