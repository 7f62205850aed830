//! A server that responds at once and does nothing, so that only the client is measured.
//! Prints its address and ends with its standard input.

use std::sync::Arc;

use bifrons_benches::{ANSWER_BYTES, EVENTS, rooms, sdp};
use futures_util::{SinkExt, StreamExt};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};

#[derive(Deserialize)]
struct JanusRequest<'a> {
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
    /// The number of handles that get events, from the requesting handle on.
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
    let texts = Arc::new(Texts::new());
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let texts = texts.clone();
        tokio::spawn(async move { serve(stream, &texts).await });
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
    let mut created = 1000;
    while let Some(Ok(message)) = socket.next().await {
        let mut next = Some(message);
        // All received requests are handled before the flush.
        while let Some(message) = next {
            // jarust sends its texts as binary messages.
            if matches!(message, Message::Text(_) | Message::Binary(_)) {
                let Ok(text) = message.into_text() else { return };
                if respond(&mut socket, &text, texts, &mut created).await.is_none() {
                    return;
                }
            }
            next = futures_util::FutureExt::now_or_never(socket.next()).flatten().and_then(Result::ok);
        }
        let _ = socket.flush().await;
    }
}

type Socket = tokio_tungstenite::WebSocketStream<tokio::net::TcpStream>;

async fn respond(socket: &mut Socket, text: &str, texts: &Texts, created: &mut u64) -> Option<()> {
    let request: JanusRequest<'_> = serde_json::from_str(text).ok()?;
    let (transaction, session, handle) =
        (request.transaction, request.session_id.unwrap_or(0), request.handle_id.unwrap_or(0));
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
    let mut send = async |text: String| socket.feed(Message::text(text)).await.ok();
    let spread = request.body.as_ref().and_then(|body| body.spread).unwrap_or(1);
    match (request.janus, request.body.and_then(|body| body.request)) {
        ("create" | "attach", _) => {
            *created += 1;
            let session = if session == 0 { String::new() } else { format!("\"session_id\":{session},") };
            send(format!("{{\"janus\":\"success\",{session}\"transaction\":\"{transaction}\",\"data\":{{\"id\":{created}}}}}"))
                .await
        }
        ("info", _) => send(format!("{{\"janus\":\"server_info\",\"transaction\":\"{transaction}\",\"version\":1102,\"session-timeout\":60}}")).await,
        ("trickle" | "keepalive", _) => send(head("ack") + "}").await,
        ("message", Some("list")) => send(data("success", &texts.rooms) + "}").await,
        ("message", Some("events")) => {
            send(data("success", "{}") + "}").await?;
            let filler = "x".repeat(60);
            for n in 0..EVENTS {
                let handle = handle + n % spread;
                let event = format!(
                    "{{\"janus\":\"event\",\"session_id\":{session},\"sender\":{handle},\"plugindata\":{{\"plugin\":\"janus.plugin.echotest\",\"data\":{{\"echotest\":\"event\",\"event\":\"note\",\"n\":{n},\"text\":\"{filler}\"}}}}}}"
                );
                send(event).await?;
            }
            Some(())
        }
        ("message", _) => {
            send(head("ack") + "}").await?;
            let jsep = request.jsep.map_or(String::new(), |_| format!(",\"jsep\":{}", texts.answer));
            send(data("event", "{\"echotest\":\"event\",\"result\":\"ok\"}") + &jsep + "}").await
        }
        _ => send(head("success") + "}").await,
    }
}
