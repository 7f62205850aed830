//! What browsers do.

use std::collections::BTreeMap;
use std::net::IpAddr;

use bifrons::time::Time;
use bifrons_gateway::core::relay::PageId;
use serde_json::json;

use super::bodies::{self, Wish};
use super::users::{Quality, Token, User};
use super::world::{Due, World};

/// A page in a browser.
pub(crate) struct Browser {
    pub(crate) number: usize,
    pub(crate) user: User,
    pub(crate) is_http: bool,
    pub(crate) connection: Option<PageId>,
    token: Option<Token>,
}

/// A connection of a browser, as the gateway sees it: a WebSocket, a request, or a poll.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    pub(crate) browser: usize,
    pub(crate) is_socket: bool,
    /// The session that it polls.
    pub(crate) polls: Option<u64>,
    /// The newest token that it has sent and that was good then.
    pub(crate) known: Option<Token>,
    /// When its last message arrives.
    pub(crate) last: Time,
    /// What it has not read, if it does not read.
    pub(crate) unread: Option<usize>,
}

/// A session that a page has got.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) user: User,
    pub(crate) browser: usize,
    /// The WebSocket that gets its events.
    pub(crate) connection: Option<PageId>,
    pub(crate) is_http: bool,
    pub(crate) is_over: bool,
    /// Whether a page was refused, as there is no such session.
    pub(crate) is_unknown: bool,
    pub(crate) handles: BTreeMap<u64, Handle>,
}

#[derive(Clone, Debug)]
pub(crate) struct Handle {
    pub(crate) plugin: &'static str,
    pub(crate) is_gone: bool,
    /// The rooms that Janus was asked for.
    pub(crate) rooms: Vec<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Create,
    Claim,
    Attach(&'static str),
    Destroy,
    Detach,
    Message,
    /// What needs no right: `ping`, `keepalive`.
    Other,
}

#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) browser: usize,
    pub(crate) connection: PageId,
    pub(crate) index: u64,
    pub(crate) what: What,
    /// The ids that it names; 0 for none.
    pub(crate) session: u64,
    pub(crate) handle: u64,
    pub(crate) room: Option<u64>,
    pub(crate) token: Option<Token>,
    /// Whether Janus must not get it.
    pub(crate) is_denied: bool,
    pub(crate) is_answered_by_host: bool,
    /// How often Janus has got it.
    pub(crate) reached: u32,
    pub(crate) outcome: Option<String>,
    pub(crate) sent: Time,
}

impl Browser {
    pub(crate) const fn new(number: usize, user: User, is_http: bool) -> Self {
        Self { number, user, is_http, connection: None, token: None }
    }

    pub(crate) fn address(&self) -> IpAddr {
        IpAddr::from([10, 0, self.user.tenant as u8, self.number as u8])
    }
}

impl Connection {
    pub(crate) const fn new(browser: usize, is_socket: bool, known: Option<Token>) -> Self {
        Self { browser, is_socket, polls: None, known, last: Time::ZERO, unread: None }
    }
}

impl World {
    pub(crate) fn act(&mut self, browser: usize) {
        if self.is_ending {
            return;
        }
        let after = self.rng.span(40, 1_300);
        self.later(after, Due::Act(browser));
        let is_http = self.browsers[browser].is_http;
        if !is_http && self.browsers[browser].connection.is_none() {
            return self.connect(browser);
        }
        match self.rng.below(60) {
            0 if !is_http => self.disconnect(browser),
            1 if self.rng.one_in(2) => {
                self.note("page: flood");
                if self.rng.one_in(3) {
                    (0..150).for_each(|_| self.send(browser, Wish::new(What::Other, "ping")));
                } else {
                    (0..16).for_each(|_| self.ask(browser));
                }
            }
            2 if !is_http => {
                self.note("page: does not read");
                if let Some(connection) = self.connection_of(browser) {
                    connection.unread = Some(0);
                }
            }
            3 if !is_http => {
                self.note("page: garbage");
                let text =
                    ["", "[]", "{\"janus\":\"create\"}", "{\"janus\":1,\"transaction\":\"x\"}", "{\"a\":1"];
                let text = (*self.rng.pick(&text).unwrap()).to_owned();
                if let Some(connection) = self.browsers[browser].connection {
                    self.deliver(connection, text, None);
                }
            }
            _ => self.ask(browser),
        }
    }

    fn connection_of(&mut self, browser: usize) -> Option<&mut Connection> {
        self.connections.get_mut(&self.browsers[browser].connection?)
    }

    pub(crate) fn new_page(&mut self) -> PageId {
        self.note("page: connected");
        PageId(self.counts["page: connected"])
    }

