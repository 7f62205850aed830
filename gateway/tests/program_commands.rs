//! The program's commands `policy` and `token`.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod program_support;

use data_encoding::BASE64;
use program_support::Folder;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use serde_json::json;

const JANUS: &str = "ws://127.0.0.1:1";

#[tokio::test]
async fn the_files_of_the_readme_are_accepted() {
    let folder = Folder::new("readme");
    let readme = include_str!("../README.md");
    let block = |begin: &str| readme.split_once(begin).unwrap().1.split_once("```").unwrap().0;
    let role = "[issuers.roles.guest]\nroom = { id = 1234, join = true }\n";
    folder.write("gateway.toml", &format!("{}{role}", block("```toml\n")));
    assert_eq!(folder.run(&["check-config", "gateway.toml"]).await.code, Some(0));
    folder.write("requests.jsonl", block("```json\n"));
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[tokio::test]
async fn flows_are_decided_like_requests() {
    let folder = Folder::new("flow-policy");
    let flow = "
[[flows]]
name = \"lesson\"
plugin = \"videoroom\"
last = { request = \"join\", ptype = \"publisher\", room = \"$body.room\", display = \"$app.name\" }
steps = [{ request = { request = \"listparticipants\", room = \"$body.room\" } }]
";
    folder.configure(JANUS, flow);
    let grants = |list: bool| json!({ "room": { "id": 1, "join": true, "list": list } });
    let body = json!({ "request": "lesson", "room": 1, "app": { "name": "Anna" } });
    let lines = [
        json!({ "name": "both", "grants": grants(true), "plugin": "flow", "body": body, "expect": "allow",
            "expect_body": { "request": "join", "ptype": "publisher", "room": 1, "display": "Anna" } }),
        json!({ "name": "a step", "grants": grants(false), "plugin": "bifrons.plugin.flow", "body": body, "expect": { "deny": 403 } }),
        json!({ "name": "call", "grants": { "call": { "register_as": ["a"], "call": ["b"] } }, "plugin": "flow",
            "body": { "request": "call", "as": "a", "username": "b" }, "expect": "allow" }),
    ];
    folder.write("requests.jsonl", &lines.map(|line| line.to_string()).join("\n"));
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.output.contains("3 requests, 3 decided as expected"), "{ran:?}");
}

const POLICY: &str = "
[[rules]]
name = \"no-lists\"
plugins = [\"videoroom\"]
requests = [\"list\"]
deny = { code = 499, reason = \"lists are closed\" }
[[rules]]
name = \"small\"
plugins = [\"videoroom\"]
requests = [\"create\"]
cap = { publishers = 6 }
[[keys]]
plugin = \"videoroom\"
field = \"admin_key\"
value_file = \"not-there\"
";

/// The npm package decides the same requests (`package/tests/cases.test.mjs`).
#[tokio::test]
async fn the_requests_of_the_table_are_decided_as_expected() {
    let folder = Folder::new("cases");
    for (name, text) in [
        ("gateway.toml", include_str!("cases/gateway.toml")),
        ("decisions.jsonl", include_str!("cases/decisions.jsonl")),
    ] {
        folder.write(name, text);
    }
    let ran = folder.run(&["policy", "test", "decisions.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[tokio::test]
async fn a_policy_is_tested_without_secrets() {
    let folder = Folder::new("policy");
    folder.configure(JANUS, POLICY);
    std::fs::remove_file(folder.0.join("app.secret")).unwrap();
    let host = json!({ "room": { "id": "*", "create": true, "join": true, "list": true } });
    let offer = "v=0\r\nm=audio 9 X 1\r\n";
    let lines = [
        json!({ "name": "a list", "grants": host, "plugin": "videoroom", "body": { "request": "list" }, "expect": { "deny": 499 } }),
        json!({ "name": "a room", "grants": host, "plugin": "janus.plugin.videoroom", "body": { "request": "create", "room": 1, "publishers": 20 },
            "expect": "allow", "expect_body": { "request": "create", "room": 1, "publishers": 6, "admin_key": "(a secret, which is not shown here)" } }),
        json!({ "name": "no right", "claims": { "iss": "app", "sub": "eve", "exp": 1, "janus": {} }, "plugin": "videoroom",
            "body": { "request": "join", "ptype": "publisher", "room": 1 }, "expect": { "deny": 403 } }),
        json!({ "name": "an offer", "grants": host, "plugin": "videoroom", "entered": [1], "body": { "request": "configure" },
            "jsep": { "type": "offer", "sdp": offer }, "expect": { "deny": 403 } }),
    ];
    let text = lines.map(|line| line.to_string()).join("\n");
    folder.write("requests.jsonl", &text);
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for line in [
        "ok      1  a list: deny 499, by the rule `no-lists`: lists are closed (denied)",
        "ok      2  a room: allow, by the grant room.create; the rules that apply: `small`",
        "ok      3  no right: deny 403: the token does not grant room.join, which the request join needs (not_granted)",
        "ok      4  an offer: deny 403: the token does not grant room.publish of audio",
        "4 requests, 4 decided as expected",
    ] {
        assert!(ran.output.contains(line), "{line}:\n{}", ran.output);
    }
    folder
        .write("requests.jsonl", &text.replace("499", "498").replace("\"publishers\":6", "\"publishers\":7"));
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.output.contains("FAIL    1  a list") && ran.output.contains("expected: deny 498"), "{ran:?}");
    assert!(ran.output.contains("FAIL    2  a room") && ran.output.contains("expected body:"), "{ran:?}");
    assert_eq!(ran.errors, "2 of 4 requests are not decided as expected\n");
}

#[tokio::test]
async fn a_record_that_is_wrong_is_named_by_its_line() {
    let folder = Folder::new("records");
    folder.configure(JANUS, "");
    for (record, text) in [
        ("{}", "missing field `plugin`"),
        ("{\"plugin\":\"x\",\"body\":{},\"expect\":\"allow\"}", "the gateway knows no plugin `x`"),
        ("{\"plugin\":\"videorom\",\"body\":{},\"expect\":\"allow\"}", "did you mean `videoroom`?"),
        (
            "{\"plugin\":\"sip\",\"body\":{},\"expect\":\"allow\",\"grants\":{\"roles\":\"a\",\"rooms\":{}}}",
            "`grants` has no member `rooms`; did you mean `room`?",
        ),
        ("{\"plugin\":\"sip\",\"body\":{}}", "`expect` is missing"),
        ("{\"plugin\":\"sip\",\"body\":{},\"expected\":\"allow\"}", "unknown field `expected`"),
        (
            "{\"tenant\":\"x\",\"plugin\":\"sip\",\"body\":{},\"expect\":\"allow\"}",
            "no issuer has the name `x`",
        ),
    ] {
        folder.write("requests.jsonl", &format!("\n{record}\n"));
        let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.starts_with("requests.jsonl:2: ") && ran.errors.contains(text), "{ran:?}");
    }
}

#[tokio::test]
async fn all_records_are_decided_though_some_are_wrong() {
    let folder = Folder::new("wrong-records");
    folder.configure(JANUS, "");
    let right = "{\"plugin\":\"sip\",\"roles\":[\"teachers\"],\"body\":{\"request\":\"register\"},\"expect\":{\"deny\":403}}";
    folder.write("requests.jsonl", &format!("{{\"plugin\":\n{right}\n{{\"plugin\":7,\"body\":{{}}}}\n"));
    let ran = folder.run(&["policy", "test", "requests.jsonl", "--config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    let wrong = [
        "requests.jsonl:1: EOF while parsing a value (column 10)",
        "requests.jsonl:3: invalid type: integer `7`, expected a string (column 11)",
    ];
    assert_eq!(ran.errors.lines().collect::<Vec<_>>(), wrong);
    for line in [
        "ok      2  deny 403",
        "             note: the issuer has no role `teachers`; it grants nothing",
        "1 requests, 1 decided as expected",
    ] {
        assert!(ran.output.lines().any(|shown| shown.starts_with(line)), "{line}: {ran:?}");
    }
}

#[tokio::test]
async fn one_request_is_explained() {
    let folder = Folder::new("explain");
    folder.configure(JANUS, "[[rules]]\nplugins = [\"*\"]\nrequests = [\"*\"]\nallow = true\n");
    let request = json!({ "plugin": "echotest", "body": { "audio": true } }).to_string();
    let ran = folder.run_with(&["policy", "explain", "--config", "gateway.toml"], &request, &[]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.output, "allow, by the rule `rule 1`; the rules that apply: `rule 1`\n{\"audio\":true}\n");
}

#[tokio::test]
async fn a_token_that_was_minted_is_inspected() {
    let folder = Folder::new("mint");
    folder.configure(JANUS, "");
    let role = "[issuers.roles.guest]\nplugins = [\"echotest\"]\n";
    let text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    folder.write("gateway.toml", &format!("{text}{role}"));
    folder.write("grants.json", "{ \"room\": { \"id\": 1234, \"join\": true } }");
    let mint = ["token", "mint", "--config", "gateway.toml", "--issuer", "app", "--subject", "anna"];
    let with = |more: &[&'static str]| [&mint[..], more].concat();
    let ran = folder.run(&with(&["--valid", "15m", "--grants", "grants.json", "--role", "guest"])).await;
    assert_eq!((ran.code, &*ran.errors), (Some(0), ""));
    let token = ran.output.trim().to_owned();
    let inspect = ["token", "inspect", "--config", "gateway.toml"];
    let ran = folder.run_with(&inspect, &token, &[]).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for text in ["algorithm: HS256", "\"sub\": \"anna\"", "role: guest", "\"echotest\"", "1234", "accepted"] {
        assert!(ran.output.contains(text), "{text}: {ran:?}");
    }
    assert!(!ran.output.contains(&token));
    let ran = folder.run_with(&inspect, &format!("{token}x"), &[]).await;
    assert_eq!((ran.code, &*ran.errors), (Some(1), "refused: the token's signature is wrong\n"));
    let other = token.replace('.', "..");
    assert_eq!(folder.run_with(&inspect, &other, &[]).await.code, Some(1));

    let ran = folder.run(&with(&["--role", "gues"])).await;
    assert!(ran.errors.contains("has no role `gues`"), "{ran:?}");
    for (arguments, text) in [
        (&["--valid", "0s"][..], "valid for more than 0 s"),
        (&["--valid", "soon"], "invalid value"),
        (&["--grants", "missing.json"], "missing.json: the file can't be read"),
        (&["--grants", "{\"room\":1}"], "--grants: `grants.room` is missing, or has a value of another type"),
        (&["--grants", "{\"room\":[]"], "--grants: EOF"),
        (&["--grants", "{\"plugin\":[]}"], "`grants` has no member `plugin`; did you mean `plugins`?"),
        (
            &["--grants", "{\"room\":[{\"id\":1},{\"id\":2,\"jion\":true}]}"],
            "`grants.room` has no member `jion`; did you mean `join`?",
        ),
        (&["--grants", "{\"room\":{\"id\":1,\"publish\":[\"adio\"]}}"], "not `adio`; did you mean `audio`?"),
        (
            &["--grants", "{\"room\":{\"id\":1,\"publish\":\"audio\"}}"],
            "`grants.room.publish` is missing, or has",
        ),
        (&["--grants", "{\"sip\":{\"cal\":[]}}"], "`grants.sip` has no member `cal`; did you mean `call`?"),
        (&["--grants", "{\"limits\":{\"rooms\":-1}}"], "`grants.limits.rooms` is missing, or has"),
        (&["--key", "grants.json"], "it is no private key"),
    ] {
        let ran = folder.run(&with(arguments)).await;
        assert!(ran.code == Some(2) && ran.errors.contains(text), "{ran:?}");
    }
}

#[tokio::test]
async fn a_token_by_a_private_key_is_accepted() {
    let folder = Folder::new("private");
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let signer = bifrons_gateway::server::mint::Signer::p256("keys", pkcs8.as_ref()).unwrap();
    let jwk = signer.public_jwk().unwrap();
    let text = |name: &str| jwk[name].as_str().unwrap().to_owned();
    let key = BASE64.encode(pkcs8.as_ref());
    let (first, second) = key.split_at(64);
    folder.write(
        "key.pem",
        &format!("-----BEGIN PRIVATE KEY-----\n{first}\n{second}\n-----END PRIVATE KEY-----\n"),
    );
    folder.configure(JANUS, "");
    let config = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    let jwk =
        format!("jwk = {{ kty = \"EC\", crv = \"P-256\", x = \"{}\", y = \"{}\" }}", text("x"), text("y"));
    let config = format!(
        "{config}at_most = \"all\"\n[[issuers]]\nname = \"keys\"\nat_most = \"all\"\naudiences = [\"gateway\"]\n{jwk}\n"
    );
    folder.write("gateway.toml", &config);
    let mint =
        ["token", "mint", "--config", "gateway.toml", "--subject", "anna", "--key", "key.pem", "--issuer"];
    let ran = folder.run(&[&mint[..], &["keys"]].concat()).await;
    assert_eq!((ran.code, &*ran.errors), (Some(0), ""));
    let inspect = ["token", "inspect", "-", "--config", "gateway.toml"];
    let ran = folder.run_with(&inspect, &ran.output, &[]).await;
    assert!(ran.code == Some(0) && ran.output.contains("algorithm: ES256"), "{ran:?}");
    let ran = folder.run(&[&mint[..], &["app"]].concat()).await;
    assert!(ran.errors.contains("no key of the issuer `app` fits"), "{ran:?}");
}
