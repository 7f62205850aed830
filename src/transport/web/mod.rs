//! The transports of a JavaScript runtime.

mod cause;
mod clock;
mod connector;
#[cfg_attr(not(feature = "fetch"), path = "no_http.rs")]
mod http;
mod message;
mod options;
mod receiver;
mod unusable;
mod websocket;

#[cfg(feature = "npm")]
pub(crate) use self::cause::js_cause;
pub(crate) use self::clock::Clock;
pub(crate) use self::connector::Connector;
pub use self::message::Message;
pub(crate) use self::message::Outgoing;
pub use self::options::TransportOptions;
pub(crate) use self::receiver::Inbox;

/// A future that the executors of this platform can run.
pub(crate) type BoxFuture<T> = std::pin::Pin<Box<dyn Future<Output = T>>>;

/// Returns a number that differs from run to run.
pub(crate) fn random_seed() -> u64 {
    (js_sys::Math::random() * 2_f64.powi(52)) as u64
}

/// The receiver of a transport connection passes sent messages to the log, too.
pub(crate) const fn trace_sent(_: &super::Transmit) {}
