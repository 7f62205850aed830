//! The line in use, opened in the way that its address asks for.

use std::rc::Rc;
use std::sync::Arc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

use super::http_web::Http;
use super::message_web::field;
use super::receiver_web::{Receiver, receiver};
use super::task_web::{Inbox, Options};
use super::websocket_web::Socket;
use super::{TransportSink, Capabilities, Transmit};
use crate::config::{Address, Config};
use crate::engine::{TransportId, RequestId};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;

#[wasm_bindgen(module = "/src/driver/task_web.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = openHere)]
    fn open_here(url: &str, protocol: &str) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen(module = "/src/driver/text_web.js")]
extern "C" {
    #[wasm_bindgen(js_name = isUrl)]
    fn is_url(text: &str) -> bool;
    #[wasm_bindgen(js_name = withoutUrls)]
    fn without_urls(text: &str) -> String;
}

pub(super) struct Lines {
    config: Arc<Config>,
    open: Option<Function>,
    on_trap: Option<Function>,
    inbox: Rc<dyn Inbox>,
    line: Option<Open>,
}

struct Open {
    line: TransportId,
    way: Way,
    receiver: Receiver,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.receiver.forget();
    }
}

enum Way {
    Socket(Socket),
    Http(Http),
}

impl Drop for Way {
    fn drop(&mut self) {
        match self {
            Self::Socket(socket) => socket.drop(),
            Self::Http(http) => http.abort(),
        }
    }
}

impl Lines {
    pub(super) fn new(config: Arc<Config>, options: Options, inbox: Rc<dyn Inbox>) -> Self {
        Self { config, open: options.open, on_trap: options.on_trap, inbox, line: None }
    }

    pub(super) fn drop_line(&mut self) {
        self.line = None;
    }

    fn way(&self, of: TransportId) -> Option<&Way> {
        self.line.as_ref().filter(|open| open.line == of).map(|open| &open.way)
    }

    fn begin(&self, address: &Address) -> Result<JsValue> {
        address.scheme()?;
        let (url, protocol) = (address.url(), self.config.api.subprotocol());
        let limit = self.config.max_message_size as f64;
        let begun = match &self.open {
            Some(open) => open.call3(&JsValue::UNDEFINED, &url.into(), &protocol.into(), &limit.into()),
            None => open_here(url, protocol),
        };
        begun.map_err(|thrown| unusable(address, &thrown))
    }
}

/// The error of a transport connection that could not be created.
fn unusable(address: &Address, thrown: &JsValue) -> Error {
    let text = |name| field(thrown, name).and_then(|value| value.as_string());
    let code = match text("code").as_deref() {
        Some("unsupported") => Some(ErrorCode::Unsupported),
        Some("connect_failed") => Some(ErrorCode::ConnectFailed),
        Some("invalid_config") => Some(ErrorCode::InvalidConfig),
        _ => None,
    };
    let message = text("message").unwrap_or_default();
    match code {
        // The package's own text.
        Some(ErrorCode::InvalidConfig) => {
            Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL: {message}", address.shown()))
        }
        Some(code) => Error::new(code, message),
        None if is_url(address.url()) => {
            let text = format!(
                "{}: the transport could not be created: {}",
                address.shown(),
                without_urls(&message)
            );
            Error::new(ErrorCode::InvalidConfig, text)
        }
        None => Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL", address.shown())),
    }
}

impl TransportSink for Lines {
    fn properties(&self) -> Capabilities {
        let way = self.line.as_ref().map(|open| &open.way);
        let by_http = matches!(way, Some(Way::Http(_)));
        let max_message = match way {
            Some(Way::Socket(socket)) => socket.max_message() as usize,
            _ => self.config.max_message_size,
        };
        Capabilities {
            keeps_order: true,
            reports_close: !by_http,
            loses_sessions: !by_http,
            can_probe: !by_http,
            claims: !by_http,
            queues: by_http,
            max_message: Some(max_message),
        }
    }

    fn open(&mut self, line: TransportId, address: &Address) -> Result<()> {
        self.line = None;
        let begun = self.begin(address)?;
        let receiver = receiver(line, &self.inbox, self.on_trap.clone());
        let way = match begun.dyn_into::<AbortController>() {
            Ok(ending) => Way::Http(
                Http::open(address, &self.config, receiver.clone(), ending)
                    .map_err(|thrown| unusable(address, &thrown))?,
            ),
            Err(socket) => Way::Socket(Socket::new(&socket, &receiver, self.config.max_message_size as f64)),
        };
        self.line = Some(Open { line, way, receiver });
        Ok(())
    }

    fn close(&mut self, line: TransportId) {
        match self.way(line) {
            Some(Way::Socket(socket)) => socket.close(),
            Some(Way::Http(http)) => http.close(),
            None => {}
        }
    }

    fn send(&mut self, line: TransportId, request: RequestId, transmit: Transmit) -> Result<()> {
        let Some(way) = self.way(line) else { return Ok(()) };
        let mut head = String::with_capacity(192);
        transmit.write_head(&mut head);
        let excess = match way {
            Way::Socket(socket) => socket.send(request.get() as f64, &head, transmit.members) as usize,
            Way::Http(http) => {
                http.send(request, (transmit.session, transmit.handle), &head, transmit.members)
            }
        };
        if excess > 0 {
            let limit = self.properties().max_message.unwrap_or_default();
            let text = format!("the request has {excess} bytes, the limit is {limit}");
            return Err(Error::new(ErrorCode::MessageTooLarge, text));
        }
        Ok(())
    }

    fn cancel(&mut self, line: TransportId, request: RequestId) {
        match self.way(line) {
            Some(Way::Socket(socket)) => socket.cancel(request.get() as f64),
            Some(Way::Http(http)) => http.cancel(request),
            None => {}
        }
    }

    fn probe(&mut self, line: TransportId) {
        if let Some(Way::Socket(socket)) = self.way(line) {
            socket.ping();
        }
    }

    fn read(&mut self, line: TransportId, on: bool) {
        match self.way(line) {
            Some(Way::Socket(socket)) => socket.read(on),
            Some(Way::Http(http)) => http.read(on),
            None => {}
        }
    }

    fn session_opened(&mut self, id: SessionId) {
        if let Some(Way::Http(http)) = self.line.as_ref().map(|open| &open.way) {
            http.begin_to_poll(id);
        }
    }

    fn session_ended(&mut self, id: SessionId) {
        if let Some(Way::Http(http)) = self.line.as_ref().map(|open| &open.way) {
            http.end_poll(id);
        }
    }
}
