//! One open page of the echo test: its requests, and what it gets.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message, WebSocket, close_code};
use bifrons::plugins::echotest::{EchoTest, Event as EchoEvent, Start};
use bifrons::{Candidate, Event, Handle, Jsep};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use crate::admission::RateLimit;
use crate::janus_link::{Link, Links};
use crate::page_request::{Refusal, Request, Settings, read};

/// How long a page may take to receive a message, and to send any.
const SILENCE: Duration = Duration::from_secs(20);
/// How long a page may take to close when the server has closed.
const CLOSING: Duration = Duration::from_secs(2);
const MESSAGES: RateLimit = RateLimit::new(60.0, 20.0);

struct Call {
    handle: Handle<EchoTest>,
    settings: Settings,
    /// How many recordings it has started.
    recordings: u32,
}

pub(crate) struct EchoPage {
    socket: WebSocket,
    janus: Links,
    call: Option<Call>,
    messages: RateLimit,
}

/// Why the server closes a page's WebSocket; `None` if the page is gone.
type Closed = Option<CloseFrame>;

impl EchoPage {
    pub(crate) fn new(socket: WebSocket, janus: Links) -> Self {
        Self { socket, janus, call: None, messages: MESSAGES }
    }

    /// Serves the page until it closes. Then its handle is dropped, and its session with it.
    pub(crate) async fn run(mut self) {
        let closed = match self.serve().await {
            Ok(never) => match never {},
            Err(closed) => closed,
        };
        drop(self.call.take());
        if let Some(frame) = closed {
            // The page may have gone meanwhile, or not read.
            let _ = timeout(CLOSING, close(&mut self.socket, frame)).await;
        }
    }

    async fn serve(&mut self) -> Result<Infallible, Closed> {
        let mut heard = Instant::now();
        let mut checks = tokio::time::interval(SILENCE / 2);
        self.send_state().await?;
        loop {
            tokio::select! {
                message = self.socket.recv() => {
                    heard = Instant::now();
                    self.take(message).await?;
                }
                event = next_event(self.call.as_ref()) => self.pass(event).await?,
                Ok(()) = self.janus.changed() => self.send_state().await?,
                _ = checks.tick() => {
                    if heard.elapsed() >= SILENCE {
                        return Err(None);
                    }
                    self.send(Message::Ping(Bytes::new())).await?;
                }
            }
        }
    }

    async fn take(&mut self, message: Option<Result<Message, axum::Error>>) -> Result<(), Closed> {
        match message {
            Some(Ok(Message::Text(text))) if self.messages.take() => self.receive(&text).await,
            Some(Ok(Message::Text(_))) => Err(Some(frame(close_code::POLICY, "too many messages"))),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(()),
            Some(Ok(Message::Binary(_))) => Err(Some(frame(close_code::UNSUPPORTED, "text only"))),
            // Its message is too large, or no WebSocket's at all.
            Some(Err(_)) => Err(Some(frame(close_code::SIZE, ""))),
            Some(Ok(Message::Close(_))) | None => Err(None),
        }
    }

    async fn receive(&mut self, text: &str) -> Result<(), Closed> {
        let (id, request) = read(text);
        let outcome = match request {
            Ok(request) => self.perform(request).await,
            Err(refusal) => Err(refusal),
        };
        let mut response = match outcome {
            Ok(Some(jsep)) => json!({ "type": "response", "jsep": jsep }),
            Ok(None) => json!({ "type": "response" }),
            Err(Refusal(code, text)) => json!({ "type": "error", "code": code, "text": text }),
        };
        if let Some(id) = id {
            response["id"] = id.into();
        }
        self.send_json(response).await
    }

    async fn perform(&mut self, request: Request) -> Result<Option<Jsep>, Refusal> {
        match request {
            Request::Offer(settings, offer) => self.start(settings, offer).await,
            Request::Configure(settings) => apply(self.running()?, settings, None).await,
            Request::Restart(offer) => {
                let call = self.running()?;
                apply(call, call.settings, Some(offer)).await
            }
            Request::Trickle(candidate) => {
                self.running()?.handle.trickle(candidate).await?;
                Ok(None)
            }
            // The event of the hangup follows; then the call ends.
            Request::Hangup => {
                self.running()?.handle.hangup().await?;
                Ok(None)
            }
        }
    }

    async fn start(&mut self, settings: Settings, offer: Jsep) -> Result<Option<Jsep>, Refusal> {
        if self.call.is_some() {
            return Err(Refusal::new("busy", "This page has a call already: hang up first."));
        }
        let link = self.janus.borrow().clone();
        let Some(Link { connection, .. }) = link else {
            let text = "The server has no connection to Janus at the moment.";
            return Err(Refusal::new("janus-unavailable", text));
        };
        // A session for each call: when it is dropped, all that the call had in Janus ends with it.
        let handle = connection.create().await?.attach::<EchoTest>().await?;
        let mut call = Call { handle, settings: Settings { record: false, ..settings }, recordings: 0 };
        let answer = apply(&mut call, settings, Some(offer)).await?;
        self.call = Some(call);
        Ok(answer)
    }

