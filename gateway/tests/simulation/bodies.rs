//! What pages may wish, and what they may not have.

use std::collections::BTreeMap;

use bifrons::mock::offer_of;
use serde_json::{Value, json};

use super::browser::{Browser, Session, What};
use super::rng::Rng;
use super::users::{Role, User};

/// A request of a page, without its transaction and its ids.
pub(crate) struct Wish {
    pub(crate) what: What,
    pub(crate) session: u64,
    pub(crate) handle: u64,
    /// The room that the handle enters.
    pub(crate) room: Option<u64>,
    /// Whether no token of the user grants it.
    pub(crate) is_forbidden: bool,
    pub(crate) message: Value,
}

impl Wish {
    pub(crate) fn new(what: What, verb: &str) -> Self {
        let message = json!({ "janus": verb });
        Self { what, session: 0, handle: 0, room: None, is_forbidden: false, message }
    }

    pub(crate) fn attach(plugin: &'static str) -> Self {
        let mut wish = Self::new(What::Attach(plugin), "attach");
        let package = if plugin == "flow" { "bifrons" } else { "janus" };
        wish.message["plugin"] = format!("{package}.plugin.{plugin}").into();
        wish
    }
}

const PLUGINS: [&str; 9] = [
    "echotest",
    "videoroom",
    "videoroom",
    "audiobridge",
    "textroom",
    "streaming",
    "videocall",
    "flow",
    "flow",
];

/// Plugins that no token grants.
const FOREIGN: [&str; 2] = ["sip", "none"];

pub(crate) fn wish(
    rng: &mut Rng,
    number: usize,
    browser: &Browser,
    own: &[u64],
    all: &[u64],
    sessions: &BTreeMap<u64, Session>,
) -> Wish {
    let foreign = rng.pick(all).copied().filter(|_| rng.one_in(20));
    let Some(session) = foreign.or_else(|| rng.pick(own).copied()) else {
        return match rng.pick(all).copied().filter(|_| rng.one_in(3)) {
            Some(session) => Wish { session, ..Wish::new(What::Claim, "claim") },
            None => Wish::new(What::Create, "create"),
        };
    };
    let handles: Vec<_> = sessions[&session].handles.iter().filter(|(_, handle)| !handle.is_gone).collect();
    match rng.below(40) {
        0 => return Wish::new(What::Create, "create"),
        1 => return Wish { session, ..Wish::new(What::Claim, "claim") },
        2 if rng.one_in(4) => return Wish { session, ..Wish::new(What::Destroy, "destroy") },
        3 => return Wish { session, ..Wish::new(What::Other, "keepalive") },
        4 => return Wish::new(What::Other, "ping"),
        5..13 => return attach(rng, session),
        _ => {}
    }
    let Some((handle, of)) = rng.pick(&handles).copied() else { return attach(rng, session) };
    let at = |wish: Wish| Wish { session, handle: *handle, ..wish };
    match rng.below(30) {
        0 | 1 => return at(Wish::new(What::Detach, "detach")),
        2 => return at(Wish::new(What::Other, "hangup")),
        3 if of.plugin != "flow" => {
            let mut wish = Wish::new(What::Message, "trickle");
            wish.message["candidate"] = json!({ "completed": true });
            return at(wish);
        }
        _ => {}
    }
    let user = browser.user;
    let name = format!("tenant-{} page-{number}", user.tenant());
    at(message(rng, user, of.plugin, &name))
}

fn attach(rng: &mut Rng, session: u64) -> Wish {
    let is_forbidden = rng.one_in(12);
    let plugins = if is_forbidden { &FOREIGN[..] } else { &PLUGINS[..] };
    Wish { session, is_forbidden, ..Wish::attach(rng.pick(plugins).unwrap()) }
}

