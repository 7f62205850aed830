//! Operators, who are known by a token like pages.

use std::net::IpAddr;

use bifrons::time::Time;

use super::page::Purpose;
use super::{Action, Gateway, PageId};

impl Gateway {
    /// An operator has sent a request with this token. [`Action::Identified`] says who it is, and ends the page.
    pub fn operator_opened(&mut self, now: Time, page: PageId, address: IpAddr, token: &str) {
        self.open_page(now, page, address, Some(token), Purpose::Operator);
        // Like a request, it waits until its token is checked.
        self.page_message(now, page, "");
    }

    pub(super) fn identify(&mut self, page: PageId) {
        let identity = self.identity(page);
        self.actions.push_back(Action::Identified { page, identity });
        self.leave(page);
    }
}
