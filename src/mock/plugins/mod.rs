//! The plugins that the mock server has: their signalling, without media.

mod audiobridge;
mod echotest;
mod fields;
mod nosip;
mod recordplay;
mod sip;
mod streaming;
mod textroom;
mod videocall;
mod videoroom;

use serde_json::{Value, json};

use super::sdp::Description;
use super::world::{At, Peer, World};

/// The response of a plugin.
pub(super) enum Reply {
    /// With the request's `success`.
    Now(Value),
    /// With an event, beside the request's `ack`.
    Later {
        /// The `hint` of the ack.
        hint: Option<&'static str>,
        data: Value,
        jsep: Option<Value>,
    },
    /// With no more than the request's `ack`.
    Never,
}

impl Reply {
    pub(super) const fn later(data: Value) -> Self {
        Self::Later { hint: None, data, jsep: None }
    }
}

/// The plugins' own state.
#[derive(Default)]
pub(super) struct Plugins {
    bridges: audiobridge::Bridges,
    mountpoints: streaming::Mountpoints,
    recordings: recordplay::Recordings,
    rooms: videoroom::Rooms,
    rtp_peers: nosip::RtpPeers,
    sip: sip::Accounts,
    text_rooms: textroom::TextRooms,
    video_calls: videocall::VideoCalls,
}

impl Plugins {
    pub(super) const NAMES: [&'static str; 9] = [
        audiobridge::NAME,
        echotest::NAME,
        nosip::NAME,
        recordplay::NAME,
        sip::NAME,
        streaming::NAME,
        textroom::NAME,
        videocall::NAME,
        videoroom::NAME,
    ];

    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        transaction: &str,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        match world.handle(at).map(|handle| handle.plugin) {
            Some(audiobridge::NAME) => self.bridges.message(world, at, body, jsep),
            Some(echotest::NAME) => echotest::message(world, at, body, jsep),
            Some(nosip::NAME) => self.rtp_peers.message(world, at, body, jsep),
            Some(recordplay::NAME) => self.recordings.message(world, at, body, jsep),
            Some(sip::NAME) => self.sip.message(world, at, transaction, body, jsep),
            Some(streaming::NAME) => self.mountpoints.message(world, at, body, jsep),
            Some(textroom::NAME) => self.text_rooms.message(world, at, body, jsep),
            Some(videocall::NAME) => self.video_calls.message(world, at, body, jsep),
            Some(videoroom::NAME) => self.rooms.message(world, at, body, jsep),
            _ => Reply::Now(json!({})),
        }
    }

    /// Sends a plugin's events that follow the response to a request.
    pub(super) fn follow_up(&mut self, world: &mut World) {
        self.recordings.follow_up(world);
        self.sip.follow_up(world);
        self.video_calls.follow_up(world);
    }

    /// A plugin's request through the Admin API.
    pub(super) fn admin_message(
        &mut self,
        world: &mut World,
        plugin: &str,
        request: &Value,
    ) -> Option<Value> {
        match plugin {
            audiobridge::NAME => Some(self.bridges.manage(world, request)),
            echotest::NAME => Some(request.clone()),
            recordplay::NAME => Some(recordplay::Recordings::manage(request)),
            streaming::NAME => Some(self.mountpoints.manage(world, request)),
            textroom::NAME => Some(self.text_rooms.manage(world, request)),
            videoroom::NAME => Some(self.rooms.manage(world, request)),
            _ => None,
        }
    }

    /// A handle's PeerConnection came up.
    pub(super) fn came_up(&mut self, world: &mut World, at: At) {
        match world.handle(at).map(|handle| handle.plugin) {
            Some(audiobridge::NAME) => self.bridges.came_up(world, at),
            Some(streaming::NAME) => self.mountpoints.came_up(world, at),
            Some(videoroom::NAME) => self.rooms.came_up(world, at),
            _ => {}
        }
    }

    /// A handle's PeerConnection is gone, or a request closed it.
    pub(super) fn hung_up(&mut self, world: &mut World, at: At) {
        match world.handle(at).map(|handle| handle.plugin) {
            Some(audiobridge::NAME) => self.bridges.gone(world, at),
            Some(echotest::NAME) => echotest::hung_up(world, at),
            Some(nosip::NAME) => self.rtp_peers.hung_up(at),
            Some(recordplay::NAME) => self.recordings.hung_up(world, at),
            Some(sip::NAME) => self.sip.hung_up(world, at),
            Some(streaming::NAME) => self.mountpoints.gone(at),
            Some(videocall::NAME) => self.video_calls.hung_up(world, at),
            Some(videoroom::NAME) => self.rooms.hung_up(world, at),
            _ => {}
        }
    }

    /// A handle is about to go.
    pub(super) fn detached(&mut self, world: &mut World, at: At) {
        match world.handle(at).map(|handle| handle.plugin) {
            Some(audiobridge::NAME) => self.bridges.gone(world, at),
            Some(nosip::NAME) => self.rtp_peers.hung_up(at),
            Some(recordplay::NAME) => self.recordings.detached(at),
            Some(sip::NAME) => self.sip.detached(world, at),
            Some(streaming::NAME) => self.mountpoints.gone(at),
            Some(videocall::NAME) => self.video_calls.detached(world, at),
            Some(videoroom::NAME) => self.rooms.detached(world, at),
            _ => {}
        }
    }

    /// All handles are removed without an event.
    pub(super) fn forget(&mut self) {
        self.bridges.forget();
        self.mountpoints.forget();
        self.recordings.forget();
        self.rooms.forget();
        self.rtp_peers.forget();
        self.sip.forget();
        self.video_calls.forget();
    }
}

/// The plugin itself ends a PeerConnection.
pub(super) fn close_peer(world: &mut World, at: At) {
    let had = world.handle_mut(at).is_some_and(|handle| {
        handle.hung_up = true;
        std::mem::take(&mut handle.peer) != Peer::None
    });
    if had {
        world.core_event(at, "hangup", json!({ "reason": "Close PC" }));
    }
}

/// What a plugin refuses with.
pub(super) type Refusal = (i64, String);

pub(super) fn refuse<T>(code: i64, reason: impl Into<String>) -> Result<T, Refusal> {
    Err((code, reason.into()))
}
