//! Records.

use bifrons_gateway::store::{Key, StoreError};
use tokio::time::{Instant, sleep, timeout};

use super::{Engine, LEASES, LIMIT, RECORDS};

fn key(name: &str) -> Key<'_> {
    Key { table: RECORDS, name }
}

pub async fn a_record_is_written_by_its_revision(engine: Engine) {
    let (one, other) = (engine.store().await, engine.store().await);
    let key = key("a");
    assert_eq!(one.get(key).await, Ok(None));
    let first = one.create(key, "1".into()).await.unwrap();
    assert_eq!(other.create(key, "2".into()).await, Err(StoreError::Exists));
    let read = other.get(key).await.unwrap().unwrap();
    assert_eq!((&*read.value, read.revision), ("1", first));
    let second = other.swap(key, "2".into(), first).await.unwrap();
    assert!(second > first);
    assert_eq!(one.swap(key, "3".into(), first).await, Err(StoreError::Changed));
    assert_eq!(one.delete_if(key, first).await, Err(StoreError::Changed));
    assert_eq!(one.get(key).await.unwrap().unwrap().value, "2");
    one.delete_if(key, second).await.unwrap();
    assert_eq!(other.get(key).await, Ok(None));
    assert_eq!(other.delete_if(key, second).await, Err(StoreError::Changed));
    assert_eq!(other.swap(key, "3".into(), second).await, Err(StoreError::Changed));
    let third = other.create(key, "3".into()).await.unwrap();
    assert!(third > second);
    assert_eq!(one.delete_if(key, second).await, Err(StoreError::Changed));
    one.delete_if(key, third).await.unwrap();
    // Another table is another place.
    let leased = Key { table: LEASES, ..key };
    one.create(leased, "4".into()).await.unwrap();
    assert_eq!(one.get(key).await, Ok(None));
}

pub async fn values_and_names_are_kept(engine: Engine) {
    let store = engine.store().await;
    for (name, value) in
        [("9007199254740991", "{\"a\":\"\\n\"}\n\nb\r\n"), ("a-Z_0", "\u{e4}\u{1f600}\0"), ("b", "")]
    {
        let revision = store.create(key(name), value.into()).await.unwrap();
        let entry = store.get(key(name)).await.unwrap().unwrap();
        assert_eq!((&*entry.value, entry.revision), (value, revision), "{name}");
    }
    let long = "x".repeat(100_000);
    store.create(key("long"), long.clone()).await.unwrap();
    assert_eq!(store.get(key("long")).await.unwrap().unwrap().value, long);
}

pub async fn of_many_writers_one_succeeds(engine: Engine) {
    let stores = [engine.store().await, engine.store().await];
    let creates = (0..20).map(|number| {
        let store = stores[number % 2].clone();
        tokio::spawn(async move { store.create(key("created"), number.to_string()).await })
    });
    let results = futures::future::join_all(creates.collect::<Vec<_>>()).await;
    let results: Vec<_> = results.into_iter().map(Result::unwrap).collect();
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert!(results.iter().all(|result| matches!(result, Ok(_) | Err(StoreError::Exists))), "{results:?}");
    let counters = (0..4).map(|number| {
        let store = stores[number % 2].clone();
        tokio::spawn(async move {
            for _ in 0..25 {
                loop {
                    let Some(entry) = store.get(key("counter")).await.unwrap() else {
                        let _ = store.create(key("counter"), "0".into()).await;
                        continue;
                    };
                    let next = (entry.value.parse::<u32>().unwrap() + 1).to_string();
                    match store.swap(key("counter"), next, entry.revision).await {
                        Ok(_) => break,
                        Err(error) => assert_eq!(error, StoreError::Changed),
                    }
                }
            }
        })
    });
    for counter in futures::future::join_all(counters.collect::<Vec<_>>()).await {
        counter.unwrap();
    }
    assert_eq!(stores[0].get(key("counter")).await.unwrap().unwrap().value, "100");
}

pub async fn a_lease_ends_unless_it_is_renewed(engine: Engine) {
    let store = engine.store().await;
    let lease = LEASES.lease.unwrap();
    let [kept, left] = ["kept", "left"].map(|name| Key { table: LEASES, name });
    let mut revision = store.create(kept, "1".into()).await.unwrap();
    store.create(left, "1".into()).await.unwrap();
    let since = Instant::now();
    while since.elapsed() < lease * 2 {
        sleep(lease / 5).await;
        revision = store.swap(kept, "2".into(), revision).await.unwrap();
    }
    assert_eq!(store.get(left).await, Ok(None));
    store.create(left, "3".into()).await.unwrap();
    let ends = async {
        while store.get(kept).await.unwrap().is_some() {
            sleep(lease / 10).await;
        }
    };
    timeout(LIMIT, ends).await.unwrap();
    assert_eq!(store.swap(kept, "4".into(), revision).await, Err(StoreError::Changed));
    store.create(kept, "5".into()).await.unwrap();
}
