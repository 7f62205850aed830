//! The example `application`, with the SDK's own client.
#![allow(clippy::unwrap_used, reason = "this is a test")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use bifrons::mock::{MockJanus, Settings};
use bifrons::plugins::videoroom::{JoinPublisher, ListParticipants, VideoRoom};

struct Application {
    process: Child,
    address: String,
}

impl Application {
    fn start(janus: &str) -> Self {
        let mut process = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--locked", "-p", "bifrons-gateway", "--example", "application", "--"])
            .args([janus, "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("open http://").unwrap().trim_end_matches('/').to_owned();
        Self { process, address }
    }

    /// The response to a login.
    fn log_in(&self, name: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!("POST /login HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.address);
        write!(stream, "{head}Content-Length: {}\r\n\r\n{name}", name.len()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    }
}

impl Drop for Application {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_participant_has_the_name_of_the_login() {
    let janus = MockJanus::start(Settings::default()).await.unwrap();
    let application = Application::start(janus.url());
    assert!(application.log_in(&"x".repeat(41)).starts_with("HTTP/1.1 400"));
    let response = application.log_in("anna");
    let (head, token) = response.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let url = format!("ws://{}/media/janus-ws", application.address);
    let connection = bifrons::connect(&*url).token(token).await.unwrap();
    let room = connection.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
    room.join_publisher(JoinPublisher::new(1234).display("Ben")).await.unwrap();
    // The token does not grant `list`; another connection to Janus sees the name.
    let direct = bifrons::connect(janus.url()).await.unwrap();
    let other = direct.create().await.unwrap().attach::<VideoRoom>().await.unwrap();
    let listed = other.list_participants(ListParticipants::new(1234)).await.unwrap();
    assert_eq!(listed.participants[0].display.as_deref(), Some("anna"));
}
