//! How a session comes to its handles.

use super::handle::Handle;
use super::request_span::Call;
use super::session::Session;
use crate::engine::Created;
use crate::error::{Error, ErrorCode, Result};
use crate::id::HandleId;
use crate::plugins::{Any, Plugin};
use crate::wire::AttachOptions;

impl Session {
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
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; a handle that Janus attaches all the same is detached.
    pub async fn attach<P: Plugin>(&self) -> Result<Handle<P>> {
        self.attach_with(AttachOptions { plugin: P::PACKAGE.into(), ..AttachOptions::default() }).await
    }

    /// Attaches a handle to a plugin that is known by its package name only (`attach`).
    ///
    /// # Errors
    /// As [`attach`](Self::attach).
    ///
    /// # Cancel safety
    /// As [`attach`](Self::attach).
    pub async fn attach_to(&self, package: &str) -> Result<Handle<Any>> {
        self.attach_with(AttachOptions { plugin: package.into(), ..AttachOptions::default() }).await
    }

    /// Attaches a handle with options; an empty plugin name means the plugin's own.
    ///
    /// # Errors
    /// As [`attach`](Self::attach).
    ///
    /// # Cancel safety
    /// As [`attach`](Self::attach).
    pub async fn attach_with<P: Plugin>(&self, mut options: AttachOptions) -> Result<Handle<P>> {
        if options.plugin.is_empty() {
            options.plugin = P::PACKAGE.into();
        }
        let plugin = options.plugin.clone();
        let call = Call { plugin: Some(&plugin), ..Call::new("attach") };
        self.in_span(call, async {
            self.handle(self.send(|engine, now| engine.attach(now, self.key(), options)).await?.created)
        })
        .await
    }

    /// Takes over a handle that an earlier connection left in a claimed session.
    ///
    /// # Errors
    /// [`ErrorCode::JanusRefused`] with 459 if Janus no longer has the handle.
    ///
    /// # Cancel safety
    /// Dropping the future before the response leaves the handle in Janus, to be adopted again; if the response has come
    /// already, the handle is detached.
    pub async fn adopt<P: Plugin>(&self, id: HandleId) -> Result<Handle<P>> {
        let call = Call { handle: Some(id), ..Call::new("adopt") };
        self.in_span(call, async {
            self.handle(self.send(|engine, now| engine.adopt(now, self.key(), id)).await?.created)
        })
        .await
    }

    fn handle<P: Plugin>(&self, created: Option<Created>) -> Result<Handle<P>> {
        match created {
            Some(Created::Handle(key, id)) => Ok(Handle::new(self.clone(), key, id)),
            _ => Err(Error::new(ErrorCode::Internal, "no handle was created")),
        }
    }
}
