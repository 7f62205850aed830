//! A private Janus for a test.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(unreachable_pub, clippy::expect_used, reason = "this is a test, too")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde::Deserialize;

/// A running Janus; it ends when this is dropped.
pub struct Janus {
    child: Child,
    pub at: Addresses,
}

/// What `scripts/janus` prints.
#[derive(Deserialize)]
pub struct Addresses {
    pub ws: String,
    pub admin_ws: String,
    pub wss: Option<String>,
    pub ca: Option<PathBuf>,
    pub log: PathBuf,
}

impl Janus {
    /// Starts one with these options of `scripts/janus`.
    pub fn start(options: &[&str]) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/janus");
        let mut child = Command::new(script)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("scripts/janus can be run");
        let stdout = child.stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("its output can be read");
        let at = serde_json::from_str(&line)
            .unwrap_or_else(|_| panic!("no Janus could be started; run scripts/setup janus"));
        Self { child, at }
    }
}

impl Drop for Janus {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
