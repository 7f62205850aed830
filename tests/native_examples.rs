//! Every Rust example runs to its end with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use needs_janus::needs_janus;
use support::{Janus, within};
use tokio::process::Command;

/// What an example needs beside the default features; one set, as cargo builds the crate again for each.
const FEATURES: &str = "futures-io";

#[needs_janus("Lua, Duktape and VoiceMail")]
#[tokio::test]
async fn every_example_runs_to_its_end() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = fs::read_dir(root.join("examples")).unwrap().map(|file| file.unwrap().path());
    let mut names: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        // They serve until they are stopped; `native_server_example`, `scripts/recipes` and `scripts/demo test` use them.
        .filter(|name| !matches!(&**name, "signalling_server" | "axum_quickstart" | "axum_server"))
        .collect();
    names.sort();
    // A single test run may not have built the examples yet.
    let built =
        cargo(root, &["build", "--quiet", "--features", FEATURES, "--examples"]).status().await.unwrap();
    assert!(built.success(), "the examples don't compile");
    let janus = Janus::start(&["--api-secret", "an-api-secret"]);
    let without_secret = Janus::start(&[]);
    for name in names {
        let (url, secret) = match &*name {
            "admin" => (&janus.at.admin_ws, "janusoverlord"),
            "hello" => (&without_secret.at.ws, "none"),
            _ => (&janus.at.ws, "an-api-secret"),
        };
        let arguments = ["run", "--quiet", "--features", FEATURES, "--example", &name, "--", url, secret];
        let run = within(&name, cargo(root, &arguments).output()).await.unwrap();
        let printed = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success(), "{name}: {}\n{printed}", String::from_utf8_lossy(&run.stderr));
        assert!(!printed.contains(secret), "{name} prints its secret");
    }
}

fn cargo(root: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(arguments).current_dir(root).stdin(Stdio::null()).kill_on_drop(true);
    cargo
}
