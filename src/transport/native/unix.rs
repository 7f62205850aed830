//! Unix sockets as Janus's pfunix transport has them: SOCK_DGRAM and SOCK_SEQPACKET.

use std::collections::VecDeque;
use std::io::{self, ErrorKind};
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use socket2::{Domain, SockAddr, Socket, Type};
use tokio::io::ReadBuf;
use tokio::net::{UnixDatagram, UnixStream};
use tokio_tungstenite::tungstenite::Bytes;

use super::request_text;
use super::stream::ByteStream;
use super::url::SocketUrl;
use super::{Text, Transport, TransportEvent, random_seed};
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::{Capabilities, Transmit, TransportSink};
use crate::wire::Malformed;

/// Janus reads a message into 8,192 bytes, the last of which is its own.
const LONGEST_REQUEST: usize = 8191;

/// More than a kernel lets Janus send at a time, unless its limits were raised.
const READ_BUFFER: usize = 256 << 10;

/// Checks that there are Unix sockets.
#[allow(clippy::unnecessary_wraps, reason = "a build or a platform may have none")]
pub(super) const fn check_supported() -> Result<()> {
    Ok(())
}

/// Opens a stream, for a WebSocket to run over.
pub(super) async fn connect(path: &str) -> io::Result<Box<dyn ByteStream>> {
    Ok(Box::new(UnixStream::connect(path).await?))
}

/// A Unix socket to Janus: `file:///path` for one of type `SOCK_DGRAM`, `unix:///path` for
/// one of type `SOCK_SEQPACKET`.
///
/// Janus accepts no datagram over 8,191 bytes: a longer request is refused here, without ending the connection.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct Unix {
    config: Arc<Config>,
    state: State,
    /// What the kernel did not take yet.
    unsent: VecDeque<(RequestId, String)>,
    /// Sent requests that are not reported yet.
    sent: VecDeque<(TransportId, RequestId)>,
    inbox: Vec<u8>,
    reading: bool,
}

enum State {
    Idle,
    /// Open, which is not reported yet.
    Opened(TransportId, Open),
    Open(TransportId, Open),
    /// Closed, which is not reported yet.
    Broken(TransportId, Error),
}

struct Open {
    /// Tokio has no type for SOCK_SEQPACKET, which sends and receives the same way.
    socket: UnixDatagram,
    /// Where Janus sends datagrams to.
    _own_path: Option<OwnPath>,
}

/// A socket's file, removed in the end.
struct OwnPath(PathBuf);

