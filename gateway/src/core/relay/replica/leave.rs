//! A replica that is about to end: its pages go to others, a few at a time, so that these are not overrun.

use std::time::Duration;

use bifrons::time::Time;

use super::Replica;
use crate::core::relay::page::Purpose;
use crate::core::relay::{CloseCode, Gateway, PageId};

/// One page is closed after the other, with this time between them.
const PAUSE: Duration = Duration::from_millis(10);

/// How often it is looked whether there are pages.
const LOOK_INTERVAL: Duration = Duration::from_secs(1);

impl Replica {
    pub(in crate::core::relay) const fn begin_to_leave_pages(&mut self) {
        if self.leaves_next.is_none() {
            self.leaves_next = Some(Time::ZERO);
        }
    }
}

impl Gateway {
    /// Closes the pages whose turn it is. Their sessions wait for them, and are handed over to the replica they come to.
    pub(super) fn leave_pages(&mut self) {
        while let Some(due) =
            self.replica.as_ref().and_then(|replica| replica.leaves_next).filter(|due| *due <= self.now)
        {
            let page = self.page_to_leave();
            if let Some(replica) = &mut self.replica {
                // Pages that connect meanwhile have their turn, too.
                replica.leaves_next =
                    Some(due.max(self.now) + if page.is_some() { PAUSE } else { LOOK_INTERVAL });
            }
            let Some(page) = page else { return };
            self.close_page(page, CloseCode::GoingAway);
        }
    }

    /// A page by WebSocket. One over HTTP has no connection that could be closed.
    fn page_to_leave(&self) -> Option<PageId> {
        let sockets = self.pages.iter().filter(|(_, page)| matches!(page.purpose, Purpose::Socket));
        sockets.map(|(page, _)| *page).min()
    }
}
