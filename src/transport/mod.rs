//! Transport connections to Janus: WebSocket, HTTP with long polls, Unix sockets, or an application's own.

mod sink;

pub use crate::engine::Capabilities;

cfg_if::cfg_if! {
    if #[cfg(target_family = "wasm")] {
        #[cfg(feature = "fetch")]
        mod http_core;
        #[cfg(feature = "npm")]
        mod trace_word;
        mod web;

        pub(crate) use self::sink::TransportSink;
        #[cfg(feature = "npm")]
        pub(crate) use self::trace_word::is_trace_word;
        #[cfg(feature = "npm")]
        pub(crate) use self::web::js_cause;
        pub(crate) use self::web::{BoxFuture, Clock, Connector, Inbox, Outgoing, random_seed, trace_sent};
        pub use self::web::{Message, TransportOptions};

        /// A request to be sent. Its members are text of JavaScript.
        pub(crate) type Transmit = crate::wire::Transmit<Outgoing>;
    } else {
        #[cfg(feature = "http")]
        mod http_core;
        mod native;
        mod trace_word;

        pub use self::sink::TransportSink;
        pub use self::native::{Message, Outgoing, Text, Tls, Transport, TransportEvent, TransportOptions};
        pub(crate) use self::native::{BoxFuture, random_seed, trace_received, trace_sent};

        cfg_if::cfg_if! {
            if #[cfg(feature = "native")] {
                pub(crate) use self::native::Connector;
                #[cfg(feature = "http")]
                pub use self::native::Http;
                #[cfg(feature = "futures-io")]
                pub use self::native::Endpoint;
                pub use self::native::{Unix, WebSocket};
            }
        }

        /// A request to be sent. Its members are JSON text such as `"body":{…}`.
        pub type Transmit = crate::wire::Transmit<Outgoing>;
    }
}

/// The engine, as the drivers use it.
pub(crate) type Engine = crate::engine::Engine<Message, Outgoing>;
/// The output of the engine.
pub(crate) type Output = crate::engine::Output<Message, Outgoing>;
