//! Streaming: mountpoints, which send no media, and their viewers.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::fields::Codes;
use super::{Refusal, Reply, close_peer, refuse};
use crate::mock::sdp::{self, Description, Media};
use crate::mock::world::{At, Peer, World};
use crate::plugins::streaming::error_code::{
    CANT_CREATE, CANT_SWITCH, INVALID_ELEMENT, INVALID_REQUEST, INVALID_STATE, MISSING_ELEMENT,
    NO_SUCH_MOUNTPOINT, UNAUTHORIZED,
};
use crate::time::Time;

pub(super) const NAME: &str = "janus.plugin.streaming";

const CODES: Codes = Codes { missing: MISSING_ELEMENT, invalid: INVALID_ELEMENT, unauthorized: UNAUTHORIZED };

const REQUESTS: [&str; 6] = ["watch", "start", "pause", "configure", "switch", "stop"];

/// The mountpoints and their viewers.
#[derive(Default)]
pub(super) struct Mountpoints {
    mountpoints: BTreeMap<u64, Mountpoint>,
    viewers: BTreeMap<At, u64>,
}

struct Mountpoint {
    name: String,
    description: String,
    metadata: Option<String>,
    secret: Option<String>,
    pin: Option<String>,
    is_private: bool,
    enabled: bool,
    created: Time,
    streams: Vec<Stream>,
}

struct Stream {
    media: Media,
    label: String,
    /// The ports, which only those with the secret learn.
    ports: Map<String, Value>,
    /// The codec and what the creator chose.
    settings: Map<String, Value>,
}

impl Mountpoints {
    pub(super) fn message(
        &mut self,
        world: &mut World,
        at: At,
        body: &Value,
        jsep: Option<&Description>,
    ) -> Reply {
        let request = body["request"].as_str().unwrap_or_default();
        if !REQUESTS.contains(&request) {
            return Reply::Now(self.manage(world, body));
        }
        let result = |result: Value| (json!({ "streaming": "event", "result": result }), None);
        let up = world.handle(at).is_some_and(|handle| handle.peer == Peer::Up);
        if request == "stop" && !up {
            return match world.settings.version {
                ..1301 => Reply::Never,
                _ => Reply::later(json!({ "streaming": "event", "result": { "status": "idle" } })),
            };
        }
        let done = match request {
            "watch" => self.watch(world, at, body),
            _ if !self.viewers.contains_key(&at) => refuse(
                NO_SUCH_MOUNTPOINT,
                match request {
                    "switch" => "Can't switch: not on a mountpoint",
                    // Pausing is refused in the same words.
                    _ => "Can't start: no mountpoint set",
                },
            ),
            "start" => {
                if jsep.is_some_and(|jsep| !jsep.is_offer) {
                    if let Some(handle) = world.handle_mut(at).filter(|handle| handle.peer == Peer::Offered) {
                        handle.peer = Peer::Negotiated;
                    }
                }
                Ok(result(json!({ "status": if up { "started" } else { "starting" } })))
            }
            "pause" => Ok(result(json!({ "status": "pausing" }))),
            "configure" => Ok(result(json!({ "event": "configured" }))),
            "switch" => self.switch(at, body).map(result),
            _ => {
                self.viewers.remove(&at);
                close_peer(world, at);
                Ok(result(json!({ "status": "stopping" })))
            }
        };
        match done {
            Ok((data, jsep)) => Reply::Later { hint: None, data, jsep },
            Err(refusal) => Reply::later(failure(refusal)),
        }
    }

    pub(super) fn manage(&mut self, world: &mut World, body: &Value) -> Value {
        let answer = CODES.request(body).and_then(|request| self.manage_by_name(world, request, body));
        answer.unwrap_or_else(failure)
    }

