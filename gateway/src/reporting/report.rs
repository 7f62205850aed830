//! The body of a report.

use std::sync::Arc;
use std::time::Duration;

use bifrons::Id;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use crate::core::relay::{Occurrence, OccurrenceKind, OfRoom};

/// A report, ready to be sent.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Message {
    pub event: OccurrenceKind,
    /// Its number, by which a receiver knows one that comes twice.
    pub id: String,
    pub body: String,
    /// Reports of one lane keep their order.
    pub lane: Lane,
}

/// What keeps its order: a room, as a text of JSON, or all that is about no room.
pub(crate) type Lane = Option<Arc<str>>;

#[derive(Serialize)]
struct Body<'b> {
    id: &'b str,
    event: OccurrenceKind,
    /// Milliseconds since 1970.
    time_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plugin: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<&'b Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sequence: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl Message {
    /// A report of this; `unix` is the time since 1970, and `number` is random.
    pub(crate) fn of(occurrence: &Occurrence, unix: Duration, number: [u8; 16]) -> Self {
        let id = HEXLOWER.encode(&number);
        let room = occurrence.room.as_ref();
        let body = Body {
            id: &id,
            event: occurrence.kind,
            time_ms: u64::try_from(unix.as_millis()).unwrap_or_default(),
            tenant: occurrence.tenant.as_deref(),
            subject: occurrence.subject.as_deref(),
            session: occurrence.session,
            plugin: room.map(|room| room.plugin),
            room: room.map(|room| &room.id),
            sequence: room.map(|room| room.sequence),
            reason: occurrence.reason,
        };
        // It has texts as keys, and is always JSON.
        let body = serde_json::to_string(&body).unwrap_or_default();
        let tenant = occurrence.tenant.as_deref();
        let text = |OfRoom { plugin, id, .. }: &OfRoom| serde_json::to_string(&(tenant, plugin, id)).ok();
        let lane = room.and_then(text).map(Arc::from);
        Self { event: occurrence.kind, id, body, lane }
    }
}
