//! The options of the transports of a JavaScript runtime.

use js_sys::Function;

use super::clock::Clock;

/// The options of the transports.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct TransportOptions {
    /// Opens a transport connection. Called for each attempt with the URL, the WebSocket subprotocol of the API, such as
    /// `janus-protocol`, and the maximum size of a message in bytes. It returns a WebSocket or an object of its shape, or
    /// for HTTP the `AbortController` of all requests; or it throws, with the `code` `unsupported` if the scheme has no
    /// transport. `None` for the runtime's WebSocket and `fetch`.
    pub(crate) open: Option<Function>,
    /// Called when WebAssembly traps in a callback, which is a bug that ends the connection. `None` for the console.
    pub(crate) on_trap: Option<Function>,
    /// Called with each message, after whether it is sent or received. `None` for no trace.
    pub(crate) on_wire: Option<Function>,
    /// Called with the key of a handle and an event that need not wait in the engine. `None` if all are to come by it.
    pub(crate) on_event: Option<Function>,
    /// The clock of the connection. The runtime's by default.
    pub(crate) clock: Clock,
}
