//! NoSIP: SDP for peers that are no WebRTC, without their RTP.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::{self, Description};
use crate::mock::world::{At, Peer, World};
use crate::plugins::nosip::error_code::{
    INVALID_ELEMENT, INVALID_REQUEST, INVALID_SDP, MISSING_ELEMENT, MISSING_SDP, RECORDING_ERROR, TOO_STRICT,
};

pub(super) const NAME: &str = "janus.plugin.nosip";

const CODES: Codes =
    Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: INVALID_ELEMENT };
const SRTP_PROFILES: [&str; 4] =
    ["AES_CM_128_HMAC_SHA1_32", "AES_CM_128_HMAC_SHA1_80", "AEAD_AES_128_GCM", "AEAD_AES_256_GCM"];

/// What a handle has negotiated.
#[derive(Default)]
struct Media {
    has_any: bool,
    /// An answer has come or gone.
    is_ready: bool,
    /// The peer offers SRTP.
    peer_has_srtp: bool,
    unique_id: u64,
}

/// The handles that have negotiated media.
#[derive(Default)]
pub(super) struct RtpPeers {
    media: BTreeMap<At, Media>,
}

struct Negotiation {
    is_offer: bool,
    sdp: String,
    is_update: bool,
    srtp: bool,
    srtp_is_required: bool,
}

