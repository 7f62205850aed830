//! A server for a test: a real Janus, or with `BIFRONS_TEST_SERVER=mock` the mock server. The variable decides, never what
//! is missing. A test that the mock server can't serve has the attribute `needs_janus`.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
#[cfg(not(feature = "mock-janus"))]
use std::sync::OnceLock;

use bifrons::{Api, Connection};
use serde::Deserialize;

/// A running server; dropping this value ends its process.
pub struct Janus {
    child: Child,
    stdout: BufReader<ChildStdout>,
    options: Vec<String>,
    pub at: Addresses,
}

/// The addresses that `scripts/janus` and `mock-janus` print; only the first three are those of the mock server, too.
#[derive(Deserialize)]
pub struct Addresses {
    pub ws: String,
    pub admin_ws: String,
    /// Janus's version as a number, such as 1102 for 1.1.2.
    #[serde(default = "version_of_mock")]
    pub version: u64,
    pub wss: Option<String>,
    pub http: Option<String>,
    pub admin_http: Option<String>,
    pub https: Option<String>,
    /// The paths of Unix sockets.
    pub unix: Option<String>,
    pub admin_unix: Option<String>,
    pub ca: Option<PathBuf>,
    #[serde(default)]
    pub pid: u32,
    #[serde(default)]
    pub log: PathBuf,
}

const fn version_of_mock() -> u64 {
    1102
}

/// Whether the tests run with the mock server.
pub fn is_mock() -> bool {
    match std::env::var("BIFRONS_TEST_SERVER").as_deref() {
        Ok("mock") => true,
        Ok(other) => panic!("BIFRONS_TEST_SERVER is `mock` or not set, not `{other}`"),
        Err(_) => false,
    }
}

impl Janus {
    /// Starts a server with these options of `scripts/janus`, of which the mock server has some.
    pub fn start(options: &[&str]) -> Self {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        let (child, stdout, at) = spawn(&options);
        Self { child, stdout, options, at }
    }

    /// Kills the server and starts it again at the same addresses.
    pub fn restart(&mut self) {
        if is_mock() {
            let _ = self.child.kill();
            let _ = self.child.wait();
            let ports = [("--port", &self.at.ws), ("--admin-port", &self.at.admin_ws)];
            let ports = ports.map(|(option, url)| [option.to_owned(), port_of(url)]).concat();
            // Another Janus chooses other ids.
            let seed = ["--seed".to_owned(), "2".to_owned()];
            (self.child, self.stdout, self.at) = spawn(&[&*self.options, &*ports, &seed].concat());
        } else {
            let stdin = self.child.stdin.as_mut().expect("its input is piped");
            stdin.write_all(b"restart\n").expect("scripts/janus reads its input");
            self.at = read_addresses(&mut self.stdout);
        }
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

impl Drop for Janus {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

fn spawn(options: &[String]) -> (Child, BufReader<ChildStdout>, Addresses) {
    let program = if is_mock() { mock_janus() } else { root().join("scripts/janus") };
    let mut child = Command::new(&program)
        .args(options)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{} can't be run: {error}", program.display()));
    let mut stdout = BufReader::new(child.stdout.take().expect("its output is piped"));
    let mut at = read_addresses(&mut stdout);
    if is_mock() {
        at.pid = child.id();
    }
    (child, stdout, at)
}

/// The project's folder: the tests of another member of the workspace use this file, too.
fn root() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("scripts/janus").exists()).expect("scripts/janus is in a folder above")
}

/// The mock server's program: cargo has built it if the tests have its feature, otherwise it is built here.
fn mock_janus() -> PathBuf {
    #[cfg(feature = "mock-janus")]
    return env!("CARGO_BIN_EXE_mock-janus").into();
    #[cfg(not(feature = "mock-janus"))]
    built_mock_janus()
}

/// Builds the program once for all tests of this process.
#[cfg(not(feature = "mock-janus"))]
fn built_mock_janus() -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        let options = ["build", "--quiet", "--features", "mock-janus", "--bin", "mock-janus"];
        let built = Command::new(env!("CARGO"))
            .args(options)
            .args(["--message-format", "json"])
            .current_dir(root())
            .stderr(Stdio::inherit())
            .output();
        let built = String::from_utf8(built.expect("cargo can be run").stdout).expect("JSON");
        let messages = built.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let mut programs = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from));
        programs.next().expect("cargo build --features mock-janus succeeds")
    };
    BUILT.get_or_init(build).clone()
}

/// `8188`, of `ws://127.0.0.1:8188`.
fn port_of(url: &str) -> String {
    url.rsplit(':').next().unwrap_or_default().trim_end_matches('/').to_owned()
}

fn read_addresses(stdout: &mut impl BufRead) -> Addresses {
    let mut line = String::new();
    stdout.read_line(&mut line).expect("its output can be read");
    serde_json::from_str(&line).unwrap_or_else(|_| match is_mock() {
        true => panic!("the mock server could not be started: the test needs `#[needs_janus(\"…\")]`"),
        false => panic!("no Janus could be started; run scripts/setup janus"),
    })
}
