//! Changes by the host application, which take effect at once: sessions that end, grants that are others now, users who
//! are removed from rooms.

use std::collections::BTreeSet;
use std::sync::Arc;

use bifrons::Id;
use bifrons::engine::{RequestOptions, Target};
use bifrons::time::Time;
use bifrons::wire::Verb;

use super::answer::About;
use super::sessions::{Handle, Session};
use super::{CloseCode, Gateway, PageId};
use crate::core::grants::is_same_id;
use crate::core::identity::Identity;
use crate::core::revocation::Change;
use crate::core::rights::needed_to_stay;

/// What no longer fits of a handle.
enum Excess {
    /// It is where its user may not be.
    Handle,
    /// It publishes what its user may not publish.
    Media,
}

impl Gateway {
    /// Changes what a user may do, for all its tokens that were made before now. What the user has and may have no longer
    /// ends: with [`Change::Revoke`] all its sessions and connections, else handles in rooms that it may not be in, and
    /// media that it may not publish.
    pub fn change(&mut self, now: Time, tenant: &str, subject: &str, change: Change) {
        self.advance(now);
        let unix = self.tokens.unix(now);
        self.revocations.add(now, unix, (tenant, subject), change);
        let is_of = |identity: &Identity| *identity.tenant == *tenant && *identity.subject == *subject;
        let mut sessions: Vec<_> =
            self.sessions.iter().filter(|(_, session)| is_of(&session.identity)).map(|(id, _)| id).collect();
        // In an order that does not depend on the tables: the same input has the same output.
        sessions.sort_unstable();
        for session in sessions {
            self.enforce(session);
        }
        let mut pages: Vec<_> = self
            .pages
            .iter()
            .filter(|(_, page)| page.identity.as_deref().is_some_and(is_of))
            .map(|(id, _)| *id)
            .collect();
        pages.sort_unstable();
        for page in pages {
            self.renew(page);
        }
    }

    /// Removes all users of this tenant from a room or mountpoint, or one of them; they may return with newer tokens.
    pub fn ban(&mut self, now: Time, tenant: &str, subject: Option<&str>, room: &Id) {
        let is_there = |session: &Session| {
            *session.identity.tenant == *tenant
                && session.handles.values().any(|handle| handle.entered.iter().any(|id| is_same_id(id, room)))
        };
        let subjects: BTreeSet<Arc<str>> = match subject {
            Some(subject) => [subject.into()].into(),
            None => self
                .sessions
                .iter()
                .filter(|(_, session)| is_there(session))
                .map(|(_, session)| session.identity.subject.clone())
                .collect(),
        };
        for subject in subjects {
            self.change(now, tenant, &subject, Change::Ban(room.clone()));
        }
    }

    /// Ends a session of a page, and its page learns of it as from Janus. Returns whether there is one.
    pub fn end_session(&mut self, now: Time, session: u64) -> bool {
        self.advance(now);
        let is_there = self.sessions.get(session).is_some();
        self.end_with_notice(session);
        is_there
    }

    /// Ends a session, and reports it to its page.
    pub(super) fn end_with_notice(&mut self, session: u64) {
        self.send_to(session, |about| about.bare("timeout"));
        let page = self.sessions.get(session).and_then(|session| session.page);
        self.drop_session(session);
        if let Some(page) = page {
            self.leave_page(page, session);
        }
    }

    /// Who the page is now.
    fn renew(&mut self, page: PageId) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        let renewed = entry.identity.as_ref().map(|identity| self.revocations.apply(identity));
        match renewed {
            Some(Ok(identity)) => entry.identity = Some(identity),
            Some(Err(_)) => self.close_page(page, CloseCode::Revoked),
            None => {}
        }
    }

    /// Ends what the session's user may have no longer.
    pub(super) fn enforce(&mut self, session: u64) {
        let Some(entry) = self.sessions.get_mut(session) else { return };
        let Ok(identity) = self.revocations.apply(&entry.identity) else {
            return self.end_with_notice(session);
        };
        entry.identity = identity.clone();
        let upstream = entry.upstream;
        let rules = &self.settings.rules;
        let is_allowed = |handle: &Handle| rules.names_plugin(&identity, handle.plugin.name);
        let mut found: Vec<_> = entry
            .handles
            .iter()
            .filter_map(|(id, handle)| {
                Some((*id, handle.key, excess(&identity, handle, is_allowed(handle))?))
            })
            .collect();
        found.sort_unstable_by_key(|(handle, ..)| *handle);
        for (handle, key, excess) in found {
            let verb = match excess {
                Excess::Handle => Verb::Detach,
                Excess::Media => Verb::Hangup,
            };
            let engine = &mut self.upstreams[upstream].engine;
            engine.request(self.now, Target::Handle(key), verb, None, RequestOptions::default());
            if let Excess::Handle = excess {
                self.sessions.remove_handle(session, handle);
                self.send_to(session, |about| About { sender: Some(handle), ..about }.bare("detached"));
            }
        }
    }
}

/// What no longer fits of this handle; `by_rule` if a rule names its plugin.
fn excess(who: &Identity, handle: &Handle, by_rule: bool) -> Option<Excess> {
    let plugin = handle.plugin;
    let may_stay = |id: &Id| needed_to_stay(plugin).is_none_or(|right| who.has(right, plugin, id));
    if handle.entered.iter().any(|id| who.banned.iter().any(|banned| is_same_id(banned, id))) {
        return Some(Excess::Handle);
    }
    if by_rule {
        return None;
    }
    if !who.may_attach(plugin) || !handle.entered.iter().all(may_stay) {
        return Some(Excess::Handle);
    }
    let lacks = |id: &Id| !who.lacks(handle.published, id).is_empty();
    handle.entered.iter().any(lacks).then_some(Excess::Media)
}
