//! A request, and all that the decision depends on.

use bifrons_gateway::core::definitions::Plugin;
use serde_json::{Map, Value};

#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) plugin: &'static Plugin,
    pub(crate) body: Map<String, Value>,
    /// The member `janus` of the token.
    pub(crate) grants: Value,
    /// The most that tokens of the issuer may grant.
    pub(crate) at_most: Option<Value>,
    pub(crate) entered: Vec<Value>,
    pub(crate) banned: Vec<Value>,
    pub(crate) offer: Option<String>,
    /// The kinds of media that the offer sends.
    pub(crate) sends: Vec<&'static str>,
}
