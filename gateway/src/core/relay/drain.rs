//! The end of the gateway: first nothing new, then nothing at all.

use bifrons::time::Time;

use super::at_session::unavailable;
use super::{CloseCode, Gateway};
use crate::core::refusal::Refusal;

impl Gateway {
    /// Creates no more sessions; those that there are go on. Of several replicas this one closes its pages one after the
    /// other, and their sessions go on where they come back to.
    pub const fn drain(&mut self) {
        self.is_draining = true;
        if let Some(replica) = &mut self.replica {
            replica.begin_to_leave_pages();
        }
    }

    /// Whether no new session is created.
    #[must_use]
    pub const fn is_draining(&self) -> bool {
        self.is_draining
    }

    /// Closes all pages, destroys all sessions at Janus, and closes the connections to it, within two seconds. Of several
    /// replicas this one leaves its sessions to the others. It is done when [`is_connected`](Self::is_connected) is false.
    pub fn stop(&mut self, now: Time) {
        self.advance(now);
        self.drain();
        let mut pages: Vec<_> = self.pages.keys().copied().collect();
        pages.sort_unstable();
        for page in pages {
            self.close_page(page, CloseCode::GoingAway);
        }
        self.write_records_now();
        for upstream in &mut self.upstreams {
            upstream.engine.close(now, self.replica.is_none());
        }
    }

    pub(super) fn refuse_while_draining(&self) -> Result<(), Refusal> {
        match self.is_draining {
            true => Err(unavailable("the gateway is shutting down; connect again")),
            false => Ok(()),
        }
    }
}
