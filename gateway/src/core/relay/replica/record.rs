//! The record of a session: what another replica needs to take it over.

use bifrons::Id;
use bifrons::engine::{HandleKey, SessionKey};
use serde::{Deserialize, Serialize};

use super::super::Gateway;
use super::super::sessions::Session;
use crate::core::offer::Kinds;

/// The record of a session. Members that an older gateway does not know are none that it needs; newer ones have defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The replica that has it.
    pub owner: String,
    /// How often it has moved.
    pub epoch: u64,
    /// Its id in Janus.
    pub janus_session: u64,
    /// Whose it is: the issuer of the token.
    pub tenant: String,
    /// Whose it is: the user (`sub`).
    pub subject: String,
    /// Its handles.
    #[serde(default)]
    pub handles: Vec<HandleRecord>,
}

/// A handle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct HandleRecord {
    /// The id that its page has for it.
    pub id: u64,
    /// Its id in Janus.
    pub janus_handle: u64,
    /// The short name of its plugin.
    pub plugin: String,
    /// The rooms that it asked to join, or the mountpoints that it asked to watch.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entered: Vec<Id>,
    /// The kinds of media that it may have published in them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<String>,
}

impl Record {
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    pub(super) fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl HandleRecord {
    pub(super) fn kinds(&self) -> Kinds {
        let has = |name: &str| self.published.iter().any(|kind| kind == name);
        Kinds { audio: has("audio"), video: has("video"), data: has("data") }
    }
}

impl Gateway {
    /// The record of a session that is here.
    pub(super) fn record_of(&self, session: &Session) -> Option<Record> {
        let engine = &self.upstreams.get(session.upstream)?.engine;
        let of_session = |key: SessionKey| engine.session_id(key).map(|id| id.get());
        let of_handle = |key: HandleKey| engine.handle_id(key).map(|id| id.get());
        let mut handles: Vec<_> = session
            .handles
            .iter()
            .filter_map(|(id, handle)| {
                Some(HandleRecord {
                    id: *id,
                    janus_handle: of_handle(handle.key)?,
                    plugin: handle.plugin.name.to_owned(),
                    entered: handle.entered.clone(),
                    published: handle.published.names().map(str::to_owned).collect(),
                })
            })
            .collect();
        handles.sort_unstable_by_key(|handle| handle.id);
        Some(Record {
            owner: self.replica.as_ref()?.id.as_ref().to_owned(),
            epoch: session.recorded.epoch,
            janus_session: of_session(session.key)?,
            tenant: session.identity.tenant.as_ref().to_owned(),
            subject: session.identity.subject.as_ref().to_owned(),
            handles,
        })
    }
}
