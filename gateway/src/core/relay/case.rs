//! What the host application decides about, and what it has decided.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::core::identity::Identity;

/// What the host application decides about: a request that grants or rules allow.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Case {
    /// Who asks.
    pub who: Arc<Identity>,
    /// The session and the handle, by the ids that the page has.
    pub session: u64,
    /// The handle.
    pub handle: u64,
    /// The short name of the plugin.
    pub plugin: &'static str,
    /// The request, by its name in Janus; `other` if the gateway does not know it.
    pub request: &'static str,
    /// The body, as it would go to Janus.
    pub body: Map<String, Value>,
    /// The member `app` of the body, which is the application's own and never goes to Janus.
    pub app: Option<Value>,
    /// The kinds of media that its offer publishes in a room, such as `audio`.
    pub publishes: Vec<&'static str>,
    /// The flow, if the request is the last one of a flow: its name, and the requests that come before. Plugin, request and
    /// body are those that Janus gets, as for rules.
    pub flow: Option<CaseFlow>,
}

/// The flow to which a request belongs.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct CaseFlow {
    /// Its name, such as `enter`.
    pub name: Arc<str>,
    /// The bodies of the requests that come before, as they would go to Janus.
    pub steps: Vec<Map<String, Value>>,
}

/// What the host application has decided.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// The request goes to Janus.
    Allow,
    /// The request goes to Janus with this body, which is not judged again.
    Change(Map<String, Value>),
    /// Janus gets nothing; the page gets this as the plugin's data.
    Respond(Value),
    /// The request is refused.
    Refuse {
        /// The code of the error; 403 if there is none.
        code: Option<i64>,
        /// The reason, for the page's author.
        reason: String,
    },
    /// The application has failed to decide: the request is refused.
    Undecided {
        /// Why, for the operator's log; the page does not get it.
        why: String,
    },
}
