//! A Janus behind a proxy with faults.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use bifrons::{Config, Connect, Connection, ConnectionEvent, Recovery};
use serde_json::json;
use tokio::sync::oneshot;

use crate::support::proxy::Proxy;
use crate::support::{Janus, listed, watchful};

/// How long Janus keeps a session without a connection, in seconds: longer than the longest fault.
pub(crate) const RECLAIM: &str = "30";
/// Longer than any fault except Janus's long suspension.
pub(crate) const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);
const DEADLINE: Duration = Duration::from_secs(60);

pub(crate) struct Stage {
    janus: Arc<Mutex<Janus>>,
    pub(crate) proxy: Proxy,
}

impl Stage {
    pub(crate) async fn open(options: &[&str]) -> Self {
        let janus = Janus::start(options);
        let proxy = Proxy::start(&janus.at.ws).await;
        Self { janus: Arc::new(Mutex::new(janus)), proxy }
    }

    pub(crate) async fn connect(&self, rebuild: bool) -> Connection {
        let recovery = Some(Recovery { rebuild, ..Recovery::default() });
        let request_timeout = Some(REQUEST_TIMEOUT);
        let config = Config { recovery, request_timeout, ..watchful(&self.proxy.url) };
        Connect::with(config).await.expect("a connection")
    }

    fn janus(&self) -> MutexGuard<'_, Janus> {
        self.janus.lock().expect("the lock is not poisoned")
    }

    pub(crate) fn signal(&self, which: &str) {
        self.janus().signal(which);
    }

    /// Kills Janus and starts it again; the other tasks continue.
    pub(crate) async fn restart(&self) {
        let janus = Arc::clone(&self.janus);
        let (restarted, is_back) = oneshot::channel();
        // Not a thread of the runtime, which would wait for it without a limit.
        thread::spawn(move || {
            janus.lock().expect("the lock is not poisoned").restart();
            let _ = restarted.send(());
        });
        within_deadline("Janus restarts", is_back, String::new).await.expect("Janus starts");
    }

    /// The sessions that Janus has.
    pub(crate) async fn sessions(&self) -> Vec<u64> {
        let url = self.janus().at.admin_ws.clone();
        let admin = bifrons::connect(&*url).api(bifrons::Api::Admin).api_secret("janusoverlord").await;
        let mut sessions = listed(&admin.expect("the Admin API responds"), "sessions", json!({})).await;
        sessions.sort_unstable();
        sessions
    }

    /// Waits until Janus has ended the unknown sessions: a response to `create` may be lost.
    pub(crate) async fn until_empty(&self) {
        let wait = async {
            while !self.sessions().await.is_empty() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        };
        within_deadline("Janus ends the lost sessions", wait, String::new).await;
    }
}

/// Returns the total time of a connection's outages.
pub(crate) fn time_of_outages(connection: &Connection) -> impl Future<Output = Duration> + use<> {
    let mut changes = connection.events();
    let watch = tokio::spawn(async move {
        let mut sum = Duration::ZERO;
        while let Some(change) = changes.next().await {
            if let ConnectionEvent::Resumed { outage, .. } = change {
                sum += outage;
            }
        }
        sum
    });
    async { watch.await.expect("the task does not panic") }
}

/// Waits for a future until the deadline; the panic contains the state from `instead`.
pub(crate) async fn within_deadline<T>(
    what: &str,
    wait: impl Future<Output = T>,
    instead: impl Fn() -> String,
) -> T {
    match tokio::time::timeout(DEADLINE, wait).await {
        Ok(result) => result,
        Err(_) => panic!("{what}: not within {} s; {}", DEADLINE.as_secs(), instead()),
    }
}
