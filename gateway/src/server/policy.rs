//! The policy of the host application.

use std::sync::Arc;

use futures_util::future::BoxFuture;

use super::Server;
use crate::core::relay::{Case, Consultation, Verdict};

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

impl Server {
    /// Asks the policy; the core refuses what it has not decided in time.
    pub(super) fn ask_policy(self: &Arc<Self>, consultation: Consultation, case: Case) {
        let server = self.clone();
        tokio::spawn(async move {
            let verdict = match &server.policy {
                Some(policy) => {
                    let policy = policy.clone();
                    // In a task of its own, so that a panic is a refusal.
                    let mut task = tokio::spawn(async move { policy.decide(case).await });
                    match tokio::time::timeout(server.settings().verdict_within, &mut task).await {
                        Ok(Ok(verdict)) => verdict,
                        Ok(Err(_)) => {
                            tracing::error!("the policy has panicked; the request is refused");
                            Verdict::undecided("the application has failed to decide; try again later")
                        }
                        Err(_) => return task.abort(),
                    }
                }
                None => Verdict::undecided("the gateway has no policy to ask"),
            };
            server.act(|gateway, now| gateway.consulted(now, consultation, verdict));
        });
    }
}
