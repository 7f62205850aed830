//! Rebuilt sessions, which the application prepares before their handles are attached again.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_util::Stream;

use super::connection::{Connection, WeakConnection};
use super::session::Session;
use super::waiters::{Shared, State};
use super::watcher::Watcher;
use crate::engine::RebuildKey;

impl Connection {
    /// Returns the sessions that are rebuilt from now on ([`Recovery::rebuild`](crate::Recovery::rebuild)), as a
    /// stream: what their handles need can be created again, before these are attached again and get
    /// [`Event::Rebuilt`](super::Event::Rebuilt). [`ConnectionEvent::Resumed`](super::ConnectionEvent::Resumed) comes
    /// when all of them are prepared, so do not wait for it here.
    ///
    /// Each session must be prepared within [`Config::request_timeout`](crate::Config::request_timeout) after Janus
    /// created it: one that is not is destroyed ([`EndReason::RebuildFailed`](crate::EndReason::RebuildFailed)).
    ///
    /// ```no_run
    /// # async fn example(connection: bifrons::Connection) {
    /// use bifrons::plugins::videoroom::{Create, VideoRoom};
    ///
    /// let mut rebuilds = connection.rebuilds();
    /// while let Some(rebuild) = rebuilds.next().await {
    ///     match rebuild.session().attach::<VideoRoom>().await {
    ///         // A room that exists was made again by another session.
    ///         Ok(rooms) => drop(rooms.create(Create::default().room(1234)).await),
    ///         Err(_) => rebuild.fail(),
    ///     }
    ///     // Now `rebuild` is dropped, and the handles of the session are attached again.
    /// }
    /// # }
    /// ```
    #[must_use]
    pub fn rebuilds(&self) -> Rebuilds {
        Rebuilds::new(self)
    }
}

/// The rebuilt sessions of a connection: a [`Stream`], returned by [`Connection::rebuilds`].
///
/// Of two of them each gets a part of the sessions. It ends when the connection is over, and does not keep the
/// connection open. When it is dropped the handles of the sessions that it still had are attached again.
pub struct Rebuilds {
    connection: WeakConnection,
    shared: Shared,
    watcher: Watcher,
}

impl Rebuilds {
    pub(super) fn new(connection: &Connection) -> Self {
        let shared = Shared::clone(connection.shared());
        shared.command(|engine, waiters, _| {
            waiters.rebuilds.add_reader();
            engine.hold_rebuilt(true);
        });
        Self { connection: connection.downgrade(), watcher: Watcher::new(&shared), shared }
    }

    /// Returns the next rebuilt session, or `None` once the connection is over.
    ///
    /// # Cancel safety
    /// No session is lost: the future takes one only when it returns it.
    pub async fn next(&mut self) -> Option<Rebuild> {
        poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Rebuild>> {
        let next = ready!(self.watcher.poll(cx, |waiters| match waiters.rebuilds.pop() {
            Some(next) => Some(Some(next)),
            None if matches!(waiters.state, State::Over(_)) => Some(None),
            None => None,
        }));
        let rebuild = next.zip(self.connection.upgrade()).map(|((session, id, key), connection)| Rebuild {
            session: Session::new(connection, session, id),
            key,
        });
        Poll::Ready(rebuild)
    }
}

impl Stream for Rebuilds {
    type Item = Rebuild;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Rebuild>> {
        self.poll(cx)
    }
}

impl fmt::Debug for Rebuilds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rebuilds").finish_non_exhaustive()
    }
}

impl Drop for Rebuilds {
    fn drop(&mut self) {
        self.shared.command(|engine, waiters, now| {
            if let Some(unread) = waiters.rebuilds.remove_reader() {
                engine.hold_rebuilt(false);
                for (session, _, rebuild) in unread {
                    engine.attach_again(now, session, rebuild);
                }
            }
        });
    }
}

/// A session that was rebuilt. Its handles are attached again when this is dropped; until then their requests are
/// refused with [`ErrorCode::SessionGone`](crate::ErrorCode::SessionGone).
#[must_use = "the handles of the session are attached again when this is dropped"]
pub struct Rebuild {
    session: Session,
    key: RebuildKey,
}

impl Rebuild {
    /// The session, which takes requests: attach a handle of its own to prepare it, or [`fail`](Self::fail) if that
    /// fails.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Ends the session, as it could not be prepared, with its handles:
    /// [`EndReason::RebuildFailed`](crate::EndReason::RebuildFailed). No effect if the session was lost once more since:
    /// then it is prepared once more.
    pub fn fail(self) {
        let Self { session, key } = &self;
        session.connection().shared().command(|engine, _, now| engine.fail_rebuild(now, session.key(), *key));
    }
}

impl fmt::Debug for Rebuild {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rebuild").field("session", &self.session).finish_non_exhaustive()
    }
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        let Self { session, key } = self;
        session.connection().shared().command(|engine, _, now| engine.attach_again(now, session.key(), *key));
    }
}
