//! The reference: who may do what as one table of texts, and one pass over the body as JSON.

use bifrons_gateway::core::definitions::{Field, Holds, Request, Shape};
use bifrons_gateway::core::grants::sip_address;
use serde_json::{Map, Value, json};

use super::asked::Asked;

/// The gateway's keys: plugin, field, rooms, value.
pub(crate) const KEYS: [(&str, &str, &str, &str); 4] = [
    ("videoroom", "secret", "1", "secret of 1"),
    ("videoroom", "pin", "*", "pin of all"),
    ("videoroom", "admin_key", "*", "admin key"),
    ("streaming", "secret", "a*", "secret of a"),
];

/// The right of each request: plugins, the right, the requests by their names in the SDK.
const RIGHTS: [(&str, &str, &str); 29] = [
    ("audiobridge videoroom", "room.create", "Create"),
    ("audiobridge videoroom", "room.destroy", "Destroy"),
    ("audiobridge videoroom", "room.list", "Exists List ListParticipants"),
    ("audiobridge videoroom", "room.record", "EnableRecording"),
    ("audiobridge", "room.record", "EnableMjrs"),
    ("audiobridge videoroom", "room.moderate", "Edit Allow Kick StartForward StopForward ListForward"),
    ("videoroom", "room.moderate", "Moderate"),
    (
        "audiobridge",
        "room.moderate",
        "KickAll Mute Unmute MuteRoom UnmuteRoom Suspend Resume DenoiseEnable DenoiseDisable",
    ),
    ("audiobridge", "room.moderate", "PlayFile IsPlaying StopFile StopAllFiles ListAnnouncements"),
    ("audiobridge", "room.join", "Join ChangeRoom Configure Leave AudioHangup ResetDecoder"),
    ("videoroom", "room.join", "JoinPublisher JoinConfigurePublisher Publish Unpublish"),
    ("videoroom", "room.join|subscribe", "Configure Leave"),
    ("videoroom", "room.subscribe", "JoinSubscriber Subscribe Unsubscribe Update Start Pause Switch"),
    ("textroom", "text.create", "Create"),
    ("textroom", "text.destroy", "Destroy"),
    ("textroom", "text.list", "Exists List ListParticipants"),
    ("textroom", "text.moderate", "Edit Allow Kick Announcement"),
    ("textroom", "text.join", "Setup Ack Restart"),
    ("streaming", "stream.watch", "Watch Start Pause Stop Configure Switch"),
    (
        "streaming",
        "stream.create",
        "CreateRtpMountpoint CreateLiveMountpoint CreateOndemandMountpoint CreateRtspMountpoint",
    ),
    ("streaming", "stream.destroy", "DestroyMountpoint"),
    ("streaming", "stream.list", "List Info"),
    ("streaming", "stream.record", "StartRecording StopRecording"),
    ("streaming", "stream.moderate", "Edit Enable Disable KickAll"),
    ("videocall", "call.list", "List"),
    ("videocall", "call", "Register Call Accept Set HangupCall"),
    ("sip", "sip", "*"),
    ("echotest nosip recordplay", "plugins", "*"),
    ("voicemail lua duktape", "plugins", "*"),
];

/// The rights that fields need besides, unless they are false.
const BY_FIELD: [(&str, &str, &str); 5] = [
    ("audiobridge videoroom", "permanent", "room.permanent"),
    ("audiobridge videoroom", "record mjrs", "room.record"),
    ("textroom", "permanent", "text.permanent"),
    ("streaming", "permanent", "stream.permanent"),
    ("videocall", "record", "call.record"),
];

/// Returns the body for Janus, or nothing if the request is refused.
pub(crate) fn judge(asked: &Asked) -> Option<Value> {
    let mut body = pass(asked, false)?;
    if let Some(at_most) = &asked.at_most {
        // As if there were a second gateway behind the first one, where the tokens grant the bound.
        body = pass(&Asked { grants: at_most.clone(), body, ..asked.clone() }, true)?;
    }
    let named = named(asked.plugin.request(&body)?, &body);
    let is_banned = |id: &Value| asked.banned.iter().any(|banned| text(banned) == text(id));
    if asked.entered.iter().chain(&named).any(is_banned) {
        return None;
    }
    add_keys(asked, &mut body);
    Some(body.into())
}

