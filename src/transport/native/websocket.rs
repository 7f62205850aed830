//! WebSocket over TCP, TLS or a Unix socket, by tokio-tungstenite.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::{Sink, Stream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::error::{CapacityError, ProtocolError};
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::http::header::{AUTHORIZATION, SEC_WEBSOCKET_PROTOCOL};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Bytes, Error as WsError, Message as Frame};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::stream::ByteStream;
use super::streams::{Endpoint, Opening, Streams};
use super::tls::Tls;
use super::url::{ServerUrl, SocketUrl};
use super::{BoxFuture, Text, Transport, TransportEvent, request_text};
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::{Capabilities, Transmit, TransportSink};
use crate::wire::Malformed;

type Socket = WebSocketStream<Box<dyn ByteStream>>;
type Handshake = BoxFuture<Result<Socket>>;

/// How much is read at a time; sockets are many, and most are quiet.
const READ_BUFFER: usize = 16 << 10;

/// A WebSocket to Janus.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct WebSocket {
    config: Arc<Config>,
    streams: Streams,
    state: State,
    reading: bool,
    /// Something was sent since the last flush.
    unflushed: bool,
}

enum State {
    Idle,
    Opening(TransportId, Handshake),
    Open(TransportId, Box<Socket>),
    Closing(TransportId, Box<Socket>),
    /// A transport connection that failed on sending, which is not reported yet.
    Broken(TransportId, Error),
}

impl WebSocket {
    /// A transport for a connection with this configuration.
    #[must_use]
    pub const fn new(config: Arc<Config>, tls: Tls) -> Self {
        Self::with(config, Streams::Tokio(tls))
    }

    /// A transport over streams that `open` returns: of another executor than tokio, or through a proxy.
    ///
    /// The addresses are `ws://` and `wss://`; for those with TLS ([`Endpoint::tls`]) the stream must be an encrypted one.
    /// An error of `open` ends the attempt to connect, as a refused connection does.
    /// `examples/smol.rs` uses it with [`SleepClock`](crate::driver::SleepClock).
    #[cfg(feature = "futures-io")]
    pub fn over<S, F>(config: Arc<Config>, open: impl Fn(Endpoint) -> F + Send + 'static) -> Self
    where
        S: futures_io::AsyncRead + futures_io::AsyncWrite + Send + Unpin + 'static,
        F: Future<Output = io::Result<S>> + Send + 'static,
    {
        Self::with(config, Streams::own(open))
    }

    const fn with(config: Arc<Config>, streams: Streams) -> Self {
        Self { config, streams, state: State::Idle, reading: true, unflushed: false }
    }

    fn start_send(&mut self, frame: Frame) {
        if let State::Open(id, socket) = &mut self.state {
            self.unflushed = true;
            if let Err(error) = Pin::new(&mut **socket).start_send(frame) {
                self.state = State::Broken(*id, lost(error));
            }
        }
    }

    fn poll_open(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        let State::Opening(id, handshake) = &mut self.state else { return Poll::Pending };
        let id = *id;
        match handshake.as_mut().poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(socket)) => {
                self.state = State::Open(id, Box::new(socket));
                self.reading = true;
                Poll::Ready(TransportEvent::Opened(id))
            }
            Poll::Ready(Err(error)) => {
                self.state = State::Idle;
                Poll::Ready(TransportEvent::Closed(id, error))
            }
        }
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        loop {
            let (State::Open(id, socket) | State::Closing(id, socket)) = &mut self.state else {
                return Poll::Pending;
            };
            let id = *id;
            let event = match std::task::ready!(Pin::new(&mut **socket).poll_next(cx)) {
                Some(Ok(Frame::Text(text))) => TransportEvent::Message(id, Text::of_socket(text)),
                Some(Ok(Frame::Binary(_))) => TransportEvent::Malformed(id, Malformed::NotJson),
                Some(Ok(Frame::Ping(_) | Frame::Pong(_))) => {
                    // The pong waits for a flush.
                    self.unflushed = true;
                    TransportEvent::Alive(id)
                }
                Some(Ok(Frame::Close(_) | Frame::Frame(_))) => continue,
                Some(Err(error)) => self.fell(id, lost(error)),
                None => {
                    self.fell(id, Error::new(ErrorCode::ConnectionLost, "the server closed the connection"))
                }
            };
            return Poll::Ready(event);
        }
    }

    fn fell(&mut self, id: TransportId, error: Error) -> TransportEvent {
        self.state = State::Idle;
        TransportEvent::Closed(id, error)
    }
}

impl TransportSink for WebSocket {
    fn capabilities(&self) -> Capabilities {
        Capabilities { can_probe: true, claims: true, queues: false }
    }

    fn open(&mut self, id: TransportId, address: &Address) -> Result<()> {
        let (request, stream) = request_for(address, &self.config, &self.streams)?;
        let limits = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .max_message_size(Some(self.config.max_message_size))
            .max_frame_size(Some(self.config.max_message_size));
        let handshake = async move {
            let stream = stream.await.map_err(|error| not_connected(WsError::Io(error)))?;
            match client_async_with_config(request, stream, Some(limits)).await {
                Ok((socket, _)) => Ok(socket),
                Err(error) => Err(not_connected(error)),
            }
        };
        self.state = State::Opening(id, Box::pin(handshake));
        Ok(())
    }

    fn close(&mut self, id: TransportId) {
        self.state = match std::mem::replace(&mut self.state, State::Idle) {
            State::Open(of, socket) if of == id => {
                self.unflushed = true;
                State::Closing(id, socket)
            }
            State::Opening(of, _) if of == id => State::Idle,
            other => other,
        };
    }

