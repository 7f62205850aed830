//! A connection to a Janus server.

use std::sync::{Arc, Weak};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::connection_events::ConnectionEvents;
use super::connection_state::ConnectionState;
use super::raw_fields::counting_raw_fields;
use super::request::{RawRequest, members_of};
use super::request_span::{Call, in_span};
use super::response::{Response, send};
use super::server_info::ServerInfo;
use super::waiters::{Shared, State};
use super::watcher::watch;
use crate::config::Api;
use crate::engine::{Disconnect, Stats, Target};
use crate::error::Result;
use crate::secret::Secret;
use crate::wire::Payload;

/// A connection to a Janus server; clones are the same connection.
///
/// Sessions keep it open. When the last clone and the last session are gone it
/// closes; [`close`](Self::close) waits until it has.
#[derive(Clone)]
pub struct Connection {
    inner: Arc<Inner>,
}

struct Inner {
    shared: Shared,
    /// Its number in the log.
    number: u64,
}

pub(super) struct WeakConnection(Weak<Inner>);

impl WeakConnection {
    pub(super) fn upgrade(&self) -> Option<Connection> {
        self.0.upgrade().map(|inner| Connection { inner })
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.shared.command(|engine, _, now| engine.close(now, true));
    }
}

impl std::fmt::Debug for Connection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Connection").field("number", &self.inner.number).finish_non_exhaustive()
    }
}

impl Connection {
    pub(super) fn new(shared: Shared) -> Self {
        let number = shared.lock().1.connection;
        Self { inner: Arc::new(Inner { shared, number }) }
    }

    /// A reference that does not keep the connection open.
    pub(super) fn downgrade(&self) -> WeakConnection {
        WeakConnection(Arc::downgrade(&self.inner))
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.inner.shared
    }

    /// Waits until the connection is open; only after `connect_with`
    /// it may not be yet.
    ///
    /// # Errors
    /// [`ErrorCode::ConnectFailed`](crate::ErrorCode::ConnectFailed) when no server could be reached.
    ///
    /// # Cancel safety
    /// Dropping the future changes nothing.
    pub async fn connected(&self) -> Result<()> {
        watch(self.shared(), |waiters| match &waiters.state {
            State::Connecting => None,
            State::Connected | State::Reconnecting => Some(Ok(())),
            State::Over(disconnect) => Some(Err(disconnect.error())),
        })
        .await
    }

    /// Waits until the connection is over, and returns the reason.
    ///
    /// # Cancel safety
    /// Dropping the future changes nothing.
    pub async fn closed(&self) -> Disconnect {
        watch(self.shared(), |waiters| match &waiters.state {
            State::Over(disconnect) => Some(disconnect.clone()),
            State::Connecting | State::Connected | State::Reconnecting => None,
        })
        .await
    }

    /// Replaces the token of all addresses: each request that is sent from now on has this one, also after a reconnect.
    /// A keepalive is such a request, so that the server learns of it within half a minute in any case.
    pub fn set_token(&self, token: impl Into<Secret>) {
        let token = token.into();
        self.shared().with_engine(|engine, _| engine.set_token(&token));
    }

    /// Returns the current state. [`events`](Self::events) reports its changes.
    #[must_use]
    pub fn state(&self) -> ConnectionState {
        ConnectionState::of(&self.shared().lock().1.state)
    }

    /// Returns the events of the connection from now on, as a stream: outages, recovery, its end.
    ///
    /// ```no_run
    /// # async fn example(connection: bifrons::Connection) {
    /// use bifrons::ConnectionEvent;
    ///
    /// let mut events = connection.events();
    /// while let Some(event) = events.next().await {
    ///     match event {
    ///         ConnectionEvent::Reconnecting { error } => eprintln!("reconnecting: {error}"),
    ///         ConnectionEvent::Resumed { sessions, .. } if sessions.events_may_be_lost() => {
    ///             eprintln!("resumed: list the participants again");
    ///         }
    ///         event => eprintln!("{event:?}"),
    ///     }
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn events(&self) -> ConnectionEvents {
        ConnectionEvents::new(self.shared())
    }

    /// Asks the server about itself (`info`).
    ///
    /// # Errors
    /// A timeout, or a lost connection.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request, which changes nothing in Janus.
    pub async fn info(&self) -> Result<ServerInfo> {
        in_span(self.shared(), Call::new("info"), async {
            let reply = send(self.shared(), None, |engine, now| engine.info(now)).await?;
            counting_raw_fields(self.shared(), &*reply.message(), |message| message.read())
        })
        .await
    }

    /// Checks whether the server responds (`ping`), and returns the round trip.
    ///
    /// # Errors
    /// A timeout, or a lost connection.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request, which changes nothing in Janus.
    pub async fn ping(&self) -> Result<Duration> {
        in_span(self.shared(), Call::new("ping"), async {
            let began = self.shared().command(|_, _, now| now);
            send(self.shared(), None, |engine, now| engine.ping(now)).await?;
            Ok(self.shared().command(|_, _, now| now).since(began))
        })
        .await
    }

    /// Sends a request of your own that names no session, such as one of the Admin API's.
    ///
    /// # Errors
    /// Those of the server; [`ErrorCode::InvalidArgument`](crate::ErrorCode::InvalidArgument) if `members` is not an object.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn raw_request(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        let verb = request.verb();
        in_span(self.shared(), Call::new(verb.word()), async {
            self.send(Target::Connection, request, members).await?.message().read()
        })
        .await
    }

    pub(super) fn api(&self) -> Api {
        self.shared().lock().0.api()
    }

    pub(super) async fn send(
        &self,
        target: Target,
        request: RawRequest,
        members: &impl Serialize,
    ) -> Result<Response> {
        let members = members_of(members)?;
        let response = send(self.shared(), None, |engine, now| {
            engine.request(now, target, request.verb(), members, request.options())
        });
        response.await
    }

    /// Returns the statistics of this connection.
    #[must_use]
    pub fn stats(&self) -> Stats {
        self.shared().lock().0.stats()
    }

    /// Destroys all sessions, closes the connection and waits until it is closed.
    ///
    /// # Cancel safety
    /// Once polled, the connection is closed, also if the future is dropped.
    pub async fn close(&self) {
        self.shared().command(|engine, _, now| engine.close(now, true));
        self.closed().await;
    }

    /// Closes the connection, waits until it is closed, and leaves its sessions to Janus.
    ///
    /// Another connection can [`claim`](Self::claim) them while Janus keeps them
    /// (`reclaim_session_timeout`).
    ///
    /// # Cancel safety
    /// Once polled, the connection is closed, also if the future is dropped.
    pub async fn leave(&self) {
        self.shared().command(|engine, _, now| engine.close(now, false));
        self.closed().await;
    }
}
