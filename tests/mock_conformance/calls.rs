//! Calls between two SIP accounts. `AT` stands for the registrar's address, which the mock server does not need.

use serde_json::{Value, json};

use super::scripts::{Script, offer};

fn on(handle: &str, body: &Value) -> Value {
    let session = format!("${}", &handle[..1]);
    json!({ "janus": "message", "transaction": "t", "session_id": session, "handle_id": format!("${handle}"), "body": body })
}

fn with(mut message: Value, kind: &str) -> Value {
    message["jsep"] = json!({ "type": kind, "sdp": offer()["sdp"] });
    message
}

pub(crate) fn sip(at: &str) -> Script {
    let mut script: Script = Vec::new();
    for (client, handles) in [("a", ["a1", "a2", "a3", "a4"]), ("b", ["b1", "b2", "b3", "b4"])] {
        script.push((client, json!({ "janus": "create", "transaction": client })));
        for handle in handles {
            let plugin = "janus.plugin.sip";
            let session = format!("${client}");
            let attach =
                json!({ "janus": "attach", "transaction": handle, "session_id": session, "plugin": plugin });
            script.push((client, attach));
        }
    }
    let identity = |user: &str| format!("sip:{user}@{at}");
    let register = |user: &str| {
        json!({ "request": "register", "username": identity(user), "secret": "a-password",
            "proxy": format!("sip:{at}"), "display_name": user.to_uppercase() })
    };
    let call = |user: &str, id: &str| json!({ "request": "call", "uri": identity(user), "call_id": id });
    let only = |request: &str| json!({ "request": request });
    let refused = [
        json!({}),
        json!({ "request": 1 }),
        only("nonsense"),
        only("unregister"),
        only("call"),
        only("accept"),
        only("decline"),
        only("hangup"),
        only("hold"),
        only("update"),
        only("info"),
        only("dtmf_info"),
        only("message"),
        json!({ "request": "message", "content": "x" }),
        json!({ "request": "message", "content": "x", "uri": identity("bob") }),
        only("register"),
        json!({ "request": "register", "username": 1 }),
        json!({ "request": "register", "username": "nonsense", "secret": "x" }),
        json!({ "request": "register", "username": identity("x") }),
        json!({ "request": "register", "username": identity("x"), "secret": "x", "ha1_secret": "x" }),
        json!({ "request": "register", "username": identity("x"), "secret": "x", "proxy": "x" }),
        json!({ "request": "register", "username": identity("x"), "secret": "x", "refresh": 1 }),
        json!({ "request": "register", "username": identity("x"), "type": "guest", "send_register": true }),
        json!({ "request": "register", "username": identity("x"), "secret": "x", "force_udp": true, "force_tcp": true }),
        json!({ "request": "register", "username": identity("x"), "type": "helper" }),
        json!({ "request": "register", "username": identity("x"), "type": "helper", "master_id": 1 }),
    ];
    // Its delivery arrives when both SIP stacks have handled the earlier requests.
    let settled = on("b1", &json!({ "request": "message", "content": "settled" }));
    // Its delivery arrives when the callee's SIP stack can accept the call.
    let to_unknown =
        json!({ "request": "message", "content": "x", "uri": identity("unknown"), "call_id": "m" });
    let acceptable = on("b1", &to_unknown);
    script.extend(refused.iter().map(|body| ("a", on("a1", body))));
    script.extend([
        ("a", on("a1", &register("alice"))),
        ("a", on("a1", &register("alice"))),
        ("b", on("b1", &register("bob"))),
        ("b", on("b2", &json!({ "request": "register", "username": identity("guest"), "type": "guest" }))),
        ("b", on("b2", &only("unregister"))),
        // Requests that are refused before a SIP request is sent.
        ("a", on("a1", &only("call"))),
        ("a", on("a1", &json!({ "request": "call", "uri": 1 }))),
        ("a", on("a1", &json!({ "request": "call", "uri": "nonsense" }))),
        ("a", on("a1", &call("bob", "c0"))),
        ("a", on("a1", &json!({ "request": "call", "uri": identity("bob"), "srtp": "x" }))),
        ("a", on("a1", &json!({ "request": "message", "content": "x", "uri": "nonsense" }))),
        // The callee is not registered.
        ("a", with(on("a1", &call("carol", "c1")), "offer")),
        ("a", on("a1", &json!({ "request": "message", "content": "hello", "uri": identity("carol"), "call_id": "m1" }))),
        ("a", on("a1", &json!({ "request": "message", "content": "hello", "uri": identity("bob"), "call_id": "m2" }))),
        // The callee declines.
        ("a", with(on("a1", &call("bob", "c2")), "offer")),
        ("b", acceptable.clone()),
        ("a", with(on("a1", &call("bob", "c2")), "offer")),
        ("b", on("b1", &only("accept"))),
        ("b", with(on("b1", &json!({ "request": "accept", "srtp": "x" })), "answer")),
        ("b", with(on("b1", &json!({ "request": "accept", "srtp": "sdes_mandatory" })), "answer")),
        ("b", on("b1", &json!({ "request": "decline", "refer_id": 1 }))),
        ("b", on("b1", &json!({ "request": "decline", "code": "x" }))),
        ("b", on("b1", &only("decline"))),
        ("b", on("b1", &only("decline"))),
        ("a", with(on("a1", &call("bob", "c3")), "offer")),
        ("b", acceptable.clone()),
        ("b", on("b1", &json!({ "request": "decline", "code": 480 }))),
        // The caller gives up.
        ("a", with(on("a1", &call("bob", "c4")), "offer")),
        ("a", on("a1", &only("hangup"))),
        // The callee's PeerConnection ends before the call is accepted.
        ("a", with(on("a1", &call("bob", "c8")), "offer")),
        ("b", acceptable.clone()),
        ("b", json!({ "janus": "hangup", "transaction": "t", "session_id": "$b", "handle_id": "$b1" })),
        // The callee accepts.
        ("a", with(on("a1", &call("bob", "c5")), "offer")),
        ("b", acceptable),
        ("b", with(on("b1", &json!({ "request": "accept", "autoaccept_reinvites": false })), "answer")),
        ("b", with(on("b2", &call("bob", "c6")), "offer")),
        ("a", on("a1", &json!({ "request": "info", "type": "text/plain", "content": "a text" }))),
        ("a", on("a1", &only("info"))),
        ("b", on("b1", &json!({ "request": "info", "type": "text/plain", "content": "a text" }))),
        ("a", on("a1", &json!({ "request": "dtmf_info", "digit": "5" }))),
        ("a", on("a1", &json!({ "request": "dtmf_info", "digit": "55" }))),
        ("a", on("a1", &json!({ "request": "dtmf_info", "digit": "5", "duration": "x" }))),
        ("a", on("a1", &json!({ "request": "message", "content": "hello" }))),
        ("b", on("b1", &json!({ "request": "message", "content": "hello" }))),
        ("a", on("a1", &json!({ "request": "hold", "direction": "sendrecv" }))),
        ("a", on("a1", &json!({ "request": "hold", "direction": "inactive" }))),
        ("a", on("a1", &only("hold"))),
        ("b", on("b1", &only("update"))),
        ("b", with(on("b1", &only("update")), "answer")),
        ("b", settled.clone()),
        ("a", on("a1", &only("hold"))),
        ("a", on("a1", &only("unhold"))),
        ("b", with(on("b1", &only("update")), "answer")),
        ("b", settled.clone()),
        ("b", on("b1", &only("hold"))),
        ("b", settled.clone()),
        ("b", on("b1", &only("unhold"))),
        ("b", settled.clone()),
        ("a", with(on("a1", &only("update")), "offer")),
        ("b", with(on("b1", &only("update")), "answer")),
        ("b", settled.clone()),
        ("b", with(on("b1", &only("update")), "answer")),
        ("b", with(on("b1", &only("update")), "offer")),
        ("b", settled),
        ("b", on("b1", &only("hangup"))),
        ("b", on("b1", &only("hangup"))),
        // A call whose PeerConnection ends, and a call whose handle ends. The earlier handles may still be busy.
        ("a", on("a2", &register("anna"))),
        ("b", on("b3", &register("ben"))),
        ("b", with(on("b3", &call("anna", "c7")), "offer")),
        ("a", on("a2", &to_unknown)),
        ("a", with(on("a2", &only("accept")), "answer")),
        ("a", json!({ "janus": "hangup", "transaction": "t", "session_id": "$a", "handle_id": "$a2" })),
        ("a", on("a3", &register("ada"))),
        ("b", on("b4", &register("bea"))),
        ("a", with(on("a3", &call("bea", "c9")), "offer")),
        ("b", on("b4", &to_unknown)),
        ("b", with(on("b4", &only("accept")), "answer")),
        ("a", json!({ "janus": "detach", "transaction": "t", "session_id": "$a", "handle_id": "$a3" })),
        ("b", on("b4", &only("unregister"))),
        ("b", on("b4", &only("unregister"))),
        ("a", with(on("a4", &call("bea", "c10")), "offer")),
    ]);
    script
}

