//! Sessions over HTTP: each request is a page of its own, and events wait until a long poll fetches them.
//!
//! The page of the request that created or claimed a session stays as the session's mailbox.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::net::IpAddr;

use bifrons::time::Time;

use super::page::Purpose;
use super::{Action, CloseCode, EventOf, Gateway, PageId};

/// The most polls of a session that wait; one more ends the oldest.
const MOST_POLLS: usize = 4;

const KEEPALIVE: &str = r#"{"janus":"keepalive"}"#;

/// The ids in the path of an HTTP request; what is no id counts as 0.
#[derive(Clone, Copy, Debug, Default)]
pub struct PathIds {
    /// The session.
    pub session: Option<u64>,
    /// The handle.
    pub handle: Option<u64>,
}

/// A long poll.
#[derive(Clone, Copy, Debug)]
pub struct Poll {
    /// The session.
    pub session: u64,
    /// The most events that it takes. With more than 1 the response is an array.
    pub max_events: usize,
}

/// How a long poll ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Polled {
    /// With events, or with a keepalive (200).
    Events(String),
    /// The token is missing or refused (403), for this reason.
    Forbidden(Cow<'static, str>),
    /// The page has no such session over HTTP (404).
    NotFound,
}

impl Polled {
    fn keepalive(poll: Poll) -> Self {
        Self::events(poll, &[KEEPALIVE.to_owned()])
    }

    fn events(poll: Poll, events: &[String]) -> Self {
        Self::Events(match poll.max_events {
            0 | 1 => events.concat(),
            _ => format!("[{}]", events.join(",")),
        })
    }
}

/// The events of a session over HTTP.
#[derive(Debug)]
pub(super) struct Mailbox {
    session: u64,
    events: VecDeque<String>,
    bytes: usize,
    /// The polls that wait for an event.
    polls: VecDeque<(PageId, Poll)>,
    /// When the session ends unless it is used.
    pub(super) ends: Time,
}

impl Mailbox {
    /// The response to a poll: the events that it takes, or a keepalive.
    fn take(&mut self, poll: Poll) -> Polled {
        let count = self.events.len().min(poll.max_events.max(1));
        let events: Vec<_> = self.events.drain(..count).collect();
        self.bytes -= events.iter().map(String::len).sum::<usize>();
        if events.is_empty() { Polled::keepalive(poll) } else { Polled::events(poll, &events) }
    }
}

impl Gateway {
    /// An HTTP request has come; give its body to [`page_message`](Self::page_message). Its response is the one message
    /// to this page.
    pub fn post_opened(
        &mut self,
        now: Time,
        page: PageId,
        address: IpAddr,
        token: Option<&str>,
        ids: PathIds,
    ) {
        self.open_page(now, page, address, token, Purpose::Post(ids));
    }

    /// A long poll has come. [`Action::EndPoll`] ends it.
    pub fn poll_opened(&mut self, now: Time, page: PageId, address: IpAddr, token: Option<&str>, poll: Poll) {
        let ends = now + self.settings.limits.page.poll_within;
        self.open_page(now, page, address, token, Purpose::Poll { poll, ends });
        // Like a request, it waits until its token is checked.
        self.page_message(now, page, "");
    }

    /// Decides about a poll: it ends with the events that are there, or waits for one.
    pub(super) fn start_poll(&mut self, page: PageId, poll: Poll, ends: Time) {
        if let Err(refusal) = self.identity(page) {
            return self.end_poll(page, Polled::Forbidden(refusal.reason));
        }
        let is_own = self.own_session(page, poll.session).is_ok();
        let Some(mailbox) = self.mailbox_of(poll.session).filter(|_| is_own) else {
            return self.end_poll(page, Polled::NotFound);
        };
        if !mailbox.events.is_empty() {
            let response = mailbox.take(poll);
            return self.end_poll(page, response);
        }
        mailbox.polls.push_back((page, poll));
        let oldest = mailbox.polls.front().copied().filter(|_| mailbox.polls.len() > MOST_POLLS);
        self.http_deadlines.insert((ends, page));
        if let Some((oldest, poll)) = oldest {
            self.end_poll(oldest, Polled::keepalive(poll));
        }
    }

