//! The program's commands: `check-config`, `policy` and `token`.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod program_support;

use data_encoding::BASE64;
use program_support::{Folder, SECRET};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use serde_json::json;

const JANUS: &str = "ws://127.0.0.1:1";

#[tokio::test]
async fn a_configuration_is_summed_up() {
    let folder = Folder::new("sum");
    folder.configure(JANUS, "[[rules]]\nplugins = [\"*\"]\nrequests = [\"*\"]\nallow = true\n");
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    assert_eq!((ran.code, &*ran.errors), (Some(0), ""));
    for line in
        ["Janus     ws://127.0.0.1:1", "listener  127.0.0.1:0", "issuer    app (HS256), 1 key", "rules     1"]
    {
        assert!(ran.output.contains(line), "{line}: {}", ran.output);
    }
}

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
async fn all_mistakes_are_shown_with_line_and_nearest_name() {
    let folder = Folder::new("mistakes");
    folder.write(
        "gateway.toml",
        "[janus]
addresses = [\"wss://janus.example.org\"]
request_timeout = \"10\"
api_secret = \"a secret in the file\"
[listen]
adress = \"127.0.0.1:8080\"
[[issuers]]
name = \"app\"
audiences = [\"gateway\"]
secret_file = \"app.secret\"
algorithms = [\"RS256\"]
[[issuers.roles.guest.room]]
id = 1
jion = true
publish = [\"adio\"]
[[rules]]
tenants = [\"apo\"]
plugins = [\"videorom\"]
requests = [\"join\"]
when = \"body.room ==\"
[limits.subject]
sessions = 0
[colours]
[log]
level = \"loud\"
",
    );
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    for (line, text) in [
        (2, "the gateway speaks to Janus by ws://"),
        (3, "`request_timeout` is a number of seconds"),
        (4, "a secret must not stand in this file: name a file that holds it (`api_secret_file`)"),
        (6, "unknown setting `adress` in [listen]; did you mean `address`?"),
        (11, "no key of the issuer is for RS256"),
        (14, "unknown setting `jion` in [issuers.roles.guest.room]; did you mean `join`?"),
        (15, "not `adio`; did you mean `audio`?"),
        (17, "no issuer has the name `apo`; did you mean `app`?"),
        (18, "the gateway knows no plugin `videorom`; did you mean `videoroom`?"),
        (20, "`when`: condition: 1:13: Syntax error: mismatched input"),
        (22, "`sessions` must be at least 1"),
        (23, "unknown setting `colours` in the file"),
        (25, "`level` is error, warn, info, debug, trace or off"),
    ] {
        let place = format!("gateway.toml:{line}: ");
        let found = ran.errors.lines().any(|shown| shown.starts_with(&place) && shown.contains(text));
        assert!(found, "{place}{text}:\n{}", ran.errors);
    }
    assert!(!ran.errors.contains("a secret in the file"));
}

#[tokio::test]
async fn values_of_a_wrong_type_are_explained_without_words_of_rust() {
    let folder = Folder::new("types");
    folder.write(
        "gateway.toml",
        "janus = { addresses = \"ws://127.0.0.1:1\", connections = -1 }
[listen]
address = \"127.0.0.1\"
allow_missing_origin = \"yes\"
[[issuers]]
name = 7
audiences = [\"gateway\"]
secret_file = \"app.secret\"
[issuers.roles.guest.room]
id = 1
publish = \"audio\"
max_bitrate = \"low\"
",
    );
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    for (line, text) in [
        (1, "`addresses`: invalid type: string \"ws://127.0.0.1:1\", expected a list"),
        (1, "`connections`: invalid value: integer `-1`, expected a whole number of at least 0"),
        (3, "`address`: it is an IP address with a port, such as 127.0.0.1:8080"),
        (4, "`allow_missing_origin`: invalid type: string \"yes\", expected true or false"),
        (6, "`name`: invalid type: integer `7`, expected a text"),
        (11, "`publish`: invalid type: string \"audio\", expected a list"),
        (12, "`max_bitrate`: invalid type: string \"low\", expected a whole number of at least 0"),
    ] {
        let shown = format!("gateway.toml:{line}: {text}");
        assert_eq!(ran.errors.lines().filter(|line| **line == *shown).count(), 1, "{shown}\n{}", ran.errors);
    }
}

#[tokio::test]
async fn names_that_nothing_has_are_shown_with_line_and_nearest_name() {
    let folder = Folder::new("names");
    let head = format!(
        "janus = {{ addresses = [\"{JANUS}\"] }}
[listen]
address = \"127.0.0.1:8080\"
[[issuers]]
name = \"app\"
audiences = [\"gateway\"]
secret_file = \"app.secret\"
"
    );
    let check = async |text: &str| {
        folder.write("gateway.toml", &format!("{head}{text}"));
        folder.run(&["check-config", "gateway.toml"]).await
    };
    let wrong = "at_most = { room = { id = 1, preset = \"class\" } }
[[issuers.roles.teacher.room]]
id = 1
preset = \"clas\"
[presets.class]
publishers = 6
[[rules]]
plugins = [\"videoroom\", \"audiobridge\"]
requests = [\"joins\", \"mute_room\"]
deny = { reason = \"closed\" }
[[rules]]
plugins = [\"janus.plugin.videoroom\"]
requests = [\"join\"]
when = \"\\\"host\\\" in role\"
deny = { reason = \"closed\" }
[admin]
address = \"0.0.0.0:8080\"
";
    let ran = check(wrong).await;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    for (line, text) in [
        (11, "[presets] has no preset `clas`; did you mean `class`?"),
        (16, "no plugin of the rule has a request `joins`; did you mean `join`?"),
        (19, "`janus.plugin.videoroom` has a short name here: write `videoroom`"),
        (21, "`when`: unknown variable `role`: there are tenant, subject, roles"),
        (24, "`address` of [admin] is that of [listen], 127.0.0.1:8080: give one of them another port"),
    ] {
        let place = format!("gateway.toml:{line}: ");
        let found = ran.errors.lines().any(|shown| shown.starts_with(&place) && shown.contains(text));
        assert!(found, "{place}{text}:\n{}", ran.errors);
    }
    assert_eq!(ran.errors.lines().count(), 5, "{}", ran.errors);
    // What a newer Janus, or a token, may have.
    let notes = "[issuers.roles.teacher]
plugins = [\"echotest\"]
[presets.class]
publishers = 6
publisher = 6
[[rules]]
roles = [\"teachers\"]
plugins = [\"videoroom\"]
requests = [\"create\"]
default = { publishers = 6 }
cap = { publisher = 6 }
remove = [\"descriptio\"]
redact = [\"description\", \"displa\"]
[rules.set]
is_privat = true
[[rules]]
plugins = [\"videoroom\"]
requests = [\"creat\", \"list\"]
allow = true
[[rules]]
plugins = [\"lua\", \"videoroom\"]
requests = [\"anything\"]
set = { anything = true }
[[rules]]
plugins = [\"*\"]
requests = [\"anything\"]
set = { anything = true }
[admin]
";
    let ran = check(notes).await;
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let shown: Vec<_> = ran.output.lines().filter(|line| line.starts_with("note")).collect();
    assert_eq!(
        shown,
        [
            "note      gateway.toml:12: the request create of videoroom has no field `publisher`; did you mean `publishers`?",
            "note      gateway.toml:14: no issuer has a role `teachers`: only tokens can name it; did you mean `teacher`?",
            "note      gateway.toml:18: `cap`: no request of the rule has a field `publisher`; did you mean `publishers`?",
            "note      gateway.toml:19: `remove`: no request of the rule has a field `descriptio`; did you mean `description`?",
            "note      gateway.toml:20: `redact`: no event of the rule's plugins has a field `displa`; did you mean `display`?",
            "note      gateway.toml:22: `set`: no request of the rule has a field `is_privat`; did you mean `is_private`?",
            "note      gateway.toml:25: no plugin of the rule has a request `creat`; did you mean `create`?",
        ]
    );
}

#[tokio::test]
async fn mistakes_in_flows_are_shown_with_line_and_nearest_name() {
    let folder = Folder::new("flows");
    let flows = "
[[flows]]
name = \"enter\"
plugin = \"videorom\"
tenants = [\"apo\"]
lst = { request = \"join\" }
[[flows]]
name = \"lesson\"
plugin = \"videoroom\"
last = { request = \"jion\", room = \"$body.room\" }
[[flows.steps]]
request = { request = \"create\", room = \"$bodi.room\" }
tolerat = [427]
undo = { request = \"destroy\",
  room = [\"$\"] }
[[flows.steps]]
request = { room = \"$subject\" }
[[flows.steps]]
[[flows]]
name = \"lesson\"
plugin = \"echotest\"
last = { audio = true }
";
    folder.configure(JANUS, flows);
    let text = std::fs::read_to_string(folder.0.join("gateway.toml")).unwrap();
    let first = text.lines().position(|line| line == "[[flows]]").unwrap();
    let ran = folder.run(&["check-config", "gateway.toml"]).await;
    assert_eq!(ran.code, Some(2), "{ran:?}");
    for (line, text) in [
        (2, "the gateway has a flow `enter` of its own"),
        (3, "the gateway knows no plugin `videorom`; did you mean `videoroom`?"),
        (4, "no issuer has the name `apo`; did you mean `app`?"),
        (5, "unknown setting `lst` in [flows]; did you mean `last`?"),
        (1, "the setting `last` is missing in [flows]"),
        (9, "the plugin videoroom has no request `jion`; did you mean `join`?"),
        (
            11,
            "unknown reference `$bodi.room`: a text that begins with $ is $subject, $tenant, $body.NAME or $app.NAME; did you mean `$body`?",
        ),
        (12, "unknown setting `tolerat` in [flows.steps]; did you mean `tolerate`?"),
        (14, "unknown reference `$`"),
        (16, "`request` has no `request`: the name of a request"),
        (17, "the setting `request` is missing in a step of [flows]"),
        (19, "another flow has the name `lesson`"),
    ] {
        let place = format!("gateway.toml:{}: ", first + line);
        let found = ran.errors.lines().any(|shown| shown.starts_with(&place) && shown.contains(text));
        assert!(found, "{place}{text}:\n{}", ran.errors);
    }
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

#[tokio::test]
async fn several_issuers_need_bounds_and_what_they_share_is_shown() {
    let folder = Folder::new("bounds");
    folder.write("app.secret", "a secret of at least 32 bytes, as it must be");
    let issuer = |name: &str, bound: &str| {
        format!(
            "[[issuers]]\nname = \"{name}\"\naudiences = [\"a\"]\nsecret_file = \"app.secret\"\n{bound}\n"
        )
    };
    let check = async |bounds: [&str; 2]| {
        let [one, other] =
            [("one", bounds[0]), ("other", bounds[1])].map(|(name, bound)| issuer(name, bound));
        folder.write("gateway.toml", &format!("janus = {{ addresses = [\"{JANUS}\"] }}\n{one}{other}"));
        folder.run(&["check-config", "gateway.toml"]).await
    };
    let room = |id: &str| format!("at_most = {{ room = {{ id = \"{id}\", join = true }} }}");
    let ran = check([&room("a-*"), ""]).await;
    assert_eq!(ran.code, Some(2));
    let text = "gateway.toml:8: with several issuers each needs `at_most`: a table of the most that its tokens may grant, or \"all\"";
    assert!(ran.errors.contains(text), "{}", ran.errors);
    let ran = check([&room("a-*"), "at_most = true"]).await;
    assert!(ran.errors.contains("gateway.toml:11: `at_most` is a table"), "{}", ran.errors);
    let ran = check([&room("a-*"), "at_most = { room = { id = 1, jion = true } }"]).await;
    assert!(ran.errors.contains("unknown setting `jion` in [issuers.at_most.room]"), "{}", ran.errors);
    let ran = check([&room("a-*"), &room("b-*")]).await;
    assert!(ran.code == Some(0) && !ran.output.contains("note"), "{}", ran.output);
    let ran = check([&room("a-*"), &room("*1")]).await;
    let text =
        "the issuers `one` and `other` share rooms of VideoRoom and AudioBridge: \"a-*\" and \"*1\" overlap";
    assert!(ran.code == Some(0) && ran.output.contains(text), "{}", ran.output);
    let ran = check(["at_most = \"all\"", "at_most = { text = { id = 1, join = true } }"]).await;
    assert!(ran.output.contains("share all rooms of TextRoom without a PIN"), "{}", ran.output);
    assert!(ran.output.contains("share rooms of TextRoom: \"*\" and 1 overlap"), "{}", ran.output);
}

#[tokio::test]
async fn a_file_that_is_no_toml_or_is_not_there_is_an_error() {
    let folder = Folder::new("no-toml");
    folder.write("gateway.toml", "[janus]\naddresses = [\n[[\n");
    for arguments in [&["check-config", "gateway.toml"][..], &["--config", "gateway.toml"]] {
        let ran = folder.run(arguments).await;
        assert_eq!(ran.code, Some(2));
        assert!(ran.errors.starts_with("gateway.toml:"), "{}", ran.errors);
    }
    let ran = folder.run(&["check-config", "missing.toml"]).await;
    assert_eq!(ran.code, Some(2));
    assert!(ran.errors.starts_with("missing.toml: the file can't be read"), "{}", ran.errors);
}

#[tokio::test]
async fn a_secret_comes_from_a_file_or_the_environment() {
    let folder = Folder::new("secrets");
    folder.write("empty", "\n");
    folder.write("short", "short\n");
    let issuer = |key: &str| {
        format!(
            "janus = {{ addresses = [\"{JANUS}\"] }}\n[[issuers]]\nname = \"app\"\naudiences = [\"a\"]\n{key}\n"
        )
    };
    let set = [("APP_SECRET", SECRET), ("EMPTY", "")];
    for (key, problem) in [
        ("secret_file = \"app.secret\"", None),
        ("secret_env = \"APP_SECRET\"", None),
        ("secret_file = \"missing\"", Some("missing can't be read")),
        ("secret_file = \"empty\"", Some("empty is empty")),
        ("secret_file = \"short\"", Some("fewer than 32 bytes")),
        ("secret_env = \"UNSET\"", Some("the environment variable UNSET is not set")),
        ("secret_env = \"EMPTY\"", Some("the environment variable EMPTY is empty")),
        ("secret_env = \"A\"\nsecret_file = \"b\"", Some("one source")),
        (&format!("secret = \"{SECRET}\""), Some("a secret must not stand in this file")),
        (
            "jwk = { kty = \"oct\", k = \"c2VjcmV0\" }",
            Some("a secret or private key must not stand in this file"),
        ),
        ("jwks_url = \"ftp://x\"", Some("`jwks_url` is an https:// URL")),
        ("", Some("an issuer needs its key: one of `secret_file`, `secret_env`, `jwk`, `jwks_url`")),
    ] {
        folder.write("gateway.toml", &issuer(key));
        let ran = folder.run_with(&["check-config", "gateway.toml"], "", &set).await;
        match problem {
            None => assert_eq!(ran.code, Some(0), "{key}: {ran:?}"),
            Some(text) => assert!(ran.code == Some(2) && ran.errors.contains(text), "{key}: {ran:?}"),
        }
    }
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
