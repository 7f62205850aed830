//! What an application, or an operator, sees of users and changes for them.

use std::sync::Arc;

use bifrons::Id;

use super::Server;
use crate::core::relay::{RoomView, SessionView};
use crate::core::revocation::Change;

impl Server {
    /// Changes what a user may do, for all its tokens that were made before now. What the user has and may have no longer
    /// ends at once: with [`Change::Revoke`] all its sessions and connections, else handles in rooms that it may not be
    /// in, and media that it may not publish.
    pub fn change(self: &Arc<Self>, tenant: &str, subject: &str, change: Change) {
        self.act(|gateway, now| gateway.change(now, tenant, subject, change));
    }

    /// Removes a user of this tenant from a room or mountpoint, or all its users; they may return with newer tokens.
    pub fn ban(self: &Arc<Self>, tenant: &str, subject: Option<&str>, room: &Id) {
        self.act(|gateway, now| gateway.ban(now, tenant, subject, room));
    }

    /// Ends a session of a page, which learns of it as from Janus. Returns whether there is such a session.
    pub fn end_session(self: &Arc<Self>, session: u64) -> bool {
        self.act(|gateway, now| gateway.end_session(now, session))
    }

    /// Returns the sessions of this tenant, or of all.
    #[must_use]
    pub fn sessions(&self, tenant: Option<&str>) -> Vec<SessionView> {
        self.look(|gateway| gateway.sessions(tenant))
    }

    /// Returns a session, by the id that its page has for it.
    #[must_use]
    pub fn session(&self, id: u64) -> Option<SessionView> {
        self.look(|gateway| gateway.session(id))
    }

    /// Returns the rooms of VideoRoom and AudioBridge in which users of this tenant are, or of all. Users who came to the
    /// room without this gateway are not among them.
    #[must_use]
    pub fn rooms(&self, tenant: Option<&str>) -> Vec<RoomView> {
        self.look(|gateway| gateway.rooms(tenant))
    }
}