    fn end_poll(&mut self, page: PageId, response: Polled) {
        self.actions.push_back(Action::EndPoll { page, response });
        self.leave(page);
    }

    /// The poll no longer waits.
    pub(super) fn forget_poll(&mut self, page: PageId, poll: Poll, ends: Time) {
        self.http_deadlines.remove(&(ends, page));
        if let Some(mailbox) = self.mailbox_of(poll.session) {
            mailbox.polls.retain(|(waiting, _)| *waiting != page);
        }
    }

    /// The page of this request has got its response, and stays for the events of the session.
    pub(super) fn keep_for_polls(&mut self, page: PageId, session: u64) {
        let ends = self.now + self.settings.limits.page.idle;
        let Some(entry) = self.pages.get_mut(&page) else { return };
        if matches!(entry.purpose, Purpose::Post(_)) {
            let mailbox =
                Mailbox { session, events: VecDeque::new(), bytes: 0, polls: VecDeque::new(), ends };
            entry.purpose = Purpose::Mailbox(mailbox);
            self.http_deadlines.insert((ends, page));
        }
    }

    /// A request has named the session: it does not end for now, and the token of an HTTP request holds for it, too.
    pub(super) fn note_use(&mut self, page: PageId, session: u64) {
        let ends = self.now + self.settings.limits.page.idle;
        let Some(owner) = self.sessions.get(session).and_then(|session| session.page) else { return };
        let Some(mailbox) = self.mailbox(owner) else { return };
        let before = std::mem::replace(&mut mailbox.ends, ends);
        self.http_deadlines.remove(&(before, owner));
        self.http_deadlines.insert((ends, owner));
        let of_page = self.pages.get(&page).filter(|page| page.purpose.is_http());
        if let Some(identity) = of_page.and_then(|page| page.identity.clone()) {
            self.set_identity(owner, Ok(identity));
        }
    }

    pub(super) fn mailbox(&mut self, page: PageId) -> Option<&mut Mailbox> {
        match &mut self.pages.get_mut(&page)?.purpose {
            Purpose::Mailbox(mailbox) => Some(mailbox),
            _ => None,
        }
    }

    fn mailbox_of(&mut self, session: u64) -> Option<&mut Mailbox> {
        let page = self.sessions.get(session)?.page?;
        self.mailbox(page)
    }

    /// An event for the session of this mailbox. As with Janus it ends each poll that waits.
    pub(super) fn put(&mut self, page: PageId, event: String, of: Option<EventOf>) {
        let most = self.settings.limits.page.queue_bytes;
        let Some(mailbox) = self.mailbox(page) else { return };
        if mailbox.bytes + event.len() > most / 2 && of.is_some_and(|of| of.may_be_dropped(&event)) {
            return self.note_dropped();
        }
        mailbox.bytes += event.len();
        mailbox.events.push_back(event);
        if mailbox.bytes > most {
            return self.close_page(page, CloseCode::TooMany);
        }
        let polls = std::mem::take(&mut mailbox.polls);
        let ended: Vec<_> = polls.into_iter().map(|(page, poll)| (page, mailbox.take(poll))).collect();
        for (page, response) in ended {
            self.end_poll(page, response);
        }
    }

    /// The mailbox no longer gets its session's events.
    pub(super) fn close_mailbox(&mut self, page: PageId, mailbox: Mailbox) {
        self.http_deadlines.remove(&(mailbox.ends, page));
        for (page, poll) in mailbox.polls {
            self.end_poll(page, Polled::keepalive(poll));
        }
    }

    /// Ends the polls that have waited long enough, and the sessions that were not used.
    pub(super) fn end_due_polls(&mut self) {
        while let Some((due, page)) = self.http_deadlines.first().copied().filter(|(due, _)| *due <= self.now)
        {
            self.http_deadlines.remove(&(due, page));
            match self.pages.get(&page).map(|page| &page.purpose) {
                Some(Purpose::Poll { poll, .. }) => {
                    let response = Polled::keepalive(*poll);
                    self.end_poll(page, response);
                }
                Some(Purpose::Mailbox(mailbox)) => {
                    let session = mailbox.session;
                    self.send_to(session, |about| about.bare("timeout"));
                    self.leave_page(page, session);
                    self.drop_session(session);
                }
                _ => {}
            }
        }
    }
}
