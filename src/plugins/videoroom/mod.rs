//! VideoRoom, `janus.plugin.videoroom`: rooms with publishers and subscribers.
//!
//! A handle is a publisher or a subscriber for its whole life. A publisher joins with [`JoinPublisher`] and then
//! sends [`Publish`] with an SDP offer. A subscriber joins with [`JoinSubscriber`] and answers the offer of Janus
//! with [`Start`]. The other requests need no joined handle. A handle that is attached as a [`role`] has only the requests
//! of that role:
//!
//! ```no_run
//! use bifrons::plugins::videoroom::{JoinPublisher, role};
//!
//! # async fn example(session: bifrons::Session) -> bifrons::Result<()> {
//! let publisher = session.attach::<role::Publisher>().await?;
//! let joined = publisher.join_publisher(JoinPublisher::new(1234).display("Alice")).await?;
//! # drop(joined);
//! # Ok(())
//! # }
//! ```
//!
#![doc = include_str!("../generated/videoroom.md")]

mod events;
mod forward;
mod manage;
mod publisher;
mod replies;
pub mod role;
mod streams;
mod subscriber;
mod types;

pub use events::*;
pub use forward::*;
pub use manage::*;
pub use publisher::*;
pub use replies::*;
pub use streams::*;
pub use subscriber::*;
pub use types::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The VideoRoom plugin.
#[derive(Clone, Copy, Debug)]
pub enum VideoRoom {}

impl Plugin for VideoRoom {
    const PACKAGE: &'static str = "janus.plugin.videoroom";
    const RULES: &'static [Rule] = RULES;
    const DROPPABLE: &'static [&'static str] =
        &["talking", "slowlink", "sc_substream_layer", "sc_temporal_layers", "svc_layers"];
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }
}

/// The events of VideoRoom.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A participant joined as a publisher and does not publish yet (rooms with `notify_joining`).
    PublisherJoined(PeerJoined),
    /// Publishers became active or changed their streams. Each entry is the complete state of one publisher.
    PublisherList(PublisherList),
    /// The room was destroyed. Subscribers do not receive this event.
    Destroyed(Destroyed),
    /// A participant, or this handle, stopped publishing.
    Unpublished(Unpublished),
    /// A participant leaves the room, or this handle has left it. The reason `kicked` means that this handle was
    /// kicked.
    Leaving(Leaving),
    /// A participant changed its display name or its metadata.
    Display(Display),
    /// The response to `Configure` or `Publish`, if it comes after its request has ended.
    Configured(Configured),
    /// Janus reports packet loss.
    Slowlink(SlowLink),
    /// A participant started or stopped talking (rooms with `talking_events`).
    Talking(Talking),
    /// Another participant was kicked.
    Kicked(Kicked),
    /// A stream was muted or unmuted with `Moderate`.
    Moderated(Moderated),
    /// The recording state of the room.
    RecordingEnabledState(Recording),
    /// The simulcast substream that Janus relays was changed.
    ScSubstreamLayer(SubstreamLayer),
    /// The simulcast temporal layers that Janus relays were changed.
    ScTemporalLayers(TemporalLayers),
    /// The SVC layers that Janus relays were changed (Janus 1.1.4 and newer).
    SvcLayers(SvcLayers),
    /// The subscription was changed. With an SDP offer, the handle must answer with `Start`.
    Updated(Updated),
    /// The response to `JoinPublisher` or `JoinConfigurePublisher`, if it comes after its request has ended.
    Joined(Joined),
    /// The response to `JoinSubscriber`, if it comes after its request has ended.
    Subscribed(Attached),
    /// The response to `Subscribe`, `Unsubscribe` or `Update`, if it comes after its request has ended.
    Updating(Updated),
    /// The response to `Start`, if it comes after its request has ended.
    Started(Started),
    /// The response to `Pause`, if it comes after its request has ended.
    Paused(Paused),
    /// The response to `Switch`, if it comes after its request has ended.
    Switched(Switched),
    /// An error that belongs to no pending request.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// The events whose key in JavaScript is Janode's and not the event's name in capitals.
pub const EVENT_KEYS: &[(&str, &str)] =
    &[("publisher_joined", "pub_peer_joined"), ("publisher_list", "pub_list")];

