//! Where the engine meets the world: transports, clocks, and the one loop over its output.

mod pump;
mod transport;

pub use self::pump::{Core, Desk, Pump};
pub use self::transport::{Outlet, Properties};

cfg_if::cfg_if! {
    if #[cfg(target_family = "wasm")] {
        mod message_web;
        mod websocket_web;

        pub use self::message_web::{Message, Outgoing};
        pub use self::websocket_web::{BoxFuture, Options, Wake, random_seed, spawn};
    } else {
        mod message_native;
        mod task;

        pub use self::message_native::{Message, Outgoing, Text};
        pub use self::task::{BoxFuture, Clock, Task, TimeSource, Transport, TransportEvent, Wake, random_seed};

        cfg_if::cfg_if! {
            if #[cfg(feature = "native")] {
                mod clock_native;
                mod tls_native;
                mod websocket_native;

                pub use self::clock_native::TokioClock;
                pub use self::tls_native::Tls;
                pub use self::websocket_native::{Options, WebSocket, spawn};
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
