//! The WebSocket of a page.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::{SinkExt, StreamExt};
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

use super::driver::{Kept, OpenPage, Queued, ToPage};
use super::{Routes, Server, bearer};
use crate::core::relay::{CloseCode, PageId};
use crate::listening::Listen;
use crate::listening::connections::Connection;

/// The subprotocol of Janus's API.
const PROTOCOL: &str = "janus-protocol";

/// tungstenite's own buffer of 128 KB a connection is most of a page's memory; with this one the speed is the same.
const READ_BUFFER: usize = 4 << 10;

/// What waits together goes out together, up to so much.
const WRITE_BUFFER: usize = 16 << 10;

/// How long the close of a connection may take.
const CLOSE_LIMIT: Duration = Duration::from_secs(5);

type Socket = WebSocketStream<TokioIo<hyper::upgrade::Upgraded>>;

/// What stands before a token among the subprotocols: a browser can't send a header.
const TOKEN_PROTOCOL: &str = "bifrons.token.";

pub(super) async fn upgrade(State(routes): State<Routes>, mut request: Request) -> Response {
    let Some(key) = websocket_key(request.headers()) else {
        return (StatusCode::UPGRADE_REQUIRED, "this address speaks Janus's API by WebSocket\n")
            .into_response();
    };
    if !protocols(request.headers()).any(|protocol| protocol == PROTOCOL) {
        return (StatusCode::BAD_REQUEST, "the subprotocol janus-protocol is missing\n").into_response();
    }
    if routes.server.is_draining() {
        return (StatusCode::SERVICE_UNAVAILABLE, "the gateway is shutting down; connect again\n")
            .into_response();
    }
    let token = token(request.headers()).map(str::to_owned);
    let address = routes.sender(request.extensions(), request.headers());
    let Some(upgrade) = request.extensions_mut().remove::<OnUpgrade>() else {
        return (StatusCode::UPGRADE_REQUIRED, "the connection can't be upgraded\n").into_response();
    };
    let accept = derive_accept_key(key.as_bytes());
    // It counts until the WebSocket ends.
    let connection = request.extensions_mut().remove::<Arc<Connection>>();
    tokio::spawn(async move {
        let _connection = connection;
        let Ok(upgraded) = upgrade.await else { return };
        let Routes { server, listen } = routes;
        let longest = server.settings().limits.page.message_bytes;
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(WRITE_BUFFER)
            .max_message_size(Some(longest))
            .max_frame_size(Some(longest));
        let socket =
            WebSocketStream::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(config)).await;
        // A page can read the code of a close, and not the status of an upgrade that is refused.
        if let Err(refusal) = server.act(|gateway, now| gateway.admit(now, address)) {
            tracing::debug!(%address, reason = %refusal.reason, "a page is refused");
            return close(socket, 1013, "too many connections from this address; try again later").await;
        }
        let OpenPage { page, actions, queued, left } =
            server.open_page(|gateway, now, page| gateway.page_opened(now, page, address, token.as_deref()));
        tokio::select! {
            () = run(&server, &listen, page, socket, actions, &queued) => {}
            _ = left => {}
        }
        server.close_page(page);
    });
    let headers = [
        (header::CONNECTION, HeaderValue::from_static("Upgrade")),
        (header::UPGRADE, HeaderValue::from_static("websocket")),
        (header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(PROTOCOL)),
    ];
    let Ok(accept) = HeaderValue::try_from(accept) else { return StatusCode::BAD_REQUEST.into_response() };
    (StatusCode::SWITCHING_PROTOCOLS, headers, [(header::SEC_WEBSOCKET_ACCEPT, accept)]).into_response()
}