impl Drop for OwnPath {
    fn drop(&mut self) {
        // An error here can be reported to no one.
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Unix {
    /// A transport for a connection with this configuration.
    #[must_use]
    pub const fn new(config: Arc<Config>) -> Self {
        Self {
            config,
            state: State::Idle,
            unsent: VecDeque::new(),
            sent: VecDeque::new(),
            inbox: Vec::new(),
            reading: true,
        }
    }

    fn limit(&self) -> usize {
        self.config.max_message_size.min(LONGEST_REQUEST)
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        let State::Open(id, open) = &mut self.state else { return Poll::Pending };
        let id = *id;
        self.inbox.resize(READ_BUFFER, 0);
        let mut buffer = ReadBuf::new(&mut self.inbox);
        let read = ready!(open.socket.poll_recv(cx, &mut buffer));
        let (bytes, cut) = (buffer.filled(), buffer.remaining() == 0);
        Poll::Ready(match read {
            Err(error) => self.fell(id, error),
            // Neither type has empty messages: the other end is gone.
            Ok(()) if bytes.is_empty() => self.fell(id, ErrorKind::ConnectionReset.into()),
            Ok(()) if cut => TransportEvent::Malformed(id, Malformed::NotJson),
            Ok(()) => match Text::of_bytes(Bytes::copy_from_slice(bytes)) {
                Some(text) => TransportEvent::Message(id, text),
                None => TransportEvent::Malformed(id, Malformed::NotJson),
            },
        })
    }

    fn fell(&mut self, id: TransportId, error: io::Error) -> TransportEvent {
        self.state = State::Idle;
        self.unsent.clear();
        TransportEvent::Closed(id, lost(error))
    }
}

impl TransportSink for Unix {
    fn capabilities(&self) -> Capabilities {
        Capabilities { can_probe: false, claims: true, queues: true }
    }

    fn open(&mut self, id: TransportId, address: &Address) -> Result<()> {
        let kind = if address.scheme()? == "file" { Type::DGRAM } else { Type::SEQPACKET };
        let open = open(kind, &SocketUrl::of(address)?.path).map_err(not_connected)?;
        self.state = State::Opened(id, open);
        self.reading = true;
        Ok(())
    }

    fn close(&mut self, id: TransportId) {
        match &self.state {
            State::Opened(of, _) if *of == id => self.state = State::Idle,
            State::Open(of, _) if *of == id => {
                let error = Error::new(ErrorCode::ConnectionLost, "the connection was closed");
                self.state = State::Broken(id, error);
            }
            _ => {}
        }
        self.unsent.clear();
    }

    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        if matches!(&self.state, State::Open(of, _) if *of == id) {
            self.unsent.push_back((request, request_text(&transmit, self.limit())?));
        }
        Ok(())
    }

    fn cancel(&mut self, _: TransportId, request: RequestId) {
        self.unsent.retain(|(held, _)| *held != request);
    }

    fn probe(&mut self, _: TransportId) {}

    fn read(&mut self, _: TransportId, on: bool) {
        self.reading = on;
    }
}

impl Transport for Unix {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        // Before the responses to them.
        if let Some((id, request)) = self.sent.pop_front() {
            return Poll::Ready(TransportEvent::Sent(id, request));
        }
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Opened(id, open) => {
                self.state = State::Open(id, open);
                Poll::Ready(TransportEvent::Opened(id))
            }
            State::Broken(id, error) => Poll::Ready(TransportEvent::Closed(id, error)),
            other => {
                self.state = other;
                if self.reading { self.poll_read(cx) } else { Poll::Pending }
            }
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let State::Open(id, open) = &mut self.state else { return Poll::Ready(()) };
        while let Some((request, text)) = self.unsent.front() {
            if let Err(error) = ready!(open.socket.poll_send(cx, text.as_bytes())) {
                self.state = State::Broken(*id, lost(error));
                self.unsent.clear();
                break;
            }
            self.sent.push_back((*id, *request));
            self.unsent.pop_front();
        }
        Poll::Ready(())
    }
}

fn open(kind: Type, path: &str) -> io::Result<Open> {
    let socket = Socket::new(Domain::UNIX, kind, None)?;
    socket.set_nonblocking(true)?;
    let mut own_path = None;
    if kind == Type::DGRAM {
        let own = std::env::temp_dir().join(format!("bifrons-{}-{:016x}", std::process::id(), random_seed()));
        socket.bind(&SockAddr::unix(&own)?)?;
        own_path = Some(OwnPath(own));
    }
    socket.connect(&SockAddr::unix(path)?)?;
    if let Some(OwnPath(own)) = &own_path {
        open_to_janus(own)?;
    }
    let socket = std::os::unix::net::UnixDatagram::from(OwnedFd::from(socket));
    Ok(Open { socket: UnixDatagram::from_std(socket)?, _own_path: own_path })
}

/// Janus mostly runs as a user of its own. Once connected, the socket takes nothing from
/// another user.
fn open_to_janus(own: &Path) -> io::Result<()> {
    std::fs::set_permissions(own, std::fs::Permissions::from_mode(0o666))
}

fn not_connected(error: io::Error) -> Error {
    const WRONG_TYPE: i32 = 91; // EPROTOTYPE on Linux, which has no kind of its own
    let hint = match error.raw_os_error() {
        Some(WRONG_TYPE) => "; file:// is for a SOCK_DGRAM socket, unix:// for a SOCK_SEQPACKET one",
        _ => "",
    };
    let text = format!("no connection to Janus's socket{hint}");
    Error::new(ErrorCode::ConnectFailed, text).with_source(error)
}

fn lost(error: io::Error) -> Error {
    Error::new(ErrorCode::ConnectionLost, "the connection was lost").with_source(error)
}
