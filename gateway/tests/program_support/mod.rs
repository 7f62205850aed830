//! The program `bifrons-gateway`: its folder, its process, its log.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "these are tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::time::timeout;

pub const SECRET: &str = "the secret that the application and the gateway share";

/// How long the program may take for anything.
const LIMIT: Duration = Duration::from_secs(20);

/// A folder with the program's files.
pub struct Folder(pub PathBuf);

impl Folder {
    /// An empty folder for the test with this name, with the secret of the issuer `app`.
    pub fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("program-{test}"));
        // It may be there from an earlier run.
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        folder.write("app.secret", &format!("{SECRET}\n"));
        folder
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.0.join(name), text).unwrap();
    }

    /// Writes the configuration of a gateway before this Janus, with the issuer `app`, and with more.
    pub fn configure(&self, janus: &str, more: &str) {
        self.write(
            "gateway.toml",
            &format!(
                "janus = {{ addresses = [\"{janus}\"] }}\nlisten = {{ address = \"127.0.0.1:0\" }}\n{more}\n\
                 [[issuers]]\nname = \"app\"\naudiences = [\"gateway\"]\nsecret_file = \"app.secret\"\n"
            ),
        );
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bifrons-gateway"));
        command.current_dir(&self.0).args(arguments).env_remove("RUST_LOG").kill_on_drop(true);
        command
    }

    /// Runs a command of the program to its end.
    pub async fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, "", &[]).await
    }

    /// Runs a command with this on its standard input, and with these environment variables.
    pub async fn run_with(&self, arguments: &[&str], input: &str, variables: &[(&str, &str)]) -> Ran {
        let mut command = self.command(arguments);
        command.envs(variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A program that does not read it may have ended.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        Ran::of(&timeout(LIMIT, child.wait_with_output()).await.unwrap().unwrap())
    }
}

/// What a command has printed.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub output: String,
    pub errors: String,
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let ran =
            Self { code: output.status.code(), output: text(&output.stdout), errors: text(&output.stderr) };
        assert!(!ran.output.contains(SECRET) && !ran.errors.contains(SECRET), "{ran:?}");
        ran
    }
}

/// A gateway that runs.
pub struct Running {
    child: Child,
    log: Lines<BufReader<ChildStderr>>,
    /// All that it has logged.
    pub logged: String,
    pub url: String,
}

impl Running {
    /// Starts the gateway of `gateway.toml`, and waits until it is connected to Janus.
    pub async fn start(folder: &Folder) -> Self {
        let mut running = Self::launch(folder).await;
        running.until("connected to Janus").await;
        running
    }

    /// Starts the gateway of `gateway.toml`, and waits until it listens.
    pub async fn launch(folder: &Folder) -> Self {
        let mut running = Self::spawn(folder);
        let line = running.until("listening at ").await;
        let (_, url) = line.split_once("listening at ").unwrap();
        running.url = url.split("/ ").next().unwrap().to_owned();
        running
    }

    /// Starts the gateway of `gateway.toml`, which may have to wait for something.
    pub fn spawn(folder: &Folder) -> Self {
        let mut child = folder.command(&["--config", "gateway.toml"]).stderr(Stdio::piped()).spawn().unwrap();
        let log = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, log, logged: String::new(), url: String::new() }
    }

    /// Waits for a line of the log with this text.
    pub async fn until(&mut self, text: &str) -> String {
        let wanted = async {
            while let Some(line) = self.log.next_line().await.unwrap() {
                self.logged.push_str(&line);
                self.logged.push('\n');
                if line.contains(text) {
                    return Some(line);
                }
            }
            None
        };
        let found = timeout(LIMIT, wanted).await;
        found.ok().flatten().unwrap_or_else(|| panic!("no line has {text:?}:\n{}", self.logged))
    }

    pub fn signal(&self, name: &str) {
        let process = self.child.id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &process]).status().unwrap();
        assert!(sent.success());
    }

    /// Waits until the process has ended by a signal that it can't note.
    pub async fn killed(mut self) {
        timeout(LIMIT, self.child.wait()).await.unwrap().unwrap();
    }

    /// Waits for the end of the program, and returns all that it has logged.
    pub async fn ended(mut self) -> (ExitStatus, String) {
        let rest = async {
            while let Some(line) = self.log.next_line().await.unwrap() {
                self.logged.push_str(&line);
                self.logged.push('\n');
            }
        };
        timeout(LIMIT, rest).await.unwrap();
        let status = timeout(LIMIT, self.child.wait()).await.unwrap().unwrap();
        assert!(!self.logged.contains(SECRET), "{}", self.logged);
        (status, self.logged)
    }
}