    fn manage_by_name(&mut self, world: &mut World, request: &str, body: &Value) -> Result<Value, Refusal> {
        match request {
            "list" => {
                let public = self.mountpoints.iter().filter(|(_, mountpoint)| !mountpoint.is_private);
                let list: Vec<_> = public.map(|(id, mountpoint)| mountpoint.listed(*id, world.now)).collect();
                Ok(json!({ "streaming": "list", "list": list }))
            }
            "info" => {
                let id = CODES.id(body, "id")?;
                let viewers = self.viewers_of(id).len();
                Ok(json!({ "streaming": "info", "info": self.find(id)?.info(id, viewers, world.now, body) }))
            }
            "create" => self.create(world, body),
            "destroy" => {
                let id = self.own(body)?;
                self.mountpoints.remove(&id);
                for at in self.viewers_of(id) {
                    self.viewers.remove(&at);
                    let stopped = json!({ "streaming": "event", "result": { "status": "stopped" } });
                    world.event(at, None, stopped, None);
                    close_peer(world, at);
                }
                Ok(json!({ "streaming": "destroyed", "destroyed": id }))
            }
            "enable" | "disable" => {
                let id = self.own(body)?;
                if let Some(mountpoint) = self.mountpoints.get_mut(&id) {
                    mountpoint.enabled = request == "enable";
                }
                Ok(json!({ "streaming": "ok" }))
            }
            "kick_all" => {
                let id = self.own(body)?;
                for at in self.viewers_of(id) {
                    self.viewers.remove(&at);
                    let kicked = json!({ "streaming": "event", "result": { "status": "kicked_all" } });
                    world.event(at, None, kicked, None);
                    close_peer(world, at);
                }
                Ok(json!({ "streaming": "kicked_all" }))
            }
            other => refuse(INVALID_REQUEST, format!("Unknown request '{other}'")),
        }
    }

    fn create(&mut self, world: &mut World, body: &Value) -> Result<Value, Refusal> {
        let Some(kind) = CODES.text(body, "type")? else { return CODES.missing("type") };
        if kind != "rtp" {
            return refuse(CODES.invalid, format!("Unknown stream type '{kind}'...\n"));
        }
        let id = CODES.number(body, "id")?.filter(|id| *id > 0);
        let id = id.unwrap_or_else(|| world.new_id());
        if self.mountpoints.contains_key(&id) {
            return refuse(CANT_CREATE, "A stream with the provided ID already exists");
        }
        let streams = streams_of(world, body)?;
        let port_of = |Stream { media, ports, .. }: &Stream| {
            let mut created = json!({ "type": media.kind_word(), "mid": media.mid });
            for (name, port) in ports {
                // `create` and `info` have different names for them.
                let name = match &**name {
                    "rtcpport" => "rtcp_port",
                    "port2" => "port_2",
                    "port3" => "port_3",
                    name => name,
                };
                created[name] = port.clone();
            }
            created
        };
        let ports: Vec<_> = streams.iter().map(port_of).collect();
        let name = CODES.text(body, "name")?.unwrap_or_else(|| format!("mp-{id}"));
        let mountpoint = Mountpoint {
            description: CODES.text(body, "description")?.unwrap_or_else(|| name.clone()),
            name: name.clone(),
            metadata: CODES.text(body, "metadata")?,
            secret: CODES.text(body, "secret")?,
            pin: CODES.text(body, "pin")?,
            is_private: CODES.flag(body, "is_private")?.unwrap_or_default(),
            enabled: true,
            created: world.now,
            streams,
        };
        let stream = json!({
            "id": id, "type": "live", "description": mountpoint.description, "is_private": mountpoint.is_private,
            "ports": ports,
        });
        self.mountpoints.insert(id, mountpoint);
        Ok(json!({ "streaming": "created", "created": name, "permanent": false, "stream": stream }))
    }