/// The rules that classify a message as an event; the first rule that holds wins. Events that may carry a
/// participant's `display` come before `display`: since Janus 1.3.0 `kicked` carries it.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error_code")] },
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "joined", when: &[Is("videoroom", "joined")] },
    Rule { event: "subscribed", when: &[Is("videoroom", "attached")] },
    Rule { event: "updated", when: &[Is("videoroom", "updated")] },
    Rule { event: "updating", when: &[Is("videoroom", "updating")] },
    Rule { event: "talking", when: &[Is("videoroom", "talking")] },
    Rule { event: "talking", when: &[Is("videoroom", "stopped-talking")] },
    Rule { event: "slowlink", when: &[Is("videoroom", "slow_link")] },
    Rule { event: "destroyed", when: &[Is("videoroom", "destroyed")] },
    Rule { event: "created", when: &[Is("videoroom", "created")] },
    Rule { event: "edited", when: &[Is("videoroom", "edited")] },
    Rule { event: "participants_list", when: &[Is("videoroom", "participants")] },
    Rule { event: "rtp_fwd_started", when: &[Is("videoroom", "rtp_forward")] },
    Rule { event: "rtp_fwd_stopped", when: &[Is("videoroom", "stop_rtp_forward")] },
    Rule { event: "rtp_fwd_list", when: &[Is("videoroom", "forwarders")] },
    Rule { event: "exists", when: &[Is("videoroom", "success"), Has("exists")] },
    Rule { event: "list", when: &[Is("videoroom", "success"), Has("list")] },
    Rule { event: "allowed", when: &[Is("videoroom", "success"), Has("allowed")] },
    Rule { event: "recording_enabled_state", when: &[Is("videoroom", "success"), Has("record")] },
    Rule { event: "success", when: &[Is("videoroom", "success")] },
    Rule { event: "publisher_joined", when: &[Has("joining")] },
    Rule { event: "publisher_list", when: &[Has("publishers")] },
    Rule { event: "configured", when: &[Has("configured")] },
    Rule { event: "started", when: &[Has("started")] },
    Rule { event: "paused", when: &[Has("paused")] },
    Rule { event: "switched", when: &[Has("switched")] },
    Rule { event: "unpublished", when: &[Has("unpublished")] },
    Rule { event: "leaving", when: &[Has("leaving")] },
    Rule { event: "leaving", when: &[Has("left")] },
    Rule { event: "kicked", when: &[Has("kicked")] },
    Rule { event: "moderated", when: &[Has("moderation")] },
    Rule { event: "display", when: &[Has("display")] },
    Rule { event: "display", when: &[Has("metadata")] },
    Rule { event: "sc_substream_layer", when: &[Has("substream")] },
    Rule { event: "sc_temporal_layers", when: &[Has("temporal")] },
    Rule { event: "svc_layers", when: &[Has("spatial_layer")] },
    Rule { event: "svc_layers", when: &[Has("temporal_layer")] },
];

impl Event {
    fn read(message: &impl Payload) -> Option<Self> {
        let read = match classify(message, RULES)? {
            "error" => Self::Error(message.plugin_refusal()?),
            "publisher_joined" => Self::PublisherJoined(flattened(message).ok()?),
            "publisher_list" => Self::PublisherList(message.plugin_data().ok()?),
            "destroyed" => Self::Destroyed(message.plugin_data().ok()?),
            "unpublished" => Self::Unpublished(message.plugin_data().ok()?),
            "leaving" => Self::Leaving(message.plugin_data().ok()?),
            "display" => Self::Display(message.plugin_data().ok()?),
            "configured" => {
                Self::Configured(Configured { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
            }
            "slowlink" => Self::Slowlink(message.plugin_data().ok()?),
            "talking" => Self::Talking(message.plugin_data().ok()?),
            "kicked" => Self::Kicked(message.plugin_data().ok()?),
            "moderated" => Self::Moderated(message.plugin_data().ok()?),
            "recording_enabled_state" => Self::RecordingEnabledState(message.plugin_data().ok()?),
            "sc_substream_layer" => Self::ScSubstreamLayer(message.plugin_data().ok()?),
            "sc_temporal_layers" => Self::ScTemporalLayers(message.plugin_data().ok()?),
            "svc_layers" => Self::SvcLayers(message.plugin_data().ok()?),
            "updated" => Self::Updated(Updated { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            "joined" => Self::Joined(Joined { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? }),
            "subscribed" => {
                Self::Subscribed(Attached { jsep: message.jsep().ok()??, ..message.plugin_data().ok()? })
            }
            "updating" => {
                Self::Updating(Updated { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
            }
            "started" => Self::Started(message.plugin_data().ok()?),
            "paused" => Self::Paused(message.plugin_data().ok()?),
            "switched" => Self::Switched(message.plugin_data().ok()?),
            _ => return None,
        };
        Some(read)
    }
}

/// The error codes of VideoRoom.
pub mod error_code {
    /// The message has no body.
    pub const NO_MESSAGE: i64 = 421;
    /// The body is not a JSON object.
    pub const INVALID_JSON: i64 = 422;
    /// The plugin does not know the request.
    pub const INVALID_REQUEST: i64 = 423;
    /// The handle must join a room first.
    pub const JOIN_FIRST: i64 = 424;
    /// The handle has already joined.
    pub const ALREADY_JOINED: i64 = 425;
    /// The room does not exist.
    pub const NO_SUCH_ROOM: i64 = 426;
    /// The room already exists.
    pub const ROOM_EXISTS: i64 = 427;
    /// The publisher, or its stream, does not exist.
    pub const NO_SUCH_FEED: i64 = 428;
    /// A required field is missing.
    pub const MISSING_ELEMENT: i64 = 429;
    /// A field has the wrong type or an invalid value.
    pub const INVALID_ELEMENT: i64 = 430;
    /// The SDP is an answer where an offer is required, or an offer where an answer is required.
    pub const INVALID_SDP_TYPE: i64 = 431;
    /// The room has the maximum number of publishers.
    pub const PUBLISHERS_FULL: i64 = 432;
    /// The secret, the PIN, the token or the private id is missing or wrong.
    pub const UNAUTHORIZED: i64 = 433;
    /// The handle already publishes.
    pub const ALREADY_PUBLISHED: i64 = 434;
    /// The handle does not publish.
    pub const NOT_PUBLISHED: i64 = 435;
    /// The id is already in use.
    pub const ID_EXISTS: i64 = 436;
    /// The SDP is invalid.
    pub const INVALID_SDP: i64 = 437;
    /// The feed is invalid: end-to-end encrypted and unencrypted feeds can't be mixed (Janus 1.2.2 and newer).
    pub const INVALID_FEED: i64 = 438;
    /// An error without a code of its own.
    pub const UNKNOWN_ERROR: i64 = 499;
}
