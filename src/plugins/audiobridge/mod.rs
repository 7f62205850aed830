//! AudioBridge, `janus.plugin.audiobridge`: rooms whose audio Janus mixes.
//!
//! A handle joins a room with [`Join`]. The SDP offer is part of [`Join`] or of a later [`Configure`], or Janus makes
//! the offer (`generate_offer`). When the PeerConnection is lost, the handle leaves the room. The other requests need
//! no joined handle.
//!
#![doc = include_str!("../generated/audiobridge.md")]

mod events;
mod manage;
mod media;
mod moderate;
mod participant;
mod replies;
pub mod role;

pub use events::*;
pub use manage::*;
pub use media::*;
pub use moderate::*;
pub use participant::*;
pub use replies::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify};
use crate::error::Error;
use crate::wire::Payload;

/// The AudioBridge plugin.
#[derive(Clone, Copy, Debug)]
pub enum AudioBridge {}

impl Plugin for AudioBridge {
    const PACKAGE: &'static str = "janus.plugin.audiobridge";
    const RULES: &'static [Rule] = RULES;
    const DROPPABLE: &'static [&'static str] = &["talking"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of AudioBridge.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A participant joined the room.
    PeerJoined(PeerJoined),
    /// Participants changed, or their PeerConnections became ready.
    Configured(Configured),
    /// A participant left the room, or lost its PeerConnection.
    PeerLeaving(Leaving),
    /// A participant was kicked.
    Kicked(Kicked),
    /// All participants were kicked.
    KickedAll(KickedAll),
    /// The room was muted or unmuted.
    RoomMuted(RoomMuted),
    /// The room was destroyed.
    Destroyed(Destroyed),
    /// A participant started or stopped talking (rooms with `talking_events`).
    Talking(Talking),
    /// The playback of a file started.
    AnnouncementStarted(File),
    /// The playback of a file stopped.
    AnnouncementStopped(File),
    /// A participant was suspended (Janus 1.2.1 and newer).
    Suspended(Suspended),
    /// The suspension of a participant ended (Janus 1.2.1 and newer).
    Resumed(Resumed),
    /// The response to `Join`, if it comes after its request has ended.
    Joined(Joined),
    /// The response to `ChangeRoom`, if it comes after its request has ended.
    RoomChanged(Joined),
    /// The response to `Leave`, if it comes after its request has ended.
    Left(Left),
    /// The response to `AudioHangup`, if it comes after its request has ended.
    HangingUp(HangingUp),
    /// The response to `Configure`, if it comes after its request has ended.
    Result(Changed),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins. Only the response to `Join` has an
/// `id` in `joined`.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "joined", when: &[Is("audiobridge", "joined"), Has("id")] },
    Rule { event: "peer_joined", when: &[Is("audiobridge", "joined")] },
    Rule { event: "roomchanged", when: &[Is("audiobridge", "roomchanged")] },
    Rule { event: "left", when: &[Is("audiobridge", "left")] },
    Rule { event: "hangingup", when: &[Is("audiobridge", "hangingup")] },
    Rule { event: "destroyed", when: &[Is("audiobridge", "destroyed")] },
    Rule { event: "created", when: &[Is("audiobridge", "created")] },
    Rule { event: "edited", when: &[Is("audiobridge", "edited")] },
    Rule { event: "participants_list", when: &[Is("audiobridge", "participants")] },
    Rule { event: "rtp_list", when: &[Is("audiobridge", "forwarders")] },
    Rule { event: "announcements_list", when: &[Is("audiobridge", "announcements")] },
    Rule { event: "talking", when: &[Is("audiobridge", "talking")] },
    Rule { event: "talking", when: &[Is("audiobridge", "stopped-talking")] },
    Rule { event: "announcement_started", when: &[Is("audiobridge", "announcement-started")] },
    Rule { event: "announcement_stopped", when: &[Is("audiobridge", "announcement-stopped")] },
    Rule { event: "exists", when: &[Is("audiobridge", "success"), Has("exists")] },
    Rule { event: "list", when: &[Is("audiobridge", "success"), Has("list")] },
    Rule { event: "recording", when: &[Is("audiobridge", "success"), Has("record")] },
    Rule { event: "recording", when: &[Is("audiobridge", "success"), Has("mjrs")] },
    Rule { event: "rtp_fwd", when: &[Is("audiobridge", "success"), Has("stream_id")] },
    Rule { event: "success", when: &[Is("audiobridge", "success")] },
    Rule { event: "result", when: &[Is("result", "ok")] },
    Rule { event: "resumed", when: &[Has("resumed")] },
    Rule { event: "suspended", when: &[Has("suspended")] },
    Rule { event: "peer_leaving", when: &[Has("leaving")] },
    Rule { event: "room_muted", when: &[Has("muted")] },
    Rule { event: "kicked", when: &[Has("kicked")] },
    Rule { event: "kicked_all", when: &[Has("kicked_all")] },
    Rule { event: "configured", when: &[Has("participants")] },
];

/// The events that JavaScript emits as `peer_…` if they are about another participant. In Rust, the application
/// compares the ids.
pub const PEER_EVENTS: &[&str] = &["configured", "kicked", "talking", "suspended", "resumed"];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "peer_joined" => Self::PeerJoined(message.plugin_data().ok()?),
            "configured" => Self::Configured(message.plugin_data().ok()?),
            "peer_leaving" => Self::PeerLeaving(message.plugin_data().ok()?),
            "kicked" => Self::Kicked(message.plugin_data().ok()?),
            "kicked_all" => Self::KickedAll(message.plugin_data().ok()?),
            "room_muted" => Self::RoomMuted(message.plugin_data().ok()?),
            "destroyed" => Self::Destroyed(message.plugin_data().ok()?),
            "talking" => Self::Talking(message.plugin_data().ok()?),
            "announcement_started" => Self::AnnouncementStarted(message.plugin_data().ok()?),
            "announcement_stopped" => Self::AnnouncementStopped(message.plugin_data().ok()?),
            "suspended" => Self::Suspended(message.plugin_data().ok()?),
            "resumed" => Self::Resumed(message.plugin_data().ok()?),
            "joined" => Self::Joined(Joined { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            "roomchanged" => {
                Self::RoomChanged(Joined { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
            }
            "left" => Self::Left(message.plugin_data().ok()?),
            "hangingup" => Self::HangingUp(message.plugin_data().ok()?),
            "result" => Self::Result(Changed { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of AudioBridge.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 480;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 481;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 482;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 483;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 484;
    /// The room does not exist.
    pub const NO_SUCH_ROOM: i64 = 485;
    /// The room already exists.
    pub const ROOM_EXISTS: i64 = 486;
    /// The handle has joined no room.
    pub const NOT_JOINED: i64 = 487;
    /// The Opus library failed.
    pub const LIBOPUS_ERROR: i64 = 488;
    /// The secret, the PIN or the token is missing or wrong.
    pub const UNAUTHORIZED: i64 = 489;
    /// The id is already in use.
    pub const ID_EXISTS: i64 = 490;
    /// The handle has already joined.
    pub const ALREADY_JOINED: i64 = 491;
    /// The participant does not exist.
    pub const NO_SUCH_USER: i64 = 492;
    /// The SDP is invalid.
    pub const INVALID_SDP: i64 = 493;
    /// The group does not exist.
    pub const NO_SUCH_GROUP: i64 = 494;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
