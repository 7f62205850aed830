//! The outcomes of requests, counted by the callers.

use std::future::Future;
use std::sync::Mutex;

use bifrons::engine::Stats;
use bifrons::{ErrorCode, Result};

#[derive(Debug, Default)]
pub(crate) struct Outcomes(Mutex<Counts>);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) requests: u64,
    pub(crate) succeeded: u64,
    pub(crate) refused: u64,
    pub(crate) lost: u64,
    pub(crate) timed_out: u64,
}

impl Outcomes {
    pub(crate) async fn request<T>(&self, request: impl Future<Output = Result<T>>) -> Result<T> {
        self.count(|counts| &mut counts.requests);
        let result = request.await;
        self.count(match result.as_ref().map_err(bifrons::Error::code) {
            // A plugin's refusal is a response.
            Ok(_) | Err(ErrorCode::PluginRefused) => |counts| &mut counts.succeeded,
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
        *which(&mut self.0.lock().expect("the lock is not poisoned")) += 1;
    }

    pub(crate) fn counts(&self) -> Counts {
        *self.0.lock().expect("the lock is not poisoned")
    }

    /// Checks that the callers and the engine counted the same outcomes.
    pub(crate) fn assert_consistent(&self, stats: Stats) {
        let counts = self.counts();
        let Counts { requests, succeeded, refused, lost, timed_out } = counts;
        assert_eq!(succeeded + refused + lost + timed_out, requests, "{counts:?}");
        let Stats { requests, succeeded, refused, lost, timed_out, .. } = stats;
        assert_eq!(Counts { requests, succeeded, refused, lost, timed_out }, counts);
        assert_eq!(
            (stats.in_flight, stats.cancelled, stats.failed, stats.protocol_violations),
            (0, 0, 0, 0),
            "{stats:?}"
        );
    }
}
