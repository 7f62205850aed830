//! The events of a handle.

use serde::Deserialize;

use super::raw_fields::counting_raw_fields;
use super::waiters::Shared;
use crate::engine::{EndReason, Event as EngineEvent};
use crate::id::HandleId;
use crate::plugins::Plugin;
use crate::plugins::words::MediaKind;
use crate::transport::Message;
use crate::wire::{Candidate, Kind, Payload};

/// An event of a handle; `E` is the type of the plugin's events.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event<E> {
    /// An event of the plugin.
    Plugin(E),
    /// The PeerConnection is usable.
    WebrtcUp,
    /// Media began or stopped to arrive at Janus.
    Media(Media),
    /// Packets are being lost.
    SlowLink(SlowLink),
    /// The PeerConnection is gone; the handle is not.
    Hangup {
        /// Janus's words for why, such as `DTLS alert`.
        reason: String,
    },
    /// A candidate of Janus's (full-trickle servers).
    Trickle(Candidate),
    /// A connected ICE went to failed; a hangup may follow (Janus 1.2.0 and newer).
    IceFailed,
    /// So many events were dropped here, because they were not read fast enough.
    Missed {
        /// How many.
        count: u64,
    },
    /// Janus had lost the session, and the handle was attached again in a new session. Its state in the plugin is
    /// lost: join again, and send a new offer.
    Rebuilt {
        /// Its new id in Janus.
        id: HandleId,
    },
    /// The handle is gone, and its PeerConnection with it; nothing follows.
    Ended(EndReason),
    /// A core event of a kind that this version does not know, or one that could not be read.
    Other {
        /// The message's member `janus`, such as `webrtcup`.
        kind: String,
        /// The whole message.
        message: serde_json::Value,
    },
}

/// Media began or stopped to arrive at Janus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Media {
    /// The m-line's `mid`.
    #[serde(default)]
    pub mid: Option<String>,
    /// The media type: audio or video.
    #[serde(rename = "type", default)]
    pub kind: Option<MediaKind>,
    /// Whether it arrives.
    #[serde(default)]
    pub receiving: bool,
    /// The simulcast substream.
    #[serde(default)]
    pub substream: Option<u32>,
    /// How long no media came, in seconds.
    #[serde(default)]
    pub seconds: Option<u64>,
}

/// Packets are being lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct SlowLink {
    /// The m-line's `mid`.
    #[serde(default)]
    pub mid: Option<String>,
    /// The media type: audio or video.
    #[serde(default)]
    pub media: Option<MediaKind>,
    /// True for losses on the way to Janus, false for those on the way to the user.
    #[serde(default)]
    pub uplink: bool,
    /// How many packets were lost in the last second.
    #[serde(default)]
    pub lost: u64,
}

impl<E> Event<E> {
    pub(super) fn read<P: Plugin<Event = E>>(event: EngineEvent<Message>, shared: &Shared) -> Self {
        match event {
            EngineEvent::Missed { count } => Self::Missed { count },
            EngineEvent::Rebuilt { id } => Self::Rebuilt { id },
            EngineEvent::Ended(reason) => Self::Ended(reason),
            EngineEvent::Message { kind, message } => {
                counting_raw_fields(shared, &message, |message| match kind {
                    Kind::Event => Self::Plugin(P::event(message)),
                    _ => Self::core(kind, message).unwrap_or_else(|| {
                        let message: serde_json::Value = message.read().unwrap_or_default();
                        let kind = message["janus"].as_str().unwrap_or_default().to_owned();
                        Self::Other { kind, message }
                    }),
                })
            }
        }
    }

    fn core(kind: Kind, message: &impl Payload) -> Option<Self> {
        #[derive(Deserialize)]
        struct Hangup {
            reason: Option<String>,
        }
        #[derive(Deserialize)]
        struct Trickle {
            candidate: Candidate,
        }
        Some(match kind {
            Kind::Webrtcup => Self::WebrtcUp,
            Kind::IceFailed => Self::IceFailed,
            Kind::Media => Self::Media(message.read().ok()?),
            Kind::Slowlink => Self::SlowLink(message.read().ok()?),
            Kind::Trickle => Self::Trickle(message.read::<Trickle>().ok()?.candidate),
            Kind::Hangup => {
                Self::Hangup { reason: message.read::<Hangup>().ok()?.reason.unwrap_or_default() }
            }
            _ => return None,
        })
    }
}
