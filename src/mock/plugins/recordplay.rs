//! Record&Play. A recording without media has no frames, and can't be played.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::{self, Description, Media};
use crate::mock::world::{At, Peer, World};
use crate::plugins::recordplay::error_code::{
    INVALID_ELEMENT, INVALID_RECORDING, INVALID_REQUEST, INVALID_STATE, MISSING_ELEMENT, NOT_FOUND,
    RECORDING_EXISTS,
};

pub(super) const NAME: &str = "janus.plugin.recordplay";

const CODES: Codes =
    Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: INVALID_ELEMENT };
/// The version whose recordings can be private.
const WITH_PRIVATE: u64 = 1301;
/// Janus's defaults, in bit/s and milliseconds.
const BITRATE: u64 = 1024 * 1024;
const KEYFRAME_INTERVAL: u64 = 15_000;

struct Recording {
    name: String,
    is_private: bool,
    /// Its session is over.
    is_complete: bool,
    has_frames: bool,
    media: Vec<Media>,
}

/// What a handle does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    Record(u64),
    Play(u64),
}

/// The recordings, and what the handles do with them.
#[derive(Default)]
pub(super) struct Recordings {
    all: BTreeMap<u64, Recording>,
    tasks: BTreeMap<At, Task>,
    settings: BTreeMap<At, (u64, u64)>,
    /// A handle whose PeerConnection is to be closed.
    closing: Option<At>,
}

type Outcome = Result<(Value, Option<Value>), Refusal>;