    fn watch(&mut self, world: &mut World, at: At, body: &Value) -> Result<(Value, Option<Value>), Refusal> {
        let id = CODES.id(body, "id")?;
        let mountpoint = self.find(id)?;
        CODES.check_secret(mountpoint.pin.as_deref(), body, "pin")?;
        let restart = CODES.flag(body, "restart")?.unwrap_or_default();
        if !restart && self.viewers.contains_key(&at) {
            return refuse(INVALID_STATE, format!("Already watching mountpoint {id}"));
        }
        let wanted = CODES.texts(body, "media")?;
        let chosen = |media: &&Media| wanted.as_ref().is_none_or(|wanted| wanted.contains(&media.mid));
        let media: Vec<_> = mountpoint.media().filter(chosen).cloned().collect();
        if media.is_empty() {
            return refuse(
                INVALID_REQUEST,
                "Can't offer an SDP with no audio, video or data for this mountpoint",
            );
        }
        if let Some(handle) = world.handle_mut(at).filter(|handle| handle.peer == Peer::None) {
            handle.peer = Peer::Offered;
        }
        self.viewers.insert(at, id);
        let status = if restart { "updating" } else { "preparing" };
        let data = json!({ "streaming": "event", "result": { "status": status } });
        Ok((data, Some(sdp::offer(&media))))
    }

    fn switch(&mut self, at: At, body: &Value) -> Result<Value, Refusal> {
        let id = CODES.id(body, "id")?;
        let kinds =
            |mountpoint: &Mountpoint| mountpoint.media().map(|it| it.kind.clone()).collect::<Vec<_>>();
        let now = self.viewers.get(&at).and_then(|id| self.mountpoints.get(id)).map(kinds);
        if now != Some(kinds(self.find(id)?)) {
            return refuse(CANT_SWITCH, "Can't switch: the mountpoints differ");
        }
        self.viewers.insert(at, id);
        Ok(json!({ "switched": "ok", "id": id }))
    }

    pub(super) fn came_up(&self, world: &mut World, at: At) {
        if self.viewers.contains_key(&at) {
            world.event(at, None, json!({ "streaming": "event", "result": { "status": "started" } }), None);
        }
    }

    pub(super) fn gone(&mut self, at: At) {
        self.viewers.remove(&at);
    }

    pub(super) fn forget(&mut self) {
        self.viewers.clear();
    }

    fn find(&self, id: u64) -> Result<&Mountpoint, Refusal> {
        match self.mountpoints.get(&id) {
            Some(mountpoint) => Ok(mountpoint),
            None => refuse(NO_SUCH_MOUNTPOINT, format!("No such mountpoint/stream {id}")),
        }
    }

    /// Returns the mountpoint, if the request has its secret.
    fn own(&self, body: &Value) -> Result<u64, Refusal> {
        let id = CODES.id(body, "id")?;
        CODES.check_secret(self.find(id)?.secret.as_deref(), body, "secret")?;
        Ok(id)
    }

    fn viewers_of(&self, id: u64) -> Vec<At> {
        self.viewers.iter().filter(|(_, watched)| **watched == id).map(|(at, _)| *at).collect()
    }
}

impl Mountpoint {
    fn media(&self) -> impl Iterator<Item = &Media> {
        self.streams.iter().map(|stream| &stream.media)
    }

    fn listed(&self, id: u64, now: Time) -> Value {
        let media: Vec<_> = self.streams.iter().map(|stream| stream.listed(self.created, now)).collect();
        let mut listed = json!({
            "id": id, "type": "live", "description": self.description, "enabled": self.enabled, "media": media,
        });
        if let Some(metadata) = &self.metadata {
            listed["metadata"] = metadata.as_str().into();
        }
        listed
    }

