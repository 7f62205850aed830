//! Another configuration, and the end of the gateway.

use std::sync::Arc;
use std::time::Duration;

use super::{Policy, Server};
use crate::core::relay::{Gateway, Settings};

/// How long the connections may take to close once they are asked to.
const CLOSE_LIMIT: Duration = Duration::from_secs(6);

/// How long what waits for webhooks may take then.
const FLUSH_LIMIT: Duration = Duration::from_secs(2);

impl Server {
    /// Takes other settings; see [`Gateway::reload`]. The policy stays.
    ///
    /// # Errors
    /// Those of [`Gateway::reload`]; then nothing changes.
    pub fn reload(self: &Arc<Self>, settings: Settings) -> bifrons::Result<()> {
        let settings = Settings { consults: self.policies.get().is_some(), ..settings };
        self.take_settings(settings)
    }

    /// The same with another policy, or none. What waits for the one before gets its decision.
    ///
    /// # Errors
    /// The same.
    pub fn reload_with_policy(
        self: &Arc<Self>,
        settings: Settings,
        policy: Option<Arc<dyn Policy>>,
    ) -> bifrons::Result<()> {
        let settings = Settings { consults: policy.is_some(), ..settings };
        // While both change, a request without a policy to ask is refused.
        self.take_settings(settings)?;
        self.policies.set(policy);
        Ok(())
    }

    fn take_settings(self: &Arc<Self>, settings: Settings) -> bifrons::Result<()> {
        let settings =
            self.act(|gateway, now| gateway.reload(now, settings).map(|()| gateway.settings().clone()))?;
        self.set_settings(settings);
        Ok(())
    }

    /// Accepts no new pages and no new sessions; those that there are go on.
    pub fn drain(self: &Arc<Self>) {
        self.act(|gateway, _| gateway.drain());
    }

    /// Whether new pages are refused.
    #[must_use]
    pub fn is_draining(self: &Arc<Self>) -> bool {
        self.act(|gateway, _| gateway.is_draining())
    }

    /// Waits until no session is left, while the gateway drains.
    pub async fn drained(&self) {
        loop {
            let progress = self.drain_progress.notified();
            if self.counts().0 == 0 {
                return;
            }
            progress.await;
        }
    }

    /// Closes the pages with code 1001, destroys their sessions at Janus, and closes the connections to it, within 6 s; webhooks
    /// have 2 s more.
    pub async fn stop(self: &Arc<Self>) {
        self.act(Gateway::stop);
        let pages = async {
            loop {
                let progress = self.drain_progress.notified();
                if self.open_pages() == 0 {
                    return;
                }
                progress.await;
            }
        };
        // What has not closed by then is left.
        let _ = tokio::time::timeout(CLOSE_LIMIT, async { tokio::join!(pages, self.disconnected()) }).await;
        if tokio::time::timeout(FLUSH_LIMIT, self.webhooks.flushed()).await.is_ok() {
            // What was delivered is noted, too.
            let _ = tokio::time::timeout(FLUSH_LIMIT, self.webhooks.kept()).await;
            return;
        }
        let reports = self.webhooks.numbers().queued;
        match tokio::time::timeout(FLUSH_LIMIT, self.webhooks.kept()).await {
            Ok(true) => tracing::info!(reports, "reports wait for the next start"),
            _ => tracing::warn!(reports, "the gateway ends before its webhooks have taken all reports"),
        }
    }
}
