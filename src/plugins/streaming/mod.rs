//! Streaming, `janus.plugin.streaming`: mountpoints, whose media come from other hosts or files, and their viewers.
//!
//! The response to [`Watch`] carries an SDP offer, which [`Start`] answers. The other requests create and administer
//! mountpoints.
//!
#![doc = include_str!("../generated/streaming.md")]

mod create;
mod manage;
mod media;
mod replies;
pub mod role;
mod viewer;

pub use create::*;
pub use manage::*;
pub use media::*;
pub use replies::*;
pub use viewer::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The Streaming plugin.
#[derive(Clone, Copy, Debug)]
pub enum Streaming {}

impl Plugin for Streaming {
    const PACKAGE: &'static str = "janus.plugin.streaming";
    const RULES: &'static [Rule] = RULES;
    const DROPPABLE: &'static [&'static str] = &["layers"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of Streaming.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// The state of the viewer changed.
    Status(Status),
    /// The simulcast or SVC layers that Janus relays were changed.
    Layers(Layers),
    /// The metadata of the mountpoint was changed.
    Edited(Edited),
    /// Janus lost the RTSP server of the mountpoint (Janus 1.3.3 and newer).
    RtspDisconnected(Source),
    /// Janus reconnected to the RTSP server of the mountpoint (Janus 1.3.3 and newer).
    RtspReconnected(Source),
    /// The response to `Configure`, if it comes after its request has ended.
    Configured(Configured),
    /// The response to `Switch`, if it comes after its request has ended.
    Switched(Switched),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The rules that classify a message as an event; the first rule that holds wins. Some events have no `streaming`
/// field.
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

/// The error codes of Streaming.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 450;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 451;
    /// The plugin does not know the request, or can't perform it now.
    pub const INVALID_REQUEST: i64 = 452;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 453;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 454;
    /// The mountpoint does not exist.
    pub const NO_SUCH_MOUNTPOINT: i64 = 455;
    /// The mountpoint can't be created; its id may be in use.
    pub const CANT_CREATE: i64 = 456;
    /// The secret, the PIN or the `admin_key` is missing or wrong.
    pub const UNAUTHORIZED: i64 = 457;
    /// The handle can't switch to the mountpoint.
    pub const CANT_SWITCH: i64 = 458;
    /// The mountpoint can't be recorded.
    pub const CANT_RECORD: i64 = 459;
    /// The handle already watches a mountpoint, or is negotiating.
    pub const INVALID_STATE: i64 = 460;
    /// The SDP offer of `Watch` is invalid (Janus 1.1.4 and newer).
    pub const INVALID_SDP: i64 = 461;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 470;
}
