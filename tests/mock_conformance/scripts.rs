//! The scripts for both servers. In a request, `"$name"` stands for the id that the request with this
//! transaction created.

use serde_json::{Value, json};

pub(crate) type Script = Vec<(&'static str, Value)>;

const OFFER: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";

pub(crate) fn offer() -> Value {
    json!({ "type": "offer", "sdp": OFFER })
}

pub(crate) fn core() -> Script {
    let at = |verb: &str| json!({ "janus": verb, "transaction": "t", "session_id": "$s" });
    let on = |verb: &str| json!({ "janus": verb, "transaction": "t", "session_id": "$s", "handle_id": "$h" });
    let trickle = |candidate: Value| json!({ "janus": "trickle", "transaction": "t", "session_id": "$s", "handle_id": "$h", "candidate": candidate });
    vec![
        ("a", json!({ "janus": "ping", "transaction": "t" })),
        ("a", json!({ "janus": "PING", "transaction": "t" })),
        ("a", json!("[]")),
        ("a", json!({ "transaction": "t" })),
        ("a", json!({ "janus": "ping" })),
        ("a", json!({ "janus": 1, "transaction": "t" })),
        ("a", json!({ "janus": "nonsense", "transaction": "t" })),
        ("a", json!({ "janus": "keepalive", "transaction": "t" })),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "handle_id": 1 })),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "session_id": 1 })),
        ("a", json!({ "janus": "create", "transaction": "s" })),
        ("a", json!({ "janus": "create", "transaction": "own", "id": 7_700_770_077_007_u64 })),
        ("b", json!({ "janus": "create", "transaction": "t", "id": 7_700_770_077_007_u64 })),
        ("b", json!({ "janus": "create", "transaction": "t", "id": "x" })),
        ("a", at("keepalive")),
        ("a", at("nonsense")),
        ("a", at("message")),
        ("a", at("attach")),
        (
            "a",
            json!({ "janus": "attach", "transaction": "t", "session_id": "$s", "plugin": "janus.plugin.nothing" }),
        ),
        ("a", json!({ "janus": "attach", "transaction": "t", "session_id": "$s", "plugin": 1 })),
        (
            "a",
            json!({ "janus": "attach", "transaction": "t", "session_id": "$s", "plugin": "janus.plugin.echotest", "opaque_id": null }),
        ),
        (
            "a",
            json!({ "janus": "attach", "transaction": "h", "session_id": "$s", "plugin": "janus.plugin.echotest", "opaque_id": "me" }),
        ),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "session_id": "$s", "handle_id": 1 })),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "session_id": "$s", "handle_id": "x" })),
        ("a", on("keepalive")),
        ("a", on("nonsense")),
        ("a", on("attach")),
        ("a", on("claim")),
        ("a", on("destroy")),
        ("a", on("message")),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": 1 }),
        ),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": {}, "jsep": 1 }),
        ),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": {}, "jsep": {} }),
        ),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": {}, "jsep": { "type": "rollback", "sdp": "" } }),
        ),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": {}, "jsep": { "type": "offer", "sdp": "nonsense" } }),
        ),
        (
            "a",
            json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": {}, "jsep": { "type": "answer", "sdp": OFFER } }),
        ),
        ("a", on("trickle")),
        ("a", trickle(json!({ "candidate": "x" }))),
        ("a", trickle(json!({ "sdpMid": "0" }))),
        ("a", trickle(json!({ "candidate": "candidate:1 1 udp 1 127.0.0.1 9 typ host", "sdpMid": "7" }))),
        ("a", trickle(json!({ "completed": true }))),
        ("a", trickle(Value::Null)),
        (
            "a",
            json!({ "janus": "trickle", "transaction": "t", "session_id": "$s", "handle_id": "$h", "candidates": 1 }),
        ),
        ("b", at("keepalive")),
        ("b", at("claim")),
        ("b", on("hangup")),
        ("a", at("claim")),
        ("a", on("detach")),
        ("a", on("keepalive")),
        ("a", at("destroy")),
        ("a", at("keepalive")),
    ]
}