    fn send(&mut self, id: TransportId, _: RequestId, transmit: Transmit) -> Result<()> {
        if !matches!(&self.state, State::Open(of, _) if *of == id) {
            return Ok(()); // its end is being reported
        }
        let text = request_text(&transmit, self.config.max_message_size)?;
        self.start_send(Frame::Text(text.into()));
        Ok(())
    }

    fn probe(&mut self, _: TransportId) {
        self.start_send(Frame::Ping(Bytes::new()));
    }

    fn read(&mut self, _: TransportId, on: bool) {
        self.reading = on;
    }
}

impl Transport for WebSocket {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        match &self.state {
            State::Idle => Poll::Pending,
            State::Opening(..) => self.poll_open(cx),
            State::Open(..) if !self.reading => Poll::Pending,
            State::Open(..) | State::Closing(..) => self.poll_read(cx),
            State::Broken(..) => {
                let State::Broken(id, error) = std::mem::replace(&mut self.state, State::Idle) else {
                    return Poll::Pending;
                };
                Poll::Ready(TransportEvent::Closed(id, error))
            }
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if !self.unflushed {
            return Poll::Ready(());
        }
        let flushed = match &mut self.state {
            State::Open(_, socket) => std::task::ready!(Pin::new(&mut **socket).poll_flush(cx)),
            State::Closing(_, socket) => std::task::ready!(Pin::new(&mut **socket).poll_close(cx)),
            _ => Ok(()),
        };
        self.unflushed = false;
        if let (Err(error), State::Open(id, _)) = (flushed, &self.state) {
            self.state = State::Broken(*id, lost(error));
        }
        Poll::Ready(())
    }
}

fn request_for(address: &Address, config: &Config, streams: &Streams) -> Result<(Request, Opening)> {
    let scheme = address.scheme()?;
    let (url, opening, credentials) = if scheme == "ws+unix" {
        let socket = SocketUrl::of(address)?;
        (format!("ws://localhost{}", socket.request()), streams.open_unix(socket.path)?, None)
    } else {
        let server = ServerUrl::of(address)?;
        let url = format!("{scheme}://{}{}{}", server.authority(), server.path(), server.query());
        (url, streams.open(Endpoint::of(scheme, &server))?, server.credentials)
    };
    let mut request = url.into_client_request().map_err(|error| {
        Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL", address.shown()))
            .with_source(error)
    })?;
    let headers = request.headers_mut();
    headers.insert(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(config.api.subprotocol()));
    if let Some(credentials) = credentials {
        headers.insert(AUTHORIZATION, basic_credentials(&credentials)?);
    }
    Ok((request, opening))
}

/// The header's value for `user:password`.
pub(super) fn basic_credentials(credentials: &str) -> Result<HeaderValue> {
    let credentials = format!("Basic {}", data_encoding::BASE64.encode(credentials.as_bytes()));
    let mut value = HeaderValue::from_str(&credentials).map_err(|_| {
        Error::new(ErrorCode::InvalidConfig, "the user name or password in the URL is not usable")
    })?;
    value.set_sensitive(true);
    Ok(value)
}

fn not_connected(error: WsError) -> Error {
    let text = match &error {
        WsError::Http(response) => format!(
            "the server responded with HTTP {} instead of opening a WebSocket; is this Janus's WebSocket port?",
            response.status().as_u16()
        ),
        WsError::Protocol(ProtocolError::HandshakeIncomplete) | WsError::ConnectionClosed => {
            "the server hung up during the handshake; is this the port of the API that was asked for?"
                .to_owned()
        }
        WsError::Protocol(ProtocolError::SecWebSocketSubProtocolError(_)) => {
            "the server does not speak Janus's subprotocol; is this the port of the API that was asked for?"
                .to_owned()
        }
        // So tokio-rustls passes the errors of rustls on.
        WsError::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
            "the server's TLS can't be trusted, or it has none".to_owned()
        }
        WsError::Io(_) => "no connection to the server".to_owned(),
        _ => "no WebSocket to the server".to_owned(),
    };
    with_cause(Error::new(ErrorCode::ConnectFailed, text), error)
}

fn lost(error: WsError) -> Error {
    let (code, text) = match &error {
        WsError::Capacity(CapacityError::MessageTooLong { size, max_size }) => (
            ErrorCode::ProtocolViolation,
            format!("the server sent a message of {size} bytes; the limit is {max_size}"),
        ),
        WsError::Utf8(_) => (ErrorCode::ProtocolViolation, "the server sent invalid UTF-8".to_owned()),
        WsError::Protocol(ProtocolError::ResetWithoutClosingHandshake) => {
            (ErrorCode::ConnectionLost, "the connection was lost".to_owned())
        }
        WsError::Protocol(_) => {
            (ErrorCode::ProtocolViolation, "the server violated the WebSocket protocol".to_owned())
        }
        _ => (ErrorCode::ConnectionLost, "the connection was lost".to_owned()),
    };
    with_cause(Error::new(code, text), error)
}

/// Adds the cause as the source. Tungstenite's error repeats the text of the error in it, so that one is the source.
fn with_cause(error: Error, cause: WsError) -> Error {
    match cause {
        // A response may repeat the request, with the user's password in it.
        WsError::Http(_) => error,
        WsError::Io(cause) => error.with_source(cause),
        WsError::Protocol(cause) => error.with_source(cause),
        WsError::Capacity(cause) => error.with_source(cause),
        WsError::Tls(cause) => error.with_source(cause),
        WsError::HttpFormat(cause) => error.with_source(cause),
        WsError::Url(cause) => error.with_source(cause),
        cause => error.with_source(cause),
    }
}
