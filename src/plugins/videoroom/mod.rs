//! VideoRoom, `janus.plugin.videoroom`: publishers, subscribers, and rooms for them to meet in.
//!
//! A handle joins as a publisher ([`JoinPublisher`], then [`Publish`] with an offer) or as a
//! subscriber ([`JoinSubscriber`], whose offer [`Start`] answers), for its life. The other
//! requests need no joined handle.

mod replies;
mod events;
mod forward;
mod manage;
mod publisher;
mod streams;
mod subscriber;
mod types;

pub use replies::*;
pub use events::*;
pub use forward::*;
pub use manage::*;
pub use publisher::*;
pub use streams::*;
pub use subscriber::*;
pub use types::*;

use super::events::Condition::{Has, Is};
use super::{Plugin, RawEvent, Rule, classify, expect, flattened};
use crate::error::Error;
use crate::wire::Payload;

/// The VideoRoom plugin.
#[derive(Clone, Copy, Debug)]
pub enum VideoRoom {}

impl Plugin for VideoRoom {
    const PACKAGE: &'static str = "janus.plugin.videoroom";
    const RULES: &'static [Rule] = RULES;
    type Event = Event;

    fn event(message: &impl Payload) -> Event {
        Event::read(message).unwrap_or_else(|| Event::Other(RawEvent::new(message)))
    }

    fn droppable(message: &impl Payload) -> bool {
        let name = classify(message, RULES);
        matches!(
            name,
            Some("talking" | "slowlink" | "sc_substream_layer" | "sc_temporal_layers" | "svc_layers")
        )
    }
}

/// What VideoRoom tells without being asked.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// Somebody is there, without publishing yet (rooms with `notify_joining`).
    PublisherJoined(PeerJoined),
    /// Who publishes now; each entry is the publisher's whole state.
    PublisherList(PublisherList),
    /// The room ended. Subscribers are not told.
    Destroyed(Destroyed),
    /// A participant, or this handle, stopped publishing.
    Unpublished(Unpublished),
    /// A participant leaves the room, or this handle was thrown out: then `reason` is `kicked`.
    Leaving(Leaving),
    /// A name changed.
    Display(Display),
    /// A change was made.
    Configured(Configured),
    /// Janus reports losses.
    Slowlink(SlowLink),
    /// Somebody talks, or stops (rooms with `talking_events`).
    Talking(Talking),
    /// Another participant was thrown out.
    Kicked(Kicked),
    /// A stream was muted or unmuted by `Moderate`.
    Moderated(Moderated),
    /// Whether the room is recorded.
    RecordingEnabledState(Recording),
    /// The simulcast substream that flows changed.
    ScSubstreamLayer(SubstreamLayer),
    /// The simulcast temporal layers that flow changed.
    ScTemporalLayers(TemporalLayers),
    /// The SVC layers that flow changed (Janus 1.1.4 and newer).
    SvcLayers(SvcLayers),
    /// The subscription changed; an offer waits for an answer.
    Updated(Updated),
    /// The response to `JoinPublisher` or `JoinConfigurePublisher`, where it comes after its request has ended.
    Joined(Joined),
    /// The response to `JoinSubscriber`, where it comes after its request has ended.
    Subscribed(Attached),
    /// The response to `Subscribe`, `Unsubscribe` or `Update`, where it comes after its request has ended.
    Updating(Updated),
    /// The response to `Start`, where it comes after its request has ended.
    Started(Started),
    /// The response to `Pause`, where it comes after its request has ended.
    Paused(Paused),
    /// The response to `Switch`, where it comes after its request has ended.
    Switched(Switched),
    /// Something failed.
    Error(Error),
    /// An event that this version does not know.
    Other(RawEvent),
}

/// Events that JavaScript has under another key, as Janode does.
pub const KEYS: &[(&str, &str)] = &[("publisher_joined", "pub_peer_joined"), ("publisher_list", "pub_list")];

/// Which event a message is. A kicked participant's `display` comes along, so `kicked`,
/// like all that may have a name in it, is asked before.
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
                Self::Subscribed(Attached { jsep: message.jsep().ok()?, ..message.plugin_data().ok()? })
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

/// VideoRoom's error codes.
pub mod error_code {
    /// No message.
    pub const NO_MESSAGE: i64 = 421;
    /// The body is no JSON object.
    pub const INVALID_JSON: i64 = 422;
    /// No such request.
    pub const INVALID_REQUEST: i64 = 423;
    /// The handle must join first.
    pub const JOIN_FIRST: i64 = 424;
    /// The handle has joined already.
    pub const ALREADY_JOINED: i64 = 425;
    /// No such room.
    pub const NO_SUCH_ROOM: i64 = 426;
    /// The room exists already.
    pub const ROOM_EXISTS: i64 = 427;
    /// No such feed.
    pub const NO_SUCH_FEED: i64 = 428;
    /// A field is missing.
    pub const MISSING_ELEMENT: i64 = 429;
    /// A field is wrong.
    pub const INVALID_ELEMENT: i64 = 430;
    /// An offer for an answer, or the other way round.
    pub const INVALID_SDP_TYPE: i64 = 431;
    /// The room has as many publishers as it may.
    pub const PUBLISHERS_FULL: i64 = 432;
    /// A wrong secret, pin, token or private id.
    pub const UNAUTHORIZED: i64 = 433;
    /// The handle publishes already.
    pub const ALREADY_PUBLISHED: i64 = 434;
    /// The handle does not publish.
    pub const NOT_PUBLISHED: i64 = 435;
    /// The id is taken.
    pub const ID_EXISTS: i64 = 436;
    /// The SDP can't be used.
    pub const INVALID_SDP: i64 = 437;
    /// The feed can't be used (Janus 1.2.2 and newer).
    pub const INVALID_FEED: i64 = 438;
    /// Anything else.
    pub const UNKNOWN_ERROR: i64 = 499;
}
