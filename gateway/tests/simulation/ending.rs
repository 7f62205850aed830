//! The end of a run: each request has its outcome, nothing is left, and users have their limits back.

use std::time::Duration;

use bifrons_gateway::core::relay::{Load, PageId};

use super::bodies::Wish;
use super::browser::{Browser, Connection, What};
use super::users::{Quality, Token, User};
use super::world::{MOST, World};

impl World {
    pub(crate) fn end(&mut self) {
        self.is_ending = true;
        self.step(|| "the end".to_owned());
        self.restore_issuers();
        self.heal();
        self.pass(40);
        for (transaction, request) in &self.requests {
            let is_there = self.connections.contains_key(&request.connection);
            self.must(!is_there || request.outcome.is_some(), || format!("{transaction} hangs: {request:?}"));
        }
        self.leave_all();
        self.pass(150);
        self.check_empty();
        if !self.network.is_lost {
            self.check_rooms_are_back();
            self.check_limits_are_back();
        }
        self.gateway.stop(self.now);
        self.pass(5);
        self.must(!self.gateway.is_connected(), || "the gateway has stopped, and is connected".to_owned());
        self.check_empty();
    }

    pub(crate) fn pass(&mut self, seconds: u64) {
        self.run_until(self.now + Duration::from_secs(seconds));
    }

    pub(crate) fn leave_all(&mut self) {
        for browser in 0..self.browsers.len() {
            self.disconnect(browser);
        }
    }

    fn check_empty(&self) {
        self.check_rooms_are_left();
        let load = self.gateway.load();
        let none_of = load.sessions.keys().map(|tenant| (tenant.clone(), 0)).collect();
        let nothing = Load {
            sessions: none_of,
            upstreams: load.upstreams.clone(),
            // They outlive their creators.
            created_rooms: load.created_rooms,
            ..Load::default()
        };
        self.must(load == nothing, || format!("something is left: {load:?}"));
        let at_janus = self.janus.sessions().len();
        self.must(at_janus == 0, || format!("{at_janus} sessions are left at Janus"));
    }

    /// A user of each tenant may have as many sessions and handles as its limits say, and no more: none counts twice, and none that
    /// is over counts.
    fn check_limits_are_back(&mut self) {
        let may_create = !self.gateway.is_draining();
        let users = [0, 1].map(|tenant| User { tenant, number: self.rng.below(3) as usize });
        for user in users {
            let number = self.browsers.len();
            let page = self.new_page();
            let mut browser = Browser::new(number, user, false);
            browser.connection = Some(page);
            self.browsers.push(browser);
            self.connections.insert(page, Connection::new(number, true, None));
            let address = self.browsers[number].address();
            self.gateway.page_opened(self.now, page, address, None);
            let token = user.token(Quality::Good, self.unix());
            let create = || Wish::new(What::Create, "create");
            let sessions = self.count_allowed(page, &token, MOST.sessions + 1, create);
            let most = if may_create { MOST.sessions } else { 0 };
            self.must(sessions == most, || format!("{user:?} gets {sessions} sessions"));
            let Some(session) = self.live_sessions().find(|id| self.sessions[id].connection == Some(page))
            else {
                continue;
            };
            let attach = || Wish { session, ..Wish::attach("echotest") };
            let handles = self.count_allowed(page, &token, MOST.handles + 1, attach);
            self.must(handles == MOST.handles, || format!("{user:?} gets {handles} handles"));
        }
        let (users, counts) = (if may_create { users.len() } else { 0 }, self.gateway.counts());
        let wanted = (users * MOST.sessions, users * MOST.handles);
        self.must(counts == wanted, || format!("{counts:?} sessions and handles, not {wanted:?}"));
        let at_janus = self.janus.sessions().len();
        self.must(at_janus == wanted.0, || format!("{at_janus} sessions at Janus, not {}", wanted.0));
        self.leave_all();
        self.pass(20);
        self.check_empty();
    }

    /// Sends so many requests, and returns how many of them are allowed.
    fn count_allowed(&mut self, page: PageId, token: &Token, count: usize, wish: impl Fn() -> Wish) -> usize {
        let browser = self.connections[&page].browser;
        let sent: Vec<_> =
            (0..count).map(|_| self.send_wish(browser, page, Some(token.clone()), wish())).collect();
        self.pass(2);
        sent.iter().filter(|name| self.requests[*name].outcome.as_deref() == Some("success")).count()
    }
}
