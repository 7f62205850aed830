//! What callers were told, counted by themselves.

use std::future::Future;
use std::sync::Mutex;

use bifrons::engine::Stats;
use bifrons::{ErrorCode, Result};

#[derive(Debug, Default)]
pub(crate) struct Books(Mutex<Counts>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) asked: u64,
    pub(crate) answered: u64,
    pub(crate) refused: u64,
    pub(crate) lost: u64,
    pub(crate) timed_out: u64,
}

impl Books {
    pub(crate) async fn ask<T>(&self, request: impl Future<Output = Result<T>>) -> Result<T> {
        self.count(|counts| &mut counts.asked);
        let result = request.await;
        self.count(match result.as_ref().map_err(bifrons::Error::code) {
            // A plugin's refusal is an answer.
            Ok(_) | Err(ErrorCode::PluginRefused) => |counts| &mut counts.answered,
            Err(ErrorCode::JanusRefused) => |counts| &mut counts.refused,
            Err(ErrorCode::Timeout) => |counts| &mut counts.timed_out,
            Err(ErrorCode::ResponseLost | ErrorCode::SessionGone | ErrorCode::HandleDetached) => {
                |counts| &mut counts.lost
            }
            Err(code) => panic!("no fault leads to {code:?}"),
        });
        result
    }

    fn count(&self, which: fn(&mut Counts) -> &mut u64) {
        *which(&mut self.0.lock().expect("no panic under it")) += 1;
    }

    pub(crate) fn counts(&self) -> Counts {
        *self.0.lock().expect("no panic under it")
    }

    /// When nobody waits any more, callers and engine have counted the same.
    pub(crate) fn assert_adds_up(&self, stats: Stats) {
        let counts = self.counts();
        let Counts { asked, answered, refused, lost, timed_out } = counts;
        assert_eq!(answered + refused + lost + timed_out, asked, "{counts:?}");
        let Stats { requests: asked, succeeded: answered, refused, lost, timed_out, .. } = stats;
        assert_eq!(Counts { asked, answered, refused, lost, timed_out }, counts);
        assert_eq!(
            (stats.in_flight, stats.cancelled, stats.failed, stats.protocol_violations),
            (0, 0, 0, 0),
            "{stats:?}"
        );
    }
}
