//! Connecting.

use std::future::IntoFuture;
use std::time::Duration;

use tracing::Instrument as _;

use super::connection::Connection;
use super::waiters::Waiters;
use crate::config::{Address, Api, Config, Recovery, Retry, Server};
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

/// How to connect. Awaiting it connects. The order of the calls has no effect.
///
/// By default it tries four times within 30 s, requests wait 10 s for their
/// responses, a silent server is noticed after 15 s, and a lost transport connection is replaced.
///
/// # Cancel safety
/// Dropping the future closes the connection.
#[derive(Clone, Debug)]
#[must_use = "nothing happens until it is awaited"]
pub struct Connect {
    config: Config,
    api_secret: Option<Secret>,
    token: Option<Secret>,
    options: transport::TransportOptions,
}

impl Connect {
    /// Connects to the first of these servers that can be reached.
    pub fn to(addresses: Vec<Address>) -> Self {
        Self::with(Config::new(addresses))
    }

    /// Connects with this configuration.
    pub fn with(config: Config) -> Self {
        Self { config, api_secret: None, token: None, options: transport::TransportOptions::default() }
    }

    /// Sets the API secret (the admin secret, for the Admin API) of each address that has none of its own.
    pub fn api_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.api_secret = Some(secret.into());
        self
    }

    /// Sets the token of each address that has none of its own.
    pub fn token(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// Adds a server, which is tried when those before it can't be reached.
    pub fn address(mut self, address: Address) -> Self {
        self.config.addresses.push(address);
        self
    }

    /// Sets which API to use; the Admin API has an address of its own.
    pub fn api(mut self, api: Api) -> Self {
        self.config.api = api;
        self
    }

    /// Sets how often and for how long to try to connect.
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

    /// Sets how long one attempt to connect may take (5 s); with `None` only the limits of
    /// [`retry`](Self::retry) and [`recovery`](Self::recovery) apply.
    pub fn attempt_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.config.attempt_timeout = timeout.into();
        self
    }

    /// Sets how long requests wait for their responses (10 s); `None` for no limit.
    pub fn request_timeout(mut self, timeout: impl Into<Option<Duration>>) -> Self {
        self.config.request_timeout = timeout.into();
        self
    }

    /// Sets the maximum size of a message that is sent or received, in bytes (16 MiB).
    pub fn max_message_size(mut self, bytes: usize) -> Self {
        self.config.max_message_size = bytes;
        self
    }

    /// Sets the options of the transports, such as trusted certificates.
    pub fn options(mut self, options: transport::TransportOptions) -> Self {
        self.options = options;
        self
    }

    /// The credentials apply to all addresses, also to those that were added after them.
    fn into_parts(self) -> (Config, transport::TransportOptions) {
        let Self { mut config, api_secret, token, options } = self;
        for address in &mut config.addresses {
            address.with_default_credentials(&api_secret, &token);
        }
        (config, options)
    }
}

impl IntoFuture for Connect {
    type Output = Result<Connection>;
    type IntoFuture = transport::BoxFuture<Result<Connection>>;

    fn into_future(self) -> Self::IntoFuture {
        let server = self.config.addresses.first().map(Server::of);
        let span = tracing::debug_span!(
            "connect",
            otel.kind = "client",
            server.address = server.as_ref().map(|server| &*server.address),
            server.port = server.as_ref().and_then(|server| server.port),
            network.transport = server.as_ref().map(|server| server.transport),
        );
        let connecting = async move {
            let (config, options) = self.into_parts();
            let engine = Engine::new(config, transport::random_seed())?;
            let shared = driver::spawn(engine, Waiters::default(), options)?;
            let connection = Connection::new(shared);
            connection.connected().await?;
            Ok(connection)
        };
        Box::pin(connecting.instrument(span))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The credentials of each address, and the rest of the configuration.
    fn parts(connect: Connect) -> (Vec<String>, String) {
        let (config, _) = connect.into_parts();
        let credentials = config.addresses.iter().map(|address| address.credentials(config.api)).collect();
        (credentials, format!("{config:?}"))
    }

    /// Calls `check` with these calls in every order.
    fn permute(calls: &mut [fn(Connect) -> Connect], at: usize, check: &mut impl FnMut(Connect)) {
        if at == calls.len() {
            return check(calls.iter().fold(connect("ws://one"), |connect, call| call(connect)));
        }
        for other in at..calls.len() {
            calls.swap(at, other);
            permute(calls, at + 1, check);
            calls.swap(at, other);
        }
    }

    #[test]
    fn the_order_of_calls_has_no_effect() {
        let mut calls: [fn(Connect) -> Connect; 6] = [
            |connect| connect.api_secret("shared"),
            |connect| connect.token("token"),
            |connect| connect.address(Address::new("ws://two").api_secret("own")),
            |connect| connect.api(Api::Admin),
            |connect| connect.request_timeout(None).attempt_timeout(Duration::from_secs(1)),
            |connect| connect.recovery(None),
        ];
        let expected = [
            ",\"admin_secret\":\"shared\",\"token\":\"token\"",
            ",\"admin_secret\":\"own\",\"token\":\"token\"",
        ];
        let (mut orders, mut config) = (0, None);
        permute(&mut calls, 0, &mut |connect| {
            let (credentials, shown) = parts(connect);
            assert_eq!(credentials, expected);
            assert_eq!(*config.get_or_insert_with(|| shown.clone()), shown);
            orders += 1;
        });
        assert_eq!(orders, 720);
    }
}
