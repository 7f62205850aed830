//! Where the engine meets the world: transports, clocks, and the one loop over its output.

mod pump;
mod transport;

pub use self::pump::{Core, OutputSink, Pump};
pub use self::transport::{TransportSink, Capabilities};

cfg_if::cfg_if! {
    if #[cfg(target_family = "wasm")] {
        mod connector_web;
        mod http;
        mod http_web;
        mod message_web;
        mod receiver_web;
        mod task_web;
        mod websocket_web;

        pub use self::message_web::{Message, Outgoing};
        pub use self::task_web::{BoxFuture, Options, Wake, random_seed, spawn};
    } else {
        mod message_native;
        mod task;

        pub use self::message_native::{Message, Outgoing, Text};
        pub use self::task::{BoxFuture, Clock, Task, TimeSource, Transport, TransportEvent, Wake, random_seed};

        cfg_if::cfg_if! {
            if #[cfg(feature = "native")] {
                mod connector_native;
                mod clock_native;
                #[cfg(feature = "http")]
                mod http;
                #[cfg(feature = "http")]
                mod http_exchange_native;
                #[cfg(feature = "http")]
                mod http_native;
                #[cfg_attr(unix, path = "unix_native.rs")]
                #[cfg_attr(not(unix), path = "no_unix_native.rs")]
                mod local;
                mod tls_native;
                mod url_native;
                mod websocket_native;

                pub use self::connector_native::{Options, spawn};
                pub use self::clock_native::TokioClock;
                #[cfg(feature = "http")]
                pub use self::http_native::Http;
                pub use self::local::Unix;
                pub use self::tls_native::Tls;
                pub use self::websocket_native::WebSocket;
            } else {
                mod no_transport;

                pub use self::no_transport::{Options, spawn};
            }
        }
    }
}

/// The engine as the drivers use it.
pub type Engine = crate::engine::Engine<Message, Outgoing>;
/// What comes out of it.
pub type Output = crate::engine::Output<Message, Outgoing>;
/// A request on its way out.
pub type Transmit = crate::wire::Transmit<Outgoing>;
