//! Chooses the transport by the scheme of the address.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::prelude::*;

use super::http::Http;
use super::options::TransportOptions;
use super::receiver::{Inbox, Receiver, receiver};
use super::unusable::unusable;
use super::websocket::Socket;
use crate::config::{Address, Config};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::transport::{Capabilities, Transmit, TransportSink};

#[wasm_bindgen(module = "/src/transport/web/connector.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = openHere)]
    fn open_here(url: &str, protocol: &str) -> Result<JsValue, JsValue>;
}

pub(crate) struct Connector {
    config: Arc<Config>,
    options: TransportOptions,
    inbox: Rc<dyn Inbox>,
    open_transport: Option<OpenTransport>,
}

struct OpenTransport {
    id: TransportId,
    active: ActiveTransport,
    receiver: Receiver,
}

impl Drop for OpenTransport {
    fn drop(&mut self) {
        self.receiver.forget();
    }
}

enum ActiveTransport {
    Socket(Socket),
    Http(Http),
}

impl Drop for ActiveTransport {
    fn drop(&mut self) {
        match self {
            Self::Socket(socket) => socket.drop(),
            Self::Http(http) => http.abort(),
        }
    }
}

impl Connector {
    pub(crate) fn new(config: Arc<Config>, options: TransportOptions, inbox: Rc<dyn Inbox>) -> Self {
        Self { config, options, inbox, open_transport: None }
    }

    pub(crate) fn drop_transport(&mut self) {
        self.open_transport = None;
    }

    fn active(&self, of: TransportId) -> Option<&ActiveTransport> {
        self.open_transport.as_ref().filter(|open| open.id == of).map(|open| &open.active)
    }

    fn begin(&self, address: &Address) -> Result<JsValue> {
        address.scheme()?;
        let (url, protocol) = (address.url(), self.config.api.subprotocol());
        let limit = self.config.max_message_size as f64;
        let begun = match &self.options.open {
            Some(open) => open.call3(&JsValue::UNDEFINED, &url.into(), &protocol.into(), &limit.into()),
            None => open_here(url, protocol),
        };
        begun.map_err(|thrown| unusable(address, &thrown))
    }
}

impl TransportSink for Connector {
    fn capabilities(&self) -> Capabilities {
        let by_http =
            matches!(self.open_transport.as_ref().map(|open| &open.active), Some(ActiveTransport::Http(_)));
        Capabilities { can_probe: !by_http, claims: !by_http, queues: by_http }
    }

    fn open(&mut self, id: TransportId, address: &Address) -> Result<()> {
        self.open_transport = None;
        let begun = self.begin(address)?;
        let receiver = receiver(id, &self.inbox, &self.options);
        let http = Http::open(address, &self.config, &self.options.clock, &receiver, &begun);
        let active = match http? {
            Some(http) => ActiveTransport::Http(http),
            None => {
                ActiveTransport::Socket(Socket::new(&begun, &receiver, self.config.max_message_size as f64))
            }
        };
        self.open_transport = Some(OpenTransport { id, active, receiver });
        Ok(())
    }

    fn close(&mut self, id: TransportId) {
        match self.active(id) {
            Some(ActiveTransport::Socket(socket)) => socket.close(),
            Some(ActiveTransport::Http(http)) => http.close(),
            None => {}
        }
    }

    fn send(&mut self, id: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        let Some(active) = self.active(id) else { return Ok(()) };
        let mut head = String::with_capacity(192);
        transmit.write_head(&mut head);
        let excess = match active {
            ActiveTransport::Socket(socket) => {
                socket.send(request.get() as f64, &head, transmit.members) as usize
            }
            ActiveTransport::Http(http) => {
                http.send(request, (transmit.session, transmit.handle), &head, transmit.members)
            }
        };
        if excess > 0 {
            let limit = match active {
                ActiveTransport::Socket(socket) => socket.max_message() as usize,
                ActiveTransport::Http(_) => self.config.max_message_size,
            };
            let text = format!("the request has {excess} bytes, the limit is {limit}");
            return Err(Error::new(ErrorCode::MessageTooLarge, text));
        }
        Ok(())
    }

    fn cancel(&mut self, id: TransportId, request: RequestId) {
        match self.active(id) {
            Some(ActiveTransport::Socket(socket)) => socket.cancel(request.get() as f64),
            Some(ActiveTransport::Http(http)) => http.cancel(request),
            None => {}
        }
    }

    fn probe(&mut self, id: TransportId) {
        if let Some(ActiveTransport::Socket(socket)) = self.active(id) {
            socket.ping();
        }
    }

    fn read(&mut self, id: TransportId, on: bool) {
        match self.active(id) {
            Some(ActiveTransport::Socket(socket)) => socket.read(on),
            Some(ActiveTransport::Http(http)) => http.read(on),
            None => {}
        }
    }

    fn session_opened(&mut self, id: SessionId) {
        if let Some(ActiveTransport::Http(http)) = self.open_transport.as_ref().map(|open| &open.active) {
            http.begin_to_poll(id);
        }
    }

    fn session_ended(&mut self, id: SessionId) {
        if let Some(ActiveTransport::Http(http)) = self.open_transport.as_ref().map(|open| &open.active) {
            http.end_poll(id);
        }
    }
}
