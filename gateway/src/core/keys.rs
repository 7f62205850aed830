//! What Janus asks for, and pages don't have: secrets and PINs of rooms, admin keys of plugins.

use bifrons::Id;
use bifrons::Secret;
use serde_json::{Map, Value};

use super::definitions::{Holds, Plugin, Request};
use super::grants::{Pattern, covers};

/// The gateway's keys.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<Key>);

/// A key, and where it belongs.
#[derive(Clone, Debug)]
pub struct Key {
    /// The short name of the plugin, such as `videoroom`.
    pub plugin: String,
    /// The field, such as `secret`, `pin` or `admin_key`.
    pub field: String,
    /// The rooms or mountpoints.
    pub of: Pattern,
    /// The key itself.
    pub value: Secret,
}

impl Keys {
    /// Returns these keys; of several that fit the first one counts.
    #[must_use]
    pub const fn new(keys: Vec<Key>) -> Self {
        Self(keys)
    }

    /// Returns how many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the key for this field.
    #[must_use]
    pub fn find(&self, plugin: &str, field: &str, id: Option<&Id>) -> Option<&str> {
        let is = |key: &&Key| key.plugin == plugin && key.field == field && covers(&key.of, id);
        self.0.iter().find(is).map(|key| key.value.reveal())
    }

    /// Adds the keys for this room or mountpoint to a request.
    pub(crate) fn add_to(
        &self,
        (plugin, request): (&Plugin, &Request),
        body: &mut Map<String, Value>,
        id: Option<&Id>,
    ) {
        let fields = request.fields.iter().flat_map(|shape| shape.0);
        for field in fields.filter(|field| matches!(field.holds, Holds::AccessKey)) {
            if let Some(key) = self.find(plugin.name, field.name, id) {
                body.insert(field.name.to_owned(), key.into());
            }
        }
    }
}
