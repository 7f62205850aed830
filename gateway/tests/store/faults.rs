//! What happens while the engine, or the network to it, fails.

use std::process::Command;
use std::time::Duration;

use bifrons_gateway::store::{Change, Key, StoreError};
use tokio::time::{Instant, sleep, timeout};

use super::engine::{Kind, available};
use super::messages::echo;
use super::proxy::{Network, Proxy};
use super::watches::Watched;
use super::{Engine, LEASES, LIMIT, RECORDS};

fn key(name: &str) -> Key<'_> {
    Key { table: RECORDS, name }
}

/// Longer than an operation may take.
const ENDED: Duration = Duration::from_secs(5);

/// All operations end, and say that the engine is unavailable.
async fn all_are_unavailable(store: &bifrons_gateway::store::SharedStore) {
    let revision = bifrons_gateway::store::Revision(1);
    let since = Instant::now();
    let (got, created, swapped, deleted, published, requested, served) = tokio::join!(
        store.get(key("b")),
        store.create(key("b"), "1".into()),
        store.swap(key("b"), "1".into(), revision),
        store.delete_if(key("b"), revision),
        store.publish("news", "1".into()),
        store.request("replica.1", "1".into(), Duration::from_secs(1)),
        store.serve("other"),
    );
    assert!(since.elapsed() < ENDED, "{:?}", since.elapsed());
    let is_unavailable =
        |error: Option<StoreError>| matches!(error, Some(StoreError::Unavailable(_) | StoreError::NoReply));
    for (name, error) in [
        ("get", got.err()),
        ("create", created.err()),
        ("swap", swapped.err()),
        ("delete_if", deleted.err()),
        ("request", requested.err()),
    ] {
        assert!(is_unavailable(error.clone()), "{name}: {error:?}");
    }
    // These may not be known to have failed yet.
    drop((published, served));
}