/// The body as these grants leave it; `has_keys` if what it has of keys is the token's.
fn pass(asked: &Asked, has_keys: bool) -> Option<Map<String, Value>> {
    let (plugin, request) = (asked.plugin.name, asked.plugin.request(&asked.body)?);
    let right = right_of(plugin, request)?;
    let mut body = match request.fields {
        Some(shape) => kept(asked, right, request, shape, has_keys)?,
        None => asked.body.clone(),
    };
    let about = about(asked, request, right, &body);
    let anywhere = request.name == "List" || right == "text.join";
    for id in &about {
        let may = |right: &str| grants_for(asked, right, id, anywhere).next().is_some();
        let flags = body.iter().filter(|(_, value)| **value != false);
        let mut needed = flags.flat_map(|(name, _)| {
            BY_FIELD
                .iter()
                .filter(move |(of, names, _)| has(of, plugin) && has(names, name))
                .map(|(_, _, right)| *right)
        });
        let sent = asked.sends.iter().filter(|_| right.starts_with("room."));
        let publishes = |kind: &str| {
            grants_for(asked, "room.join", id, false).any(|grant| {
                let kinds = grant["publish"].as_array();
                kinds.is_some_and(|kinds| {
                    kinds.iter().any(|one| one == kind || one == "screen" && kind == "video")
                })
            })
        };
        if !may(right) || !needed.all(may) || !sent.into_iter().all(|kind| publishes(kind)) {
            return None;
        }
    }
    if plugin == "sip" && !sip_may(asked, request, &body) {
        return None;
    }
    add(asked, right, request.fields, &about, &mut body);
    Some(body)
}

/// What the request is about: the id in its body, or the rooms of the handle.
fn about(asked: &Asked, request: &Request, right: &str, body: &Map<String, Value>) -> Vec<Option<Value>> {
    match named(request, body) {
        None if !right.ends_with(".create") && !asked.entered.is_empty() => {
            asked.entered.iter().cloned().map(Some).collect()
        }
        named => vec![named],
    }
}

fn right_of(plugin: &str, request: &Request) -> Option<&'static str> {
    Some(RIGHTS.iter().find(|(of, _, names)| has(of, plugin) && has(names, request.name))?.1)
}

fn has(words: &str, word: &str) -> bool {
    words == "*" || words.split(' ').any(|one| one == word)
}

/// The fields that stay, or nothing if one of them is refused.
fn kept(
    asked: &Asked,
    right: &str,
    request: &Request,
    shape: &Shape,
    has_keys: bool,
) -> Option<Map<String, Value>> {
    let is_constant = |name: &str| request.body.iter().any(|(constant, _)| *constant == name);
    let mut others = asked.body.clone();
    others.retain(|name, _| !is_constant(name));
    let mut body = kept_of(asked, right, request, shape, &others, has_keys)?;
    body.extend(
        asked
            .body
            .iter()
            .filter(|(name, _)| is_constant(name))
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    Some(body)
}

fn kept_of(
    asked: &Asked,
    right: &str,
    request: &Request,
    shape: &Shape,
    from: &Map<String, Value>,
    has_keys: bool,
) -> Option<Map<String, Value>> {
    let mut kept = Map::new();
    for (name, value) in from {
        let Some(field) = shape.field(name) else { continue };
        let of = |value: &Value| match (field.holds, value) {
            (Holds::Parts(inner), Value::Object(parts)) => {
                kept_of(asked, right, request, inner, parts, has_keys).map(Value::Object)
            }
            _ => is_fine(asked, right, request, field, value).then(|| value.clone()),
        };
        let is_key = !has_keys && matches!(field.holds, Holds::AccessKey);
        match value {
            Value::Array(values) if field.many && is_key => {
                drop(kept.insert(name.clone(), json!(values.iter().take(0).collect::<Vec<_>>())))
            }
            _ if is_key => {}
            Value::Array(values) if field.many => {
                let values: Option<Vec<_>> = values.iter().map(of).collect();
                kept.insert(name.clone(), values?.into());
            }
            value => drop(kept.insert(name.clone(), of(value)?)),
        }
    }
    Some(kept)
}

fn is_fine(asked: &Asked, right: &str, request: &Request, field: &Field, value: &Value) -> bool {
    let grants = &asked.grants;
    let fits_text = |patterns: &Value, value: &str, separators: &[char]| {
        list(patterns).into_iter().any(|pattern| pattern == "*" || glob(&text(pattern), value, separators))
    };
    let fits = |patterns: &Value, separators: &[char]| {
        value.as_str().is_some_and(|value| fits_text(patterns, value, separators))
    };
    let is_text = value.is_string();
    match field.holds {
        Holds::Room | Holds::Feed | Holds::Mountpoint => value.is_u64() || is_text,
        Holds::Bitrate => value.is_u64(),
        Holds::Parts(_) => false,
        Holds::User if right == "call" && grants["call"].is_object() => {
            fits(&grants["call"][if request.name == "Register" { "register_as" } else { "call" }], &[])
        }
        Holds::User => is_text,
        Holds::SipUri if grants["sip"].is_object() => {
            let which = match field.name {
                "username" => "register_as",
                "proxy" | "outbound_proxy" => "proxies",
                _ => "call",
            };
            let address = value.as_str().and_then(sip_address);
            address.is_some_and(|address| fits_text(&grants["sip"][which], &address, &['@']))
        }
        Holds::SipUri => is_text,
        Holds::File => is_path(value) && fits(&grants["files"], &['/']),
        Holds::Host | Holds::Interface => value.as_str().is_some_and(|host| {
            is_host(host) && fits_text(&grants["hosts"], &host.to_ascii_lowercase(), &['.'])
        }),
        Holds::Url => is_url(value) && fits(&grants["urls"], &['/']),
        _ => true,
    }
}

fn is_path(value: &Value) -> bool {
    let is_plain = |path: &str| !path.chars().any(char::is_control);
    value.as_str().is_some_and(|path| is_plain(path) && !format!("/{path}/").contains("/../"))
}

fn is_host(text: &str) -> bool {
    text.chars()
        .all(|letter| matches!(letter, 'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ':' | '[' | ']'))
}

fn is_url(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|url| url.split_once("://")) else { return false };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_plain = |text: &str| {
        !text.chars().any(|letter| letter.is_control() || letter.is_whitespace() || letter == '\\')
    };
    // The part behind the scheme may begin with the scheme's own path.
    is_plain(scheme)
        && is_plain(path)
        && !host.is_empty()
        && is_host(host)
        && host != ".."
        && is_path(&path.into())
}

fn named(request: &Request, body: &Map<String, Value>) -> Option<Value> {
    let mut fields =
        request.fields?.0.iter().filter(|field| matches!(field.holds, Holds::Room | Holds::Mountpoint));
    // An id in a list names no room.
    fields.find_map(|field| body.get(field.name)).filter(|id| id.is_u64() || id.is_string()).cloned()
}

/// The grants that give the right for this id; without one only a grant for all ids does, or any.
fn grants_for<'a>(
    asked: &'a Asked,
    right: &'a str,
    id: &'a Option<Value>,
    anywhere: bool,
) -> impl Iterator<Item = &'a Value> {
    let (member, words) = right.split_once('.').unwrap_or((right, ""));
    let of = &asked.grants[member];
    let plugin = asked.plugin.name;
    list(of).into_iter().filter(move |grant| match member {
        "plugins" => **grant == plugin,
        "call" | "sip" => !grant.is_null() && (words.is_empty() || grant[words] == true),
        _ => {
            let covers = match id {
                Some(id) => glob(&text(&grant["id"]), &text(id), &[]),
                None => grant["id"] == "*" || anywhere,
            };
            covers && words.split('|').any(|word| grant[word] == true)
        }
    })
}

