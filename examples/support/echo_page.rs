//! One open page of the echo test: its requests, and what it gets.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{Message, WebSocket};
use bifrons::plugins::echotest::{EchoTest, Event as EchoEvent, Start};
use bifrons::{Candidate, Connection, ConnectionEvent, ConnectionState, Event, Handle, Jsep};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

/// How long a page may take to receive a message, and to send any.
const SILENCE: Duration = Duration::from_secs(20);
/// The most messages of a page in ten seconds.
const MAX_MESSAGES: u32 = 200;
const MAX_SDP: usize = 48 << 10;
const MAX_CANDIDATE: usize = 1024;

/// A request of the page. Only these fields are read, each with its type.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Request {
    Offer {
        #[serde(flatten)]
        settings: Settings,
        sdp: String,
    },
    Configure {
        #[serde(flatten)]
        settings: Settings,
    },
    Restart {
        sdp: String,
    },
    Trickle {
        candidate: Option<Candidate>,
    },
    Hangup,
}

#[derive(Clone, Copy, Deserialize)]
struct Settings {
    audio: bool,
    video: bool,
    bitrate: u32,
    record: bool,
}

/// What a page may know of an error: a code and this server's own text.
struct Refusal(&'static str, String);

impl From<bifrons::Error> for Refusal {
    fn from(error: bifrons::Error) -> Self {
        eprintln!("a page's request failed: {error:#}");
        match error.janus_code().or(error.plugin_code()) {
            Some(_) => Self("janus-refused", format!("Janus refused: {}", error.message())),
            None => Self("server-failed", "The server failed; its log contains the reason.".to_owned()),
        }
    }
}

struct Call {
    handle: Handle<EchoTest>,
    settings: Settings,
    /// How many recordings it has started.
    recordings: u32,
}

pub(crate) struct EchoPage {
    socket: WebSocket,
    janus: Connection,
    version: Arc<str>,
    call: Option<Call>,
    messages: (Instant, u32),
}

impl EchoPage {
    pub(crate) fn new(socket: WebSocket, janus: Connection, version: Arc<str>) -> Self {
        Self { socket, janus, version, call: None, messages: (Instant::now(), 0) }
    }

    /// Serves the page until it closes. Then its handle is dropped, and its session with it.
    pub(crate) async fn run(mut self) {
        let mut changes = self.janus.events();
        let mut heard = Instant::now();
        let mut checks = tokio::time::interval(SILENCE / 2);
        let mut is_open = self.send_state().await;
        while is_open {
            is_open = tokio::select! {
                message = self.socket.recv() => {
                    heard = Instant::now();
                    match message {
                        Some(Ok(Message::Text(text))) => self.is_within_rate() && self.receive(&text).await,
                        Some(Ok(Message::Ping(_) | Message::Pong(_))) => true,
                        // The page's messages are text.
                        Some(Ok(Message::Binary(_) | Message::Close(_)) | Err(_)) | None => false,
                    }
                }
                event = next_event(self.call.as_ref()) => self.pass(event).await,
                change = changes.next() => match change {
                    Some(ConnectionEvent::Reconnecting { .. } | ConnectionEvent::Resumed { .. }) => self.send_state().await,
                    Some(_) => true,
                    None => false,
                },
                _ = checks.tick() => heard.elapsed() < SILENCE && self.send(Message::Ping(Vec::new().into())).await,
            };
        }
    }

    fn is_within_rate(&mut self) -> bool {
        let (since, count) = &mut self.messages;
        if since.elapsed() > Duration::from_secs(10) {
            (*since, *count) = (Instant::now(), 0);
        }
        *count += 1;
        *count <= MAX_MESSAGES
    }

    async fn receive(&mut self, text: &str) -> bool {
        let message: Value = serde_json::from_str(text).unwrap_or_default();
        let id = message.get("id").and_then(Value::as_u64);
        let outcome = match Request::deserialize(&message) {
            Ok(request) => self.perform(request).await,
            Err(_) => Err(refused(
                "bad-field",
                "The request is unknown, or a field is missing or of the wrong type.",
            )),
        };
        match outcome {
            Ok(Some(jsep)) => self.send_json(json!({ "type": "response", "id": id, "jsep": jsep })).await,
            Ok(None) => self.send_json(json!({ "type": "response", "id": id })).await,
            Err(Refusal(code, text)) => {
                self.send_json(json!({ "type": "error", "id": id, "code": code, "text": text })).await
            }
        }
    }

    async fn perform(&mut self, request: Request) -> Result<Option<Jsep>, Refusal> {
        match request {
            Request::Offer { settings, sdp } => self.start(settings, sdp).await,
            Request::Configure { settings } => apply(self.running()?, settings, None).await,
            Request::Restart { sdp } => {
                let call = self.running()?;
                apply(call, call.settings, Some(checked_offer(sdp)?)).await
            }
            Request::Trickle { candidate } => {
                let candidate = candidate.unwrap_or(Candidate::COMPLETED);
                if matches!(&candidate, Candidate::Candidate { candidate, .. } if candidate.len() > MAX_CANDIDATE)
                {
                    return Err(refused("bad-field", "The candidate is too long."));
                }
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

    async fn start(&mut self, settings: Settings, sdp: String) -> Result<Option<Jsep>, Refusal> {
        if self.call.is_some() {
            return Err(refused("busy", "This page has a call already: hang up first."));
        }
        if self.janus.state() != ConnectionState::Connected {
            return Err(refused("janus-unavailable", "The server has no connection to Janus at the moment."));
        }
        let offer = checked_offer(sdp)?;
        // A session for each call: when it is dropped, all that the call had in Janus ends with it.
        let handle = self.janus.create().await?.attach::<EchoTest>().await?;
        let mut call = Call { handle, settings: Settings { record: false, ..settings }, recordings: 0 };
        let answer = apply(&mut call, settings, Some(offer)).await?;
        self.call = Some(call);
        Ok(answer)
    }

    fn running(&mut self) -> Result<&mut Call, Refusal> {
        self.call.as_mut().ok_or_else(|| refused("no-call", "There is no call."))
    }

    /// Passes an event of Janus on to the page.
    async fn pass(&mut self, event: Option<Event<EchoEvent>>) -> bool {
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
            Some(_) => return true,
        };
        let is_detached = message["event"] == "detached";
        if !self.send_json(message).await {
            return false;
        }
        let ended = if is_over { self.call.take() } else { None };
        match ended.filter(|_| !is_detached) {
            Some(call) => {
                // It may have ended already.
                let _ = call.handle.detach().await;
                self.send_json(named("detached")).await
            }
            None => true,
        }
    }

    async fn send_state(&mut self) -> bool {
        let is_ready = self.janus.state() == ConnectionState::Connected;
        let state = if is_ready { "ready" } else { "unavailable" };
        let version = is_ready.then(|| self.version.clone());
        self.send_json(json!({ "type": "state", "janus": state, "version": version.as_deref() })).await
    }

    async fn send_json(&mut self, message: Value) -> bool {
        self.send(Message::text(message.to_string())).await
    }

    /// Returns false if the page is gone, or does not read.
    async fn send(&mut self, message: Message) -> bool {
        matches!(timeout(SILENCE, self.socket.send(message)).await, Ok(Ok(())))
    }
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

fn checked_offer(sdp: String) -> Result<Jsep, Refusal> {
    match sdp.len() {
        1..=MAX_SDP => Ok(Jsep::offer(sdp)),
        _ => Err(refused("bad-field", "The SDP is empty or too long.")),
    }
}

fn refused(code: &'static str, text: &str) -> Refusal {
    Refusal(code, text.to_owned())
}
