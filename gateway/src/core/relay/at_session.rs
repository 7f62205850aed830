//! Requests about sessions.

use serde_json::{Value, json};

use super::answer::About;
use super::flow::FLOW;
use super::page::Purpose;
use super::request::PageRequest;
use super::{Asked, Gateway, PageId};
use crate::core::definitions::plugin;
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};
use crate::core::rights::may_attach;

impl Gateway {
    pub(super) fn create(&mut self, page: PageId, about: &About) -> Result<(), Refusal> {
        self.refuse_while_draining()?;
        let identity = self.identity(page)?;
        let held = self.usages.session(&identity, self.settings.limits.subject)?;
        let index = self.next_connected().ok_or_else(|| unavailable("Janus can't be reached; try again"))?;
        let request = self.upstreams[index].create(self.now);
        self.expect(index, request, page, about.clone(), Asked::Create(identity, held));
        Ok(())
    }

    /// What the page gets with its session, or when it comes back to it: fresh credentials for ICE servers.
    pub(super) fn session_data(&self, session: u64, who: &Identity) -> Value {
        let mut data = json!({ "id": session });
        let unix = self.tokens.unix(self.now);
        let servers: Vec<_> =
            self.settings.ice_servers.iter().map(|servers| servers.for_user(who, unix)).collect();
        if !servers.is_empty() {
            data["ice_servers"] = json!(servers);
        }
        data
    }

    /// The next connection to Janus that is open.
    pub(super) fn next_connected(&mut self) -> Option<usize> {
        let count = self.upstreams.len();
        let index = (0..count)
            .map(|step| (self.next_upstream + step) % count)
            .find(|at| self.upstreams[*at].is_connected)?;
        self.next_upstream = index + 1;
        Some(index)
    }

    /// The session, if it is of the same user: as with Janus, responses go to the connection of the request, and events
    /// to that of the session.
    pub(super) fn own_session(&mut self, page: PageId, session: u64) -> Result<usize, Refusal> {
        let Some(who) = self.pages.get(&page).and_then(|page| page.identity.as_ref()) else {
            return Err(self.identity(page).err().unwrap_or_else(|| no_session(session)));
        };
        let own = self.sessions.get(session).filter(|entry| who.is_same_subject(&entry.identity));
        let upstream = own.map(|session| session.upstream).ok_or_else(|| no_session(session))?;
        self.note_use(page, session);
        Ok(upstream)
    }

    /// The page claims a session that it had by another connection.
    pub(super) fn claim(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let Some(entry) = self.sessions.get(session) else {
            return self.claim_elsewhere(page, session, about);
        };
        let before = Some(entry).filter(|entry| entry.identity.is_same_subject(&identity));
        let before = before.ok_or_else(|| no_session(session))?.page;
        if before != Some(page) {
            self.sessions.enter(session, page);
            self.sessions.set_identity(session, identity.clone(), self.warn_at(identity.expires));
            if let Some(entry) = self.pages.get_mut(&page) {
                entry.sessions.push(session);
            }
            if let Some(before) = before {
                self.leave_page(before, session);
            }
        }
        let response = match self.settings.ice_servers.is_empty() {
            true => about.bare("success"),
            false => about.success(self.session_data(session, &identity)),
        };
        self.send(page, response);
        self.keep_for_polls(page, session);
        Ok(())
    }

    /// The session is no longer this page's.
    pub(super) fn leave_page(&mut self, page: PageId, session: u64) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        entry.sessions.retain(|of_page| *of_page != session);
        if matches!(entry.purpose, Purpose::Mailbox(_)) {
            self.leave(page);
        }
    }

    pub(super) fn attach(
        &mut self,
        page: PageId,
        (index, session): (usize, u64),
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let name = request.plugin()?;
        let opaque_id = request.opaque_id()?;
        let no_plugin = || Refusal::new(Cause::UnknownPlugin, format!("No such plugin '{name}'"));
        if name == FLOW.package {
            return self.attach_flow(page, session, &identity, about);
        }
        let plugin = plugin(&name).ok_or_else(no_plugin)?;
        if !identity.may_attach(plugin) && !self.settings.rules.names_plugin(&identity, plugin.name) {
            let lacking = match may_attach(&identity.grants, plugin) {
                true => "no token of this issuer may grant anything",
                false => "the token grants nothing",
            };
            let text = format!("{lacking} of the plugin {}", plugin.name);
            return Err(Refusal::new(Cause::NotGranted, text).with_code(Some(405)));
        }
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        let held = self.usages.handle(&identity, self.settings.limits.subject)?;
        let sent = self.upstreams[index].attach(self.now, entry.key, plugin.package, opaque_id.as_deref());
        self.expect(index, sent, page, about.clone(), Asked::Attach(plugin, held));
        Ok(())
    }

    pub(super) fn destroy(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        let index = entry.upstream;
        let sent = self.upstreams[index].engine.destroy(self.now, entry.key);
        self.expect(index, sent, page, about.clone(), Asked::Other);
        Ok(())
    }
}

pub(super) fn no_session(session: u64) -> Refusal {
    Refusal::new(Cause::NoSuchSession, format!("No such session {session}"))
}

pub(super) fn unavailable(text: &'static str) -> Refusal {
    Refusal::new(Cause::Unavailable, text)
}