/// Calls between two names of VideoCall. When a PeerConnection ends, the order of what follows depends on threads.
pub(crate) fn video_call() -> Script {
    let mut script: Script = Vec::new();
    for (client, handles) in [("a", &["a1", "a2"][..]), ("b", &["b1"])] {
        script.push((client, json!({ "janus": "create", "transaction": client })));
        for handle in handles {
            let (session, plugin) = (format!("${client}"), "janus.plugin.videocall");
            let attach =
                json!({ "janus": "attach", "transaction": handle, "session_id": session, "plugin": plugin });
            script.push((client, attach));
        }
    }
    let register = |name: &str| json!({ "request": "register", "username": name });
    let call = |name: &str| json!({ "request": "call", "username": name });
    let only = |request: &str| json!({ "request": request });
    let refused = [
        json!({}),
        json!({ "request": 1 }),
        only("nonsense"),
        only("register"),
        json!({ "request": "register", "username": 1 }),
        only("call"),
        only("accept"),
        json!({ "request": "set", "audio": 1 }),
        json!({ "request": "set", "bitrate": -1 }),
        json!({ "request": "set", "substream": 3 }),
        json!({ "request": "set", "temporal": "x" }),
        json!({ "request": "set", "fallback": -1 }),
        json!({ "request": "set", "audio": false, "video": true, "bitrate": 128_000 }),
        only("hangup"),
        only("list"),
        register("alice"),
        register("other"),
        only("LIST"),
        call("alice"),
        call("bob"),
    ];
    script.extend(refused.iter().map(|body| ("a", on("a1", body))));
    script.extend([
        ("b", on("b1", &register("alice"))),
        ("b", on("b1", &register("bob"))),
        ("a", on("a1", &call("bob"))),
        ("a", with(on("a1", &call("bob")), "offer")),
        ("a", on("a2", &register("carol"))),
        ("a", on("a2", &call("bob"))),
        ("b", on("b1", &only("accept"))),
        ("b", with(on("b1", &only("accept")), "answer")),
        ("a", with(on("a1", &json!({ "request": "set", "restart": true })), "offer")),
        ("b", with(on("b1", &only("set")), "answer")),
        ("b", on("b1", &json!({ "request": "hangup", "reason": "enough" }))),
    ]);
    script
}

