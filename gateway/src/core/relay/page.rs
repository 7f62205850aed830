//! The connections of pages, and who they are.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;

use bifrons::time::Time;

use super::answer::About;
use super::poll::Mailbox;
use super::{Action, CloseCode, Gateway, PageId, PathIds, Poll};
use crate::core::identity::Identity;
use crate::core::limits::Class;
use crate::core::refusal::{Cause, Refusal};
use crate::core::token::{Check, Checked};

/// A page's connection.
#[derive(Debug)]
pub(super) struct Page {
    /// Where it connects from.
    pub address: IpAddr,
    /// What its connection is for.
    pub purpose: Purpose,
    /// Who it is, by its newest token.
    pub identity: Option<Arc<Identity>>,
    /// Why its newest token was refused, if it was.
    pub refusal: Option<Refusal>,
    /// The virtual ids of its sessions.
    pub sessions: Vec<u64>,
    /// The last requests that were refused, all of them as they came too often.
    pub too_often: u32,
    /// Messages that wait, in order, while a token is checked or the host application decides.
    waiting: VecDeque<Waiting>,
    pub is_waiting: bool,
    /// When it is closed unless a token is accepted.
    token_until: Time,
}

/// What a page's connection is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// A WebSocket: requests, responses and events.
    Socket,
    /// One request over HTTP, and its response.
    Post(PathIds),
    /// A long poll, and when it ends at the latest.
    Poll { poll: Poll, ends: Time },
    /// The events of a session over HTTP.
    Mailbox(Mailbox),
    /// A request of an operator.
    Operator,
}

impl Purpose {
    pub(super) const fn is_http(&self) -> bool {
        !matches!(self, Self::Socket)
    }
}

/// A message that waits.
#[derive(Debug)]
struct Waiting {
    text: String,
    /// Whether it waits for the check of its own token.
    is_checked: bool,
}

/// The pages without an accepted token, and those whose token is being checked.
#[derive(Debug, Default)]
pub(super) struct Strangers {
    until: BTreeSet<(Time, PageId)>,
    checking: HashMap<Check, Vec<PageId>>,
}

impl Strangers {
    /// When the next page is closed that has sent no token.
    pub(super) fn next_until(&self) -> Option<Time> {
        self.until.first().map(|(until, _)| *until)
    }

    /// How many pages have no accepted token.
    pub(super) fn until_count(&self) -> usize {
        self.until.len()
    }

    /// How many tokens are being checked.
    pub(super) fn check_count(&self) -> usize {
        self.checking.len()
    }
}

impl Gateway {
    /// Whether a page at this address may connect now.
    ///
    /// # Errors
    /// Too many connections were opened from there.
    pub fn admit(&mut self, now: Time, address: IpAddr) -> Result<(), Refusal> {
        self.advance(now);
        self.rates.count(now, &self.settings.limits.rates, Class::Connection, address, None)
    }

    /// A page has connected from this address, perhaps with a token in its handshake.
    pub fn page_opened(&mut self, now: Time, page: PageId, address: IpAddr, token: Option<&str>) {
        self.open_page(now, page, address, token, Purpose::Socket);
    }

    pub(super) fn open_page(
        &mut self,
        now: Time,
        page: PageId,
        address: IpAddr,
        token: Option<&str>,
        purpose: Purpose,
    ) {
        self.advance(now);
        self.counters.pages_opened += 1;
        let token_until = now + self.settings.limits.page.token_within;
        let opened = Page {
            address,
            purpose,
            identity: None,
            refusal: None,
            sessions: Vec::new(),
            too_often: 0,
            waiting: VecDeque::new(),
            is_waiting: false,
            token_until,
        };
        self.pages.insert(page, opened);
        self.strangers.until.insert((token_until, page));
        if let Some(token) = token {
            self.take_token(page, token);
        }
    }

    /// A page's connection is closed. Its sessions wait for it to come back; those over HTTP go on.
    pub fn page_closed(&mut self, now: Time, page: PageId) {
        self.advance(now);
        if self.mailbox(page).is_none() {
            self.leave(page);
        }
    }

    /// The page is gone for the gateway.
    pub(super) fn leave(&mut self, page: PageId) {
        let Some(closed) = self.pages.remove(&page) else { return };
        self.strangers.until.remove(&(closed.token_until, page));
        match closed.purpose {
            Purpose::Poll { poll, ends } => self.forget_poll(page, poll, ends),
            Purpose::Mailbox(mailbox) => self.close_mailbox(page, mailbox),
            Purpose::Socket | Purpose::Post(_) | Purpose::Operator => {}
        }
        for session in closed.sessions {
            self.sessions.leave(session, self.now + self.settings.grace);
        }
    }

    /// A page has sent a message.
    pub fn page_message(&mut self, now: Time, page: PageId, text: &str) {
        self.advance(now);
        let limits = self.settings.limits.page;
        let Some(sender) = self.pages.get_mut(&page) else { return };
        if text.len() > limits.message_bytes {
            return self.close_page(page, CloseCode::TooLong);
        }
        if !sender.is_waiting {
            return self.on_page_message(page, text, false);
        }
        if sender.waiting.len() >= limits.waiting_messages {
            return self.close_page(page, CloseCode::TooMany);
        }
        sender.waiting.push_back(Waiting { text: text.to_owned(), is_checked: false });
    }

