//! Whatever a page sends: what reaches Janus is what was decided on.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::Id;
use bifrons_gateway::core::definitions::{Holds, PLUGINS, Plugin, Shape};
use bifrons_gateway::core::grants::Grants;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use support::{Asked, ask};

/// A value of any kind, likelier one that means something.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => (0_u64..4).prop_map(Value::from),
        2 => select(vec!["a", "b", "*", "sip:anna@example.org", "/rec/a", "../a", "10.0.0.1", "1"]).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => (0_u64..2_000_000).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{1,3}", inner, 0..3).prop_map(|map| json!(map)),
        ]
    })
}

/// A value of the kind that the field holds.
fn fitting(holds: Holds, number: u64) -> Value {
    match holds {
        Holds::Bitrate => number.into(),
        Holds::Flag => false.into(),
        Holds::Feed | Holds::Mountpoint | Holds::Number | Holds::Room => 1.into(),
        Holds::Parts(_) => json!({}),
        Holds::SipUri => "sip:anna@example.org".into(),
        _ => "a".into(),
    }
}

/// A request of a plugin with some of its fields, most of them as they should be, and one that it does not have.
fn any_request() -> impl Strategy<Value = (&'static Plugin, Map<String, Value>)> {
    let requests: Vec<_> = PLUGINS
        .iter()
        .flat_map(|plugin| plugin.requests.iter().map(move |request| (plugin, request)))
        .collect();
    let field = (any::<prop::sample::Index>(), prop::option::weighted(0.3, any_value()), 0_u64..2_000_000);
    (select(requests), prop::collection::vec(field, 0..6), any_value()).prop_map(
        |((plugin, request), fields, unknown)| {
            let mut body: Map<String, Value> =
                request.body.iter().map(|(name, text)| ((*name).to_owned(), (*text).into())).collect();
            let known = request.fields.map_or(&[][..], |shape| shape.0);
            for (index, value, number) in fields.into_iter().filter(|_| !known.is_empty()) {
                let field = index.get(known);
                body.entry(field.name)
                    .or_insert_with(|| value.unwrap_or_else(|| fitting(field.holds, number)));
            }
            body.insert("unknown".to_owned(), unknown);
            (plugin, body)
        },
    )
}

fn any_grants() -> impl Strategy<Value = Grants> {
    let id = select(vec![json!(1), json!("a"), json!("*"), json!("1")]);
    let rights = prop::collection::vec(any::<bool>(), 8);
    let kinds = prop::sample::subsequence(vec!["audio", "video", "data"], 0..=3);
    (id, rights, kinds, prop::option::of(1000_u64..1_000_000), any::<bool>()).prop_map(|(id, rights, kinds, limit, others)| {
        let names = ["create", "permanent", "destroy", "join", "subscribe", "list", "record", "moderate"];
        let mut room: Map<String, Value> =
            names.iter().zip(rights).map(|(name, is)| ((*name).to_owned(), is.into())).collect();
        room.insert("id".to_owned(), id);
        room.insert("publish".to_owned(), json!(kinds));
        room.insert("max_bitrate".to_owned(), json!(limit));
        let stream = json!({ "id": room["id"], "watch": room["join"], "create": room["create"], "destroy": room["destroy"] });
        let others = if others { json!(["echotest", "nosip", "recordplay"]) } else { json!([]) };
        let call = json!({ "register_as": ["a"], "call": ["b"] });
        support::grants(json!({ "room": room, "stream": stream, "call": call, "plugins": others,
            "sip": { "register_as": ["sip:anna@*"], "call": ["sip:anna@example.org"] } }))
    })
}

/// Shows each value of a known field with the field, and panics at an unknown one.
fn check(body: &Map<String, Value>, shape: &Shape, see: &mut dyn FnMut(Holds, &Value)) {
    for (name, value) in body {
        let field = shape.field(name).unwrap_or_else(|| panic!("the field {name} is not known"));
        let elements = match value {
            Value::Array(elements) if field.many => &elements[..],
            value => std::slice::from_ref(value),
        };
        for element in elements {
            see(field.holds, element);
            if let (Holds::Parts(inner), Value::Object(parts)) = (field.holds, element) {
                check(parts, inner, see);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn what_reaches_janus_is_granted((plugin, body) in any_request(), grants in any_grants(), entered in prop::option::of(select(vec![1_u64, 2]))) {
        let entered: Vec<_> = entered.into_iter().map(Id::from).collect();
        let asked = Asked { plugin: plugin.name, grants: &grants, entered: &entered, offer: None };
        let Ok(allowed) = ask(asked, Value::Object(body.clone())) else { return Ok(()) };
        prop_assert!(plugin.request(&allowed.body).is_some_and(|request| std::ptr::eq(request, allowed.request.unwrap())));
        let Some(shape) = allowed.request.unwrap().fields else { return Ok(()) };
        let mut rest = allowed.body.clone();
        rest.retain(|name, _| !allowed.request.unwrap().body.iter().any(|(constant, _)| constant == name));
        let limit = grants.room.iter().filter_map(|grant| grant.max_bitrate).max();
        let has_room = matches!(plugin.name, "videoroom" | "audiobridge");
        check(&rest, shape, &mut |holds, value| match holds {
            Holds::AccessKey => assert!(value.as_str().is_some_and(|key| key.starts_with("the gateway's"))),
            Holds::Room => {
                let id = serde_json::from_value::<Id>(value.clone()).unwrap();
                let of_room = grants.room.iter().any(|grant| grant.id.fits_id(&id));
                assert!(of_room || plugin.name == "textroom", "{value}");
            }
            Holds::Mountpoint => {
                let id = serde_json::from_value::<Id>(value.clone()).unwrap();
                assert!(grants.stream.iter().any(|grant| grant.id.fits_id(&id)), "{value}");
            }
            Holds::Bitrate => assert!(
                limit.is_none_or(|limit| !has_room || (1..=limit).contains(&value.as_u64().unwrap())),
                "{value} of {limit:?}"
            ),
            Holds::File | Holds::Host | Holds::Interface | Holds::Url => panic!("{value} is not granted"),
            Holds::SipUri => assert!(value.as_str().is_some_and(|uri| uri.starts_with("sip:anna@"))),
            _ => {}
        });
    }
}
