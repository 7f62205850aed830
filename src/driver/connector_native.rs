//! The native transports as one: the address's scheme chooses.

use std::sync::Arc;
use std::task::{Context, Poll};

use super::clock_native::TokioClock;
use super::local::Unix;
use super::task::{Task, Transport, TransportEvent, Wake};
use super::tls_native::Tls;
use super::websocket_native::WebSocket;
use super::{Core, OutputSink, Engine, TransportSink, Capabilities, Transmit};
use crate::config::{Address, Config};
use crate::engine::{TransportId, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;

/// What the transports need to know beside the configuration.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Whom to trust on `wss://` and `https://`.
    pub tls: Tls,
}

/// Connects `engine` to its server, with a driver on the tokio runtime that calls this.
///
/// # Errors
/// [`ErrorCode::Unsupported`] outside of a tokio runtime.
pub fn spawn<D>(engine: Engine, sink: D, options: Options) -> Result<Arc<Core<D>>>
where
    D: OutputSink + Send + 'static,
    D::Deferred: Send + Unpin,
{
    let runtime = tokio::runtime::Handle::try_current().map_err(|error| {
        let text = "connect() needs a tokio runtime; use connect_with() under another executor";
        Error::new(ErrorCode::Unsupported, text).with_source(error)
    })?;
    let clock = TokioClock::new();
    let transport = ByScheme { config: Arc::clone(engine.config()), options, current: None };
    let core = Arc::new(Core::new(engine, sink, Wake::new(&clock)));
    runtime.spawn(Task::new(Arc::clone(&core), transport, clock));
    Ok(core)
}

/// The transport of the line in use; the next line may have another.
struct ByScheme {
    config: Arc<Config>,
    options: Options,
    current: Option<Box<dyn Transport + Send>>,
}

impl ByScheme {
    fn transport_for(&self, address: &Address) -> Result<Box<dyn Transport + Send>> {
        let (config, tls) = (Arc::clone(&self.config), self.options.tls.clone());
        Ok(match address.scheme()? {
            "ws" | "wss" | "ws+unix" => Box::new(WebSocket::new(config, tls)),
            "file" | "unix" => Box::new(Unix::new(config)),
            #[cfg(feature = "http")]
            "http" | "https" => Box::new(super::Http::new(config, tls)),
            scheme => return Err(unknown(scheme)),
        })
    }
}

fn unknown(scheme: &str) -> Error {
    let more = match scheme {
        "http" | "https" if !cfg!(feature = "http") => "enable the feature http of bifrons",
        _ => "there are ws, wss, ws+unix, file, unix, and with the feature http also http and https",
    };
    Error::new(ErrorCode::Unsupported, format!("this build has no transport for {scheme}://; {more}"))
}

impl TransportSink for ByScheme {
    fn properties(&self) -> Capabilities {
        match &self.current {
            Some(transport) => transport.properties(),
            None => Capabilities {
                keeps_order: true,
                reports_close: true,
                loses_sessions: true,
                can_probe: false,
                claims: true,
                queues: false,
                max_message: Some(self.config.max_message_size),
            },
        }
    }

    fn open(&mut self, line: TransportId, address: &Address) -> Result<()> {
        self.current = None;
        let mut transport = self.transport_for(address)?;
        transport.open(line, address)?;
        self.current = Some(transport);
        Ok(())
    }

    fn close(&mut self, line: TransportId) {
        if let Some(transport) = &mut self.current {
            transport.close(line);
        }
    }

    fn send(&mut self, line: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        match &mut self.current {
            Some(transport) => transport.send(line, request, transmit),
            None => Ok(()), // its end is being told
        }
    }

    fn cancel(&mut self, line: TransportId, request: RequestId) {
        if let Some(transport) = &mut self.current {
            transport.cancel(line, request);
        }
    }

    fn probe(&mut self, line: TransportId) {
        if let Some(transport) = &mut self.current {
            transport.probe(line);
        }
    }

    fn read(&mut self, line: TransportId, on: bool) {
        if let Some(transport) = &mut self.current {
            transport.read(line, on);
        }
    }

    fn session_opened(&mut self, id: SessionId) {
        if let Some(transport) = &mut self.current {
            transport.session_opened(id);
        }
    }

    fn session_ended(&mut self, id: SessionId) {
        if let Some(transport) = &mut self.current {
            transport.session_ended(id);
        }
    }
}

impl Transport for ByScheme {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        match &mut self.current {
            Some(transport) => transport.poll_event(cx),
            None => Poll::Pending,
        }
    }

    fn poll_flush(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.current {
            Some(transport) => transport.poll_flush(cx),
            None => Poll::Ready(()),
        }
    }
}

/// A request as it goes on the wire.
pub(super) fn request_text(transmit: &Transmit, limit: usize) -> Result<String> {
    let text = transmit.text();
    if text.len() > limit {
        let message = format!("the request has {} bytes, the limit is {limit}", text.len());
        return Err(Error::new(ErrorCode::MessageTooLarge, message));
    }
    Ok(text)
}
