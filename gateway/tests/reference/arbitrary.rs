//! Any grants, requests and offers.

use bifrons_gateway::core::definitions::{Holds, PLUGINS, Plugin, Request};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Map, Value, json};

use super::asked::Asked;

pub(crate) fn requests() -> Vec<(&'static Plugin, &'static Request)> {
    PLUGINS.iter().flat_map(|plugin| plugin.requests.iter().map(move |request| (plugin, request))).collect()
}

/// The members that make a body this request.
pub(crate) fn constants(request: &Request) -> Map<String, Value> {
    request.body.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect()
}

fn any_id() -> impl Strategy<Value = Value> {
    select(vec![json!(1), json!(2), json!("1"), json!("a"), json!("ab")])
}

fn odd_value() -> impl Strategy<Value = Value> {
    let all = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!([]),
        json!(["a", 1]),
        json!({}),
        json!("x"),
        json!({ "room": 2, "pin": "x" }),
        json!([{ "secret": "s", "id": 1 }]),
    ];
    select(all.to_vec())
}

/// A value of the kind that the field holds.
fn fitting(holds: Holds) -> BoxedStrategy<Value> {
    let one_of = |values: Vec<Value>| select(values).boxed();
    match holds {
        Holds::Bitrate => one_of(vec![json!(0), json!(1000), json!(64_000), json!(9_000_000)]),
        Holds::Flag => one_of(vec![json!(true), json!(false)]),
        Holds::Feed | Holds::Mountpoint | Holds::Room => any_id().boxed(),
        Holds::Parts(shape) => {
            let fields: Vec<_> =
                shape.0.iter().filter(|field| !matches!(field.holds, Holds::Parts(_))).collect();
            let field = (any::<Index>(), odd_value());
            prop::collection::vec(field, 0..3)
                .prop_map(move |chosen| {
                    let mut parts = Map::new();
                    for (index, value) in chosen.into_iter().filter(|_| !fields.is_empty()) {
                        parts.insert(index.get(&fields).name.to_owned(), value);
                    }
                    Value::Object(parts)
                })
                .boxed()
        }
        Holds::SipUri => {
            one_of(vec![json!("sip:anna@example.org"), json!("sip:ben@example.org"), json!("sip:x")])
        }
        Holds::File => one_of(vec![json!("/rec/a"), json!("/rec/../a"), json!("/etc/a"), json!("/rec/b/c")]),
        Holds::Host | Holds::Interface => {
            one_of(vec![json!("10.0.0.1"), json!("10.0.0.1.evil"), json!("eth0")])
        }
        Holds::Url => one_of(vec![json!("rtsp://cam/1"), json!("rtsp://cam@evil/1"), json!("file:///x")]),
        Holds::User => one_of(vec![json!("anna"), json!("ben")]),
        _ => one_of(vec![json!("text"), json!(7)]),
    }
}

fn any_request() -> impl Strategy<Value = (&'static Plugin, Map<String, Value>)> {
    select(requests()).prop_flat_map(|(plugin, request)| {
        let known: Vec<_> = request.fields.map_or(&[][..], |shape| shape.0).iter().collect();
        let fields: Vec<_> = known
            .iter()
            .map(|field| {
                let (name, many) = (field.name, field.many);
                let is_id = matches!(field.holds, Holds::Room | Holds::Mountpoint | Holds::User);
                let chance = if is_id { 0.8 } else { 1.5 / known.len() as f64 };
                let value = prop_oneof![20 => fitting(field.holds), 1 => odd_value()];
                let value = (value, any::<bool>())
                    .prop_map(move |(value, is_list)| if many && is_list { json!([value]) } else { value });
                prop::option::weighted(chance.min(0.9), value).prop_map(move |value| (name, value))
            })
            .collect();
        let unknown = prop::option::weighted(0.3, odd_value());
        (fields, unknown).prop_map(move |(fields, unknown)| {
            let mut body = constants(request);
            for (name, value) in fields {
                if let (Some(value), false) = (value, body.contains_key(name)) {
                    body.insert(name.to_owned(), value);
                }
            }
            body.extend(unknown.map(|value| ("unknown".to_owned(), value)));
            (plugin, body)
        })
    })
}

