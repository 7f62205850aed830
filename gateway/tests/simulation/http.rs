//! Pages over HTTP: each request is a connection of its own, and events are polled.

use bifrons_gateway::core::relay::{PageId, PathIds, Poll};

use super::browser::Connection;
use super::world::{Due, World};

impl World {
    /// Opens the connection of a request.
    pub(crate) fn post(&mut self, page: PageId, token: Option<&str>, text: &str, ids: PathIds) {
        let Some(browser) = self.connections.get(&page).map(|connection| connection.browser) else { return };
        let address = self.browsers[browser].address();
        self.gateway.post_opened(self.now, page, address, token, ids);
        self.gateway.page_message(self.now, page, text);
    }

    /// The connection of a request ends with its response.
    pub(crate) fn end_post(&mut self, page: PageId) {
        self.connections.remove(&page);
        self.gateway.page_closed(self.now, page);
    }

    pub(crate) fn poll_again(&mut self, browser: usize, session: u64) {
        // Some pages stop polling.
        if self.is_ending || self.rng.one_in(20) {
            return self.note("poll: given up");
        }
        let after = self.rng.span(1, 1_500);
        self.later(after, Due::Polls(browser, session));
    }

    pub(crate) fn poll(&mut self, browser: usize, session: u64) {
        let of = self.sessions.get(&session);
        if self.is_ending || of.is_none_or(|of| of.is_over || of.browser != browser) {
            return;
        }
        let page = self.new_page();
        let token = self.newest_token(browser);
        let mut connection = Connection::new(browser, false, Some(token.clone()));
        connection.polls = Some(session);
        self.connections.insert(page, connection);
        self.step(|| format!("browser {browser} polls {session} as {}", page.0));
        let max_events = [1, 10][self.rng.below(2) as usize];
        let address = self.browsers[browser].address();
        let poll = Poll { session, max_events };
        self.gateway.poll_opened(self.now, page, address, Some(&token.text), poll);
        if self.rng.one_in(30) {
            self.note("poll: broken off");
            self.connections.remove(&page);
            self.gateway.page_closed(self.now, page);
            self.poll_again(browser, session);
        }
    }
}
