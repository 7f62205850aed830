//! The state of the gateway, as an operator sees it. It holds no secret, no token and no session description.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::Id;
use serde::{Serialize, Serializer};

use super::Gateway;
use super::replica::Replica;
use super::rooms::{Room, RoomKey};
use super::sessions::Session;

/// How much there is of everything now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The connections of pages; each request over HTTP counts as one.
    pub pages: usize,
    /// The sessions, by their tenants.
    pub sessions: BTreeMap<Arc<str>, usize>,
    /// The sessions whose page is gone, and may come back.
    pub left_sessions: usize,
    /// The handles of all sessions.
    pub handles: usize,
    /// The rooms in which users are.
    pub rooms: usize,
    /// The rooms and mountpoints that users have created, as far as they count.
    pub created_rooms: usize,
    /// The requests whose response Janus has not sent yet.
    pub pending_requests: usize,
    /// The requests that wait for the host application.
    pub consultations: usize,
    /// The checks of tokens for which pages wait.
    pub checks: usize,
    /// The times at which something ends: pages without a token, polls, tokens.
    pub deadlines: usize,
    /// What is under way with the store that replicas share: claims of other replicas' sessions, records to write or to delete.
    pub replica: usize,
    /// The connections to Janus.
    pub upstreams: Vec<UpstreamView>,
}

/// A connection to Janus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpstreamView {
    /// Whether it is open.
    pub is_connected: bool,
    /// How often it was opened; more than once after an outage.
    pub connects: u64,
}

/// A session of a page.
#[derive(Clone, Debug, Serialize)]
pub struct SessionView {
    /// The id that the page has for it.
    pub id: u64,
    /// The tenant: the issuer of the page's token.
    pub tenant: Arc<str>,
    /// The user (`sub`).
    pub subject: Arc<str>,
    /// The user's roles.
    pub roles: Vec<String>,
    /// Whether its page is connected; if not, the session waits for it to come back.
    pub connected: bool,
    /// The time until its token expires, in whole seconds.
    #[serde(rename = "expires_in_s", serialize_with = "whole_seconds")]
    pub expires_in: Duration,
    /// Its handles.
    pub handles: Vec<HandleView>,
}

/// A handle of a session.
#[derive(Clone, Debug, Serialize)]
pub struct HandleView {
    /// The id that the page has for it.
    pub id: u64,
    /// The short name of its plugin.
    pub plugin: &'static str,
    /// The rooms that it has asked to join, or the mountpoints that it has asked to watch.
    pub asked_for: Vec<Id>,
    /// The kinds of media that its offers may have published.
    pub media: Vec<&'static str>,
}

/// A room in which there are users of this gateway.
#[derive(Clone, Debug, Serialize)]
pub struct RoomView {
    /// The tenant of the users.
    pub tenant: Arc<str>,
    /// The short name of the plugin: `videoroom` or `audiobridge`.
    pub plugin: &'static str,
    /// The room.
    pub room: Id,
    /// The sequence number of the last thing that has happened there: webhooks have it, too.
    pub sequence: u64,
    /// Its users.
    pub users: Vec<UserView>,
}

/// A user in a room.
#[derive(Clone, Debug, Serialize)]
pub struct UserView {
    /// The user (`sub`).
    pub subject: Arc<str>,
    /// The session, by the id that its page has for it.
    pub session: u64,
    /// The handle, likewise.
    pub handle: u64,
    /// The user's id in the room: the feed of VideoRoom, the participant of AudioBridge.
    pub id: Option<Id>,
    /// Whether its media flow.
    pub publishing: bool,
}

impl Gateway {
    /// Returns how much there is of everything now.
    #[must_use]
    pub fn load(&self) -> Load {
        // Each tenant has a number: it does not end with the tenant's last session.
        let mut sessions: BTreeMap<Arc<str>, usize> =
            self.settings.issuers.iter().map(|issuer| (issuer.name.as_str().into(), 0)).collect();
        for (_, session) in self.sessions.iter() {
            *sessions.entry(session.identity.tenant.clone()).or_default() += 1;
        }
        let upstreams = self.upstreams.iter();
        Load {
            pages: self.pages.len(),
            sessions,
            left_sessions: self.sessions.left_count(),
            handles: self.sessions.handle_count(),
            rooms: self.rooms(None).len(),
            created_rooms: self.created.len(),
            pending_requests: self.pending.len(),
            consultations: self.consultations.len(),
            checks: self.strangers.check_count(),
            deadlines: self.strangers.until_count()
                + self.http_deadlines.len()
                + self.sessions.expiry_count(),
            replica: self.replica.as_ref().map_or(0, Replica::load),
            upstreams: upstreams
                .map(|upstream| UpstreamView {
                    is_connected: upstream.is_connected,
                    connects: upstream.connects,
                })
                .collect(),
        }
    }

    /// Returns the sessions of this tenant, or of all, by their ids.
    #[must_use]
    pub fn sessions(&self, tenant: Option<&str>) -> Vec<SessionView> {
        let of_tenant = self
            .sessions
            .iter()
            .filter(|(_, session)| tenant.is_none_or(|tenant| *session.identity.tenant == *tenant));
        let mut views: Vec<_> = of_tenant.map(|(id, session)| self.view(id, session)).collect();
        views.sort_unstable_by_key(|view| view.id);
        views
    }

    /// Returns a session.
    #[must_use]
    pub fn session(&self, id: u64) -> Option<SessionView> {
        self.sessions.get(id).map(|session| self.view(id, session))
    }

    /// Returns the rooms of this tenant, or of all, in which there are users.
    #[must_use]
    pub fn rooms(&self, tenant: Option<&str>) -> Vec<RoomView> {
        let of_tenant =
            self.sessions.iter_rooms().filter(|(key, _)| tenant.is_none_or(|tenant| *key.tenant == *tenant));
        let view = |(key, room): (&RoomKey, &Room)| RoomView {
            tenant: key.tenant.clone(),
            plugin: key.plugin,
            room: key.id.clone(),
            sequence: room.sequence,
            users: room
                .users
                .iter()
                .map(|(at, user)| UserView {
                    subject: user.subject.clone(),
                    session: at.0,
                    handle: at.1,
                    id: user.id.clone(),
                    publishing: user.is_publishing,
                })
                .collect(),
        };
        of_tenant.map(view).collect()
    }

    fn view(&self, id: u64, session: &Session) -> SessionView {
        let who = &session.identity;
        let handles = session.handles.iter().map(|(id, handle)| HandleView {
            id: *id,
            plugin: handle.plugin.name,
            asked_for: handle.entered.clone(),
            media: handle.published.names().collect(),
        });
        let mut handles: Vec<_> = handles.collect();
        handles.sort_unstable_by_key(|handle| handle.id);
        SessionView {
            id,
            tenant: who.tenant.clone(),
            subject: who.subject.clone(),
            roles: who.roles.clone(),
            connected: session.page.is_some(),
            expires_in: who.expires.since(self.now),
            handles,
        }
    }
}

fn whole_seconds<S: Serializer>(span: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u64(span.as_secs())
}
