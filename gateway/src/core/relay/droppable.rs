//! Events that may be dropped where a page reads too slowly: later ones have the same, up to date.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use super::Gateway;
use crate::core::definitions::{PLUGINS, Plugin};

/// An event of a handle of this plugin. Whether it may be dropped is looked at only when too much waits.
#[derive(Clone, Copy, Debug)]
pub struct EventOf(pub(super) &'static Plugin);

#[derive(Deserialize)]
struct Message<'m> {
    #[serde(borrow)]
    janus: Cow<'m, str>,
    transaction: Option<Value>,
    plugindata: Option<PluginData>,
    jsep: Option<Value>,
}

#[derive(Deserialize)]
struct PluginData {
    data: Value,
}

impl EventOf {
    /// Its number, for a driver in another language.
    #[must_use]
    pub fn number(self) -> usize {
        PLUGINS.iter().position(|plugin| std::ptr::eq(plugin, self.0)).unwrap_or(PLUGINS.len())
    }

    /// The event with this number, if it is one.
    #[must_use]
    pub fn from_number(number: usize) -> Option<Self> {
        PLUGINS.get(number).map(Self)
    }

    /// Whether this event may be dropped: by its kind, or by the definitions of its plugin. One with an SDP, or about a request,
    /// never may.
    #[must_use]
    pub fn may_be_dropped(self, text: &str) -> bool {
        let Ok(message) = serde_json::from_str::<Message<'_>>(text) else { return false };
        match (&*message.janus, message.plugindata) {
            ("media" | "slowlink", _) => true,
            ("event", Some(plugin)) if message.jsep.is_none() && message.transaction.is_none() => {
                self.0.event(&plugin.data).is_some_and(|event| event.droppable)
            }
            _ => false,
        }
    }
}

impl Gateway {
    /// Notes that an event was dropped.
    pub const fn note_dropped(&mut self) {
        self.counters.dropped_events += 1;
    }
}
