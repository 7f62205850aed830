//! A handle: one attachment to a plugin, with at most one PeerConnection.

use std::fmt;
use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::sync::{Arc, OnceLock};
use std::task::Waker;

use serde::Serialize;
use serde_json::Value;
use tracing::Span;

use super::current_id::CurrentId;
use super::event::Event;
use super::events::{Events, poll_event};
use super::raw_fields::counting_raw_fields;
use super::request::{RawRequest, json, message_members, name_in, name_in_body, name_in_members, readable};
use super::request_span::Call;
use super::response::{PluginRequest, Response, send};
use super::session::Session;
use super::spans::handle_span;
use super::waiters::Decide;
use crate::driver::Engine;
use crate::engine::{Completion, EndReason, HandleKey, RequestId, RequestOptions, Target, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::id::HandleId;
use crate::plugins::{Accepts, Any, NeedsJsep, Plugin, Request, may_be_dropped};
use crate::time::Time;
use crate::transport::{Message, Outgoing};
use crate::wire::{Candidate, Jsep, Payload};

/// A handle on a plugin. The module of each plugin, such as [`videoroom`](crate::plugins::videoroom), lists its requests,
/// which are methods of this type.
///
/// Events are held from the first moment on, until [`events`](Self::events) or [`next_event`](Self::next_event)
/// takes them. Above
/// [`max_events`](crate::Config::max_events) (1,024) droppable ones go; at four times as many the handle
/// [ends](EndReason::Overflow). Dropping the handle detaches it.
pub struct Handle<P: Plugin = Any> {
    session: Session,
    key: HandleKey,
    id: CurrentId,
    /// Set once the application has read the handle's end.
    ended: Arc<OnceLock<EndReason>>,
    span: Span,
    plugin: PhantomData<fn() -> P>,
}

impl<P: Plugin> Drop for Handle<P> {
    fn drop(&mut self) {
        let key = self.key;
        let readers = self.session.connection().shared().command(|engine, waiters, now| {
            engine.release(now, key);
            waiters.forget_handle(key)
        });
        // The streams of its events end.
        readers.into_iter().for_each(Waker::wake);
    }
}

impl<P: Plugin> fmt::Debug for Handle<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle")
            .field("id", &self.id().get())
            .field("session", &self.session.id().get())
            .field("plugin", &P::PACKAGE)
            .finish_non_exhaustive()
    }
}

impl<P: Plugin> Handle<P> {
    pub(super) fn new(session: Session, key: HandleKey, id: HandleId) -> Self {
        let span = handle_span(session.span(), P::PACKAGE, id);
        let id = CurrentId::new(id.get());
        {
            let (engine, waiters) = &mut *session.connection().shared().lock();
            engine.set_droppable(key, may_be_dropped::<P, Message>);
            waiters.track_handle(engine, key, &id);
        }
        Self { session, key, id, ended: Arc::default(), span, plugin: PhantomData }
    }

    /// The handle's id in Janus; one that was attached again has another one than before.
    #[must_use]
    pub fn id(&self) -> HandleId {
        HandleId::restored(self.id.get())
    }

    /// The session that it lives in.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Sends a typed request to the plugin and reads its response (`message`).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn request<R: Request>(&self, request: R) -> Result<R::Reply>
    where
        P: Accepts<R>,
    {
        self.request_with(request, R::TIMEOUT).await
    }

    /// As [`request`](Self::request), with its own timeout: a `Duration`, `None` for no limit, or a [`Timeout`].
    ///
    /// # Errors
    /// As [`request`](Self::request).
    ///
    /// # Cancel safety
    /// As [`request`](Self::request).
    pub async fn request_with<R: Request>(&self, request: R, timeout: impl Into<Timeout>) -> Result<R::Reply>
    where
        P: Accepts<R>,
    {
        self.in_span(name_of::<R>(), self.exchange_typed(request, timeout.into())).await
    }

    async fn exchange_typed<R: Request>(&self, request: R, timeout: Timeout) -> Result<R::Reply> {
        let name = name_of::<R>();
        let named = |error: Error| error.named(name);
        let exchanged = needs_jsep(&request).map_err(named)?;
        let members = message_members(R::BODY, &request, request.sent_jsep()).map_err(named)?;
        let options = RequestOptions {
            completion: R::COMPLETION,
            timeout,
            idempotency: R::IDEMPOTENCY,
            ..RequestOptions::default()
        };
        let decide: Decide = |message| R::verdict(message);
        let decide =
            matches!(R::COMPLETION, Completion::PluginDecides | Completion::Uncorrelated).then_some(decide);
        let about = PluginRequest { name, since: R::SINCE };
        let response = self.exchange(about, members, options, decide).await.map_err(unanswered::<R>)?;
        let message = response.message();
        if let Some(field) = exchanged.filter(|_| matches!(message.jsep(), Ok(None))) {
            let text = format!(
                "\"{field}\" changed nothing: it needs an SDP (jsep), and the response contains none"
            );
            return Err(self.describe(&response, Error::new(ErrorCode::InvalidArgument, text), about));
        }
        let shared = self.session.connection().shared();
        let result = counting_raw_fields(shared, &*message, |message| R::reply(message));
        result.map_err(|error| self.describe(&response, error, about))
    }

