//! Connections: those to Janus, and what is checked of those that pages open.

use std::net::IpAddr;
use std::sync::Arc;

use bifrons::engine::{Capabilities, TransportId};
use bifrons::{Error, ErrorCode};
use wasm_bindgen::prelude::*;

use super::core::Core;
use crate::listening::{access, addresses};

#[wasm_bindgen]
impl Core {
    /// A connection to Janus is open.
    #[wasm_bindgen(js_name = janusOpened)]
    pub fn janus_opened(&mut self, now: f64, connection: f64) -> f64 {
        let now = self.at(now);
        if let Some((upstream, transport)) = self.janus.get(connection).copied() {
            let capabilities = Capabilities { can_probe: true, claims: true, queues: false };
            self.gateway.janus_opened(now, upstream, transport, capabilities);
        }
        self.deliver()
    }

    /// A connection to Janus could not be opened, or is closed.
    #[wasm_bindgen(js_name = janusClosed)]
    pub fn janus_closed(&mut self, now: f64, connection: f64, why: &str) -> f64 {
        let now = self.at(now);
        if let Some((upstream, transport)) = self.janus.take(connection) {
            let error = Error::new(ErrorCode::ConnectionLost, format!("no connection to Janus: {why}"));
            self.gateway.janus_closed(now, upstream, transport, error);
        }
        self.deliver()
    }

    /// A message of Janus has come.
    #[wasm_bindgen(js_name = janusMessage)]
    pub fn janus_message(&mut self, now: f64, connection: f64, text: &[u8]) -> f64 {
        let now = self.at(now);
        if let Some((upstream, transport)) = self.janus.get(connection).copied() {
            self.gateway.janus_message(now, upstream, transport, Arc::from(&*String::from_utf8_lossy(text)));
        }
        self.deliver()
    }

    /// Janus has given another sign of life.
    #[wasm_bindgen(js_name = janusAlive)]
    pub fn janus_alive(&mut self, now: f64, connection: f64) -> f64 {
        let now = self.at(now);
        if let Some((upstream, transport)) = self.janus.get(connection).copied() {
            self.gateway.janus_alive(now, upstream, transport);
        }
        self.deliver()
    }

    pub(super) fn connection(&self, of: (usize, TransportId)) -> Option<f64> {
        self.janus.number_of(|connection| *connection == of)
    }

    /// The address of a request's sender: of the connection, or what a trusted proxy says in `X-Forwarded-For`.
    pub fn sender(&self, peer: &str, forwarded: Vec<String>) -> String {
        let lines = forwarded.iter().map(String::as_str);
        let trusted = &self.configuration.listen.trusted_proxies;
        addresses::sender(peer.parse().ok(), lines, trusted).to_string()
    }

    /// Whether pages of the origin may connect.
    #[wasm_bindgen(js_name = isOriginAllowed)]
    pub fn is_origin_allowed(&self, origins: Vec<String>) -> bool {
        access::is_origin_allowed(&self.configuration.listen, origins.iter().map(String::as_str))
    }

    /// Whether the gateway may be addressed by the host name.
    #[wasm_bindgen(js_name = isHostAllowed)]
    pub fn is_host_allowed(&self, hosts: Vec<String>) -> bool {
        access::is_host_allowed(&self.configuration.listen, hosts.iter().map(String::as_str))
    }

    /// Counts a connection from this address, and returns its number; `undefined` if there are as many as there may be.
    #[wasm_bindgen(js_name = openConnection)]
    pub fn open_connection(&mut self, address: &str) -> Option<f64> {
        let unknown = IpAddr::V6(std::net::Ipv6Addr::UNSPECIFIED);
        let connection = self.counts.open(address.parse().unwrap_or(unknown), &self.configuration.listen)?;
        Some(self.connections.add(connection))
    }

    /// A connection that counted is closed.
    #[wasm_bindgen(js_name = closeConnection)]
    pub fn close_connection(&mut self, connection: f64) {
        self.connections.take(connection);
    }
}