    fn connect(&mut self, browser: usize) {
        let page = self.new_page();
        let token = self.rng.one_in(3).then(|| self.any_token(browser));
        let known = token.clone().filter(|token| self.is_valid(token));
        self.connections.insert(page, Connection::new(browser, true, known));
        self.browsers[browser].connection = Some(page);
        self.step(|| format!("browser {browser} connects as {}", page.0));
        let (address, token) = (self.browsers[browser].address(), token.map(|token| token.text));
        self.gateway.page_opened(self.now, page, address, token.as_deref());
    }

    pub(crate) fn disconnect(&mut self, browser: usize) {
        let Some(page) = self.browsers[browser].connection else { return };
        self.note("page: left");
        self.step(|| format!("browser {browser} leaves"));
        self.lose_page(page);
        self.gateway.page_closed(self.now, page);
    }

    /// The connection is no more.
    pub(crate) fn lose_page(&mut self, page: PageId) {
        let Some(connection) = self.connections.remove(&page) else { return };
        let browser = &mut self.browsers[connection.browser];
        if browser.connection == Some(page) {
            browser.connection = None;
        }
        for session in self.sessions.values_mut().filter(|session| session.connection == Some(page)) {
            session.connection = None;
        }
        let open = self.requests.values_mut().filter(|request| request.connection == page);
        open.filter(|request| request.outcome.is_none())
            .for_each(|request| request.outcome = Some("gone".to_owned()));
    }

    /// A token of the browser's user: mostly a good one.
    fn any_token(&mut self, browser: usize) -> Token {
        let quality = match self.rng.below(24) {
            0 => Quality::Expired,
            1 => Quality::Forged,
            2 => Quality::OtherAudience,
            3 | 4 => Quality::Short,
            5..14 => return self.newest_token(browser),
            _ => Quality::Good,
        };
        self.note(format!("token: {quality:?}"));
        let token = self.browsers[browser].user.token(quality, self.unix());
        if token.is_good() {
            self.browsers[browser].token = Some(token.clone());
        }
        token
    }

    pub(crate) fn newest_token(&mut self, browser: usize) -> Token {
        let now = self.unix();
        let browser = &mut self.browsers[browser];
        browser.token.get_or_insert_with(|| browser.user.token(Quality::Good, now)).clone()
    }

    /// Whether the token is accepted now.
    pub(crate) fn is_valid(&self, token: &Token) -> bool {
        let is_over = self.unix().as_secs_f64() >= token.refused_from as f64;
        token.is_good() && !is_over && !self.host.has_revoked(token)
    }

    /// The sessions that are not known to be over.
    pub(crate) fn live_sessions(&self) -> impl Iterator<Item = u64> {
        self.sessions.iter().filter(|(_, session)| !session.is_over && !session.is_unknown).map(|(id, _)| *id)
    }

    /// A request of any kind.
    fn ask(&mut self, browser: usize) {
        let own: Vec<_> = self.live_sessions().filter(|id| self.sessions[id].browser == browser).collect();
        let all: Vec<_> = self.live_sessions().collect();
        let wish = bodies::wish(&mut self.rng, browser, &self.browsers[browser], &own, &all, &self.sessions);
        self.send(browser, wish);
    }

    /// Sends a request by the connection of the browser, with a token where it needs one or by chance.
    fn send(&mut self, browser: usize, wish: Wish) {
        let is_http = self.browsers[browser].is_http;
        let is_known = self.connection_of(browser).is_some_and(|connection| connection.known.is_some());
        let carries = is_http || !is_known && !self.rng.one_in(12) || self.rng.one_in(12);
        let token = carries.then(|| self.any_token(browser));
        let connection = match self.browsers[browser].connection {
            Some(connection) => connection,
            None => {
                let page = self.new_page();
                self.connections.insert(page, Connection::new(browser, false, None));
                page
            }
        };
        self.send_wish(browser, connection, token, wish);
    }

    /// Sends a request, and returns its transaction.
    pub(crate) fn send_wish(
        &mut self,
        browser: usize,
        connection: PageId,
        token: Option<Token>,
        wish: Wish,
    ) -> String {
        self.note("page: request");
        let index = self.counts["page: request"];
        let transaction = format!("p{browser}-{index}");
        let Wish { what, session, handle, room, is_forbidden, mut message } = wish;
        message["transaction"] = transaction.clone().into();
        for (name, id) in [("session_id", session), ("handle_id", handle)] {
            if id > 0 {
                message[name] = id.into();
            }
        }
        if let Some(body) = message.get_mut("body") {
            body["app"] = json!({ "mark": transaction });
        }
        if let Some(token) = &token {
            message["token"] = token.text.clone().into();
        }
        let request = Request {
            browser,
            connection,
            index,
            what,
            session,
            handle,
            room,
            token,
            is_denied: is_forbidden,
            is_answered_by_host: false,
            reached: 0,
            outcome: None,
            sent: self.now,
        };
        self.requests.insert(transaction.clone(), request);
        self.deliver(connection, message.to_string(), Some(transaction.clone()));
        transaction
    }
}