impl Recordings {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let request = match CODES.request(body) {
            Ok(request) => request.to_ascii_lowercase(),
            Err(refusal) => return Reply::Now(refused(refusal)),
        };
        let outcome = match &*request {
            "update" => return Reply::Now(json!({ "recordplay": "ok" })),
            "list" => return Reply::Now(self.list(world)),
            "configure" => return Reply::Now(self.configure(at, body).unwrap_or_else(refused)),
            "record" => self.record(world, at, body, jsep),
            "play" => self.play(world, at, body, jsep),
            "start" => self.start(world, at, jsep),
            "stop" => Ok((self.stop(world, at), None)),
            "pause" | "resume" => Ok((self.pause(at, &request), None)),
            _ => {
                let request = body["request"].as_str().unwrap_or_default();
                return Reply::Now(refused((INVALID_REQUEST, format!("Unknown request '{request}'"))));
            }
        };
        let (data, jsep) = match outcome {
            Ok((Value::Null, jsep)) => (json!({ "recordplay": "event" }), jsep),
            Ok((result, jsep)) => (json!({ "recordplay": "event", "result": result }), jsep),
            Err(refusal) => (refused(refusal), None),
        };
        Reply::Later { hint: None, data, jsep }
    }

    /// A request through the Admin API.
    pub(super) fn manage(request: &Value) -> Value {
        match CODES.request(request) {
            Ok(name) if name.eq_ignore_ascii_case("update") => json!({ "recordplay": "ok" }),
            Ok(name) => refused((INVALID_REQUEST, format!("Unknown request '{name}'"))),
            Err(refusal) => refused(refusal),
        }
    }

    fn list(&self, world: &World) -> Value {
        let complete =
            self.all.iter().filter(|(_, recording)| recording.is_complete && !recording.is_private);
        let list: Vec<Value> = complete
            .map(|(id, recording)| {
                let media = |kind: &str| recording.media.iter().find(|media| media.kind == kind);
                let mut item = json!({
                    "id": id, "name": recording.name, "date": "2026-01-01 00:00:00",
                    "audio": media("audio").is_some(), "video": media("video").is_some(),
                    "data": media("application").is_some(),
                });
                for kind in ["audio", "video"] {
                    if let Some(codec) = media(kind).and_then(Media::codec) {
                        item[format!("{kind}_codec")] = codec.into();
                    }
                }
                if world.settings.version >= WITH_PRIVATE {
                    item["is_private"] = false.into();
                }
                item
            })
            .collect();
        json!({ "recordplay": "list", "list": list })
    }

    fn configure(&mut self, at: At, body: &Value) -> Result<Value, Refusal> {
        let bitrate = CODES.number(body, "video-bitrate-max")?;
        let interval = CODES.number(body, "video-keyframe-interval")?;
        let (bitrate_now, interval_now) = self.settings.entry(at).or_insert((BITRATE, KEYFRAME_INTERVAL));
        *bitrate_now = bitrate.unwrap_or(*bitrate_now);
        *interval_now = interval.unwrap_or(*interval_now);
        let settings = json!({ "video-keyframe-interval": interval_now, "video-bitrate-max": bitrate_now });
        Ok(json!({ "recordplay": "configure", "status": "ok", "settings": settings }))
    }

    fn record(&mut self, world: &mut World, at: At, body: &Value, jsep: Option<&Description>) -> Outcome {
        let Some(offer) = jsep.filter(|jsep| jsep.is_offer) else {
            return refuse(MISSING_ELEMENT, "Missing SDP offer");
        };
        let name = name_of(body)?;
        let id = CODES.number(body, "id")?;
        for text in ["filename", "audiocodec", "videocodec", "videoprofile"] {
            CODES.text(body, text)?;
        }
        for flag in ["opusred", "textdata", "update"] {
            CODES.flag(body, flag)?;
        }
        let is_private = CODES.flag(body, "is_private")?.unwrap_or_default();
        let id = match (offer.is_update, self.tasks.get(&at), id.filter(|id| *id > 0)) {
            (true, Some(Task::Record(id)), _) => *id,
            (true, ..) => return refuse(INVALID_STATE, "Not a recording session, can't update"),
            (false, _, Some(id)) if self.all.contains_key(&id) => {
                return refuse(RECORDING_EXISTS, format!("Recording {id} already exists"));
            }
            (false, _, id) => {
                let id = id.unwrap_or_else(|| world.new_id());
                let has_frames = world.settings.media;
                let media = offer.media.clone();
                self.all.insert(id, Recording { name, is_private, is_complete: false, has_frames, media });
                self.tasks.insert(at, Task::Record(id));
                id
            }
        };
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Negotiated;
            handle.hung_up = false;
        }
        let mut result = json!({ "status": "recording", "id": id });
        if world.settings.version >= WITH_PRIVATE {
            result["is_private"] = is_private.into();
        }
        Ok((result, Some(offer.answer())))
    }

    fn play(&mut self, world: &mut World, at: At, body: &Value, jsep: Option<&Description>) -> Outcome {
        if jsep.is_some() {
            return refuse(INVALID_ELEMENT, "A play request can't contain an SDP");
        }
        let id = CODES.id(body, "id")?;
        if CODES.flag(body, "restart")? == Some(true) {
            let Some(Task::Play(id)) = self.tasks.get(&at) else {
                return refuse(INVALID_STATE, "Not a playout session, can't restart");
            };
            return Ok((json!({ "status": "restarting", "id": id }), self.offer_of(*id)));
        }
        let Some(recording) = self.all.get(&id).filter(|recording| recording.is_complete) else {
            return refuse(NOT_FOUND, "No such recording");
        };
        if !recording.has_frames {
            return refuse(INVALID_RECORDING, "Error opening recording files");
        }
        self.tasks.insert(at, Task::Play(id));
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Offered;
            handle.hung_up = false;
        }
        Ok((json!({ "status": "preparing", "id": id }), self.offer_of(id)))
    }

    fn offer_of(&self, id: u64) -> Option<Value> {
        let media = self.all.get(&id)?.media.iter();
        let sent = media.map(|media| Media { direction: "sendonly".to_owned(), ..media.clone() });
        Some(sdp::offer(&sent.collect::<Vec<_>>()))
    }

    fn start(&mut self, world: &mut World, at: At, jsep: Option<&Description>) -> Outcome {
        if !matches!(self.tasks.get(&at), Some(Task::Play(_))) {
            return refuse(INVALID_STATE, "Not a playout session, can't start");
        }
        if jsep.is_none() {
            return refuse(MISSING_ELEMENT, "Missing SDP answer");
        }
        if let Some(handle) = world.handle_mut(at) {
            handle.peer = Peer::Negotiated;
        }
        Ok((json!({ "status": "playing" }), None))
    }

    fn stop(&mut self, world: &World, at: At) -> Value {
        let mut result = json!({ "status": "stopped" });
        self.name_recording(world, at, &mut result);
        self.closing = Some(at);
        result
    }

    /// Adds the recording that a handle is at.
    fn name_recording(&self, world: &World, at: At, result: &mut Value) {
        let Some(Task::Record(id) | Task::Play(id)) = self.tasks.get(&at) else { return };
        result["id"] = (*id).into();
        if let Some(recording) = self.all.get(id).filter(|_| world.settings.version >= WITH_PRIVATE) {
            // A number here, unlike elsewhere.
            result["is_private"] = u8::from(recording.is_private).into();
        }
    }

    fn pause(&self, at: At, request: &str) -> Value {
        let status = if request == "pause" { "paused" } else { "resumed" };
        match self.tasks.get(&at) {
            Some(Task::Record(id) | Task::Play(id)) => json!({ "status": status, "id": id }),
            None => Value::Null,
        }
    }

    /// Closes the PeerConnection of a handle after the response to its `stop`.
    pub(super) fn follow_up(&mut self, world: &mut World) {
        let Some(at) = self.closing.take() else { return };
        let Some(handle) = world.handle(at) else { return };
        // Once it was hung up, or since 1.2.2 at any time, Janus does nothing without a PeerConnection.
        if handle.peer != Peer::None || (!handle.hung_up && world.settings.version < 1202) {
            self.hung_up(world, at);
            close_peer(world, at);
        }
    }

    /// A handle's PeerConnection is gone: a recording is complete.
    pub(super) fn hung_up(&mut self, world: &mut World, at: At) {
        let mut result = json!({ "status": "done" });
        self.name_recording(world, at, &mut result);
        if world.settings.version < WITH_PRIVATE {
            result = "done".into();
        }
        world.event(at, None, json!({ "recordplay": "event", "result": result }), None);
        self.detached(at);
    }

    pub(super) fn detached(&mut self, at: At) {
        self.settings.remove(&at);
        if let Some(Task::Record(id)) = self.tasks.remove(&at) {
            if let Some(recording) = self.all.get_mut(&id) {
                recording.is_complete = true;
            }
        }
    }

    /// Janus was started again: its recordings are files.
    pub(super) fn forget(&mut self) {
        self.tasks.clear();
        self.settings.clear();
    }
}

fn refused((code, error): Refusal) -> Value {
    json!({ "recordplay": "event", "error_code": code, "error": error })
}

fn name_of(body: &Value) -> Result<String, Refusal> {
    match body.get("name") {
        None => CODES.missing("name"),
        Some(Value::String(name)) if !name.is_empty() => Ok(name.clone()),
        Some(_) => CODES.invalid("name", "non-empty string"),
    }
}
