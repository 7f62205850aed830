//! Random sequences of requests, the same for both servers.

use serde_json::{Value, json};

use super::scripts::{Script, offer};

/// A seeded random number generator (SplitMix64); a seed always gives the same script.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }

    fn one_in(&mut self, bound: usize) -> bool {
        self.below(bound) == 0
    }

    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// The handles, and a random request for each.
type RandomBody = fn(&mut Chance) -> Value;

const HANDLES: [(&str, &str, RandomBody); 6] = [
    ("echo", "janus.plugin.echotest", echo_test),
    ("one", "janus.plugin.videoroom", video_room),
    ("two", "janus.plugin.videoroom", video_room),
    ("ann", "janus.plugin.audiobridge", audio_bridge),
    ("bob", "janus.plugin.audiobridge", audio_bridge),
    ("text", "janus.plugin.textroom", text_room),
];

/// Random requests to a few handles and rooms, so that most use the state of earlier ones.
pub(crate) fn script(chance: &mut Chance, requests: usize) -> Script {
    let mut script = vec![("a", json!({ "janus": "create", "transaction": "s" }))];
    for (name, plugin, _) in HANDLES {
        script.push((
            "a",
            json!({ "janus": "attach", "transaction": name, "session_id": "$s", "plugin": plugin }),
        ));
    }
    for _ in 0..requests {
        let (name, _, random_body) = chance.pick(&HANDLES);
        let verb = if chance.one_in(10) { "hangup" } else { "message" };
        let mut request = json!({
            "janus": verb, "transaction": "t", "session_id": "$s", "handle_id": format!("${name}"),
        });
        if verb == "message" {
            request["body"] = random_body(chance);
            let takes_offer = matches!(
                request["body"]["request"].as_str(),
                None | Some("joinandconfigure" | "publish" | "configure" | "join")
            );
            if takes_offer && name != "text" && chance.one_in(2) {
                request["jsep"] = offer();
            }
        }
        script.push(("a", request));
    }
    script
}

fn echo_test(chance: &mut Chance) -> Value {
    let mut body = json!({});
    for name in ["audio", "video"] {
        if chance.one_in(4) {
            body[name] = json!(chance.pick(&[json!(true), json!(false), json!("x")]));
        }
    }
    if chance.one_in(6) {
        body["bitrate"] = chance.pick(&[json!(64_000), json!(-1), json!("x")]);
    }
    body
}

fn room(chance: &mut Chance) -> Value {
    chance.pick(&[json!(71), json!(71), json!(71), json!(72), json!(99), json!("x")])
}

fn video_room(chance: &mut Chance) -> Value {
    let request = chance.pick(&[
        "create",
        "create",
        "destroy",
        "edit",
        "exists",
        "join",
        "join",
        "joinandconfigure",
        "joinandconfigure",
        "publish",
        "publish",
        "configure",
        "configure",
        "unpublish",
        "leave",
        "listparticipants",
        "kick",
    ]);
    let mut body = json!({ "request": request, "room": room(chance) });
    match request {
        "create" => body["notify_joining"] = json!(chance.one_in(2)),
        "edit" => body["new_description"] = json!("changed"),
        "join" | "joinandconfigure" => {
            body["ptype"] = json!("publisher");
            body["id"] = chance.pick(&[json!(1), json!(2), json!("x")]);
            if chance.one_in(2) {
                body["display"] = chance.pick(&[json!("A"), json!("B"), json!(3)]);
            }
        }
        "configure" => body["display"] = json!("C"),
        "kick" => body["id"] = chance.pick(&[json!(1), json!(2), json!(9)]),
        _ => {}
    }
    body
}

fn audio_bridge(chance: &mut Chance) -> Value {
    let request = chance.pick(&[
        "create",
        "create",
        "destroy",
        "exists",
        "join",
        "join",
        "join",
        "configure",
        "configure",
        "leave",
        "listparticipants",
        "kick",
        "mute",
        "unmute",
    ]);
    let mut body = json!({ "request": request, "room": room(chance) });
    match request {
        "join" => {
            body["id"] = chance.pick(&[json!(1), json!(2), json!("x")]);
            body["display"] = chance.pick(&[json!("A"), json!("B")]);
        }
        "configure" => body["muted"] = chance.pick(&[json!(true), json!(false), json!("x")]),
        "kick" | "mute" | "unmute" => body["id"] = chance.pick(&[json!(1), json!(2), json!(9)]),
        _ => {}
    }
    body
}

fn text_room(chance: &mut Chance) -> Value {
    let request =
        chance.pick(&["create", "destroy", "exists", "edit", "allowed", "listparticipants", "nonsense"]);
    let mut body = json!({ "request": request, "room": room(chance) });
    match request {
        "edit" => body["new_description"] = json!("changed"),
        "allowed" => body["action"] = chance.pick(&[json!("enable"), json!("disable"), json!("x")]),
        _ => {}
    }
    body
}
