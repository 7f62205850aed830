//! A handle: one attachment to a plugin, with at most one PeerConnection.

use std::fmt::{self, Write as _};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::task::{Context, Poll};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::desk::{Judge, ask};
use super::event::Event;
use super::reading::counting_raw_fields;
use super::session::Session;
use crate::driver::{Message, Outgoing};
use crate::engine::{Answer, HandleKey, Replay, RequestOptions, Target, Timeout};
use crate::error::{Error, ErrorCode, Result};
use crate::id::HandleId;
use crate::plugins::{Any, NeedsJsep, Plugin, Request};
use crate::wire::{Candidate, Jsep, Payload, Verb};

/// A handle on a plugin.
///
/// Events are held from the first moment on, 1,024 of them, until
/// [`next_event`](Self::next_event) takes them. Dropping the handle detaches it.
pub struct Handle<P: Plugin = Any> {
    session: Session,
    key: HandleKey,
    id: HandleId,
    plugin: PhantomData<fn() -> P>,
}

impl<P: Plugin> Drop for Handle<P> {
    fn drop(&mut self) {
        let key = self.key;
        self.session.connection().shared().command(|engine, desk, now| {
            desk.forget_reader(key);
            engine.release(now, key);
        });
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
        session.connection().shared().lock().0.set_droppable(key, droppable::<P>);
        Self { session, key, id, plugin: PhantomData }
    }

    /// The handle's id in Janus; one that was attached again has another one than before.
    #[must_use]
    pub fn id(&self) -> HandleId {
        let engine = &self.session.connection().shared().lock().0;
        engine.handle_id(self.key).unwrap_or(self.id)
    }

    /// The session that it lives in.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Sends a typed request to the plugin and reads its answer (`message`).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a time-out.
    pub async fn request<R: Request<Plugin = P>>(&self, request: R) -> Result<R::Reply> {
        self.request_with(request, R::TIMEOUT).await
    }

    /// As [`request`](Self::request), with a time-out of one's own.
    ///
    /// # Errors
    /// As [`request`](Self::request).
    pub async fn request_with<R: Request<Plugin = P>>(
        &self,
        request: R,
        timeout: Timeout,
    ) -> Result<R::Reply> {
        let exchanged = needs_jsep(&request)?;
        let members = message_members(R::BODY, &request, request.jsep())?;
        let options =
            RequestOptions { answer: R::ANSWER, timeout, replay: R::REPLAY, ..RequestOptions::default() };
        let key = self.key;
        let shared = self.session.connection().shared();
        let judge: Judge = |message| R::verdict(message);
        let judge = matches!(R::ANSWER, Answer::Judged | Answer::Untied).then_some(judge);
        let reply = ask(shared, judge, |engine, now| engine.message(now, key, members, options)).await;
        let message = reply.map_err(unanswered::<R>)?.message;
        let about = |refusal: Error| refusal.about("message", Some(self.session.id()), Some(self.id()));
        match message.plugin_refusal() {
            Some(refusal) => Err(about(refusal)),
            None if exchanged.is_some() && matches!(message.jsep(), Ok(None)) => {
                let field = exchanged.unwrap_or_default();
                let text = format!(
                    "\"{field}\" changed nothing: it needs an SDP (jsep), and the answer brought none"
                );
                Err(about(Error::new(ErrorCode::InvalidArgument, text)))
            }
            None => counting_raw_fields(shared, &message, |message| R::reply(message)).map_err(about),
        }
    }

    /// Sends any body to the plugin, and perhaps an SDP (`message`).
    ///
    /// The answer is the plugin's data: that of the direct answer, or of the first
    /// event with the request's transaction.
    ///
    /// # Errors
    /// As [`request`](Self::request); [`ErrorCode::InvalidArgument`] when the body is no object.
    pub async fn message(&self, body: &impl Serialize, jsep: Option<&Jsep>) -> Result<(Value, Option<Jsep>)> {
        let message = self.message_raw(body, jsep).await?;
        Ok((message.plugin_data()?, message.jsep()?))
    }

