//! What the tests share: a server, a scripted one, proxies, and waits with a limit.

#![allow(dead_code, unused_imports, reason = "each test uses a part of this module")]
#![allow(unreachable_pub, clippy::expect_used, reason = "only tests use this module")]

pub mod http_proxy;
pub mod janus;
pub mod proxy;
pub mod registrar;
#[path = "../../examples/support/sdp.rs"]
pub mod sdp;
pub mod server;

use std::future::Future;
use std::time::Duration;

use bifrons::engine::Stats;
use bifrons::plugins::Plugin;
use bifrons::{Address, Config, Connection, Event, Handle, RawRequest};
use serde_json::Value;
use tokio::time::timeout;

pub use self::janus::Janus;

/// A configuration that probes its transport connection more often than by default.
pub fn watchful(url: &str) -> Config {
    let mut config = Config::new(vec![Address::new(url)]);
    config.probe_after = Some(Duration::from_millis(300));
    config.probe_timeout = Duration::from_millis(300);
    config.attempt_timeout = Some(Duration::from_secs(1));
    config
}

/// Each request has one outcome.
pub fn assert_consistent(stats: Stats) {
    let failed = stats.refused + stats.timed_out + stats.cancelled + stats.lost + stats.failed;
    assert_eq!(stats.succeeded + failed, stats.requests, "{stats:?}");
}

/// Waits for a future, at most 15 s.
pub async fn within<T>(what: &str, wait: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(15), wait).await.unwrap_or_else(|_| panic!("{what}: not within 15 s"))
}

/// The next event of a handle; `None` once the handle has ended.
pub async fn next<P: Plugin>(handle: &Handle<P>) -> Option<Event<P::Event>> {
    within("an event", handle.next_event()).await
}

/// The next plugin event of a handle that `wanted` accepts.
pub async fn wait_for<P: Plugin>(
    handle: &Handle<P>,
    what: &str,
    wanted: impl Fn(&P::Event) -> bool,
) -> P::Event {
    let wait = async {
        loop {
            match next(handle).await {
                Some(Event::Plugin(event)) if wanted(&event) => return event,
                Some(_) => {}
                None => panic!("{what}: the handle ended"),
            }
        }
    };
    within(what, wait).await
}

/// Sends a request to the Admin API.
pub async fn request_admin(admin: &Connection, verb: &str, members: Value) -> Value {
    admin.raw_request(RawRequest::new(verb), &members).await.expect("the Admin API agrees")
}

/// The ids that the Admin API lists, such as those of `sessions`.
pub async fn listed(admin: &Connection, what: &str, members: Value) -> Vec<u64> {
    let response = request_admin(admin, &format!("list_{what}"), members).await;
    let ids = response[what].as_array().expect("a list");
    ids.iter().map(|id| id.as_u64().expect("an id")).collect()
}
