//! A Janus process for a test.

#![allow(dead_code, reason = "each test uses a part of this module")]
#![allow(unreachable_pub, clippy::expect_used, reason = "only tests use this module")]

pub mod http_proxy;
pub mod proxy;
pub mod registrar;
#[path = "../../examples/support/sdp.rs"]
pub mod sdp;
pub mod server;

use std::future::Future;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use bifrons::engine::Stats;
use bifrons::plugins::Plugin;
use bifrons::{Address, Api, Config, Connection, Event, Handle, RawRequest};
use serde::Deserialize;
use serde_json::Value;
use tokio::time::timeout;

/// A running Janus; dropping this value ends the process.
pub struct Janus {
    child: Child,
    stdout: BufReader<ChildStdout>,
    pub at: Addresses,
}

/// The addresses that `scripts/janus` prints.
#[derive(Deserialize)]
pub struct Addresses {
    pub ws: String,
    pub admin_ws: String,
    pub wss: Option<String>,
    pub http: Option<String>,
    pub admin_http: Option<String>,
    pub https: Option<String>,
    /// The paths of Unix sockets.
    pub unix: Option<String>,
    pub admin_unix: Option<String>,
    pub ca: Option<PathBuf>,
    /// Janus's version as a number, such as 1102 for 1.1.2.
    pub version: u64,
    pub pid: u32,
    pub log: PathBuf,
}

impl Janus {
    /// Starts a Janus with these options of `scripts/janus`.
    pub fn start(options: &[&str]) -> Self {
        // The tests of other members of the workspace use this file, too.
        let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let script =
            folders.find_map(|folder| Some(folder.join("scripts/janus")).filter(|script| script.exists()));
        let script = script.expect("scripts/janus is in a folder above");
        let mut child = Command::new(script)
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("scripts/janus can be run");
        let mut stdout = BufReader::new(child.stdout.take().expect("its output is piped"));
        let at = read_addresses(&mut stdout);
        Self { child, stdout, at }
    }

    /// Kills Janus and starts it again at the same addresses.
    pub fn restart(&mut self) {
        let stdin = self.child.stdin.as_mut().expect("its input is piped");
        stdin.write_all(b"restart\n").expect("scripts/janus reads its input");
        self.at = read_addresses(&mut self.stdout);
    }

    /// Sends Janus a signal, such as `-STOP`.
    pub fn signal(&self, which: &str) {
        let status = Command::new("kill").args([which, &self.at.pid.to_string()]).status();
        assert!(status.expect("kill can be run").success());
        // Threads that run on another core stop a moment after the signal.
        let is_done = (0..100_000).any(|_| which != "-STOP" || self.is_suspended());
        assert!(is_done, "Janus is not suspended");
    }

    /// Whether each of its threads is stopped. The state follows the name, which is in parentheses.
    fn is_suspended(&self) -> bool {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.at.pid)).expect("the threads of Janus");
        let state = |thread: std::io::Result<std::fs::DirEntry>| {
            std::fs::read_to_string(thread.ok()?.path().join("stat")).ok()
        };
        threads
            .filter_map(state)
            .all(|stat| stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('T')))
    }

    /// A connection to its Admin API.
    pub async fn admin(&self) -> Connection {
        let connect = bifrons::connect(&*self.at.admin_ws).api(Api::Admin);
        connect.api_secret("janusoverlord").await.expect("the Admin API responds")
    }
}

fn read_addresses(stdout: &mut impl BufRead) -> Addresses {
    let mut line = String::new();
    stdout.read_line(&mut line).expect("its output can be read");
    serde_json::from_str(&line)
        .unwrap_or_else(|_| panic!("no Janus could be started; run scripts/setup janus"))
}

/// A configuration that probes its transport connection more often than by default.
pub fn watchful(url: &str) -> Config {
    let mut config = Config::new(vec![Address::new(url)]);
    config.probe_after = Some(Duration::from_millis(300));
    config.probe_timeout = Duration::from_millis(300);
    config.attempt_timeout = Some(Duration::from_secs(1));
    config
}

/// Each request has one outcome.
pub fn assert_consistent(stats: Stats) {
    let failed = stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
    assert_eq!(stats.succeeded + failed, stats.requests, "{stats:?}");
}

/// Waits for a future, at most 15 s.
pub async fn within<T>(what: &str, wait: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(15), wait).await.unwrap_or_else(|_| panic!("{what}: not within 15 s"))
}

/// The next event of a handle; `None` once the handle has ended.
pub async fn next<P: Plugin>(handle: &Handle<P>) -> Option<Event<P::Event>> {
    within("an event", handle.next_event()).await
}

/// The next plugin event of a handle that `wanted` accepts.
pub async fn wait_for<P: Plugin>(
    handle: &Handle<P>,
    what: &str,
    wanted: impl Fn(&P::Event) -> bool,
) -> P::Event {
    let wait = async {
        loop {
            match next(handle).await {
                Some(Event::Plugin(event)) if wanted(&event) => return event,
                Some(_) => {}
                None => panic!("{what}: the handle ended"),
            }
        }
    };
    within(what, wait).await
}

/// Sends a request to the Admin API.
pub async fn request_admin(admin: &Connection, verb: &str, members: Value) -> Value {
    admin.raw_request(RawRequest::new(verb), &members).await.expect("the Admin API agrees")
}

/// The ids that the Admin API lists, such as those of `sessions`.
pub async fn listed(admin: &Connection, what: &str, members: Value) -> Vec<u64> {
    let response = request_admin(admin, &format!("list_{what}"), members).await;
    let ids = response[what].as_array().expect("a list");
    ids.iter().map(|id| id.as_u64().expect("an id")).collect()
}

impl Drop for Janus {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