pub(crate) fn echo_test() -> Script {
    let body = |body: Value| json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": "$h", "body": body });
    let mut offered = body(json!({ "audio": true }));
    offered["jsep"] = offer();
    let on = |verb: &str| json!({ "janus": verb, "transaction": "t", "session_id": "$s", "handle_id": "$h" });
    vec![
        ("a", json!({ "janus": "create", "transaction": "s" })),
        (
            "a",
            json!({ "janus": "attach", "transaction": "h", "session_id": "$s", "plugin": "janus.plugin.echotest" }),
        ),
        ("a", body(json!({}))),
        ("a", body(json!({ "audio": true }))),
        ("a", body(json!({ "audio": 1 }))),
        ("a", body(json!({ "bitrate": -1 }))),
        ("a", body(json!({ "bitrate": 128_000 }))),
        ("a", body(json!({ "substream": 3 }))),
        ("a", body(json!({ "filename": 3 }))),
        ("a", offered.clone()),
        ("a", on("hangup")),
        ("a", offered),
        ("a", on("detach")),
        ("a", json!({ "janus": "destroy", "transaction": "t", "session_id": "$s" })),
    ]
}

pub(crate) fn video_room() -> Script {
    let body = |handle: &str, body: Value| json!({ "janus": "message", "transaction": "t", "session_id": "$s", "handle_id": format!("${handle}"), "body": body });
    let attach = |name: &str| json!({ "janus": "attach", "transaction": name, "session_id": "$s", "plugin": "janus.plugin.videoroom" });
    let mut publish = body("one", json!({ "request": "publish" }));
    publish["jsep"] = offer();
    vec![
        ("a", json!({ "janus": "create", "transaction": "s" })),
        ("a", attach("one")),
        ("a", attach("two")),
        ("a", body("one", json!({}))),
        ("a", body("one", json!({ "request": "nonsense" }))),
        ("a", body("one", json!({ "request": "configure" }))),
        ("a", body("one", json!({ "request": "create", "room": "x" }))),
        (
            "a",
            body(
                "one",
                json!({ "request": "create", "room": 77, "secret": "s3", "pin": "p", "notify_joining": true, "publishers": 1 }),
            ),
        ),
        ("a", body("one", json!({ "request": "create", "room": 77 }))),
        ("a", body("one", json!({ "request": "exists", "room": 77 }))),
        ("a", body("one", json!({ "request": "exists", "room": 78 }))),
        ("a", body("one", json!({ "request": "edit", "room": 77, "new_description": "d" }))),
        ("a", body("one", json!({ "request": "edit", "room": 77, "secret": "no", "new_description": "d" }))),
        (
            "a",
            body(
                "one",
                json!({ "request": "edit", "room": 77, "secret": "s3", "new_description": "Seventy-seven" }),
            ),
        ),
        ("a", body("one", json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "enable" }))),
        (
            "a",
            body(
                "one",
                json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "add", "allowed": ["t"] }),
            ),
        ),
        ("a", body("one", json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "p" }))),
        ("a", body("one", json!({ "request": "allowed", "room": 77, "secret": "s3", "action": "disable" }))),
        ("a", body("one", json!({ "request": "join", "room": 77 }))),
        ("a", body("one", json!({ "request": "join", "ptype": "unknown", "room": 77 }))),
        ("a", body("one", json!({ "request": "join", "ptype": "publisher", "room": 99 }))),
        ("a", body("one", json!({ "request": "join", "ptype": "publisher", "room": 77 }))),
        ("a", body("one", json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "no" }))),
        (
            "a",
            body(
                "one",
                json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "p", "id": 1, "display": "One" }),
            ),
        ),
        (
            "a",
            body("one", json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "p", "id": 1 })),
        ),
        (
            "a",
            body("two", json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "p", "id": 1 })),
        ),
        (
            "a",
            body(
                "two",
                json!({ "request": "join", "ptype": "subscriber", "room": 77, "pin": "p", "streams": [{ "feed": 5 }] }),
            ),
        ),
        (
            "a",
            body(
                "two",
                json!({ "request": "join", "ptype": "publisher", "room": 77, "pin": "p", "id": 2, "display": "Two" }),
            ),
        ),
        ("a", body("one", json!({ "request": "listparticipants", "room": 77 }))),
        ("a", body("two", json!({ "request": "configure", "display": "Zwei" }))),
        ("a", body("one", json!({ "request": "unpublish" }))),
        ("a", publish.clone()),
        ("a", publish),
        ("a", body("one", json!({ "request": "kick", "room": 77, "secret": "s3", "id": 9 }))),
        ("a", body("one", json!({ "request": "kick", "room": 77, "secret": "s3", "id": 2 }))),
        ("a", body("one", json!({ "request": "leave" }))),
        ("a", body("one", json!({ "request": "destroy", "room": 77 }))),
        ("a", body("one", json!({ "request": "destroy", "room": 77, "secret": "s3" }))),
        ("a", json!({ "janus": "destroy", "transaction": "t", "session_id": "$s" })),
    ]
}