/// A request to a plugin: its body, the media that it offers, and whether the user may make it.
fn message(rng: &mut Rng, user: User, plugin: &str, name: &str) -> Wish {
    let (moderates, publishes) = (user.role() == Role::Moderator, user.role() != Role::Viewer);
    let is_foreign = rng.one_in(8);
    let other = User { tenant: 1 - user.tenant, ..user };
    let mut room: Value = if is_foreign { other.rooms() } else { user.rooms() }[rng.below(3) as usize].into();
    if rng.one_in(10) {
        // Patterns take a text for the number in it.
        room = Value::from(room.to_string());
    }
    let (body, may, kinds, enters): (Value, bool, &[&str], bool) = match (plugin, rng.below(10)) {
        ("echotest", 0..5) => (json!({ "audio": true }), true, &["audio"], false),
        ("echotest", 5) => {
            (json!({ "audio": true, "record": true, "filename": "/etc/x" }), false, &[], false)
        }
        ("echotest", _) => (json!({ "bitrate": rng.below(2_000_000), "unknown": 1 }), true, &[], false),
        ("flow", 0) => (json!({ "request": "join", "room": room }), false, &[], false),
        ("flow", 1) => (enter(&room, name), false, &["application"], false),
        ("flow", 2 | 3) => {
            let callee = if is_foreign { other } else { user };
            (call(rng, user, callee), !is_foreign, &["audio"], false)
        }
        ("flow", 4) => (json!({ "request": "watch", "id": room }), true, &[], true),
        ("flow", 5) => {
            // A handle that watches a mountpoint already knows the id alone.
            let streams = [json!({ "feed": 1 })];
            (json!({ "request": "watch", "room": room, "id": room, "streams": streams }), true, &[], true)
        }
        ("flow", 6) => {
            (json!({ "request": "lesson", "room": room, "display": name }), publishes, &["audio"], true)
        }
        ("flow", _) => (enter(&room, name), publishes, &["audio", "video"], true),
        ("videoroom", 0) => (json!({ "request": "list" }), moderates, &[], false),
        ("videoroom", 1) => (
            json!({ "request": "create", "room": room, "description": name, "publishers": 9 }),
            moderates,
            &[],
            false,
        ),
        ("videoroom", 2) => (json!({ "request": "destroy", "room": room }), moderates, &[], false),
        ("videoroom", 3) => (
            json!({ "request": "join", "ptype": "subscriber", "room": room, "streams": [{ "feed": 1 }] }),
            true,
            &[],
            true,
        ),
        ("videoroom", 4) => (
            json!({ "request": "joinandconfigure", "ptype": "publisher", "room": room, "display": name }),
            false,
            &["application"],
            false,
        ),
        ("videoroom", 5) => match rng.below(4) {
            0 => (
                json!({ "request": "rtp_forward", "room": room, "publisher_id": 1, "host": "10.0.0.1" }),
                false,
                &[],
                false,
            ),
            1 => (json!({ "request": "publish_remotely", "room": room }), false, &[], false),
            2 => (json!({ "request": "join", "ptype": "publisher", "room": [room] }), false, &[], false),
            _ => (json!({ "request": "configure", "record": true }), false, &[], false),
        },
        ("videoroom", 6) => (json!({ "request": "configure", "bitrate": 9_000_000 }), true, &[], false),
        ("videoroom", 7) => (json!({ "request": "leave" }), true, &[], false),
        ("videoroom", 8) => (
            json!({ "request": "join", "ptype": "publisher", "room": room, "display": name }),
            publishes,
            &[],
            true,
        ),
        ("videoroom", _) => (
            json!({ "request": "joinandconfigure", "ptype": "publisher", "room": room, "display": name }),
            publishes,
            &["audio", "video"],
            true,
        ),
        ("audiobridge", 0) => {
            (json!({ "request": "create", "room": room, "description": name }), moderates, &[], false)
        }
        ("audiobridge", 1) => (json!({ "request": "list" }), moderates, &[], false),
        ("audiobridge", 2) => (json!({ "request": "mute_room", "room": room }), moderates, &[], false),
        ("audiobridge", _) => {
            (json!({ "request": "join", "room": room, "display": name }), publishes, &[], true)
        }
        ("textroom", 0..3) => {
            (json!({ "request": "create", "room": room, "description": name }), moderates, &[], false)
        }
        ("textroom", 3 | 4) => (json!({ "request": "list" }), moderates, &[], false),
        ("textroom", 5) => (json!({ "request": "destroy", "room": room }), moderates, &[], false),
        ("textroom", _) => (json!({ "request": "setup" }), true, &[], false),
        ("videocall", 9) => (json!({ "request": "hangup" }), true, &[], false),
        ("videocall", _) => {
            let who = if is_foreign { other } else { user };
            let name = call_name(who, rng.below(4));
            (json!({ "request": "register", "username": name }), !is_foreign, &[], false)
        }
        ("streaming", 0..3) => {
            let media = [{ json!({ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" }) }];
            (
                json!({ "request": "create", "type": "rtp", "id": room, "name": name, "description": name, "media": media }),
                moderates,
                &[],
                false,
            )
        }
        ("streaming", 3) => (json!({ "request": "list" }), true, &[], false),
        ("streaming", 4) => (json!({ "request": "info", "id": room }), true, &[], false),
        (_, _) => (json!({ "request": "watch", "id": room }), true, &[], true),
    };
    let names_room = body.get("room").is_some() || body.get("id").is_some();
    let is_forbidden = !may || is_foreign && names_room;
    let number = room.as_u64().or_else(|| room.as_str()?.parse().ok());
    let room = number.filter(|_| enters && !is_forbidden);
    let mut wish = Wish { room, is_forbidden, ..Wish::new(What::Message, "message") };
    wish.message["body"] = body;
    if !kinds.is_empty() {
        wish.message["jsep"] = serde_json::to_value(offer_of(kinds).unwrap()).unwrap();
    }
    wish
}

/// A call of VideoCall. Users have the names of their tenant.
fn call(rng: &mut Rng, user: User, callee: User) -> Value {
    let (own, called) = (call_name(user, rng.below(8)), call_name(callee, rng.below(4)));
    json!({ "request": "call", "as": own, "username": called })
}

fn call_name(user: User, number: u64) -> String {
    format!("tenant-{}-{number}", user.tenant())
}

fn enter(room: &Value, name: &str) -> Value {
    json!({ "request": "enter", "room": room, "display": name })
}
