//! The native transports.

mod event;
mod text;
mod tls;
mod trace;

pub use self::event::{Transport, TransportEvent};
pub use self::text::Text;
pub use self::tls::Tls;
pub(crate) use self::trace::{trace_received, trace_sent};

/// A message from Janus.
pub type Message = crate::wire::Message<Text>;

/// A request's own members, as JSON text such as `"body":{…}`.
pub type Outgoing = String;

cfg_if::cfg_if! {
    if #[cfg(feature = "native")] {
        mod connector;
        #[cfg(feature = "http")]
        mod http;
        #[cfg(feature = "http")]
        mod http_client;
        #[cfg(feature = "http")]
        mod http_connector;
        mod stream;
        mod streams;
        #[cfg_attr(not(feature = "tls"), path = "no_tls.rs")]
        mod tls_client;
        #[cfg_attr(not(all(unix, feature = "unix")), path = "no_unix.rs")]
        mod unix;
        mod url;
        mod websocket;

        pub(crate) use self::connector::Connector;
        #[cfg(feature = "http")]
        pub use self::http::Http;
        #[cfg(feature = "futures-io")]
        pub use self::streams::Endpoint;
        pub use self::unix::Unix;
        pub use self::websocket::WebSocket;
    }
}

/// What the transports need to know beside the configuration.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct TransportOptions {
    /// The certificates that are trusted for `wss://` and `https://`.
    pub tls: Tls,
}

/// A future that the executors of this platform can run.
pub(crate) type BoxFuture<T> = std::pin::Pin<Box<dyn Future<Output = T> + Send>>;

/// Returns a number that differs from run to run.
pub(crate) fn random_seed() -> u64 {
    std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0)
}

#[cfg(feature = "native")]
/// A request as it goes on the wire.
fn request_text(transmit: &super::Transmit, limit: usize) -> crate::error::Result<String> {
    let text = transmit.text();
    if text.len() > limit {
        let message = format!("the request has {} bytes, the limit is {limit}", text.len());
        return Err(crate::error::Error::new(crate::error::ErrorCode::MessageTooLarge, message));
    }
    Ok(text)
}
