//! A WebSocket to Janus.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use bifrons::engine::{Capabilities, TransportId};
use bifrons::{Error, ErrorCode};
use futures_util::{SinkExt, StreamExt};
use tokio::sync::mpsc;
use tokio_rustls::TlsConnector;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::Server;
use super::driver::ToJanus;
use super::janus_stream::{self, ByteStream};

/// tungstenite clears its buffer before each read; its own of 128 KB would cost more than most messages.
const READ_BUFFER: usize = 16 << 10;

type Socket = WebSocketStream<Box<dyn ByteStream>>;

pub(super) async fn run(
    server: Arc<Server>,
    upstream: usize,
    transport: TransportId,
    address: usize,
    mut wanted: mpsc::UnboundedReceiver<ToJanus>,
) {
    let url = server.settings().janus.addresses[address].url().to_owned();
    let end = tokio::select! {
        opened = open(&url, &server.janus_tls) => match opened {
            Ok(socket) => {
                let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
                server.reports_failed_attempt.store(true, Ordering::Relaxed);
                server.act(|gateway, now| gateway.janus_opened(now, upstream, transport, capabilities));
                relay(&server, upstream, transport, socket, wanted).await
            }
            Err(error) => {
                report(&server, address, &error);
                error
            }
        },
        () = closed(&mut wanted) => "closed".into(),
    };
    let error = Error::new(ErrorCode::ConnectionLost, format!("no connection to Janus: {end}"));
    server.act(|gateway, now| gateway.janus_closed(now, upstream, transport, error));
}

/// Reports the first attempt that fails; those that follow are expected.
fn report(server: &Server, address: usize, reason: &str) {
    let address = server.settings().janus.addresses[address].shown();
    if server.reports_failed_attempt.swap(false, Ordering::Relaxed) {
        tracing::warn!(%address, reason, "Janus can't be reached; trying on");
    } else {
        tracing::debug!(%address, reason, "Janus can't be reached");
    }
}

async fn open(url: &str, tls: &TlsConnector) -> Result<Socket, String> {
    let mut request = url.into_client_request().map_err(|error| error.to_string())?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static("janus-protocol"));
    let stream = janus_stream::open(request.uri(), tls).await?;
    let config = WebSocketConfig::default().read_buffer_size(READ_BUFFER);
    let (socket, _) =
        client_async_with_config(request, stream, Some(config)).await.map_err(|error| error.to_string())?;
    Ok(socket)
}

/// Relays until the connection ends, and returns why.
async fn relay(
    server: &Arc<Server>,
    upstream: usize,
    transport: TransportId,
    mut socket: Socket,
    mut wanted: mpsc::UnboundedReceiver<ToJanus>,
) -> String {
    loop {
        tokio::select! {
            message = socket.next() => match message {
                Some(Ok(Message::Text(text))) => {
                    let text: Arc<str> = Arc::from(text.as_str());
                    server.janus_message(upstream, transport, text);
                }
                Some(Ok(Message::Close(_))) | None => return "Janus has closed it".to_owned(),
                Some(Ok(_)) => server.act(|gateway, now| gateway.janus_alive(now, upstream, transport)),
                Some(Err(error)) => return error.to_string(),
            },
            first = wanted.recv() => {
                let mut next = first;
                while let Some(what) = next {
                    let sent = match what {
                        ToJanus::Send(text) => socket.feed(Message::text(text)).await,
                        ToJanus::Probe => socket.feed(Message::Ping(Vec::new().into())).await,
                        ToJanus::Close => {
                            // It is over in either case.
                            let _ = socket.close(None).await;
                            return "closed".to_owned();
                        }
                    };
                    if let Err(error) = sent {
                        return error.to_string();
                    }
                    next = wanted.try_recv().ok();
                }
                if let Err(error) = socket.flush().await {
                    return error.to_string();
                }
            }
        }
    }
}

/// Waits until the connection is no longer wanted.
async fn closed(wanted: &mut mpsc::UnboundedReceiver<ToJanus>) {
    while let Some(what) = wanted.recv().await {
        if matches!(what, ToJanus::Close) {
            return;
        }
    }
}