/// A caller and a callee of NoSIP, and the SDP that the application carries between them.
pub(crate) fn no_sip() -> Script {
    let mut script: Script = vec![("a", json!({ "janus": "create", "transaction": "a" }))];
    for handle in ["a1", "a2"] {
        let attach = json!({ "janus": "attach", "transaction": handle, "session_id": "$a", "plugin": "janus.plugin.nosip" });
        script.push(("a", attach));
    }
    let rtp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nc=IN IP4 127.0.0.1\r\nm=audio 20000 RTP/AVP 111\r\na=rtpmap:111 opus/48000/2\r\n";
    let process = |kind: &str| json!({ "request": "process", "type": kind, "sdp": rtp });
    let only = |request: &str| json!({ "request": request });
    let refused = [
        json!({}),
        json!({ "request": 1 }),
        only("nonsense"),
        only("generate"),
        json!({ "request": "generate", "info": 1 }),
        only("process"),
        json!({ "request": "process", "type": "offer" }),
        json!({ "request": "process", "type": 1, "sdp": rtp }),
        json!({ "request": "process", "type": "pranswer", "sdp": rtp }),
        json!({ "request": "process", "type": "offer", "sdp": rtp, "srtp": "nonsense" }),
        json!({ "request": "process", "type": "offer", "sdp": "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nc=IN IP4 127.0.0.1\r\n" }),
        json!({ "request": "process", "type": "offer", "sdp": rtp, "srtp": "sdes_mandatory" }),
        only("recording"),
        json!({ "request": "recording", "action": "nonsense" }),
        json!({ "request": "recording", "action": "start", "audio": 1 }),
        json!({ "request": "recording", "action": "start" }),
        only("hangup"),
    ];
    script.extend(refused.iter().map(|body| ("a", on("a2", body))));
    script.extend([
        ("a", with(on("a1", &only("GENERATE")), "offer")),
        ("a", on("a1", &process("answer"))),
        ("a", on("a1", &json!({ "request": "recording", "action": "stop", "audio": true }))),
        ("a", on("a1", &only("hangup"))),
    ]);
    script
}

/// A recording without media, which has no frames.
pub(crate) fn record_play() -> Script {
    let mut script: Script = vec![("a", json!({ "janus": "create", "transaction": "a" }))];
    for handle in ["a1", "a2"] {
        let attach = json!({ "janus": "attach", "transaction": handle, "session_id": "$a", "plugin": "janus.plugin.recordplay" });
        script.push(("a", attach));
    }
    let record = |id: u64| json!({ "request": "record", "name": "A recording", "id": id });
    let only = |request: &str| json!({ "request": request });
    let refused = [
        json!({}),
        json!({ "request": 1 }),
        only("nonsense"),
        only("record"),
        only("play"),
        json!({ "request": "play", "id": "x" }),
        json!({ "request": "play", "id": 7 }),
        json!({ "request": "play", "id": 7, "restart": true }),
        only("start"),
        only("pause"),
        json!({ "request": "configure", "video-bitrate-max": "x" }),
        json!({ "request": "configure", "video-bitrate-max": 256_000 }),
        json!({ "request": "configure", "video-keyframe-interval": 1_000 }),
        only("update"),
    ];
    script.extend(refused.iter().map(|body| ("a", on("a2", body))));
    script.extend([
        ("a", with(on("a1", &record(4_711)), "offer")),
        ("a", on("a1", &only("pause"))),
        ("a", on("a1", &only("RESUME"))),
        ("a", on("a2", &json!({ "request": "play", "id": 4_711 }))),
        ("a", on("a1", &only("stop"))),
        ("a", on("a2", &json!({ "request": "play", "id": 4_711 }))),
    ]);
    script
}