fn sip_may(asked: &Asked, request: &Request, body: &Map<String, Value>) -> bool {
    let sip = &asked.grants["sip"];
    let names_headers = body.contains_key("headers") || body.contains_key("contact_params");
    !body.contains_key("master_id")
        && (!names_headers || sip["headers"] == true)
        && (request.name != "Recording" || sip["record"] == true)
        && (request.name != "Register" || body.contains_key("username"))
}

/// Adds defaults and the limit of the bitrate.
fn add(
    asked: &Asked,
    right: &str,
    shape: Option<&Shape>,
    about: &[Option<Value>],
    body: &mut Map<String, Value>,
) {
    let Some(shape) = shape else { return };
    if right.starts_with("room.") {
        let mut lowest = None::<u64>;
        for id in about {
            let covering = list(&asked.grants["room"]).into_iter().filter(|grant| covers(&grant["id"], id));
            let mut highest = None;
            for grant in covering {
                highest = highest.max(grant["max_bitrate"].as_u64());
                for (name, value) in grant["defaults"].as_object().into_iter().flatten() {
                    if shape.field(name).is_some() {
                        body.entry(name).or_insert(value.clone());
                    }
                }
            }
            lowest = [lowest, highest].into_iter().flatten().min();
        }
        for field in shape.0.iter().filter(|field| matches!(field.holds, Holds::Bitrate)) {
            let Some(limit) = lowest else { continue };
            let exceeds = match body.get(field.name).and_then(Value::as_u64) {
                Some(bitrate) => bitrate == 0 || bitrate > limit,
                None => asked.offer.is_some() || body.contains_key(field.name) && asked.offer.is_some(),
            };
            if exceeds {
                body.insert(field.name.to_owned(), limit.into());
            }
        }
    }
}

fn add_keys(asked: &Asked, body: &mut Map<String, Value>) {
    let Some((request, shape)) = asked.plugin.request(body).and_then(|of| Some((of, of.fields?))) else {
        return;
    };
    let right = right_of(asked.plugin.name, request).unwrap_or_default();
    let first = about(asked, request, right, body).first().cloned().flatten();
    for field in shape.0.iter().filter(|field| matches!(field.holds, Holds::AccessKey)) {
        let is = |key: &&(&str, &str, &str, &str)| {
            (key.0, key.1) == (asked.plugin.name, field.name) && covers(&json!(key.2), &first)
        };
        if let Some(key) = KEYS.iter().find(is) {
            body.insert(field.name.to_owned(), key.3.into());
        }
    }
}

fn covers(pattern: &Value, id: &Option<Value>) -> bool {
    match id {
        Some(id) => glob(&text(pattern), &text(id), &[]),
        None => *pattern == "*",
    }
}

fn list(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |values| values.iter().collect())
}

fn text(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// Whether the text fits the pattern, whose `*` stands for any text without the separators.
fn glob(pattern: &str, text: &str, separators: &[char]) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            let ends = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
            ends.into_iter()
                .any(|end| !text[..end].contains(separators) && glob(rest, &text[end..], separators))
        }),
    }
}
