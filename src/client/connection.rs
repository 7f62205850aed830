//! A connection to a Janus server.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::connection_events::ConnectionEvents;
use super::connection_state::ConnectionState;
use super::raw_fields::counting_raw_fields;
use super::request::{RawRequest, members_of};
use super::response::{Response, send};
use super::server_info::ServerInfo;
use super::waiters::{Shared, State, watch};
use crate::config::Api;
use crate::engine::{Disconnect, Stats, Target};
use crate::error::Result;
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

    pub(super) fn shared(&self) -> &Shared {
        &self.inner.shared
    }

    /// Waits until the connection is open; only after [`connect_with`](super::connect_with)
    /// it may not be yet.
    ///
    /// # Errors
    /// [`ErrorCode::ConnectFailed`](crate::ErrorCode::ConnectFailed) when no server could be reached.
    pub async fn connected(&self) -> Result<()> {
        watch(self.shared(), |waiters| match &waiters.state {
            State::Connecting => None,
            State::Connected | State::Reconnecting => Some(Ok(())),
            State::Over(disconnect) => Some(Err(disconnect.error())),
        })
        .await
    }

    /// Waits until the connection is over, and returns the reason.
    pub async fn closed(&self) -> Disconnect {
        watch(self.shared(), |waiters| match &waiters.state {
            State::Over(disconnect) => Some(disconnect.clone()),
            State::Connecting | State::Connected | State::Reconnecting => None,
        })
        .await
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
    ///         ConnectionEvent::Resumed { events_may_be_lost: true, .. } => {
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
    pub async fn info(&self) -> Result<ServerInfo> {
        let reply = send(self.shared(), None, |engine, now| engine.info(now)).await?;
        counting_raw_fields(self.shared(), &*reply.message(), |message| message.read())
    }

    /// Checks whether the server responds (`ping`), and returns the round trip.
    ///
    /// # Errors
    /// A timeout, or a lost connection.
    pub async fn ping(&self) -> Result<Duration> {
        let began = self.shared().command(|_, _, now| now);
        send(self.shared(), None, |engine, now| engine.ping(now)).await?;
        Ok(self.shared().command(|_, _, now| now).since(began))
    }

    /// Sends a request of your own that names no session, such as one of the Admin API's.
    ///
    /// # Errors
    /// Those of the server; [`ErrorCode::InvalidArgument`](crate::ErrorCode::InvalidArgument) if `members` is not an object.
    pub async fn raw_request(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        self.send(Target::Connection, request, members).await?.message().read()
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
    pub async fn close(&self) {
        self.shared().command(|engine, _, now| engine.close(now, true));
        self.closed().await;
    }

    /// Closes the connection, waits until it is closed, and leaves its sessions to Janus.
    ///
    /// Another connection can [`claim`](Self::claim) them while Janus keeps them
    /// (`reclaim_session_timeout`).
    pub async fn leave(&self) {
        self.shared().command(|engine, _, now| engine.close(now, false));
        self.closed().await;
    }
}