pub async fn an_engine_that_is_killed_is_unavailable_and_comes_back_empty(mut engine: Engine) {
    let (store, other) = (engine.store().await, engine.store().await);
    echo(&other, "replica.1", "").await;
    let before = store.create(key("a"), "1".into()).await.unwrap();
    let mut watched = Watched::begin(&store, RECORDS).await;
    watched.until(&[("a", "1")]).await;
    engine.kill();
    watched.is_silent(all_are_unavailable(&store)).await;
    engine.start_empty().await;
    available(&store).await;
    // The record is gone, and its revision is worth nothing.
    watched.until(&[]).await;
    let after = store.create(key("a"), "2".into()).await.unwrap();
    if after != before {
        assert_eq!(store.swap(key("a"), "3".into(), before).await, Err(StoreError::Changed));
    }
    watched.until(&[("a", "2")]).await;
    let serves_again = async {
        while store.request("replica.1", "1".into(), ENDED).await.is_err() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(LIMIT, serves_again).await.unwrap();
}

pub async fn an_engine_that_hangs_ends_no_lease(engine: Engine) {
    let store = engine.store().await;
    store.create(Key { table: LEASES, name: "a" }, "1".into()).await.unwrap();
    let mut watched = Watched::begin(&store, LEASES).await;
    watched.until(&[("a", "1")]).await;
    engine.signal("STOP");
    watched
        .is_silent(async {
            all_are_unavailable(&store).await;
            sleep(LEASES.lease.unwrap()).await;
        })
        .await;
    engine.signal("CONT");
    available(&store).await;
    watched.until(&[]).await;
}

pub async fn what_a_lost_connection_has_missed_is_reported_once(engine: Engine) {
    let (store, proxy) = engine.store_by_proxy().await;
    let other = engine.store().await;
    let first = other.create(key("a"), "1".into()).await.unwrap();
    let gone = other.create(key("gone"), "1".into()).await.unwrap();
    other.create(key("same"), "1".into()).await.unwrap();
    let mut watched = Watched::begin(&store, RECORDS).await;
    echo(&store, "replica.1", "").await;
    proxy.set(Network::Refuses);
    other.swap(key("a"), "2".into(), first).await.unwrap();
    other.delete_if(key("gone"), gone).await.unwrap();
    for name in ["new1", "new2"] {
        other.create(key(name), "1".into()).await.unwrap();
    }
    watched.is_silent(sleep(Duration::from_millis(500))).await;
    proxy.set(Network::Passes);
    watched.until(&[("a", "2"), ("new1", "1"), ("new2", "1"), ("same", "1")]).await;
    // What is the same was not reported again.
    let last = other.create(key("last"), "1".into()).await.unwrap();
    assert!(matches!(watched.next().await, Change::Put { name, .. } if name == "last"));
    other.delete_if(key("last"), last).await.unwrap();
    assert_eq!(watched.next().await, Change::Gone { name: "last".into() });
    let serves_again = async {
        while other.request("replica.1", "1".into(), ENDED).await.is_err() {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(LIMIT, serves_again).await.unwrap();
}

pub async fn a_slow_engine_is_used(engine: Engine) {
    let (store, proxy) = engine.store_by_proxy().await;
    proxy.set(Network::Delays(Duration::from_millis(150)));
    let first = store.create(key("a"), "1".into()).await.unwrap();
    let second = store.swap(key("a"), "2".into(), first).await.unwrap();
    echo(&store, "replica.1", "").await;
    assert_eq!(store.request("replica.1", "1".into(), LIMIT).await, Ok("1".into()));
    let mut watched = Watched::begin(&store, RECORDS).await;
    watched.until(&[("a", "2")]).await;
    store.delete_if(key("a"), second).await.unwrap();
    watched.until(&[]).await;
}

pub async fn a_record_that_vanishes_is_gone(engine: Engine) {
    let store = engine.store().await;
    let place = Key { table: LEASES, name: "a" };
    let revision = store.create(place, "1".into()).await.unwrap();
    let mut watched = Watched::begin(&store, LEASES).await;
    watched.until(&[("a", "1")]).await;
    vanish(&engine).await;
    assert_eq!(store.get(place).await, Ok(None));
    assert_eq!(store.swap(place, "2".into(), revision).await, Err(StoreError::Changed));
    watched.until(&[]).await;
    let again = store.create(place, "3".into()).await.unwrap();
    assert_ne!(again, revision);
    watched.until(&[("a", "3")]).await;
}

/// A fail-over to a server that lacks the record: nothing reports its end.
async fn vanish(engine: &Engine) {
    if engine.kind == Kind::Redis {
        let deleted = Command::new("redis-cli")
            .args(["-p", &engine.port.to_string(), "del", "{bifrons}:leases:a"])
            .output();
        assert_eq!(deleted.unwrap().stdout, b"1\n");
        return;
    }
    let client = async_nats::connect(format!("127.0.0.1:{}", engine.port)).await.unwrap();
    let stream = async_nats::jetstream::new(client).get_stream("KV_bifrons_leases").await.unwrap();
    let last = stream.get_last_raw_message_by_subject("$KV.bifrons_leases.a").await.unwrap();
    assert!(stream.delete_message(last.sequence).await.unwrap());
}

pub async fn a_replica_that_is_cut_off_fails_alone(engine: Engine) {
    let (cut_off, proxy) = engine.store_by_proxy().await;
    let other = engine.store().await;
    let mut watched = Watched::begin(&cut_off, RECORDS).await;
    proxy.set(Network::Holds);
    watched.is_silent(all_are_unavailable(&cut_off)).await;
    other.create(key("a"), "1".into()).await.unwrap();
    proxy.set(Network::Passes);
    available(&cut_off).await;
    while !watched.records.contains_key("a") {
        watched.next().await;
    }
}

pub async fn without_an_engine_a_store_waits_for_it(mut engine: Engine) {
    engine.kill();
    let proxy = Proxy::before(engine.port).await;
    proxy.set(Network::Refuses);
    let store = timeout(ENDED, engine.store_at(proxy.port)).await.unwrap();
    all_are_unavailable(&store).await;
    engine.start_empty().await;
    proxy.set(Network::Passes);
    available(&store).await;
    store.create(key("a"), "1".into()).await.unwrap();
}
