//! How many sessions, handles and rooms a user has: those that are being created count, too.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};

use super::SubjectLimits;
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};

/// What a user has.
#[derive(Debug, Default)]
struct Usage {
    sessions: AtomicUsize,
    handles: AtomicUsize,
    rooms: AtomicUsize,
}

/// One of the user's sessions, handles or rooms: it counts while this exists.
#[derive(Debug)]
pub(crate) struct Held {
    usage: Arc<Usage>,
    which: fn(&Usage) -> &AtomicUsize,
}

impl Drop for Held {
    fn drop(&mut self) {
        (self.which)(&self.usage).fetch_sub(1, Ordering::Relaxed);
    }
}

/// What each user has.
#[derive(Debug, Default)]
pub(crate) struct Usages {
    by_subject: HashMap<(Arc<str>, Arc<str>), Weak<Usage>>,
    /// With so many users those who have nothing are forgotten.
    sweep_at: usize,
}

impl Usages {
    /// One more session of this user.
    ///
    /// # Errors
    /// It has as many as it may have.
    pub(crate) fn session(&mut self, who: &Identity, limits: SubjectLimits) -> Result<Held, Refusal> {
        self.hold(who, |usage| &usage.sessions, limits.of(who).sessions, "sessions")
    }

    /// One more handle of this user.
    ///
    /// # Errors
    /// It has as many as it may have.
    pub(crate) fn handle(&mut self, who: &Identity, limits: SubjectLimits) -> Result<Held, Refusal> {
        self.hold(who, |usage| &usage.handles, limits.of(who).handles, "handles")
    }

    /// One more room or mountpoint that this user creates.
    ///
    /// # Errors
    /// It has created as many as it may.
    pub(crate) fn room(&mut self, who: &Identity, limits: SubjectLimits) -> Result<Held, Refusal> {
        self.hold(who, |usage| &usage.rooms, limits.of(who).rooms, "rooms")
    }

    /// A session of this user that came from another replica, with so many handles: they are there, and count.
    pub(crate) fn of_moved_session(&mut self, who: &Identity, handles: usize) -> (Held, Vec<Held>) {
        let usage = self.of(who);
        let held = |which: fn(&Usage) -> &AtomicUsize| {
            which(&usage).fetch_add(1, Ordering::Relaxed);
            Held { usage: usage.clone(), which }
        };
        (held(|usage| &usage.sessions), (0..handles).map(|_| held(|usage| &usage.handles)).collect())
    }

    /// Whether this is one of the user's.
    pub(crate) fn is_of(&self, who: &Identity, held: &Held) -> bool {
        let usage = self.by_subject.get(&(who.tenant.clone(), who.subject.clone()));
        usage.is_some_and(|usage| std::ptr::eq(usage.as_ptr(), Arc::as_ptr(&held.usage)))
    }

    fn hold(
        &mut self,
        who: &Identity,
        which: fn(&Usage) -> &AtomicUsize,
        most: usize,
        name: &str,
    ) -> Result<Held, Refusal> {
        let usage = self.of(who);
        // The gateway alone counts, in one thread at a time.
        if which(&usage).load(Ordering::Relaxed) >= most {
            let text = format!("the user has as many {name} as it may have, {most}");
            return Err(Refusal::new(Cause::TooMany, text));
        }
        which(&usage).fetch_add(1, Ordering::Relaxed);
        Ok(Held { usage, which })
    }

    fn of(&mut self, who: &Identity) -> Arc<Usage> {
        if self.by_subject.len() >= self.sweep_at {
            self.by_subject.retain(|_, usage| usage.strong_count() > 0);
            self.sweep_at = (self.by_subject.len() * 2).max(1024);
        }
        let entry = self.by_subject.entry((who.tenant.clone(), who.subject.clone())).or_default();
        entry.upgrade().unwrap_or_else(|| {
            let usage = Arc::default();
            *entry = Arc::downgrade(&usage);
            usage
        })
    }
}
