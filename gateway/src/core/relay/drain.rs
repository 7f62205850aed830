//! The end of the gateway: first nothing new, then nothing at all.

use bifrons::time::Time;

use super::at_session::unavailable;
use super::{CloseCode, Gateway};
use crate::core::refusal::Refusal;

impl Gateway {
    /// Creates no more sessions; those that there are go on.
    pub const fn drain(&mut self) {
        self.is_draining = true;
    }

    /// Whether no new session is created.
    #[must_use]
    pub const fn is_draining(&self) -> bool {
        self.is_draining
    }

    /// Closes all pages, destroys all sessions at Janus, and closes the connections to it, within two seconds. It is done
    /// when [`is_connected`](Self::is_connected) is false.
    pub fn stop(&mut self, now: Time) {
        self.advance(now);
        self.drain();
        let mut pages: Vec<_> = self.pages.keys().copied().collect();
        pages.sort_unstable();
        for page in pages {
            self.close_page(page, CloseCode::GoingAway);
        }
        for upstream in &mut self.upstreams {
            upstream.engine.close(now, true);
        }
    }

    pub(super) fn refuse_while_draining(&self) -> Result<(), Refusal> {
        match self.is_draining {
            true => Err(unavailable("the gateway is shutting down; connect again")),
            false => Ok(()),
        }
    }
}