    /// As [`message`](Self::message), with the answer as it came: what its [`Payload`] is not asked for is
    /// not read. For answers that are large.
    ///
    /// ```no_run
    /// # async fn example(handle: bifrons::Handle) -> bifrons::Result<()> {
    /// use bifrons::wire::Payload as _;
    ///
    /// #[derive(serde::Deserialize)]
    /// struct Rooms {
    ///     list: Vec<serde::de::IgnoredAny>,
    /// }
    /// let answer = handle.message_raw(&serde_json::json!({ "request": "list" }), None).await?;
    /// println!("{} rooms", answer.plugin_data::<Rooms>()?.list.len());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`message`](Self::message).
    pub async fn message_raw(&self, body: &impl Serialize, jsep: Option<&Jsep>) -> Result<Message> {
        let members = message_members(&[], body, jsep)?;
        let options = RequestOptions { answer: Answer::FirstEvent, ..RequestOptions::default() };
        let key = self.key;
        let shared = self.session.connection().shared();
        let message =
            ask(shared, None, |engine, now| engine.message(now, key, members, options)).await?.message;
        match message.plugin_refusal() {
            Some(refusal) => Err(refusal.about("message", Some(self.session.id()), Some(self.id()))),
            None => Ok(message),
        }
    }

    /// Sends a candidate (`trickle`); an empty one means that no more follow.
    ///
    /// # Errors
    /// A refusal by Janus; a time-out.
    pub async fn trickle(&self, candidate: Candidate) -> Result<()> {
        self.send_candidates("candidate", &candidate.normalised()).await
    }

    /// Sends several candidates at once (`trickle`).
    ///
    /// # Errors
    /// As [`trickle`](Self::trickle).
    pub async fn trickle_all(&self, candidates: Vec<Candidate>) -> Result<()> {
        let candidates: Vec<_> = candidates.into_iter().map(Candidate::normalised).collect();
        self.send_candidates("candidates", &candidates).await
    }

    /// Says that no more candidates follow (`trickle`).
    ///
    /// # Errors
    /// As [`trickle`](Self::trickle).
    pub async fn trickle_complete(&self) -> Result<()> {
        self.trickle(Candidate::COMPLETED).await
    }

    async fn send_candidates(&self, name: &str, candidates: &impl Serialize) -> Result<()> {
        let members = format!("\"{name}\":{}", json(candidates)?);
        let shared = self.session.connection().shared();
        ask(shared, None, |engine, now| engine.trickle(now, self.key, Outgoing::from(members)))
            .await
            .map(drop)
    }

    /// Closes the PeerConnection; the handle can have a new one (`hangup`).
    ///
    /// Without a PeerConnection, Janus 1.2.2 and newer do nothing and tell nothing; older ones tell the plugin.
    ///
    /// # Errors
    /// A refusal by Janus; a time-out.
    pub async fn hangup(&self) -> Result<()> {
        let shared = self.session.connection().shared();
        ask(shared, None, |engine, now| engine.hangup(now, self.key)).await.map(drop)
    }

    /// Ends the handle (`detach`). Its events up to [`Event::Ended`] can still be read.
    ///
    /// # Errors
    /// A handle that has ended already; a time-out.
    pub async fn detach(&self) -> Result<()> {
        let shared = self.session.connection().shared();
        ask(shared, None, |engine, now| engine.detach(now, self.key)).await.map(drop)
    }

    /// Sends a request of your own that names this handle.
    ///
    /// # Errors
    /// As the server answers; [`ErrorCode::InvalidArgument`] when `members` is no object.
    pub async fn raw(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        self.session.connection().send(Target::Handle(self.key), request, members).await?.read()
    }

    /// The next event; nothing once the handle has ended and all was read.
    ///
    /// Meant for one reader at a time.
    pub async fn next_event(&self) -> Option<Event<P::Event>> {
        poll_fn(|cx| self.poll_event(cx)).await
    }

    /// Polls for the next event, see [`next_event`](Self::next_event).
    pub fn poll_event(&self, cx: &mut Context<'_>) -> Poll<Option<Event<P::Event>>> {
        let shared = self.session.connection().shared();
        let (event, relieved) = {
            let (engine, desk) = &mut *shared.lock();
            let event = engine.next_event(self.key);
            if event.is_none() {
                if !engine.has_handle(self.key) {
                    return Poll::Ready(None);
                }
                desk.read_later(self.key, cx.waker());
            }
            (event, engine.has_output())
        };
        if relieved {
            shared.wake().wake();
        }
        match event {
            Some(event) => Poll::Ready(Some(Event::read::<P>(event, shared))),
            None => Poll::Pending,
        }
    }
}