async fn run(
    server: &Arc<Server>,
    listen: &Listen,
    page: PageId,
    mut socket: Socket,
    mut actions: mpsc::UnboundedReceiver<ToPage>,
    queued: &Queued,
) {
    let mut heard = Instant::now();
    let mut next_ping = heard + listen.ping_interval;
    // It is set again only when it is over: a timer for each message would cost more than the message.
    let mut alarm = pin!(sleep_until(next_ping.min(heard + listen.pong_timeout)));
    loop {
        tokio::select! {
            message = socket.next() => match message.inspect(|_| heard = Instant::now()) {
                Some(Ok(Message::Text(text))) => server.page_message(page, &text),
                Some(Ok(Message::Binary(_))) => return close(socket, 1003, "a message is a text").await,
                Some(Ok(Message::Close(_))) | None => return,
                Some(Ok(_)) => {}
                Some(Err(Error::Capacity(_))) => return close(socket, 1009, "a message was too long").await,
                Some(Err(_)) => return,
            },
            () = alarm.as_mut() => {
                if heard.elapsed() >= listen.pong_timeout {
                    return tracing::debug!(page = page.0, "the page gives no sign of life, and is left");
                }
                if next_ping <= Instant::now() {
                    next_ping = Instant::now() + listen.ping_interval;
                    let ping = socket.send(Message::Ping(Vec::new().into()));
                    if !matches!(tokio::time::timeout(server.settings().limits.page.write_within, ping).await, Ok(Ok(()))) {
                        return;
                    }
                }
                alarm.as_mut().reset(next_ping.min(heard + listen.pong_timeout));
            }
            first = actions.recv() => {
                let Some(first) = first else { return };
                let sending = send(&mut socket, first, &mut actions, queued);
                match tokio::time::timeout(server.settings().limits.page.write_within, sending).await {
                    Ok(Ok(None)) => {}
                    Ok(Ok(Some((code, _kept)))) => return close(socket, code.number(), code.reason()).await,
                    Ok(Err(_)) => return,
                    Err(_) => return tracing::warn!(page = page.0, "the page does not read what is sent to it, and is left"),
                }
            }
        }
    }
}

/// Sends all that waits, up to a close.
async fn send(
    socket: &mut Socket,
    first: ToPage,
    actions: &mut mpsc::UnboundedReceiver<ToPage>,
    queued: &Queued,
) -> Result<Option<(CloseCode, Kept)>, Error> {
    let mut next = Some(first);
    while let Some(action) = next {
        match action {
            ToPage::Send(text) => {
                let length = text.len();
                socket.feed(Message::text(text)).await?;
                queued.remove(length);
            }
            ToPage::Close(code, kept) => return Ok(Some((code, kept))),
            ToPage::EndPoll(_) | ToPage::Identified(_) => {}
        }
        next = actions.try_recv().ok();
    }
    socket.flush().await?;
    Ok(None)
}

/// Closes the connection; a page that reads nothing is not waited for.
async fn close(mut socket: Socket, code: u16, reason: &'static str) {
    let frame = CloseFrame { code: code.into(), reason: reason.into() };
    // The page may be gone already.
    let _ = tokio::time::timeout(CLOSE_LIMIT, socket.close(Some(frame))).await;
}

fn websocket_key(headers: &HeaderMap) -> Option<String> {
    let is = |name: header::HeaderName, wanted: &str| {
        let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.flat_map(|value| value.split(',')).any(|word| word.trim().eq_ignore_ascii_case(wanted))
    };
    let is_upgrade = is(header::CONNECTION, "upgrade")
        && is(header::UPGRADE, "websocket")
        && is(header::SEC_WEBSOCKET_VERSION, "13");
    headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| is_upgrade)?.to_str().ok().map(str::to_owned)
}

/// The subprotocols that the page offers.
fn protocols(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let offered =
        headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter().filter_map(|value| value.to_str().ok());
    offered.flat_map(|value| value.split(',')).map(str::trim)
}

fn token(headers: &HeaderMap) -> Option<&str> {
    bearer(headers).or_else(|| protocols(headers).find_map(|protocol| protocol.strip_prefix(TOKEN_PROTOCOL)))
}
