//! The program's command `check-config`: all that is wrong with a configuration, with its line.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod program_support;

use program_support::{Folder, SECRET};

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
async fn all_mistakes_are_shown_with_line_and_nearest_name() {
    let folder = Folder::new("mistakes");
    folder.write(
        "gateway.toml",
        "[janus]
addresses = [\"https://janus.example.org\"]
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
        (2, "the gateway speaks to Janus by ws:// or wss://"),
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