/// A grant with these rights, each by chance, for the ids of a pattern.
fn any_grant(rights: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let id = select(vec![json!(1), json!("1"), json!("*"), json!("a*"), json!("2")]);
    let limit = prop::option::of(select(vec![500_u64, 64_000, 1_000_000]));
    let kinds = subsequence(vec!["audio", "screen", "video", "data"], 0..=4);
    let default = prop::option::of(select(vec![
        ("display", json!("by default")),
        ("pin", json!("p")),
        ("x", json!(1)),
        ("room", json!(2)),
        ("record", json!(true)),
        ("filename", json!("/rec/x")),
    ]));
    let has = prop::collection::vec(prop::bool::weighted(0.7), rights.len());
    (id, has, kinds, limit, default).prop_map(move |(id, has, kinds, limit, default)| {
        let mut grant: Map<String, Value> =
            rights.iter().zip(has).map(|(right, has)| ((*right).to_owned(), has.into())).collect();
        grant.insert("id".to_owned(), id);
        if rights.contains(&"subscribe") {
            grant.insert("publish".to_owned(), json!(kinds));
            grant.insert("max_bitrate".to_owned(), json!(limit));
            let defaults: Map<_, _> =
                default.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            grant.insert("defaults".to_owned(), defaults.into());
        }
        Value::Object(grant)
    })
}

fn any_grants() -> impl Strategy<Value = Value> {
    const ROOM: &[&str] =
        &["create", "permanent", "destroy", "join", "subscribe", "list", "record", "moderate"];
    const TEXT: &[&str] = &["create", "permanent", "destroy", "join", "list", "moderate"];
    const STREAM: &[&str] = &["watch", "create", "permanent", "destroy", "list", "record", "moderate"];
    let many = |rights| prop::collection::vec(any_grant(rights), 0..3);
    let names = || subsequence(vec!["anna", "b*"], 0..=2);
    let uris = || subsequence(vec!["sip:anna@*", "sip:*@example.org"], 0..=2);
    let flags = || (any::<bool>(), any::<bool>());
    let call = prop::option::weighted(0.8, (names(), names(), flags()));
    let sip = prop::option::weighted(0.8, (uris(), uris(), uris(), flags()));
    let plugins = subsequence(vec!["echotest", "nosip", "recordplay", "voicemail", "lua", "duktape"], 0..=6);
    let places = (any::<bool>(), any::<bool>(), any::<bool>());
    (many(ROOM), many(TEXT), many(STREAM), call, sip, plugins, places).prop_map(
        |(room, text, stream, call, sip, plugins, (files, hosts, urls))| {
            let list = |is: bool, pattern: &str| if is { json!([pattern]) } else { json!([]) };
            let call = call.map(|(register_as, call, (list, record))| {
                json!({ "register_as": register_as, "call": call, "list": list, "record": record })
            });
            let sip = sip.map(|(register_as, call, proxies, (headers, record))| {
                json!({ "register_as": register_as, "call": call, "proxies": proxies, "headers": headers, "record": record })
            });
            json!({ "room": room, "text": text, "stream": stream, "call": call, "sip": sip, "plugins": plugins,
                "files": list(files, "/rec/*"), "hosts": list(hosts, "10.0.0.*"), "urls": list(urls, "rtsp://cam/*") })
        },
    )
}

/// An offer, and the kinds that it sends.
fn any_offer() -> impl Strategy<Value = (String, Vec<&'static str>)> {
    let line = (
        select(vec!["audio", "video", "application", "text"]),
        select(vec!["sendrecv", "sendonly", "recvonly", "inactive", ""]),
        any::<bool>(),
    );
    prop::collection::vec(line, 0..4).prop_map(|lines| {
        let mut sdp = "v=0\r\na=recvonly\r\n".to_owned();
        let mut sends = Vec::new();
        for (kind, direction, is_closed) in lines {
            let port = if is_closed { 0 } else { 9 };
            sdp += &format!("m={kind} {port} UDP/TLS/RTP/SAVPF 96\r\n");
            if !direction.is_empty() {
                sdp += &format!("a={direction}\r\n");
            }
            if !matches!(direction, "recvonly" | "inactive") {
                sends.push(if matches!(kind, "audio" | "video") { kind } else { "data" });
            }
        }
        (sdp, sends)
    })
}

pub(crate) fn any_asked() -> impl Strategy<Value = Asked> {
    let ids = |most| prop::collection::vec(any_id(), 0..=most);
    let banned = prop::collection::vec(any_id(), 0..=1);
    let banned = prop_oneof![4 => Just(Vec::new()), 1 => banned];
    let at_most = prop::option::weighted(0.6, any_grants());
    (any_request(), any_grants(), at_most, ids(2), banned, prop::option::weighted(0.3, any_offer())).prop_map(
        |((plugin, body), grants, at_most, entered, banned, offer)| {
            let (offer, sends) = offer.map_or((None, Vec::new()), |(offer, sends)| (Some(offer), sends));
            Asked { plugin, body, grants, at_most, entered, banned, offer, sends }
        },
    )
}
