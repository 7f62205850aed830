//! A private Janus for a test.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(unreachable_pub, clippy::expect_used, reason = "this is a test, too")]

pub mod server;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use bifrons::{Api, Connection, RawRequest};
use serde::Deserialize;
use serde_json::Value;

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
    pub http: Option<String>,
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

    /// A connection to its Admin API.
    pub async fn admin(&self) -> Connection {
        let connect = bifrons::connect(&*self.at.admin_ws).api(Api::Admin);
        connect.api_secret("janusoverlord").await.expect("the Admin API answers")
    }
}

/// Asks the Admin API for something.
pub async fn ask_admin(admin: &Connection, verb: &str, members: Value) -> Value {
    admin.request(RawRequest::new(verb), &members).await.expect("the Admin API agrees")
}

/// The ids that the Admin API lists, such as `sessions`.
pub async fn listed(admin: &Connection, what: &str, members: Value) -> Vec<u64> {
    let answer = ask_admin(admin, &format!("list_{what}"), members).await;
    let ids = answer[what].as_array().expect("a list");
    ids.iter().map(|id| id.as_u64().expect("an id")).collect()
}

impl Drop for Janus {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
