//! The rules of the source: layering, platforms, sizes, words.
//!
//! The rules read the source as text. Each has a test that the source keeps it, and one that a breach is found.

#![cfg(not(target_family = "wasm"))]
#![allow(clippy::expect_used, reason = "a test may panic")]

mod architecture_rules;

use architecture_rules::source::{Source, read_document, read_tree};
use architecture_rules::{argued, circles, javascript, layers, locks, named, platform, purity, size, words};

fn sources() -> Vec<Source> {
    ["src", "pkg-template", "tests", "examples", "benches", "fuzz", "scripts", "docs", "gateway"]
        .into_iter()
        .flat_map(read_tree)
        .collect()
}

fn documents() -> Vec<Source> {
    [
        "ARCHITECTURE.md",
        "BENCHMARKS.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "COVERAGE.md",
        "Makefile",
        "README.md",
        "RELEASING.md",
        "SECURITY.md",
    ]
    .into_iter()
    .map(read_document)
    .collect()
}

#[track_caller]
fn assert_kept(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[track_caller]
fn assert_seen(findings: &[String], place: &str) {
    assert!(
        findings.len() == 1 && findings[0].starts_with(place),
        "expected one finding at {place}, got {findings:#?}"
    );
}

#[test]
fn sources_are_found() {
    assert!(sources().iter().any(|source| source.path == "src/lib.rs"));
}

#[test]
fn imports_run_downward() {
    assert_kept(&layers::breaches(&sources()));
}

#[test]
fn an_upward_import_is_seen() {
    for text in [
        "use crate::id::Id;\nuse crate::driver::Pump;",
        "use crate::{\n    client::Connection, id::{Id, client},\n};",
        "fn f() {\n    super::super::mock::MockJanus::new();\n}",
    ] {
        assert_seen(
            &layers::breaches(&[Source::new("src/engine/connection.rs", text)]),
            "src/engine/connection.rs:2: ",
        );
    }
}

#[test]
fn no_modules_import_each_other() {
    let mut all = sources();
    all.extend(read_tree("codegen/src"));
    assert_kept(&circles::breaches(&all));
}

#[test]
fn a_circle_of_modules_is_seen() {
    let rust = [
        Source::new("src/engine/a.rs", "use super::b::B;"),
        Source::new("src/engine/b/mod.rs", "mod inner;"),
        Source::new("src/engine/b/inner.rs", "use super::super::{c::C, d::D};"),
        Source::new("src/engine/c.rs", "fn f() { crate::engine::a::g(); }"),
    ];
    assert_seen(&circles::breaches(&rust), "src/engine: a, b, c ");
    let script = [
        Source::new("pkg-template/lib/a.js", "import { b } from './b/b.js';"),
        Source::new("pkg-template/lib/b/b.js", "import { a } from '../a.js';"),
    ];
    assert_seen(&circles::breaches(&script), "pkg-template: ");
}

#[test]
fn an_import_around_the_layers_is_seen() {
    let source = Source::new("src/engine/connection.rs", "use crate::Connection;");
    assert_seen(&layers::breaches(&[source]), "src/engine/connection.rs:1: ");
}

#[test]
fn a_folder_without_a_layer_is_seen() {
    assert_seen(&layers::breaches(&[Source::new("src/helpers/mod.rs", "")]), "src/helpers/mod.rs:1: ");
}

#[test]
fn a_layer_may_name_lower_ones_and_comments_anything() {
    let text = "//! See [`crate::client`].\nuse crate::engine::Engine; // not crate::client\nlet s = \"crate::npm\";";
    assert_kept(&layers::breaches(&[Source::new("src/plugins/sip.rs", text)]));
}

#[test]
fn engine_and_plugins_are_pure() {
    assert_kept(&purity::breaches(&sources()));
}

#[test]
fn a_clock_or_a_socket_in_the_engine_is_seen() {
    for line in [
        "use tokio::spawn;",
        "use std::time::{Duration, Instant};",
        "std::net::TcpStream::connect(a);",
        "rand::random();",
        "pub async fn f() {}",
        "web_sys::window();",
        "js_sys::Date::now();",
        "SystemTime::now();",
    ] {
        assert_seen(
            &purity::breaches(&[Source::new("src/engine/timers.rs", line)]),
            "src/engine/timers.rs:1: ",
        );
    }
    let moment = Source::new("src/plugins/sip.rs", "struct Operand; struct Instantly; // rand");
    assert_kept(&purity::breaches(&[moment]));
}

#[test]
fn the_platform_is_switched_in_the_driver() {
    assert_kept(&platform::breaches(&sources()));
}

#[test]
fn a_platform_switch_elsewhere_is_seen() {
    for line in
        ["#[cfg(target_family = \"wasm\")]", "#[cfg(not(target_arch = \"wasm32\"))]", "cfg_if::cfg_if! {"]
    {
        assert_seen(&platform::breaches(&[Source::new("src/error.rs", line)]), "src/error.rs:1: ");
    }
}

#[test]
fn too_many_platform_switches_are_seen() {
    let many = "#[cfg(target_family = \"wasm\")]\n".repeat(11);
    assert_seen(&platform::breaches(&[Source::new("src/driver/mod.rs", &many)]), "src/: 11 ");
}

#[test]
fn the_javascript_face_leaves_the_protocol_to_the_engine() {
    assert_kept(&javascript::breaches(&sources()));
}

#[test]
fn protocol_in_the_javascript_face_is_seen() {
    for line in [
        "setTimeout(next, 10);",
        "const { apisecret } = address;",
        "request['admin_secret'] = secret;",
        "let keepAliveTimer;",
        "for (let retries = 0; ; ) {}",
        "this.transactions = new Map();",
    ] {
        let source = Source::new("pkg-template/lib/session.js", line);
        assert_seen(&javascript::breaches(&[source]), "pkg-template/lib/session.js:1: ");
    }
    let comment =
        Source::new("pkg-template/lib/session.js", "// the engine's setTimeout\nconst url = 'ws://a';");
    assert_kept(&javascript::breaches(&[comment]));
}

#[test]
fn no_file_is_too_long() {
    assert_kept(&size::breaches(&sources()));
}

#[test]
fn a_long_file_is_seen() {
    assert_seen(&size::breaches(&[Source::new("src/id.rs", &"\n".repeat(501))]), "src/id.rs:501: ");
}

#[test]
fn scripts_that_are_named_exist() {
    assert_kept(&named::breaches(&sources()));
    assert_kept(&named::breaches(&documents()));
}

#[test]
fn a_script_that_is_not_there_is_seen() {
    let missing = format!("//! written by `{}generate`", "scripts/");
    assert_seen(&named::breaches(&[Source::new("src/id.rs", &missing)]), "src/id.rs:1: ");
    assert_kept(&named::breaches(&[Source::new(
        "src/id.rs",
        "// run scripts/setup janus, see scripts/janus.",
    )]));
}

#[test]
fn what_could_panic_is_argued() {
    assert_kept(&argued::breaches(&sources()));
}

#[test]
fn a_bare_unwrap_is_seen() {
    for line in ["x.unwrap();", "x.expect(\"x\");", "#[allow(clippy::expect_used)]"] {
        assert_seen(&argued::breaches(&[Source::new("src/id.rs", line)]), "src/id.rs:1: ");
    }
    for text in [
        "x.expect(\"numbers always serialize\");",
        "#[allow(clippy::expect_used, reason = \"numbers always serialize\")]",
        "fn f() {}\n#[cfg(test)]\nmod tests {\n    fn g() { x.unwrap(); }\n}",
        "x.unwrap_or_default(); // never .unwrap()",
    ] {
        assert_kept(&argued::breaches(&[Source::new("src/id.rs", text)]));
    }
}

#[test]
fn lock_files_are_there_and_name_no_registry() {
    let locks = locks::LOCKED.map(|folder| {
        let path = format!("{folder}/package-lock.json");
        let place = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&path);
        Source::new(&path, &std::fs::read_to_string(place).expect("a lock file: run scripts/lock-examples"))
    });
    assert_kept(&locks::breaches(&locks));
}

