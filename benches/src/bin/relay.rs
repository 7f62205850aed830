//! The least that a server between pages and Janus can do: a connection to Janus for each page, and each message passed on
//! as it is. Takes Janus's address, prints its own, and ends with its standard input.

use futures_util::{FutureExt, SinkExt, Stream, StreamExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, accept_hdr_async_with_config, client_async_with_config};

const PROTOCOL: &str = "janus-protocol";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let janus = std::env::args().nth(1).ok_or("usage: relay ws://…")?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("ws://{}", listener.local_addr()?);
    std::thread::spawn(|| {
        let _ = std::io::read_to_string(std::io::stdin());
        std::process::exit(0);
    });
    loop {
        let (stream, _) = listener.accept().await?;
        let janus = janus.clone();
        tokio::spawn(async move {
            let _ = serve(stream, &janus).await;
        });
    }
}

fn config() -> WebSocketConfig {
    WebSocketConfig::default().read_buffer_size(4 << 10).write_buffer_size(16 << 10)
}

async fn serve(stream: TcpStream, janus: &str) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    stream.set_nodelay(true)?;
    #[allow(clippy::result_large_err)]
    let accept = |_: &Request, mut response: Response| -> Result<Response, ErrorResponse> {
        let protocol = PROTOCOL.parse().map_err(|_| ErrorResponse::new(None))?;
        response.headers_mut().insert("Sec-WebSocket-Protocol", protocol);
        Ok(response)
    };
    let mut page = accept_hdr_async_with_config(stream, accept, Some(config())).await?;
    let mut request = janus.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", PROTOCOL.parse()?);
    let to_janus = TcpStream::connect(janus.trim_start_matches("ws://")).await?;
    to_janus.set_nodelay(true)?;
    let (mut janus, _) = client_async_with_config(request, to_janus, Some(config())).await?;
    loop {
        let is_over = tokio::select! {
            message = page.next() => pass(message, &mut page, &mut janus).await,
            message = janus.next() => pass(message, &mut janus, &mut page).await,
        };
        if is_over.is_none() {
            return Ok(());
        }
    }
}

type Socket = WebSocketStream<TcpStream>;

/// Passes on a message and all that have come with it.
async fn pass(message: Option<Result<Message, Error>>, from: &mut Socket, to: &mut Socket) -> Option<()> {
    let mut next = message?.ok();
    while let Some(message) = next {
        if message.is_close() {
            return None;
        }
        if message.is_text() {
            to.feed(message).await.ok()?;
        }
        next = ready(from);
    }
    to.flush().await.ok()
}

fn ready(from: &mut (impl Stream<Item = Result<Message, Error>> + Unpin)) -> Option<Message> {
    from.next().now_or_never().flatten().and_then(Result::ok)
}