impl RtpPeers {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let (data, jsep) = match self.result(world, at, body, jsep) {
            Ok((result, jsep)) => (json!({ "nosip": "event", "result": result }), jsep),
            Err((code, error)) => (json!({ "nosip": "event", "error_code": code, "error": error }), None),
        };
        Reply::Later { hint: None, data, jsep }
    }

    fn result(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Result<(Value, Option<Value>), Refusal> {
        match &*CODES.request(body)?.to_ascii_lowercase() {
            "generate" => Ok((self.generate(world, at, body, jsep)?, None)),
            "process" => self.process(world, at, body),
            "hangup" => {
                self.media.remove(&at);
                close_peer(world, at);
                Ok((json!({ "event": "hangingup" }), None))
            }
            "recording" => Ok((record(body)?, None)),
            "keyframe" if world.settings.version >= 1301 => {
                CODES.flag(body, "user")?;
                CODES.flag(body, "peer")?;
                Ok((json!({ "event": "keyframesent" }), None))
            }
            _ => {
                let request = body["request"].as_str().unwrap_or_default();
                refuse(INVALID_REQUEST, format!("Unknown request ({request})"))
            }
        }
    }

    /// SDP of the client's for the peer.
    fn generate(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Result<Value, Refusal> {
        check_options(body)?;
        let Some(jsep) = jsep else { return refuse(MISSING_SDP, "Missing SDP") };
        let asked = negotiation(jsep.is_offer, &jsep.sdp, jsep.is_update, body)?;
        let unique_id = world.new_id();
        let media = self.media.entry(at).or_insert(Media { unique_id, ..Media::default() });
        if !asked.is_offer && asked.srtp_is_required && !media.peer_has_srtp {
            let text = "Can't generate answer: SDES-SRTP required, but caller didn't offer it";
            return refuse(TOO_STRICT, text);
        }
        let profile = CODES.text(body, "srtp_profile")?;
        if asked.srtp && profile.is_some_and(|profile| !SRTP_PROFILES.contains(&&*profile)) {
            return refuse(INVALID_ELEMENT, "Invalid element (unsupported SRTP profile)");
        }
        media.has_any = true;
        let kind = if asked.is_offer { "offer" } else { "answer" };
        let mut result =
            json!({ "event": "generated", "type": kind, "sdp": sdp::without_webrtc(&asked.sdp) });
        media.finish(world, &asked, &mut result);
        if let Some(handle) = world.handle_mut(at).filter(|_| !asked.is_offer) {
            handle.peer = Peer::Negotiated;
        }
        Ok(result)
    }

    /// SDP of the peer's for the client.
    fn process(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
    ) -> Result<(Value, Option<Value>), Refusal> {
        for name in ["type", "sdp"] {
            if CODES.text(body, name)?.is_none() {
                return CODES.missing(name);
            }
        }
        check_options(body)?;
        let unique_id = world.new_id();
        let media = self.media.entry(at).or_insert(Media { unique_id, ..Media::default() });
        let is_offer = match body["type"].as_str().map(str::to_ascii_lowercase).as_deref() {
            Some("offer") => true,
            Some("answer") => false,
            _ => return refuse(MISSING_SDP, "Missing or invalid SDP type"),
        };
        let is_update = body["update"] == true || media.is_ready;
        let asked = negotiation(is_offer, body["sdp"].as_str().unwrap_or_default(), is_update, body)?;
        media.has_any |= ["m=audio", "m=video"].iter().any(|line| asked.sdp.contains(line));
        if !media.has_any {
            return refuse(INVALID_SDP, "No audio and no video being negotiated");
        }
        if !asked.sdp.contains("c=IN IP") {
            return refuse(INVALID_SDP, "No remote IP addresses");
        }
        media.peer_has_srtp |= asked.sdp.contains("a=crypto:");
        if asked.srtp_is_required && !media.peer_has_srtp {
            let text = "Can't process request: SDES-SRTP required, but caller didn't offer it";
            return refuse(TOO_STRICT, text);
        }
        let mut result = json!({ "event": "processed" });
        if media.peer_has_srtp {
            result["srtp"] = if asked.srtp_is_required { "sdes_mandatory" } else { "sdes_optional" }.into();
        }
        media.finish(world, &asked, &mut result);
        let jsep = Description::of(asked.is_offer, &asked.sdp, asked.is_update).passed_on();
        if asked.is_offer {
            if let Some(handle) = world.handle_mut(at).filter(|handle| handle.peer == Peer::None) {
                handle.peer = Peer::Offered;
            }
        } else {
            world.negotiated(at);
        }
        Ok((result, Some(jsep)))
    }

    /// A handle's PeerConnection is gone, or the handle.
    pub(super) fn hung_up(&mut self, at: At) {
        self.media.remove(&at);
    }

    pub(super) fn forget(&mut self) {
        self.media.clear();
    }
}

impl Media {
    fn finish(&mut self, world: &World, asked: &Negotiation, result: &mut Value) {
        if asked.is_update {
            result["update"] = true.into();
        }
        if world.settings.version >= 1400 {
            result["unique_id"] = self.unique_id.to_string().into();
        }
        self.is_ready |= !asked.is_offer;
    }
}

fn check_options(body: &Value) -> Result<(), Refusal> {
    for name in ["info", "srtp", "srtp_profile"] {
        CODES.text(body, name)?;
    }
    CODES.flag(body, "update").map(drop)
}

fn negotiation(is_offer: bool, sdp: &str, is_update: bool, body: &Value) -> Result<Negotiation, Refusal> {
    if sdp.contains("m=application") {
        return refuse(MISSING_SDP, "The NoSIP plugin does not support DataChannels");
    }
    let srtp = body["srtp"].as_str().map(str::to_ascii_lowercase);
    if srtp.as_deref().is_some_and(|srtp| !["sdes_optional", "sdes_mandatory"].contains(&srtp)) {
        return refuse(INVALID_ELEMENT, "Invalid element (srtp can only be sdes_optional or sdes_mandatory)");
    }
    if !["\no=", "\ns=", "\nm="].iter().all(|line| sdp.contains(line)) {
        return refuse(MISSING_SDP, "Error parsing SDP: Missing mandatory lines (o=, s= or m=)");
    }
    Ok(Negotiation {
        is_offer,
        sdp: sdp.to_owned(),
        is_update,
        srtp_is_required: srtp.as_deref() == Some("sdes_mandatory"),
        srtp: srtp.is_some(),
    })
}

fn record(body: &Value) -> Result<Value, Refusal> {
    let Some(action) = CODES.text(body, "action")? else { return CODES.missing("action") };
    let mut any = false;
    for name in ["audio", "video", "peer_audio", "peer_video"] {
        any |= CODES.flag(body, name)? == Some(true);
    }
    CODES.text(body, "filename")?;
    if !["start", "stop"].contains(&&*action.to_ascii_lowercase()) {
        return refuse(INVALID_ELEMENT, "Invalid action (should be start|stop)");
    }
    if !any {
        let text = "Invalid request (at least one of audio, video, peer_audio and peer_video should be true)";
        return refuse(RECORDING_ERROR, text);
    }
    Ok(json!({ "event": "recordingupdated" }))
}
