//! A session, which has handles.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::connection::Connection;
use super::handle::Handle;
use super::pending::{Response, ask};
use super::request::RawRequest;
use super::waiters::watch;
use crate::driver::Engine;
use crate::engine::{Created, EndReason, RequestId, SessionKey, Target};
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};
use crate::plugins::{Any, Plugin};
use crate::time::Time;
use crate::wire::{AttachOptions, Payload};

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
    id: SessionId,
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

impl Session {
    pub(super) fn new(connection: Connection, key: SessionKey, id: SessionId) -> Self {
        connection.shared().lock().1.retain_session(key);
        Self { inner: Arc::new(Inner { connection, key, id }) }
    }

    /// Returns the session's id in Janus. It changes when the session is rebuilt.
    #[must_use]
    pub fn id(&self) -> SessionId {
        let waiters = &self.connection().shared().lock().1;
        waiters.session_id(self.inner.key).unwrap_or(self.inner.id)
    }

    /// The connection that it lives on.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.inner.connection
    }

    /// Attaches a new handle to a plugin (`attach`).
    ///
    /// ```no_run
    /// # async fn example(session: bifrons::Session) -> bifrons::Result<()> {
    /// use bifrons::plugins::echotest::EchoTest;
    ///
    /// let echo = session.attach::<EchoTest>().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// No such plugin (460), or none that the token may use (405).
    pub async fn attach<P: Plugin>(&self) -> Result<Handle<P>> {
        self.attach_with(AttachOptions { plugin: P::PACKAGE.into(), ..AttachOptions::default() }).await
    }

    /// Attaches a handle to a plugin that is known by its package name only (`attach`).
    ///
    /// # Errors
    /// As [`attach`](Self::attach).
    pub async fn attach_to(&self, package: &str) -> Result<Handle<Any>> {
        self.attach_with(AttachOptions { plugin: package.into(), ..AttachOptions::default() }).await
    }

    /// Attaches a handle with options; an empty plugin name means the plugin's own.
    ///
    /// # Errors
    /// As [`attach`](Self::attach).
    pub async fn attach_with<P: Plugin>(&self, mut options: AttachOptions) -> Result<Handle<P>> {
        if options.plugin.is_empty() {
            options.plugin = P::PACKAGE.into();
        }
        self.handle(self.ask(|engine, now| engine.attach(now, self.inner.key, options)).await?.created)
    }

    /// Takes over a handle that an earlier connection left in a claimed session.
    ///
    /// # Errors
    /// [`ErrorCode::JanusRefused`] with 459 if Janus no longer has the handle.
    pub async fn adopt<P: Plugin>(&self, id: HandleId) -> Result<Handle<P>> {
        self.handle(self.ask(|engine, now| engine.adopt(now, self.inner.key, id)).await?.created)
    }

    fn handle<P: Plugin>(&self, created: Option<Created>) -> Result<Handle<P>> {
        match created {
            Some(Created::Handle(key, id)) => Ok(Handle::new(self.clone(), key, id)),
            _ => Err(Error::new(ErrorCode::Internal, "no handle was created")),
        }
    }

    /// Sends a request of your own that names this session.
    ///
    /// # Errors
    /// Those of the server; [`ErrorCode::InvalidArgument`] if `members` is not an object.
    pub async fn request(&self, request: RawRequest, members: &impl Serialize) -> Result<Value> {
        let response = self.connection().send(Target::Session(self.inner.key), request, members).await;
        response.map_err(|error| self.explain(error))?.message().read()
    }

    async fn ask(&self, command: impl FnOnce(&mut Engine, Time) -> RequestId) -> Result<Response> {
        ask(self.connection().shared(), None, command).await.map_err(|error| self.explain(error))
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
    pub async fn destroy(&self) -> Result<()> {
        self.ask(|engine, now| engine.destroy(now, self.inner.key)).await.map(drop)
    }

    /// Waits until the session has ended, and returns the reason.
    pub async fn ended(&self) -> EndReason {
        watch(self.connection().shared(), |waiters| waiters.end_of(self.inner.key)).await
    }
}