    /// Sends a message and waits for its response; a refusal by the plugin is an error.
    async fn exchange(
        &self,
        about: PluginRequest<'_>,
        members: Outgoing,
        options: RequestOptions,
        decide: Option<Decide>,
    ) -> Result<Response> {
        let (shared, key) = (self.session.connection().shared(), self.key);
        let response = send(shared, decide, |engine, now| engine.message(now, key, members, options)).await;
        let response = response.map_err(|error| self.explain(error).named(about.name.to_owned()))?;
        match response.message().plugin_refusal() {
            Some(refusal) => Err(self.describe(&response, refusal, about)),
            None => Ok(response),
        }
    }

    fn describe(&self, response: &Response, error: Error, about: PluginRequest<'_>) -> Error {
        let shared = self.session.connection().shared();
        response.describe(shared, error, about, Some(self.session.id()), Some(self.id()))
    }

    /// Sends any body to the plugin, and perhaps an SDP (`message`).
    ///
    /// Returns the plugin's data: that of the direct response, or of the first
    /// event with the request's transaction.
    ///
    /// # Errors
    /// As [`request`](Self::request); [`ErrorCode::InvalidArgument`] when the body is no object.
    ///
    /// # Cancel safety
    /// As [`request`](Self::request).
    pub async fn message(&self, body: &impl Serialize, jsep: Option<&Jsep>) -> Result<(Value, Option<Jsep>)> {
        let message = self.message_raw(body, jsep).await?;
        Ok((message.plugin_data()?, message.jsep()?))
    }

    /// As [`message`](Self::message), with the response as the message that came: only what its [`Payload`] is asked
    /// for is parsed. For large responses.
    ///
    /// ```no_run
    /// # async fn example(handle: bifrons::Handle) -> bifrons::Result<()> {
    /// use bifrons::wire::Payload as _;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Rooms {
    ///     list: Vec<serde::de::IgnoredAny>,
    /// }
    /// let response = handle.message_raw(&serde_json::json!({ "request": "list" }), None).await?;
    /// println!("{} rooms", response.plugin_data::<Rooms>()?.list.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`message`](Self::message).
    ///
    /// # Cancel safety
    /// As [`request`](Self::request).
    pub async fn message_raw(&self, body: &impl Serialize, jsep: Option<&Jsep>) -> Result<Message> {
        let members = message_members(&[], body, jsep)
            .map_err(|error| error.named(name_in_body(body).unwrap_or_else(|| MESSAGE.to_owned())))?;
        let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
        let name = name_in(&members);
        let about = PluginRequest { name: name.as_deref().unwrap_or(MESSAGE), since: None };
        let exchange = self.exchange(about, members, options, None);
        self.in_span(about.name, async { Ok(exchange.await?.message().into_owned()) }).await
    }

