//! A session, which has handles.

use std::fmt;
use std::future::Future;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;
use tracing::Span;

use super::connection::Connection;
use super::current_id::CurrentId;
use super::ice_server::{IceServer, ice_servers};
use super::request::RawRequest;
use super::request_span::{Call, in_span};
use super::response::{Response, send};
use super::spans::session_span;
use super::watcher::watch;
use crate::driver::Engine;
use crate::engine::{CreateOptions, Created, EndReason, RequestId, SessionKey, Target};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::time::Time;
use crate::wire::Payload;

/// A session in Janus; clones are the same session.
///
/// It is kept alive for as long as it is held here. Handles keep it; when the
/// last clone and the last handle are gone it is destroyed.
#[derive(Clone)]
pub struct Session {
    inner: Arc<Inner>,
}

struct Inner {
    connection: Connection,
    key: SessionKey,
    id: CurrentId,
    ice_servers: Box<[IceServer]>,
    span: Span,
}

impl Drop for Inner {
    fn drop(&mut self) {
        let key = self.key;
        self.connection.shared().command(|engine, waiters, now| waiters.release_session(engine, key, now));
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("id", &self.id().get()).finish_non_exhaustive()
    }
}

impl Connection {
    /// Creates a session (`create`).
    ///
    /// # Errors
    /// A wrong secret or token (403), a server that takes no new sessions (472).
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; a session that Janus creates all the same is destroyed.
    pub async fn create(&self) -> Result<Session> {
        self.create_with(CreateOptions::default()).await
    }

    /// Creates a session with a chosen id or keepalive interval (`create`).
    ///
    /// # Errors
    /// As [`create`](Self::create); also an id that is taken (468).
    ///
    /// # Cancel safety
    /// As [`create`](Self::create).
    pub async fn create_with(&self, options: CreateOptions) -> Result<Session> {
        in_span(self.shared(), Call::new("create"), async {
            let reply = send(self.shared(), None, |engine, now| engine.create(now, options)).await?;
            self.session(&reply)
        })
        .await
    }

    /// Takes over a session that another connection left (`claim`).
    ///
    /// Its events come here from now on; those since the other connection broke
    /// are lost. [`Session::adopt`] takes over its handles.
    ///
    /// # Errors
    /// [`ErrorCode::JanusRefused`] with 458 if Janus no longer has the session.
    ///
    /// # Cancel safety
    /// Dropping the future before the response leaves the session in Janus, which may have claimed it for this connection:
    /// claim it again, or it expires. If the response has come already, the session is destroyed.
    pub async fn claim(&self, id: SessionId) -> Result<Session> {
        let call = Call { session: Some(id), ..Call::new("claim") };
        in_span(self.shared(), call, async {
            let reply = send(self.shared(), None, |engine, now| engine.claim(now, id, None)).await?;
            self.session(&reply)
        })
        .await
    }

    fn session(&self, response: &Response) -> Result<Session> {
        match response.created {
            Some(Created::Session(key, id)) => {
                Ok(Session::with_ice_servers(self.clone(), key, id, ice_servers(response)))
            }
            _ => Err(Error::new(ErrorCode::Internal, "no session was created")),
        }
    }
}

impl Session {
    pub(super) fn new(connection: Connection, key: SessionKey, id: SessionId) -> Self {
        Self::with_ice_servers(connection, key, id, Vec::new())
    }

    fn with_ice_servers(
        connection: Connection,
        key: SessionKey,
        id: SessionId,
        ice_servers: Vec<IceServer>,
    ) -> Self {
        let (current, parent) = {
            let waiters = &mut connection.shared().lock().1;
            (waiters.retain_session(key), waiters.span.clone())
        };
        let span = session_span(&parent, id);
        let id = current.unwrap_or_else(|| CurrentId::new(id.get()));
        let ice_servers = ice_servers.into();
        Self { inner: Arc::new(Inner { connection, key, id, ice_servers, span }) }
    }

    /// Returns the session's id in Janus. It changes when the session is rebuilt.
    #[must_use]
    pub fn id(&self) -> SessionId {
        SessionId::restored(self.inner.id.get())
    }

    /// Returns the STUN and TURN servers that the gateway gave with the session, for the page's `RTCPeerConnection`. Janus
    /// itself gives none, and neither has a session that was rebuilt.
    #[must_use]
    pub fn ice_servers(&self) -> &[IceServer] {
        &self.inner.ice_servers
    }

    /// The connection that it lives on.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.inner.connection
    }

    /// Sends a request of your own that names this session.
    ///
    /// # Errors
    /// Those of the server; [`ErrorCode::InvalidArgument`] if `members` is not an object.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn raw_request(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        let verb = request.verb();
        self.in_span(Call::new(verb.word()), async {
            let response = self.connection().send(Target::Session(self.inner.key), request, members).await;
            response.map_err(|error| self.explain(error))?.message().read()
        })
        .await
    }

    pub(super) fn span(&self) -> &Span {
        &self.inner.span
    }

    pub(super) fn key(&self) -> SessionKey {
        self.inner.key
    }

    pub(super) async fn send(
        &self,
        command: impl FnOnce(&mut Engine, Time) -> RequestId,
    ) -> Result<Response> {
        send(self.connection().shared(), None, command).await.map_err(|error| self.explain(error))
    }

    pub(super) fn in_span<'a, T, F: Future<Output = Result<T>>>(
        &'a self,
        call: Call<'_>,
        request: F,
    ) -> impl Future<Output = Result<T>> + use<'a, T, F> {
        let within = Some(call.within.unwrap_or(&self.inner.span));
        in_span(self.connection().shared(), Call { session: Some(self.id()), within, ..call }, request)
    }

    /// The error of a request for a session that the engine has removed: it depends on why the session ended.
    fn explain(&self, error: Error) -> Error {
        let reason = self.connection().shared().lock().1.end_of(self.inner.key);
        match reason.filter(|_| error.code() == ErrorCode::SessionGone) {
            Some(reason) => error.explained(reason.clause()).with_fault(reason.fault()),
            None => error,
        }
    }

    /// Ends the session and all its handles (`destroy`).
    ///
    /// # Errors
    /// A session that has ended already.
    ///
    /// # Cancel safety
    /// Once polled, the session is destroyed, also if the future is dropped.
    pub async fn destroy(&self) -> Result<()> {
        self.in_span(Call::new("destroy"), async {
            let destroy =
                send(self.connection().shared(), None, |engine, now| engine.destroy(now, self.key()));
            destroy.teardown().await.map(drop).map_err(|error| self.explain(error))
        })
        .await
    }

    /// Waits until the session has ended, and returns the reason.
    ///
    /// # Cancel safety
    /// Dropping the future changes nothing.
    pub async fn ended(&self) -> EndReason {
        watch(self.connection().shared(), |waiters| waiters.end_of(self.inner.key)).await
    }
}
