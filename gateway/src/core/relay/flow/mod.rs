//! Flows: several requests to Janus by one request of a page.
//!
//! A page attaches to the plugin `bifrons.plugin.flow`. When its flow has come to its end, the handle is one of the flow's
//! plugin. If a step fails, what was done is undone: then the handle is what it was before.

mod declared;
mod outcome;
mod plan;
mod run;
mod state;
mod undo;

use std::sync::Arc;

use serde_json::{Value, json};

pub use self::declared::{Flow, FlowStep, Reference, UnknownReference, check_flows};
pub(crate) use self::outcome::error_of;
pub use self::plan::BUILT_IN_FLOWS;
pub(crate) use self::plan::plan;
pub(super) use self::run::{Running, Sent};
pub(super) use self::state::State;
pub(super) use self::undo::Undoing;
use super::answer::About;
use super::at_session::no_session;
use super::from_page::{Step, unhandled, unknown};
use super::request::{Head, PageRequest};
use super::{Gateway, PageId, RequestKind};
use crate::core::definitions::Plugin;
use crate::core::identity::Identity;
use crate::core::limits::Class;
use crate::core::refusal::Refusal;

/// The plugin to which pages attach for a flow.
pub static FLOW: Plugin = Plugin { name: "flow", package: "bifrons.plugin.flow", requests: &[], events: &[] };

/// A handle, by its session's id and its own.
type At = (u64, u64);

impl Gateway {
    pub(super) fn attach_flow(
        &mut self,
        page: PageId,
        session: u64,
        who: &Identity,
        about: &About,
    ) -> Result<(), Refusal> {
        let held = self.usages.handle(who, self.settings.limits.subject)?;
        let id = self.sessions.add_flow(session, State::Idle(held), &mut self.random);
        let id = id.ok_or_else(|| no_session(session))?;
        self.send(page, about.success(json!({ "id": id })));
        Ok(())
    }

    /// A request for a handle of the flow plugin.
    pub(super) fn at_flow(
        &mut self,
        page: PageId,
        at: At,
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        match &*head.verb {
            "message" => return self.begin_flow(page, at, request, about, kind),
            "detach" => {
                self.sessions.remove_flow(at);
                self.send(page, about.bare("success"));
            }
            "hangup" => self.send(page, about.bare("success")),
            "keepalive" => self.send(page, about.bare("ack")),
            verb @ ("attach" | "claim" | "destroy" | "trickle") => return Err(unhandled(verb)),
            verb => return Err(unknown(verb)),
        }
        Ok(Step::Done)
    }

    /// Decides about all of a flow, and begins it.
    fn begin_flow(
        &mut self,
        page: PageId,
        at: At,
        request: &PageRequest<'_>,
        about: &About,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        (kind.plugin, kind.request) = (FLOW.name, "other");
        let upstream = self.own_session(page, at.0)?;
        let who = self.identity(page)?;
        let body = request.body()?;
        let name: Arc<str> = body.get("request").and_then(Value::as_str).unwrap_or_default().into();
        kind.request = plan::shown(&self.settings, &name);
        let plan = plan(&self.settings, &who, request.jsep()?, body)?;
        for _ in 0..plan.count_created() {
            self.count(page, Class::Create)?;
        }
        let held = self.sessions.begin_flow(at)?;
        let running = Running {
            at,
            upstream,
            page,
            who,
            kind: *kind,
            about: about.clone(),
            plan,
            held,
            undos: Vec::new(),
            seen: Vec::new(),
            at_limit: None,
        };
        if let Some(page) = self.pages.get_mut(&page) {
            page.is_waiting = true;
        }
        if self.settings.consults {
            self.consult_about_flow(name, Box::new(running));
        } else {
            self.attach_for_flow(Box::new(running));
        }
        Ok(Step::Later)
    }
}
