//! The policy of the host application.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use futures_util::future::BoxFuture;
use tokio::time::{Instant, timeout};

use super::Server;
use crate::core::relay::{Case, Consultation, Verdict};

/// The time between two lines of the log about a policy that fails.
const PAUSE: Duration = Duration::from_secs(10);

/// The host application's say in each request to a plugin that grants or rules allow: the third of the three rungs.
///
/// It fails closed: a request is refused if the policy panics, or takes longer than
/// [`Settings::verdict_within`](crate::core::relay::Settings). The next requests of the page wait meanwhile, those of
/// other pages don't.
///
/// Each function of this form is one:
///
/// ```
/// use bifrons_gateway::core::relay::{Case, Verdict};
/// use bifrons_gateway::server::Policy;
///
/// async fn no_names_of_others(case: Case) -> Verdict {
///     match case.body.get("display") {
///         Some(name) if *name != *case.who.subject => {
///             Verdict::Refuse { code: None, reason: "your name is your own".to_owned() }
///         }
///         _ => Verdict::Allow,
///     }
/// }
///
/// let policy: &dyn Policy = &no_names_of_others;
/// ```
pub trait Policy: Send + Sync {
    /// Decides about a request.
    fn decide(&self, case: Case) -> BoxFuture<'static, Verdict>;
}

impl<F, V> Policy for F
where
    F: Fn(Case) -> V + Send + Sync,
    V: Future<Output = Verdict> + Send + 'static,
{
    fn decide(&self, case: Case) -> BoxFuture<'static, Verdict> {
        Box::pin(self(case))
    }
}

/// The policy of a gateway, which a reload may change.
#[derive(Default)]
pub(super) struct Policies {
    policy: RwLock<Option<Arc<dyn Policy>>>,
    /// When the log has shown last that it has failed to decide.
    shown: Mutex<Option<Instant>>,
}

impl Policies {
    pub(super) fn new(policy: Option<Arc<dyn Policy>>) -> Self {
        Self { policy: RwLock::new(policy), shown: Mutex::default() }
    }

    pub(super) fn set(&self, policy: Option<Arc<dyn Policy>>) {
        *self.policy.write().unwrap_or_else(PoisonError::into_inner) = policy;
    }

    pub(super) fn get(&self) -> Option<Arc<dyn Policy>> {
        self.policy.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Logs why a request is refused. Pages ask often: what fails all the time is not shown each time.
    fn note_failure(&self, why: &str) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if shown.is_none_or(|shown| shown.elapsed() >= PAUSE) {
            *shown = Some(Instant::now());
            tracing::error!(why, "the policy has not decided, and the request is refused");
        } else {
            tracing::debug!(why, "the policy has not decided, and the request is refused");
        }
    }
}

impl Server {
    /// Asks the policy; the core refuses what it has not decided in time.
    pub(super) fn ask_policy(self: &Arc<Self>, consultation: Consultation, case: Case) {
        let server = self.clone();
        tokio::spawn(async move {
            let within = server.settings().verdict_within;
            let verdict = match server.policies.get() {
                Some(policy) => {
                    // In a task of its own, so that a panic is a refusal.
                    let mut task = tokio::spawn(async move { policy.decide(case).await });
                    match timeout(within, &mut task).await {
                        Ok(Ok(verdict)) => verdict,
                        Ok(Err(_)) => Verdict::Undecided { why: "it has panicked".to_owned() },
                        Err(_) => {
                            server.policies.note_failure(&format!("no decision within {within:?}"));
                            return task.abort();
                        }
                    }
                }
                None => Verdict::Undecided { why: "the gateway has no policy to ask".to_owned() },
            };
            if let Verdict::Undecided { why } = &verdict {
                server.policies.note_failure(why);
            }
            server.act(|gateway, now| gateway.consulted(now, consultation, verdict));
        });
    }
}
