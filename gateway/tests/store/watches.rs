//! Watches.

use std::collections::BTreeMap;

use bifrons_gateway::store::{Change, Key, Sequence, SharedStore, Table};
use futures::StreamExt;
use tokio::time::{Instant, timeout};

use super::{Engine, LEASES, LIMIT, RECORDS};

/// A watch, and what is in the table by what it has reported.
pub struct Watched {
    changes: Sequence<Change>,
    pub records: BTreeMap<String, String>,
}

impl Watched {
    pub async fn begin(store: &SharedStore, table: Table) -> Self {
        let mut watched = Self { changes: store.watch(table), records: BTreeMap::new() };
        while watched.next().await != Change::Current {}
        watched
    }

    pub async fn next(&mut self) -> Change {
        let change = timeout(LIMIT, self.changes.next()).await.expect("the watch reports something").unwrap();
        match &change {
            Change::Put { name, entry } => drop(self.records.insert(name.clone(), entry.value.clone())),
            Change::Gone { name } => assert!(self.records.remove(name).is_some(), "{name} was not there"),
            Change::Current => {}
        }
        change
    }

    /// Waits until just these records are there.
    pub async fn until(&mut self, records: &[(&str, &str)]) {
        let wanted: BTreeMap<_, _> =
            records.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        while self.records != wanted {
            self.next().await;
        }
    }

    /// Nothing is reported until then.
    pub async fn is_silent(&mut self, until: impl Future<Output = ()>) {
        tokio::select! {
            change = self.next() => panic!("{change:?}"),
            () = until => {}
        }
    }
}

pub async fn a_watch_reports_what_is_there_and_what_changes(engine: Engine) {
    let (store, other) = (engine.store().await, engine.store().await);
    let mut of_nothing = Watched::begin(&other, RECORDS).await;
    assert!(of_nothing.records.is_empty());
    let key = |name| Key { table: RECORDS, name };
    let first = store.create(key("a"), "1".into()).await.unwrap();
    let second = store.create(key("b"), "1".into()).await.unwrap();
    store.create(Key { table: LEASES, name: "c" }, "1".into()).await.unwrap();
    let mut watched = Watched::begin(&other, RECORDS).await;
    watched.until(&[("a", "1"), ("b", "1")]).await;
    store.swap(key("a"), "2".into(), first).await.unwrap();
    let swapped = Change::Put { name: "a".into(), entry: store.get(key("a")).await.unwrap().unwrap() };
    assert_eq!(watched.next().await, swapped);
    store.delete_if(key("b"), second).await.unwrap();
    assert_eq!(watched.next().await, Change::Gone { name: "b".into() });
    store.create(key("b"), "3".into()).await.unwrap();
    watched.until(&[("a", "2"), ("b", "3")]).await;
    of_nothing.until(&[("a", "2"), ("b", "3")]).await;
}

pub async fn a_watch_reports_the_end_of_a_lease(engine: Engine) {
    let store = engine.store().await;
    let [kept, left] = ["kept", "left"].map(|name| Key { table: LEASES, name });
    let mut revision = store.create(kept, "1".into()).await.unwrap();
    store.create(left, "1".into()).await.unwrap();
    let mut watched = Watched::begin(&store, LEASES).await;
    let since = Instant::now();
    let renew = async {
        loop {
            tokio::time::sleep(LEASES.lease.unwrap() / 5).await;
            revision = store.swap(kept, "1".into(), revision).await.unwrap();
        }
    };
    let gone = async { while watched.next().await != (Change::Gone { name: "left".into() }) {} };
    tokio::select! {
        () = gone => {}
        () = renew => {}
    }
    assert!(since.elapsed() < LEASES.lease.unwrap() * 3, "{:?}", since.elapsed());
    assert!(watched.records.contains_key("kept"));
}
