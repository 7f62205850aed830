//! The gateway's decision.

use std::sync::LazyLock;

use bifrons::Id;
use bifrons_gateway::core::decision::{Asking, decide};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::keys::{Key, Keys};
use serde_json::Value;

use super::asked::Asked;
use super::judge::KEYS;

static OF_GATEWAY: LazyLock<Keys> = LazyLock::new(|| {
    let key = |(plugin, field, room, value): &(&str, &str, &str, &str)| Key {
        plugin: (*plugin).into(),
        field: (*field).into(),
        of: (*room).into(),
        value: (*value).into(),
    };
    Keys::new(KEYS.iter().map(key).collect())
});

/// What the gateway decides: the body for Janus, or nothing.
pub(crate) fn decided(asked: &Asked) -> Option<Value> {
    let ids = |ids: &[Value]| ids.iter().map(|id| serde_json::from_value(id.clone()).unwrap()).collect();
    let (entered, banned): (Vec<Id>, Vec<Id>) = (ids(&asked.entered), ids(&asked.banned));
    let read = |grants: &Value| serde_json::from_value::<Grants>(grants.clone()).unwrap();
    let (grants, at_most) = (read(&asked.grants), asked.at_most.as_ref().map(read));
    let asking = Asking {
        grants: &grants,
        at_most: at_most.as_ref(),
        keys: &OF_GATEWAY,
        plugin: asked.plugin,
        entered: &entered,
        banned: &banned,
        offer: asked.offer.as_deref(),
    };
    decide(&asking, asked.body.clone()).ok().map(|allowed| Value::Object(allowed.body))
}
