//! The scripts of AudioBridge, Streaming and TextRoom.

use serde_json::{Value, json};

use super::scripts::{Script, offer};

fn with_handles(plugin: &str) -> Script {
    let attach = |name: &str| json!({ "janus": "attach", "transaction": name, "session_id": "$s", "plugin": format!("janus.plugin.{plugin}") });
    vec![("a", json!({ "janus": "create", "transaction": "s" })), ("a", attach("one")), ("a", attach("two"))]
}

fn body(handle: &str, body: Value) -> (&'static str, Value) {
    let message = json!({ "janus": "message", "transaction": "t", "session_id": "$s" });
    let mut message = message;
    message["handle_id"] = format!("${handle}").into();
    message["body"] = body;
    ("a", message)
}

fn one(request: Value) -> (&'static str, Value) {
    body("one", request)
}

pub(crate) fn audio_bridge() -> Script {
    let mut script = with_handles("audiobridge");
    let mut join =
        body("two", json!({ "request": "join", "room": 77, "pin": "p", "id": 2, "display": "Two" }));
    join.1["jsep"] = offer();
    script.extend([
        one(json!({})),
        one(json!({ "request": 1 })),
        one(json!({ "request": "nonsense" })),
        one(json!({ "request": "configure" })),
        one(json!({ "request": "create", "room": "x" })),
        one(json!({ "request": "create", "room": 77, "secret": "s3", "pin": "p", "description": "d" })),
        one(json!({ "request": "create", "room": 77 })),
        one(json!({ "request": "exists", "room": 77 })),
        one(json!({ "request": "exists", "room": 78 })),
        one(json!({ "request": "list" })),
        one(json!({ "request": "edit", "room": 77, "new_description": "e" })),
        one(json!({ "request": "edit", "room": 77, "secret": "s3", "new_description": "e" })),
        one(json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "enable" })),
        one(json!({ "request": "join", "room": 77, "pin": "p" })),
        one(json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "disable" })),
        one(json!({ "request": "join", "room": 99 })),
        one(json!({ "request": "join", "room": 77 })),
        one(json!({ "request": "join", "room": 77, "pin": "no" })),
        one(json!({ "request": "join", "room": 77, "pin": "p", "id": 1, "display": "One" })),
        one(json!({ "request": "join", "room": 77, "pin": "p" })),
        body("two", json!({ "request": "join", "room": 77, "pin": "p", "id": 1 })),
        join,
        one(json!({ "request": "listparticipants", "room": 77 })),
        one(json!({ "request": "configure", "muted": true })),
        one(json!({ "request": "mute", "room": 77, "secret": "s3", "id": 9 })),
        one(json!({ "request": "mute", "room": 77, "secret": "s3", "id": 2 })),
        one(json!({ "request": "unmute", "room": 77, "secret": "s3", "id": 2 })),
        one(json!({ "request": "changeroom", "room": 99 })),
        one(json!({ "request": "changeroom", "room": 1234, "id": 5 })),
        one(json!({ "request": "leave" })),
        one(json!({ "request": "kick", "room": 77, "secret": "s3", "id": 9 })),
        body("two", json!({ "request": "leave" })),
        one(json!({ "request": "destroy", "room": 77 })),
        one(json!({ "request": "destroy", "room": 77, "secret": "s3" })),
    ]);
    script
}

pub(crate) fn streaming() -> Script {
    let mut script = with_handles("streaming");
    let media = json!([{ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }]);
    let more = json!([
        { "type": "audio", "mid": "0", "port": 0, "rtcpport": 0, "pt": 0, "codec": "pcmu", "skew": true },
        { "type": "video", "mid": "1", "label": "l", "port": 0, "pt": 96, "codec": "h264", "fmtp": "profile-level-id=42e01f", "bufferkf": true },
        { "type": "video", "mid": "2", "port": 0, "port2": 0, "port3": 0, "pt": 97, "codec": "vp8", "simulcast": true },
        { "type": "data", "mid": "3", "port": 0 },
    ]);
    script.extend([
        one(json!({})),
        one(json!({ "request": "nonsense" })),
        one(json!({ "request": "create" })),
        one(json!({ "request": "create", "type": "rtp", "id": 79, "is_private": true, "metadata": "m", "media": more })),
        one(json!({ "request": "info", "id": 79 })),
        one(json!({ "request": "list" })),
        one(json!({ "request": "destroy", "id": 79 })),
        one(json!({ "request": "create", "type": "nonsense" })),
        one(json!({ "request": "create", "type": "rtp", "id": 77, "name": "n", "description": "d", "secret": "s3", "pin": "p", "media": media })),
        one(json!({ "request": "create", "type": "rtp", "id": 77, "media": media })),
        one(json!({ "request": "info", "id": 78 })),
        one(json!({ "request": "watch", "id": 78 })),
        one(json!({ "request": "watch", "id": 77 })),
        one(json!({ "request": "watch", "id": 77, "pin": "no" })),
        one(json!({ "request": "start" })),
        one(json!({ "request": "pause" })),
        one(json!({ "request": "switch", "id": 77 })),
        one(json!({ "request": "watch", "id": 77, "pin": "p" })),
        one(json!({ "request": "watch", "id": 77, "pin": "p" })),
        one(json!({ "request": "info", "id": 77 })),
        one(json!({ "request": "info", "id": 77, "secret": "no" })),
        one(json!({ "request": "info", "id": 77, "secret": "s3" })),
        one(json!({ "request": "list" })),
        one(json!({ "request": "configure" })),
        one(json!({ "request": "pause" })),
        one(json!({ "request": "enable", "id": 77 })),
        one(json!({ "request": "enable", "id": 77, "secret": "no" })),
        one(json!({ "request": "enable", "id": 77, "secret": "s3" })),
        one(json!({ "request": "destroy", "id": 78 })),
        body("two", json!({ "request": "destroy", "id": 77, "secret": "s3" })),
    ]);
    script
}

pub(crate) fn text_room() -> Script {
    let mut script = with_handles("textroom");
    script.extend([
        one(json!({})),
        one(json!({ "request": 1 })),
        one(json!({ "request": "nonsense" })),
        one(json!({ "request": "restart" })),
        one(json!({ "request": "setup" })),
        one(json!({ "request": "setup" })),
        one(json!({ "request": "create", "room": "x" })),
        one(json!({ "request": "create", "room": 77, "secret": "s3", "pin": "p", "description": "d" })),
        one(json!({ "request": "create", "room": 77 })),
        one(json!({ "request": "exists", "room": 77 })),
        one(json!({ "request": "exists" })),
        one(json!({ "request": "list" })),
        one(json!({ "request": "listparticipants", "room": 77 })),
        one(json!({ "request": "listparticipants", "room": 78 })),
        one(json!({ "request": "edit", "room": 77, "secret": "no" })),
        one(json!({ "request": "edit", "room": 77, "secret": "s3", "new_description": "e" })),
        one(json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "enable" })),
        one(json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "nonsense" })),
        one(json!({ "request": "announcement", "room": 77, "secret": "s3" })),
        one(json!({ "request": "announcement", "room": 77, "secret": "s3", "text": "t" })),
        one(json!({ "request": "kick", "room": 77, "secret": "s3", "username": "unknown" })),
        one(json!({ "request": "destroy", "room": 77 })),
        one(json!({ "request": "destroy", "room": 77, "secret": "s3" })),
    ]);
    script
}