    /// Sends a candidate (`trickle`); an empty one means that no more follow.
    ///
    /// # Errors
    /// A refusal by Janus; a timeout.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn trickle(&self, candidate: Candidate) -> Result<()> {
        self.send_candidates("candidate", &candidate.normalised()).await
    }

    /// Sends several candidates at once (`trickle`).
    ///
    /// # Errors
    /// As [`trickle`](Self::trickle).
    ///
    /// # Cancel safety
    /// As [`trickle`](Self::trickle).
    pub async fn trickle_all(&self, candidates: Vec<Candidate>) -> Result<()> {
        let candidates: Vec<_> = candidates.into_iter().map(Candidate::normalised).collect();
        self.send_candidates("candidates", &candidates).await
    }

    /// Sends end-of-candidates (`trickle`).
    ///
    /// # Errors
    /// As [`trickle`](Self::trickle).
    ///
    /// # Cancel safety
    /// As [`trickle`](Self::trickle).
    pub async fn trickle_complete(&self) -> Result<()> {
        self.trickle(Candidate::COMPLETED).await
    }

    async fn send_candidates(&self, name: &str, candidates: &impl Serialize) -> Result<()> {
        let members = format!("\"{name}\":{}", json(candidates)?);
        readable(&members)?;
        self.command("trickle", |engine, now| engine.trickle(now, self.key, Outgoing::from(members))).await
    }

    async fn command(&self, verb: &str, command: impl FnOnce(&mut Engine, Time) -> RequestId) -> Result<()> {
        self.in_span(verb, async {
            let response = send(self.session.connection().shared(), None, command).await;
            response.map(drop).map_err(|error| self.explain(error))
        })
        .await
    }

    fn in_span<'a, T, F: Future<Output = Result<T>>>(
        &'a self,
        request: &str,
        exchange: F,
    ) -> impl Future<Output = Result<T>> + use<'a, T, F, P> {
        let plugin = Some(P::PACKAGE).filter(|package| !package.is_empty());
        let call = Call { plugin, handle: Some(self.id()), within: Some(&self.span), ..Call::new(request) };
        self.session.in_span(call, exchange)
    }

    /// The error of a request for a handle that the engine has removed: it depends on why the handle ended.
    fn explain(&self, error: Error) -> Error {
        match self.ended.get().filter(|_| error.code() == ErrorCode::HandleDetached) {
            Some(reason) => error.explained(reason.clause()).with_fault(reason.fault()),
            None => error,
        }
    }

    /// Closes the PeerConnection; the handle can have a new one (`hangup`).
    ///
    /// Without a PeerConnection, Janus 1.2.2 and newer do nothing; older versions inform the plugin.
    ///
    /// # Errors
    /// A refusal by Janus; a timeout.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn hangup(&self) -> Result<()> {
        self.command("hangup", |engine, now| engine.hangup(now, self.key)).await
    }

    /// Ends the handle (`detach`). Its events up to [`Event::Ended`] can still be read.
    ///
    /// # Errors
    /// A handle that has ended already; a timeout.
    ///
    /// # Cancel safety
    /// Once polled, the handle is detached, also if the future is dropped.
    pub async fn detach(&self) -> Result<()> {
        self.in_span("detach", async {
            let shared = self.session.connection().shared();
            let detach = send(shared, None, |engine, now| engine.detach(now, self.key));
            detach.teardown().await.map(drop).map_err(|error| self.explain(error))
        })
        .await
    }

    /// Sends a request of your own that names this handle.
    ///
    /// # Errors
    /// Those of the server; [`ErrorCode::InvalidArgument`] if `members` is not an object.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn raw_request(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        let verb = request.verb();
        self.in_span(verb.word(), async {
            let response = self.session.connection().send(Target::Handle(self.key), request, members).await;
            let response = response.map_err(|error| {
                let error = self.explain(error);
                match name_in_members(members).filter(|_| verb.word() == MESSAGE) {
                    Some(name) => error.named(name),
                    None => error,
                }
            });
            response?.message().read()
        })
        .await
    }

    /// Returns the events as a [`Stream`](futures_util::Stream), for a task that does nothing else: the handle's
    /// requests need only `&self`, so other tasks can share it in an `Arc`.
    ///
    /// Each event goes to one reader, the first that asks: a stream of this method, or
    /// [`next_event`](Self::next_event). With two readers at a time each has a part of the events, and both end. There
    /// is no lock on reading, so that a reader that was dropped leaves its place to the next one.
    ///
    /// ```no_run
    /// # async fn example(session: bifrons::Session) -> bifrons::Result<()> {
    /// use bifrons::plugins::echotest::{EchoTest, Start};
    ///
    /// let echo = session.attach::<EchoTest>().await?;
    /// let mut events = echo.events();
    /// tokio::spawn(async move {
    ///     while let Some(event) = events.next().await {
    ///         println!("{event:?}");
    ///     }
    /// });
    /// echo.start(Start::default().audio(true)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn events(&self) -> Events<P> {
        Events::new(self.session.connection().shared(), self.key, &self.ended)
    }

    /// Returns the next event, or `None` once the handle has ended and all events were read.
    ///
    /// As [`events`](Self::events), for one event; two readers share the events.
    ///
    /// # Cancel safety
    /// No event is lost: the future takes an event only when it returns it.
    pub async fn next_event(&self) -> Option<Event<P::Event>> {
        let shared = self.session.connection().shared();
        poll_fn(|cx| poll_event::<P>(shared, self.key, &self.ended, cx)).await
    }
}

/// The verb of plugin requests; an error names it if the body has no `request`.
const MESSAGE: &str = "message";

/// The plugin's name of the request, such as `join`.
fn name_of<R: Request>() -> &'static str {
    R::BODY.iter().find(|(name, _)| *name == "request").map_or(MESSAGE, |(_, request)| request)
}

/// Refuses a request without the SDP that it needs; or returns the field for which the response must contain one.
fn needs_jsep<R: Request>(request: &R) -> Result<Option<&'static str>> {
    match R::NEEDS_JSEP {
        _ if request.sent_jsep().is_some() => Ok(None),
        NeedsJsep::Never => Ok(None),
        NeedsJsep::Always => {
            let name = name_of::<R>();
            let text =
                format!("{name} needs an SDP (jsep): without one Janus responds \"ok\" and does nothing");
            Err(Error::new(ErrorCode::InvalidArgument, text))
        }
        NeedsJsep::Exchanged(fields) => {
            let body = serde_json::to_value(request).unwrap_or_default();
            Ok(fields.iter().copied().find(|field| body[*field] == true))
        }
    }
}

/// Explains a timeout, where the plugin responds to some requests only.
fn unanswered<R: Request>(error: Error) -> Error {
    let explained = error.code() == ErrorCode::Timeout && !R::TIMEOUT_HINT.is_empty();
    if explained { error.explained(R::TIMEOUT_HINT) } else { error }
}