/// Refuses a request without the SDP that it needs; or names the field for which the answer must bring one.
fn needs_jsep<R: Request>(request: &R) -> Result<Option<&'static str>> {
    match R::NEEDS_JSEP {
        _ if request.jsep().is_some() => Ok(None),
        NeedsJsep::Never => Ok(None),
        NeedsJsep::Always => {
            let name =
                R::BODY.iter().find(|(name, _)| *name == "request").map_or("the request", |(_, value)| value);
            let text = format!("{name} needs an SDP (jsep): without one Janus says \"ok\" and does nothing");
            Err(Error::new(ErrorCode::InvalidArgument, text))
        }
        NeedsJsep::Exchanged(fields) => {
            let body = serde_json::to_value(request).unwrap_or_default();
            Ok(fields.iter().copied().find(|field| body[*field] == true))
        }
    }
}

/// A time-out says what it means, where the plugin leaves some requests without an answer.
fn unanswered<R: Request>(error: Error) -> Error {
    let explained = error.code() == ErrorCode::Timeout && !R::UNANSWERED.is_empty();
    if explained { error.explained(R::UNANSWERED) } else { error }
}

/// An SDP is never dropped, whatever the plugin says.
fn droppable<P: Plugin>(message: &Message) -> bool {
    matches!(message.jsep(), Ok(None)) && P::droppable(message)
}

/// A request in Janus's own words.
#[derive(Clone, Debug)]
pub struct RawRequest {
    verb: Verb,
    options: RequestOptions,
}

impl RawRequest {
    /// The request that goes by this word, such as `list_sessions`.
    pub fn new(word: impl Into<Box<str>>) -> Self {
        Self { verb: Verb::Other(word.into()), options: RequestOptions::default() }
    }

    /// What ends it; the direct reply without this.
    #[must_use]
    pub fn answer(mut self, answer: Answer) -> Self {
        self.options.answer = answer;
        self
    }

    /// How long it waits.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Timeout::After(timeout);
        self
    }

    /// Whether it may be sent twice.
    #[must_use]
    pub fn replay(mut self, replay: Replay) -> Self {
        self.options.replay = replay;
        self
    }

    /// A transaction of one's own; one that is in use is refused.
    #[must_use]
    pub fn transaction(mut self, transaction: impl Into<Box<str>>) -> Self {
        self.options.transaction = Some(transaction.into());
        self
    }

    pub(super) fn verb(&self) -> Verb {
        self.verb.clone()
    }

    pub(super) fn options(&self) -> RequestOptions {
        self.options.clone()
    }
}

/// The members of an object, as they follow other members; nothing for an empty one.
pub(super) fn members_of(members: &impl Serialize) -> Result<Option<Outgoing>> {
    let text = json(members)?;
    match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).map(str::trim) {
        Some("") => Ok(None),
        Some(members) => Ok(Some(Outgoing::from(members))),
        None if text == "null" => Ok(None),
        None => Err(Error::new(ErrorCode::InvalidArgument, "a request's members must be an object")),
    }
}

fn message_members(fixed: &[(&str, &str)], body: &impl Serialize, jsep: Option<&Jsep>) -> Result<Outgoing> {
    let mut text = String::with_capacity(128 + jsep.map_or(0, |jsep| jsep.sdp.len() * 9 / 8));
    text.push_str("\"body\":{");
    for (name, value) in fixed {
        let _ = write!(text, "\"{name}\":\"{value}\",");
    }
    let start = text.len();
    text = append_json(text, body)?;
    if !text[start..].starts_with('{') {
        return Err(Error::new(ErrorCode::InvalidArgument, "a message's body must be an object"));
    }
    // The body's own members follow the fixed ones.
    text.remove(start);
    if text[start..].trim_start() == "}" && !fixed.is_empty() {
        text.remove(start - 1);
    }
    if let Some(jsep) = jsep {
        text.push_str(",\"jsep\":");
        text = append_json(text, jsep)?;
    }
    Ok(Outgoing::from(text))
}

fn json(value: &impl Serialize) -> Result<String> {
    append_json(String::new(), value)
}

fn append_json(text: String, value: &impl Serialize) -> Result<String> {
    let mut bytes = text.into_bytes();
    let written = serde_json::to_writer(&mut bytes, value);
    let unusable = || Error::new(ErrorCode::InvalidArgument, "the request can't be written as JSON");
    written.map_err(|_| unusable())?;
    String::from_utf8(bytes).map_err(|_| unusable())
}