pub(crate) fn admin() -> Script {
    let request = |verb: &str| json!({ "janus": verb, "transaction": "t", "admin_secret": "janusoverlord" });
    let with = |verb: &str, name: &str, value: Value| {
        let mut request = request(verb);
        request[name] = value;
        request
    };
    vec![
        ("admin", json!({ "janus": "ping", "transaction": "t" })),
        ("admin", json!({ "janus": "list_sessions", "transaction": "t" })),
        ("admin", json!({ "janus": "list_sessions" })),
        ("admin", request("nonsense")),
        ("admin", request("list_sessions")),
        ("a", json!({ "janus": "create", "transaction": "s" })),
        (
            "a",
            json!({ "janus": "attach", "transaction": "h", "session_id": "$s", "plugin": "janus.plugin.echotest" }),
        ),
        ("admin", request("list_sessions")),
        ("admin", with("list_handles", "session_id", json!("$s"))),
        ("admin", with("list_handles", "session_id", json!(1))),
        ("admin", with("nonsense", "session_id", json!("$s"))),
        ("admin", with("accept_new_sessions", "accept", json!(false))),
        ("b", json!({ "janus": "create", "transaction": "t" })),
        ("admin", with("accept_new_sessions", "accept", json!(true))),
        ("admin", with("accept_new_sessions", "accept", json!(1))),
        ("admin", with("set_session_timeout", "timeout", json!("x"))),
        ("admin", request("set_session_timeout")),
        ("admin", with("set_session_timeout", "timeout", json!(30))),
        ("admin", with("add_token", "token", json!("t"))),
        ("admin", with("message_plugin", "plugin", json!("janus.plugin.nothing"))),
        (
            "admin",
            json!({ "janus": "message_plugin", "transaction": "t", "admin_secret": "janusoverlord", "plugin": "janus.plugin.videoroom", "request": { "request": "exists", "room": 1234 } }),
        ),
        (
            "admin",
            json!({ "janus": "handle_info", "transaction": "t", "admin_secret": "janusoverlord", "session_id": "$s", "handle_id": 1 }),
        ),
        (
            "admin",
            json!({ "janus": "hangup_webrtc", "transaction": "t", "admin_secret": "janusoverlord", "session_id": "$s", "handle_id": "$h" }),
        ),
        (
            "admin",
            json!({ "janus": "detach_handle", "transaction": "t", "admin_secret": "janusoverlord", "session_id": "$s", "handle_id": "$h" }),
        ),
        ("admin", with("destroy_session", "session_id", json!("$s"))),
        ("a", json!({ "janus": "keepalive", "transaction": "t", "session_id": "$s" })),
    ]
}