    /// The description; a request with the secret gets more.
    fn info(&self, id: u64, viewers: usize, now: Time, body: &Value) -> Value {
        let has_secret = self.secret.as_deref().is_none_or(|secret| body["secret"] == secret);
        let described = |(index, stream): (usize, &Stream)| {
            let mut media = stream.listed(self.created, now);
            media["mindex"] = index.into();
            insert_all(&mut media, &stream.settings);
            if has_secret {
                insert_all(&mut media, &stream.ports);
            }
            media
        };
        let mut info = self.listed(id, now);
        info["media"] = self.streams.iter().enumerate().map(described).collect();
        if has_secret {
            info["name"] = self.name.as_str().into();
            info["viewers"] = viewers.into();
            if self.is_private {
                info["is_private"] = true.into();
            }
            for (name, value) in [("secret", &self.secret), ("pin", &self.pin)] {
                if let Some(value) = value {
                    info[name] = value.as_str().into();
                }
            }
        }
        info
    }
}

impl Stream {
    /// As if nothing had come since the mountpoint was created.
    fn listed(&self, created: Time, now: Time) -> Value {
        let age_ms = u64::try_from(now.since(created).as_millis()).unwrap_or(u64::MAX);
        json!({
            "mid": self.media.mid, "type": self.media.kind_word(), "label": self.label, "age_ms": age_ms,
        })
    }
}

fn insert_all(into: &mut Value, members: &Map<String, Value>) {
    for (name, value) in members {
        into[name] = value.clone();
    }
}

fn streams_of(world: &mut World, body: &Value) -> Result<Vec<Stream>, Refusal> {
    let Some(list) = body["media"].as_array() else { return CODES.missing("media") };
    list.iter().map(|item| stream_of(world, item)).collect()
}

fn stream_of(world: &mut World, item: &Value) -> Result<Stream, Refusal> {
    let (Some(kind), Some(mid)) = (CODES.text(item, "type")?, CODES.text(item, "mid")?) else {
        return CODES.missing("type or mid");
    };
    CODES.id(item, "port")?;
    let label = CODES.text(item, "label")?.unwrap_or_else(|| kind.clone());
    let ports = ["port", "rtcpport", "port2", "port3"].into_iter().filter(|name| item[name].is_u64());
    let ports = ports.map(|name| (name.to_owned(), (10_000 + world.random() % 50_000).into())).collect();
    let codec = CODES.text(item, "codec")?;
    let rtpmap = match (codec.as_deref(), &*kind) {
        (Some("opus"), _) => "opus/48000/2".to_owned(),
        (Some(codec), "video") => format!("{}/90000", codec.to_ascii_uppercase()),
        (Some(codec), _) => format!("{}/8000", codec.to_ascii_uppercase()),
        (None, _) => String::new(),
    };
    let pt = CODES.number(item, "pt")?;
    let mut settings = Map::new();
    if kind == "data" {
        if world.settings.version >= 1400 {
            let is_binary = item["datatype"] == "binary";
            settings.insert("datatype".into(), if is_binary { "binary" } else { "text" }.into());
        }
    } else {
        settings.extend(pt.map(|pt| ("pt".into(), pt.into())));
        settings.extend(codec.map(|codec| ("codec".into(), codec.into())));
        settings.insert("rtpmap".into(), rtpmap.as_str().into());
        settings.extend(CODES.text(item, "fmtp")?.map(|fmtp| ("fmtp".into(), fmtp.into())));
    }
    let flags =
        [("skew", "skew_compensation"), ("bufferkf", "videobufferkf"), ("simulcast", "videosimulcast")];
    for (wanted, shown) in flags {
        if CODES.flag(item, wanted)? == Some(true) && (wanted == "skew" || kind == "video") {
            settings.insert(shown.into(), true.into());
        }
    }
    let payload = pt.map_or_else(|| "webrtc-datachannel".to_owned(), |pt| pt.to_string());
    let kind = if kind == "data" { "application".to_owned() } else { kind };
    let media = Media { kind, mid, direction: "sendonly".into(), codecs: vec![(payload, rtpmap)] };
    Ok(Stream { media, label, ports, settings })
}

fn failure((code, error): Refusal) -> Value {
    json!({ "streaming": "event", "error_code": code, "error": error })
}
