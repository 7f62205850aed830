//! Streaming, `janus.plugin.streaming`: media from elsewhere, for many to watch.
//!
//! [`Watch`] brings an offer, [`Start`] answers it. The other requests make mountpoints and
//! administer them.

mod replies;
mod create;
mod manage;
mod media;
mod viewer;

pub use replies::*;
pub use create::*;
pub use manage::*;
pub use media::*;
pub use viewer::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, expect, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The Streaming plugin.
#[derive(Clone, Copy, Debug)]
pub enum Streaming {}

impl Plugin for Streaming {
    const PACKAGE: &'static str = "janus.plugin.streaming";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }

    fn droppable(message: &impl Payload) -> bool {
        classify(message, RULES) == Some("layers")
    }
}

/// What Streaming tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The media flow, or do so no more.
    Status(Status),
    /// Other layers flow.
    Layers(Layers),
    /// The mountpoint has new metadata.
    Edited(Edited),
    /// The RTSP server is lost (Janus 1.3.3 and newer).
    RtspDisconnected(Source),
    /// The RTSP server is back (Janus 1.3.3 and newer).
    RtspReconnected(Source),
    /// The response to `Configure`, where it comes after its request has ended.
    Configured(Configured),
    /// The response to `Switch`, where it comes after its request has ended.
    Switched(Switched),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Which event a message is; some have no `streaming`.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "status", when: &[Has("result.status")] },
    Rule { event: "configured", when: &[Is("result.event", "configured")] },
    Rule { event: "switched", when: &[Has("result.switched")] },
    Rule { event: "layers", when: &[Has("result.substream")] },
    Rule { event: "layers", when: &[Has("result.temporal")] },
    Rule { event: "layers", when: &[Has("result.spatial_layer")] },
    Rule { event: "layers", when: &[Has("result.temporal_layer")] },
    Rule { event: "edited", when: &[Is("event", "edited")] },
    Rule { event: "rtsp_disconnected", when: &[Is("event", "rtsp-disconnected")] },
    Rule { event: "rtsp_reconnected", when: &[Is("event", "rtsp-reconnected")] },
    Rule { event: "changed", when: &[Is("streaming", "edited")] },
    Rule { event: "list", when: &[Is("streaming", "list")] },
    Rule { event: "info", when: &[Is("streaming", "info")] },
    Rule { event: "created", when: &[Is("streaming", "created")] },
    Rule { event: "destroyed", when: &[Is("streaming", "destroyed")] },
    Rule { event: "kicked_all", when: &[Is("streaming", "kicked_all")] },
    Rule { event: "ok", when: &[Is("streaming", "ok")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "status" => Self::Status(Status { jsep: message.jsep().ok()?, ..flattened(message).ok()? }),
            "layers" => Self::Layers(flattened(message).ok()?),
            "edited" => Self::Edited(message.plugin_data().ok()?),
            "rtsp_disconnected" => Self::RtspDisconnected(message.plugin_data().ok()?),
            "rtsp_reconnected" => Self::RtspReconnected(message.plugin_data().ok()?),
            "configured" => {
                Self::Configured(Configured { jsep: message.jsep().ok()?, ..flattened(message).ok()? })
            }
            "switched" => Self::Switched(flattened(message).ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// Streaming's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 450;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 451;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 452;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 453;
    /// A field is wrong.
    pub const INVALID_ELEMENT: i64 = 454;
    /// No such mountpoint.
    pub const NO_SUCH_MOUNTPOINT: i64 = 455;
    /// The mountpoint can't be made; its id may be taken.
    pub const CANT_CREATE: i64 = 456;
    /// A wrong secret or pin.
    pub const UNAUTHORIZED: i64 = 457;
    /// The handle can't switch.
    pub const CANT_SWITCH: i64 = 458;
    /// It can't be recorded.
    pub const CANT_RECORD: i64 = 459;
    /// The handle watches already, or is negotiating.
    pub const INVALID_STATE: i64 = 460;
    /// The offer of a `Watch` can't be used (Janus 1.1.4 and newer).
    pub const INVALID_SDP: i64 = 461;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 470;
}
