//! Chooses the transport by the scheme of the address.

use std::sync::Arc;
use std::task::{Context, Poll};

use super::unix::Unix;
use super::websocket::WebSocket;
use super::{Transport, TransportEvent, TransportOptions};
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::transport::{Capabilities, Transmit, TransportSink};

/// The transport of the current address; the next address may have another.
pub(crate) struct Connector {
    config: Arc<Config>,
    options: TransportOptions,
    current: Option<Box<dyn Transport + Send>>,
}

impl Connector {
    pub(crate) const fn new(config: Arc<Config>, options: TransportOptions) -> Self {
        Self { config, options, current: None }
    }

    fn transport_for(&self, address: &Address) -> Result<Box<dyn Transport + Send>> {
        let (config, tls) = (Arc::clone(&self.config), self.options.tls.clone());
        Ok(match address.scheme()? {
            "ws" | "wss" | "ws+unix" => Box::new(WebSocket::new(config, tls)),
            "file" | "unix" => Box::new(Unix::new(config)),
            #[cfg(feature = "http")]
            "http" | "https" => Box::new(super::http::Http::new(config, tls)),
            scheme => return Err(unknown(scheme)),
        })
    }
}

fn unknown(scheme: &str) -> Error {
    let more = match scheme {
        "http" | "https" if !cfg!(feature = "http") => "enable the feature http of bifrons",
        _ => "the schemes are ws, wss, ws+unix, file, unix, and with the feature http also http and https",
    };
    Error::new(ErrorCode::Unsupported, format!("this build has no transport for {scheme}://; {more}"))
}

impl TransportSink for Connector {
    fn capabilities(&self) -> Capabilities {
        match &self.current {
            Some(transport) => transport.capabilities(),
            None => Capabilities { can_probe: false, claims: true, queues: false },
        }
    }

    fn open(&mut self, id: TransportId, address: &Address) -> Result<()> {
        self.current = None;
        let mut transport = self.transport_for(address)?;
        transport.open(id, address)?;
        self.current = Some(transport);
        Ok(())
    }

    fn close(&mut self, id: TransportId) {
        if let Some(transport) = &mut self.current {
            transport.close(id);
        }
    }

    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        match &mut self.current {
            Some(transport) => transport.send(id, request, transmit),
            None => Ok(()), // its end is being reported
        }
    }

    fn cancel(&mut self, id: TransportId, request: RequestId) {
        if let Some(transport) = &mut self.current {
            transport.cancel(id, request);
        }
    }

    fn probe(&mut self, id: TransportId) {
        if let Some(transport) = &mut self.current {
            transport.probe(id);
        }
    }

    fn read(&mut self, id: TransportId, on: bool) {
        if let Some(transport) = &mut self.current {
            transport.read(id, on);
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

impl Transport for Connector {
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
