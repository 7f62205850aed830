//! A watch of a table: changes are numbered, and where one is missing the table is read again.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use redis::AsyncCommands;
use tokio::sync::mpsc;
use tokio::time::{Instant, interval, sleep, sleep_until};

use super::{Shared, entry_of, limited, unavailable};
use crate::store::seen::Seen;
use crate::store::{Change, Key, StoreError, Table};

/// How often it is looked whether changes were missed.
const LOOK_INTERVAL: Duration = Duration::from_secs(1);
/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_millis(200);
/// How many records are read at once.
const BATCH: usize = 500;

pub(super) async fn run(shared: Arc<Shared>, table: Table, to: mpsc::UnboundedSender<Change>) {
    let mut seen = Seen::new(table.lease);
    while !to.is_closed() {
        tokio::select! {
            result = once(&shared, table, &mut seen, &to) => {
                if result.is_err() {
                    sleep(PAUSE).await;
                }
            }
            () = to.closed() => {}
        }
    }
}

/// Reads the table, and watches until something was missed, or fails.
async fn once(
    shared: &Shared,
    table: Table,
    seen: &mut Seen,
    to: &mpsc::UnboundedSender<Change>,
) -> Result<(), StoreError> {
    let mut opened = shared.channels.opened();
    opened.mark_unchanged();
    let (deliver, mut numbers) = mpsc::unbounded_channel();
    let deliver = Box::new(move |text: &str| deliver.send(text.to_owned()).is_ok());
    limited(shared.channels.subscribe(shared.changes(table), deliver)).await?;
    let mut last = limited(number(shared, table)).await?;
    let send = |change: Option<Change>| drop(change.map(|change| to.send(change)));
    let mut listed = BTreeSet::new();
    for (name, record) in limited(list(shared, table)).await? {
        send(seen.put(&name, entry_of(&record)?));
        listed.insert(name);
    }
    seen.listed(&listed).into_iter().for_each(|change| send(Some(change)));
    let mut looks = interval(LOOK_INTERVAL);
    let mut counted = last;
    loop {
        let ends = seen.next_end();
        let asked = tokio::select! {
            text = numbers.recv() => {
                let text = text.ok_or(StoreError::Changed)?;
                let (number, name) = text.split_once(' ').unwrap_or_default();
                match number.parse::<u64>() {
                    // It was counted before the table was read.
                    Ok(number) if number <= last => vec![],
                    Ok(number) if number == last + 1 => {
                        last = number;
                        vec![name.to_owned()]
                    }
                    _ => return Ok(()),
                }
            }
            _ = opened.changed() => return Ok(()),
            _ = looks.tick() => {
                // What was counted at the look before has had the time to come.
                if last < counted {
                    return Ok(());
                }
                counted = limited(number(shared, table)).await?;
                vec![]
            }
            () = sleep_until(ends.unwrap_or_else(|| Instant::now() + LOOK_INTERVAL)) => seen.ended(),
        };
        for name in asked {
            match limited(shared.read(Key { table, name: &name })).await? {
                Some(entry) => send(seen.put(&name, entry)),
                None => send(seen.gone(&name)),
            }
        }
    }
}

async fn number(shared: &Shared, table: Table) -> Result<u64, StoreError> {
    let number: Option<u64> =
        shared.connection.clone().get(shared.number(table)).await.map_err(|error| unavailable(&error))?;
    Ok(number.unwrap_or_default())
}

/// All records of a table. Names whose lease is over are removed.
async fn list(shared: &Shared, table: Table) -> Result<Vec<(String, String)>, StoreError> {
    let mut connection = shared.connection.clone();
    let names: BTreeSet<String> =
        connection.smembers(shared.names(table)).await.map_err(|error| unavailable(&error))?;
    let names: Vec<_> = names.into_iter().collect();
    let mut found = Vec::new();
    for names in names.chunks(BATCH) {
        let keys: Vec<_> = names.iter().map(|name| shared.record(Key { table, name })).collect();
        let records: Vec<Option<String>> =
            connection.mget(keys).await.map_err(|error| unavailable(&error))?;
        let mut over = Vec::new();
        for (name, record) in names.iter().zip(records) {
            match record {
                Some(record) => found.push((name.clone(), record)),
                None => over.push(&**name),
            }
        }
        if !over.is_empty() {
            shared.forget(table, &over).await?;
        }
    }
    Ok(found)
}
