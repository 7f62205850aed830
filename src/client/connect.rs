//! Connecting.

use std::future::IntoFuture;
use std::time::Duration;

use super::connection::Connection;
use super::waiters::Waiters;
use crate::config::{Address, Api, Config, Recovery, Retry};
use crate::driver::{self, Engine};
use crate::error::Result;
use crate::secret::Secret;
use crate::transport;

/// Connects to the Janus server at `url`, once awaited.
///
/// ```no_run
/// # async fn example() -> bifrons::Result<()> {
/// let connection = bifrons::connect("ws://127.0.0.1:8188").api_secret("secret").await?;
/// let session = connection.create().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing happens until it is awaited"]
pub fn connect(url: impl Into<Box<str>>) -> Connect {
    Connect::to(vec![Address::new(url)])
}

/// How to connect. Awaiting it connects.
///
/// By default it tries four times within 30 s, requests wait 10 s for their
/// responses, a silent server is noticed after 15 s, and a lost transport connection is replaced.
#[derive(Clone, Debug)]
#[must_use = "nothing happens until it is awaited"]
pub struct Connect {
    config: Config,
    options: transport::TransportOptions,
}

impl Connect {
    /// Connects to the first of these servers that can be reached.
    pub fn to(addresses: Vec<Address>) -> Self {
        Self::with(Config::new(addresses))
    }

    /// Connects with this configuration.
    pub fn with(config: Config) -> Self {
        Self { config, options: transport::TransportOptions::default() }
    }

    /// The `api_secret` of all addresses so far.
    pub fn api_secret(mut self, secret: impl Into<Secret>) -> Self {
        let secret = secret.into();
        for address in &mut self.config.addresses {
            *address = address.clone().secret(secret.clone());
        }
        self
    }

    /// The token for all addresses so far.
    pub fn token(mut self, token: impl Into<Secret>) -> Self {
        let token = token.into();
        for address in &mut self.config.addresses {
            *address = address.clone().token(token.clone());
        }
        self
    }

    /// A further server, for when those before can't be reached.
    pub fn address(mut self, address: Address) -> Self {
        self.config.addresses.push(address);
        self
    }

    /// Which interface to speak; the Admin API has an address of its own.
    pub fn api(mut self, api: Api) -> Self {
        self.config.api = api;
        self
    }

    /// How patiently to connect.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.config.retry = retry;
        self
    }

    /// Sets the recovery after an outage; with `None` the connection ends with its transport connection.
    ///
    /// By default the client reconnects for up to 60 s. See [`Connection::events`].
    pub fn recovery(mut self, recovery: impl Into<Option<Recovery>>) -> Self {
        self.config.recovery = recovery.into();
        self
    }

    /// Sets how long requests wait for their responses.
    pub fn request_timeout(mut self, timeout: Duration) -> Self {
        self.config.request_timeout = Some(timeout);
        self
    }

    /// The largest message that is taken or sent, in bytes.
    pub fn max_message_size(mut self, bytes: usize) -> Self {
        self.config.max_message_size = bytes;
        self
    }

    /// Sets the options of the transports, such as trusted certificates.
    pub fn options(mut self, options: transport::TransportOptions) -> Self {
        self.options = options;
        self
    }
}

impl IntoFuture for Connect {
    type Output = Result<Connection>;
    type IntoFuture = transport::BoxFuture<Result<Connection>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let engine = Engine::new(self.config, transport::random_seed())?;
            let shared = driver::spawn(engine, Waiters::default(), self.options)?;
            let connection = Connection::new(shared);
            connection.connected().await?;
            Ok(connection)
        })
    }
}

/// Connects through a transport and a clock of your own, under any executor.
///
/// The future is the driver: it must be polled for anything to happen, and ends
/// with the connection. [`Connection::connected`] waits until the connection is open.
///
/// # Errors
/// Those of [`Config::validate`].
#[cfg(not(target_family = "wasm"))]
pub fn connect_with<T, C>(
    config: Config,
    transport: T,
    clock: C,
) -> Result<(Connection, impl std::future::Future<Output = ()>)>
where
    T: transport::Transport + Unpin,
    C: driver::Clock + Unpin,
{
    use std::sync::Arc;

    let engine = Engine::new(config, transport::random_seed())?;
    let wake = driver::Wake::new(&clock);
    let shared = Arc::new(driver::Core::new(engine, Waiters::default(), wake));
    let task = driver::Task::new(Arc::clone(&shared), transport, clock);
    Ok((Connection::new(shared), task))
}