    /// Takes a token of the page, and returns whether it is known what it is worth. If not, it is being checked, and the
    /// page's messages wait.
    pub(super) fn take_token(&mut self, page: PageId, token: &str) -> bool {
        let Some(address) = self.pages.get(&page).map(|page| page.address) else { return true };
        let (now, limits) = (self.now, &self.settings.limits.rates);
        let may_check = || self.rates.may_send_token(now, limits, address);
        let result = match self.tokens.check(now, token, may_check) {
            Checked::Known(identity) => Ok(identity),
            Checked::Refused(refusal) => Err(refusal),
            Checked::Waits(check) => {
                if let Some(entry) = self.pages.get_mut(&page) {
                    entry.is_waiting = true;
                    self.strangers.until.remove(&(entry.token_until, page));
                    self.strangers.checking.entry(check).or_default().push(page);
                }
                return false;
            }
        };
        self.set_identity(page, result);
        true
    }

    /// Lets this message, whose token is being checked, be the first of those that wait.
    pub(super) fn wait_first(&mut self, page: PageId, text: &str) {
        if let Some(page) = self.pages.get_mut(&page) {
            page.waiting.push_front(Waiting { text: text.to_owned(), is_checked: true });
        }
    }

    /// A newer token of the same user holds for its sessions, too.
    pub(super) fn set_identity(&mut self, page: PageId, result: Result<Arc<Identity>, Refusal>) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        match result.and_then(|identity| self.revocations.apply(&identity)) {
            Ok(identity) => {
                self.strangers.until.remove(&(entry.token_until, page));
                entry.identity = Some(identity.clone());
                entry.refusal = None;
                let own = entry.sessions.clone();
                let warn_at = self.warn_at(identity.expires);
                for session in own {
                    let of_session = self.sessions.get(session).map(|session| &session.identity);
                    if of_session.is_some_and(|of| of.is_same_subject(&identity)) {
                        self.sessions.set_identity(session, identity.clone(), warn_at);
                    }
                }
            }
            Err(refusal) => {
                if entry.identity.is_none() {
                    self.strangers.until.insert((entry.token_until, page));
                }
                let reason = self.counters.count_refused_token(&refusal);
                self.sessions.rooms().token_refused(reason);
                if refusal.cause != Cause::TooOften {
                    let limits = &self.settings.limits.rates;
                    // It has been refused already: the count matters to the next one.
                    let _ = self.rates.count(self.now, limits, Class::RefusedToken, entry.address, None);
                }
                entry.refusal = Some(refusal);
            }
        }
    }

    /// Goes on with the pages that waited for this check.
    pub(super) fn resume_pages(&mut self, check: Check, result: &Result<Arc<Identity>, Refusal>) {
        for page in self.strangers.checking.remove(&check).unwrap_or_default() {
            self.set_identity(page, result.clone());
            self.resume(page);
        }
    }

    /// Goes on with the page's messages that have waited.
    pub(super) fn resume(&mut self, page: PageId) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        entry.is_waiting = false;
        for Waiting { text, is_checked } in std::mem::take(&mut entry.waiting) {
            match is_checked {
                true => self.on_page_message(page, &text, true),
                false => self.page_message(self.now, page, &text),
            }
        }
    }

    /// The page's token is no longer accepted: as a new page, it has some time to send another one.
    pub(super) fn forget_identity(&mut self, page: PageId) {
        let token_until = self.now + self.settings.limits.page.token_within;
        let is_checking = self.strangers.checking.values().any(|pages| pages.contains(&page));
        let Some(entry) = self.pages.get_mut(&page) else { return };
        let text = "the token's issuer, or a key of it, is no longer accepted; send another token";
        entry.refusal = Some(Refusal::new(Cause::TokenRefused, text));
        entry.identity = None;
        entry.token_until = token_until;
        if !is_checking {
            self.strangers.until.insert((token_until, page));
        }
    }

    /// The check of a token goes on as another one.
    pub(super) fn continue_check(&mut self, check: Check, other: Check) {
        let pages = self.strangers.checking.remove(&check).unwrap_or_default();
        self.strangers.checking.entry(other).or_default().extend(pages);
    }

    pub(super) fn close_page(&mut self, page: PageId, code: CloseCode) {
        self.counters.count_closed_page(code);
        self.actions.push_back(Action::ClosePage { page, code });
        self.leave(page);
    }

    pub(super) fn close_pages_without_token(&mut self) {
        while let Some((until, page)) =
            self.strangers.until.first().copied().filter(|(until, _)| *until <= self.now)
        {
            self.close_page(page, CloseCode::NoToken);
            self.strangers.until.remove(&(until, page));
        }
    }

    /// Sends a message to the session's page, if it is there.
    pub(super) fn send_to(&mut self, session: u64, text: impl FnOnce(About) -> String) {
        if let Some(page) = self.sessions.get(session).and_then(|session| session.page) {
            let about = About { session: Some(session), ..About::default() };
            self.send(page, text(about));
        }
    }
}
