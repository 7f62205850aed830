//! What the host application decides about, and what it has decided, as JSON: for one that is not written in Rust.

#[cfg(feature = "server")]
use serde::Deserialize;
use serde::Serialize;
use serde_json::{Map, Value};

#[cfg(feature = "server")]
use super::case::Verdict;
use super::case::{Case, CaseFlow};
use crate::core::grants::Grants;
use crate::core::identity::Identity;

/// The part of a case as JSON that is equal in equal cases.
#[derive(Serialize)]
struct What<'c> {
    tenant: &'c str,
    subject: &'c str,
    roles: &'c [String],
    grants: &'c Grants,
    plugin: &'c str,
    request: &'c str,
    body: &'c Map<String, Value>,
    publishes: &'c [&'static str],
    #[serde(skip_serializing_if = "Option::is_none")]
    app: &'c Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    flow: &'c Option<CaseFlow>,
}

/// A case as JSON.
#[derive(Serialize)]
struct Shown<'c> {
    #[serde(flatten)]
    what: What<'c>,
    session: u64,
    handle: u64,
}

impl Case {
    /// The case as JSON.
    pub(crate) fn to_json(&self) -> String {
        let shown = Shown { what: self.what(), session: self.session, handle: self.handle };
        // It has texts as keys, and is always JSON.
        serde_json::to_string(&shown).unwrap_or_default()
    }

    /// A text that is the same for each case that differs in session and handle alone.
    #[cfg(feature = "server")]
    pub(crate) fn identifying(&self) -> String {
        serde_json::to_string(&self.what()).unwrap_or_default()
    }

    fn what(&self) -> What<'_> {
        let Self { who, plugin, request, body, app, publishes, flow, .. } = self;
        let Identity { tenant, subject, roles, grants, .. } = &**who;
        What { tenant, subject, roles, grants, plugin, request, body, publishes, app, flow }
    }
}

/// A verdict as JSON. What it must not have is no verdict, since its author may mean something else.
#[cfg(feature = "server")]
#[derive(Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case", deny_unknown_fields)]
enum Written {
    Allow {},
    Change { body: Map<String, Value> },
    Respond { data: Value },
    Refuse { reason: String, code: Option<i64> },
}

#[cfg(feature = "server")]
impl Verdict {
    /// Reads a verdict: `{"verdict":"allow"}`, `{"verdict":"change","body":{…}}`, `{"verdict":"respond","data":…}`,
    /// `{"verdict":"refuse","reason":"…","code":403}`.
    ///
    /// # Errors
    /// Why it is none.
    pub(crate) fn from_json(json: &[u8]) -> serde_json::Result<Self> {
        Ok(match serde_json::from_slice(json)? {
            Written::Allow {} => Self::Allow,
            Written::Change { body } => Self::Change(body),
            Written::Respond { data } => Self::Respond(data),
            Written::Refuse { reason, code } => Self::Refuse { code, reason },
        })
    }
}
