//! A mock Janus server, for tests: the Janus and Admin API as Janus 1.1.2, or a newer
//! [`version`](Settings::version), speaks them, without media.
//!
//! [`Server`] is sans-IO: it takes connections and messages of clients, and returns what to send.
//! With a [`seed`](Settings::seed) the same inputs give the same outputs. [`Fault`]s are injected on command.
//! With the feature `native`, [`MockJanus`] puts it behind a WebSocket port,
//! and [`Memory`] is a transport that leads to it without one.
//!
//! ```no_run
//! # #[cfg(feature = "native")]
//! # async fn example() -> bifrons::Result<()> {
//! use bifrons::plugins::echotest::{EchoTest, Start};
//! use bifrons::mock::{Fault, MockJanus, Settings};
//!
//! let janus = MockJanus::start(Settings::default()).await?;
//! let connection = bifrons::connect(janus.url()).await?;
//! let echo = connection.create().await?.attach::<EchoTest>().await?;
//! janus.inject(Fault::ForgetHandles).await;
//! let error = echo.start(Start::default().audio(true)).await.unwrap_err();
//! assert_eq!(error.janus_code(), Some(459));
//! # Ok(())
//! # }
//! ```
//!
//! A [`Spy`] sees the requests that the server gets; [`offer_of`] and [`answer_to`] write the SDP of a page.
//! [`Settings::media`] decides whether PeerConnections come up.

mod admin;
mod faults;
mod plugins;
mod pool;
mod requests;
mod sdp;
mod server;
mod threads;
mod world;

cfg_if::cfg_if! {
    // What needs sockets; WebAssembly has none, whatever features are on.
    if #[cfg(all(feature = "native", not(target_family = "wasm")))] {
        mod input;
        mod memory;
        mod port;
        mod spy;

        pub use self::memory::Memory;
        pub use self::port::MockJanus;
        pub use self::spy::Spy;
    }
}

use std::time::Duration;

pub use self::faults::{Fault, SipRace};
pub use self::sdp::{answer_to, offer_of};
pub use self::server::Server;

use crate::secret::Secret;
use crate::time::Time;

/// A client's connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(pub u64);

/// The settings of the mock server, as in janus.jcfg.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The API secret (`api_secret`); `None` for none.
    pub api_secret: Option<Secret>,
    /// `admin_secret` (`janusoverlord`)
    pub admin_secret: Option<Secret>,
    /// `token_auth`: stored tokens, added through the Admin API.
    pub token_auth: bool,
    /// `session_timeout` (60 s); zero for never.
    pub session_timeout: Duration,
    /// `reclaim_session_timeout` (0: sessions die with their connection).
    pub reclaim_session_timeout: Duration,
    /// Whether PeerConnections come up after offer and answer (yes).
    pub media: bool,
    /// The version of Janus to behave as, as a number: 1102 (1.1.2, the default) or newer, such as 1401 for 1.4.1.
    pub version: u64,
    /// The seed of the random number generator. Without one the ids differ from server to server, as Janus's do, so that
    /// a server that is started again gives other ids.
    pub seed: Option<u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            api_secret: None,
            admin_secret: Some(Secret::from("janusoverlord")),
            token_auth: false,
            session_timeout: Duration::from_secs(60),
            reclaim_session_timeout: Duration::ZERO,
            media: true,
            version: 1102,
            seed: None,
        }
    }
}

/// The output of the mock server.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Output {
    /// Send this to a client.
    Message {
        /// The id of the client.
        client: ClientId,
        /// The message.
        text: String,
    },
    /// Read from the sockets, or stop reading for now.
    Read {
        /// Whether to read.
        on: bool,
    },
    /// Close a client's connection; then call [`Server::disconnect`].
    HangUp {
        /// The id of the client.
        client: ClientId,
    },
    /// There is nothing to do: call the server with an input, or at this time.
    Wait {
        /// The next deadline; `None` if there is none.
        until: Option<Time>,
    },
}
