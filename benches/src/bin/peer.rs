//! A Janus that answers at once and does nothing: what is measured is its client.
//! Prints its address; ends with its standard input.

use bifrons_benches::{ANSWER_BYTES, EVENTS, rooms, sdp};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};

#[derive(Deserialize)]
struct Asked<'a> {
    janus: &'a str,
    transaction: &'a str,
    session_id: Option<u64>,
    handle_id: Option<u64>,
    body: Option<Body<'a>>,
    jsep: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Body<'a> {
    request: Option<&'a str>,
    /// Over how many handles to spread events, from the one that asks on.
    spread: Option<u64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("ws://{}", listener.local_addr()?);
    std::thread::spawn(|| {
        let _ = std::io::read_to_string(std::io::stdin());
        std::process::exit(0);
    });
    let texts = Texts::new();
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        serve(stream, &texts).await;
    }
}

struct Texts {
    rooms: String,
    answer: String,
}

impl Texts {
    fn new() -> Self {
        Self { rooms: rooms(), answer: json!({ "type": "answer", "sdp": sdp(ANSWER_BYTES) }).to_string() }
    }
}

async fn serve(stream: tokio::net::TcpStream, texts: &Texts) {
    #[allow(clippy::result_large_err)]
    let accept = |_: &Request, mut response: Response| -> Result<Response, ErrorResponse> {
        let protocol = "janus-protocol".parse().map_err(|_| ErrorResponse::new(None))?;
        response.headers_mut().insert("Sec-WebSocket-Protocol", protocol);
        Ok(response)
    };
    let Ok(mut socket) = tokio_tungstenite::accept_hdr_async(stream, accept).await else { return };
    let mut made = 1000;
    while let Some(Ok(message)) = socket.next().await {
        let mut next = Some(message);
        // All that has come is answered before anything is flushed.
        while let Some(message) = next {
            // jarust sends its texts as binary messages.
            if matches!(message, Message::Text(_) | Message::Binary(_)) {
                let Ok(text) = message.into_text() else { return };
                if answer(&mut socket, &text, texts, &mut made).await.is_none() {
                    return;
                }
            }
            next = futures_util::FutureExt::now_or_never(socket.next()).flatten().and_then(Result::ok);
        }
        let _ = socket.flush().await;
    }
}

type Socket = tokio_tungstenite::WebSocketStream<tokio::net::TcpStream>;

async fn answer(socket: &mut Socket, text: &str, texts: &Texts, created: &mut u64) -> Option<()> {
    let asked: Asked<'_> = serde_json::from_str(text).ok()?;
    let (transaction, session, handle) =
        (asked.transaction, asked.session_id.unwrap_or(0), asked.handle_id.unwrap_or(0));
    let head = |kind: &str| {
        format!("{{\"janus\":\"{kind}\",\"session_id\":{session},\"transaction\":\"{transaction}\"")
    };
    let data = |kind: &str, data: &str| {
        let plugin = "janus.plugin.echotest";
        format!(
            "{},\"sender\":{handle},\"plugindata\":{{\"plugin\":\"{plugin}\",\"data\":{data}}}",
            head(kind)
        )
    };
    let mut say = async |text: String| socket.feed(Message::text(text)).await.ok();
    let spread = asked.body.as_ref().and_then(|body| body.spread).unwrap_or(1);
    match (asked.janus, asked.body.and_then(|body| body.request)) {
        ("create" | "attach", _) => {
            *made += 1;
            let session = if session == 0 { String::new() } else { format!("\"session_id\":{session},") };
            say(format!("{{\"janus\":\"success\",{session}\"transaction\":\"{transaction}\",\"data\":{{\"id\":{made}}}}}"))
                .await
        }
        ("info", _) => say(format!("{{\"janus\":\"server_info\",\"transaction\":\"{transaction}\",\"version\":1102,\"session-timeout\":60}}")).await,
        ("trickle" | "keepalive", _) => say(head("ack") + "}").await,
        ("message", Some("list")) => say(data("success", &texts.rooms) + "}").await,
        ("message", Some("events")) => {
            say(data("success", "{}") + "}").await?;
            let filler = "x".repeat(60);
            for n in 0..EVENTS {
                let handle = handle + n % spread;
                let event = format!(
                    "{{\"janus\":\"event\",\"session_id\":{session},\"sender\":{handle},\"plugindata\":{{\"plugin\":\"janus.plugin.echotest\",\"data\":{{\"echotest\":\"event\",\"event\":\"note\",\"n\":{n},\"text\":\"{filler}\"}}}}}}"
                );
                say(event).await?;
            }
            Some(())
        }
        ("message", _) => {
            say(head("ack") + "}").await?;
            let jsep = asked.jsep.map_or(String::new(), |_| format!(",\"jsep\":{}", texts.answer));
            say(data("event", "{\"echotest\":\"event\",\"result\":\"ok\"}") + &jsep + "}").await
        }
        _ => say(head("success") + "}").await,
    }
}