    fn running(&mut self) -> Result<&mut Call, Refusal> {
        self.call.as_mut().ok_or_else(|| Refusal::new("no-call", "There is no call."))
    }

    /// Passes an event of Janus on to the page.
    async fn pass(&mut self, event: Option<Event<EchoEvent>>) -> Result<(), Closed> {
        let named = |name: &str| json!({ "type": "janus", "event": name });
        let (message, is_over) = match event {
            Some(Event::WebrtcUp) => (named("webrtcup"), false),
            Some(Event::IceFailed) => (named("ice-failed"), false),
            Some(Event::Media(media)) => (
                json!({ "type": "janus", "event": "media", "media": media.kind, "receiving": media.receiving }),
                false,
            ),
            Some(Event::SlowLink(link)) => {
                let fields = json!({ "type": "janus", "event": "slowlink", "media": link.media, "uplink": link.uplink, "lost": link.lost });
                (fields, false)
            }
            Some(Event::Trickle(Candidate::Completed { .. })) => {
                (json!({ "type": "trickle", "candidate": null }), false)
            }
            Some(Event::Trickle(candidate)) => (json!({ "type": "trickle", "candidate": candidate }), false),
            Some(Event::Hangup { reason }) => {
                (json!({ "type": "janus", "event": "hangup", "reason": reason }), true)
            }
            Some(Event::Plugin(EchoEvent::Result(outcome))) => {
                (json!({ "type": "janus", "event": "result", "result": outcome.result }), false)
            }
            Some(Event::Plugin(EchoEvent::SlowLink(link))) => (
                json!({ "type": "janus", "event": "capped", "media": link.media, "bitrate": link.bitrate }),
                false,
            ),
            Some(Event::Plugin(EchoEvent::Error(error))) => {
                (json!({ "type": "janus", "event": "error", "text": error.message() }), false)
            }
            Some(Event::Ended(_)) | None => (named("detached"), true),
            Some(_) => return Ok(()),
        };
        let is_detached = message["event"] == "detached";
        self.send_json(message).await?;
        let ended = if is_over { self.call.take() } else { None };
        match ended.filter(|_| !is_detached) {
            Some(call) => {
                // It may have ended already.
                let _ = call.handle.detach().await;
                self.send_json(named("detached")).await
            }
            None => Ok(()),
        }
    }

    async fn send_state(&mut self) -> Result<(), Closed> {
        let link = self.janus.borrow_and_update().clone();
        let mut state =
            json!({ "type": "state", "janus": if link.is_some() { "ready" } else { "unavailable" } });
        if let Some(Link { version, direct, .. }) = link {
            state["version"] = (*version).into();
            if let Some(direct) = direct {
                state["direct"] = json!(direct);
            }
        }
        self.send_json(state).await
    }

    async fn send_json(&mut self, message: Value) -> Result<(), Closed> {
        self.send(Message::text(message.to_string())).await
    }

    /// Fails if the page is gone, or does not read.
    async fn send(&mut self, message: Message) -> Result<(), Closed> {
        match timeout(SILENCE, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(None),
        }
    }
}

/// Closes, and reads what is on its way until the page closes, too: otherwise it might not get the reason.
async fn close(socket: &mut WebSocket, frame: CloseFrame) -> Result<(), axum::Error> {
    socket.send(Message::Close(Some(frame))).await?;
    while let Some(Ok(_)) = socket.recv().await {}
    Ok(())
}

fn frame(code: u16, reason: &'static str) -> CloseFrame {
    CloseFrame { code, reason: reason.into() }
}

/// The next event of the call; none comes without one.
async fn next_event(call: Option<&Call>) -> Option<Event<EchoEvent>> {
    match call {
        Some(call) => call.handle.next_event().await,
        None => std::future::pending().await,
    }
}

async fn apply(call: &mut Call, settings: Settings, offer: Option<Jsep>) -> Result<Option<Jsep>, Refusal> {
    let mut start =
        Start::default().audio(settings.audio).video(settings.video).bitrate(u64::from(settings.bitrate));
    if let Some(offer) = offer {
        start = start.jsep(offer);
    }
    // Only a change is sent: Janus would start new files for a running recording.
    if settings.record != call.settings.record {
        start = start.record(settings.record);
        if settings.record {
            call.recordings += 1;
            start = start.filename(format!("echotest-{}-{}", call.handle.id(), call.recordings));
        }
    }
    let answer = call.handle.start(start).await?.jsep;
    call.settings = settings;
    Ok(answer)
}
