//! What the application sees of users, and changes for them. What a change causes is delivered by `settle`.

use bifrons::Id;
use serde::Serialize;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use super::core::Core;
use crate::core::metrics::{counter, gauge};
use crate::core::recorded::Recorded;
use crate::core::revocation::Change;

type Outcome<T> = Result<T, JsValue>;

#[wasm_bindgen]
impl Core {
    /// The numbers of sessions, and of all their handles.
    pub fn counts(&self) -> Vec<f64> {
        let (sessions, handles) = self.gateway.counts();
        vec![sessions as f64, handles as f64]
    }

    /// The metrics of the core and of connections, as JSON.
    pub fn metrics(&self) -> String {
        let mut families = self.gateway.metrics();
        let (open, refused) = self.counts.numbers();
        families.push(gauge("connections", "Connections of the listeners", open));
        families.push(counter(
            "connections_refused",
            "Connections that were refused because of the limits",
            refused,
        ));
        text(&families)
    }

    /// The sessions of this tenant, or of all, as JSON.
    pub fn sessions(&self, tenant: Option<String>) -> String {
        text(&self.gateway.sessions(tenant.as_deref()))
    }

    /// A session as JSON, or `null`.
    pub fn session(&self, id: f64) -> String {
        text(&self.gateway.session(id as u64))
    }

    /// The rooms of this tenant, or of all, as JSON.
    pub fn rooms(&self, tenant: Option<String>) -> String {
        text(&self.gateway.rooms(tenant.as_deref()))
    }

    /// Makes all tokens worthless that the user has, and ends its sessions.
    pub fn revoke(&mut self, now: f64, tenant: Option<String>, subject: &str) -> Outcome<()> {
        self.change(now, tenant, subject, Change::Revoke)
    }

    /// Changes what the user's tokens grant.
    #[wasm_bindgen(js_name = changeGrants)]
    pub fn change_grants(
        &mut self,
        now: f64,
        tenant: Option<String>,
        subject: &str,
        grants: &str,
    ) -> Outcome<()> {
        let grants = serde_json::from_str(grants).map_err(|error| thrown(format!("the grants: {error}")))?;
        self.change(now, tenant, subject, Change::Grant(grants))
    }

    /// Removes the user from a room or mountpoint; without a user, all of the tenant.
    pub fn ban(
        &mut self,
        now: f64,
        tenant: Option<String>,
        subject: Option<String>,
        room: &str,
    ) -> Outcome<()> {
        let room: Id = serde_json::from_str(room)
            .map_err(|_| thrown("the room is not a number from 0 to 2^53 - 1 or a text".to_owned()))?;
        let (now, tenant) = (self.at(now), self.tenant(tenant)?);
        self.gateway.ban(now, &tenant, subject.as_deref(), &room);
        Ok(())
    }

    /// Ends a session, and returns whether there is one.
    #[wasm_bindgen(js_name = endSession)]
    pub fn end_session(&mut self, now: f64, session: f64) -> bool {
        let now = self.at(now);
        self.gateway.end_session(now, session as u64)
    }

    /// Accepts nothing new.
    pub fn drain(&mut self) {
        self.gateway.drain();
    }

    /// Closes all pages, and the connections to Janus.
    pub fn stop(&mut self, now: f64) {
        let now = self.at(now);
        self.gateway.stop(now);
    }

    /// Decides a recorded request, as JSON, without secrets, and returns the decision as JSON.
    pub fn explain(&self, recorded: &str) -> Outcome<String> {
        let recorded: Recorded = serde_json::from_str(recorded).map_err(|error| thrown(error.to_string()))?;
        // They were read before.
        let settings = self
            .given
            .read_without_secrets()
            .ok_or_else(|| thrown("the settings have changed".to_owned()))?;
        let decision = recorded.decide(&settings).map_err(thrown)?;
        let explanation = decision.explanation();
        let shown = match &decision.result {
            Ok(allowed) => json!({ "allowed": true, "explanation": explanation, "body": allowed.body }),
            Err(refusal) => {
                json!({ "allowed": false, "explanation": explanation, "code": refusal.code(), "reason": refusal.reason })
            }
        };
        Ok(shown.to_string())
    }
}

impl Core {
    fn change(&mut self, now: f64, tenant: Option<String>, subject: &str, change: Change) -> Outcome<()> {
        let (now, tenant) = (self.at(now), self.tenant(tenant)?);
        self.gateway.change(now, &tenant, subject, change);
        Ok(())
    }

    /// The tenant of this name, or the only one.
    fn tenant(&self, named: Option<String>) -> Outcome<String> {
        let issuers = &self.configuration.settings.issuers;
        match (named, &issuers[..]) {
            (Some(name), issuers) if issuers.iter().any(|issuer| issuer.name == name) => Ok(name),
            (None, [only]) => Ok(only.name.clone()),
            (Some(_), _) => Err(thrown("no issuer has the name that `tenant` gives".to_owned())),
            (None, _) => Err(thrown("`tenant` is missing: the name of an issuer".to_owned())),
        }
    }
}

fn thrown(text: String) -> JsValue {
    JsValue::from_str(&text)
}

/// A view has texts as keys, and is always JSON.
fn text(view: &impl Serialize) -> String {
    serde_json::to_string(view).unwrap_or_else(|_| Value::Null.to_string())
}