#[test]
fn a_registry_and_a_hash_of_the_package_in_a_lock_file_are_seen() {
    for text in
        ["{\n\"resolved\": \"https://x\"", "\"resolved\": \"file:x.tgz\",\n\"integrity\": \"sha512-\""]
    {
        let lock = Source::new("examples/package-lock.json", text);
        assert_seen(&locks::breaches(&[lock]), "examples/package-lock.json:2: ");
    }
}

#[test]
fn the_projects_words_are_used() {
    let mut all = sources();
    all.extend(read_tree("codegen"));
    all.extend(documents());
    for start in words::CHECKED {
        assert!(all.iter().any(|source| source.path.starts_with(start)), "{start} has no sources");
    }
    assert_kept(&words::breaches(&all));
}

#[test]
fn other_words_are_found() {
    for text in [
        "// Somebody is there.",
        "fn f() { log(\"the answer of Janus\") }",
        "/// Who.\nstruct Who;",
        "/// The room.\nroom: u64,",
    ] {
        let source = Source::new("src/engine/a.rs", text);
        assert_seen(&words::breaches(&[source]), "src/engine/a.rs:1: ");
    }
    let fine =
        Source::new("src/engine/a.rs", "/// The id of the room that the handle has joined.\nroom: u64,");
    assert_kept(&words::breaches(&[fine]));
}

#[test]
fn other_words_are_found_in_every_language() {
    for (path, text) in [
        ("tests/native_core.rs", "fn a_janus_that_is_told() {}"),
        ("tests/node/recovery.test.mjs", "test('a request waits until the line breaks', async () => {"),
        ("pkg-template/lib/handle.js", "const told = await answer;"),
        ("examples/common/page/socket.html", "<p>Nobody is here</p>"),
        ("scripts/demo", "# Starts Janus anew."),
        ("Makefile", "\t@echo 'make soak   in calm weather'"),
        ("README.md", "A request has the whole answer of a plugin."),
        ("tests/support/echo.lua", "-- what comes of a request"),
    ] {
        assert_seen(&words::breaches(&[Source::new(path, text)]), &format!("{path}:1: "));
    }
    let answer = Source::new("tests/node/sip.test.mjs", "test('the SDP answer is in one line', () => {});");
    assert_kept(&words::breaches(&[answer]));
}
