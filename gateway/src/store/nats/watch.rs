//! A watch of a table: one after the other, since each ends with the connection.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::kv::Operation;
use futures_util::StreamExt;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::{Shared, entry_of, unavailable};
use crate::store::seen::Seen;
use crate::store::{Change, Key, OPERATION_LIMIT, StoreError, Table};

/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_millis(200);

pub(super) async fn run(shared: Arc<Shared>, table: Table, to: mpsc::UnboundedSender<Change>) {
    let mut seen = Seen::new(table.lease);
    while !to.is_closed() {
        tokio::select! {
            _ = once(&shared, table, &mut seen, &to) => sleep(PAUSE).await,
            () = to.closed() => {}
        }
    }
}

/// Watches until the connection was opened again, or something fails.
async fn once(
    shared: &Shared,
    table: Table,
    seen: &mut Seen,
    to: &mpsc::UnboundedSender<Change>,
) -> Result<(), StoreError> {
    let mut connects = shared.connects.clone();
    connects.mark_unchanged();
    let bucket = shared.bucket(table).await?;
    let mut changes = match bucket.watch_with_history(">").await {
        Ok(changes) => changes,
        Err(error) => return Err(shared.failed(table, &error).await),
    };
    let send = |change: Option<Change>| drop(change.map(|change| to.send(change)));
    // The bucket's `status` is as old as the bucket.
    let info =
        timeout(OPERATION_LIMIT, bucket.stream.get_info()).await.map_err(|elapsed| unavailable(&elapsed))?;
    let count = info.map_err(|error| unavailable(&error))?.state.messages;
    let mut listed = Some(BTreeSet::new());
    if count == 0 {
        finish(&mut listed, seen, to);
    }
    loop {
        // A list that does not come to its end is asked for again.
        let next = seen.next_end().filter(|_| listed.is_none());
        let due = next.unwrap_or_else(|| Instant::now() + OPERATION_LIMIT);
        tokio::select! {
            change = changes.next() => {
                let change = change.ok_or(StoreError::Changed)?.map_err(|error| unavailable(&error))?;
                let (name, is_listed) = (change.key.clone(), change.seen_current);
                if change.operation == Operation::Put {
                    send(seen.put(&name, entry_of(change)?));
                    if let Some(listed) = &mut listed {
                        listed.insert(name);
                    }
                } else {
                    send(seen.gone(&name));
                }
                if is_listed {
                    finish(&mut listed, seen, to);
                }
            }
            _ = connects.changed() => return Ok(()),
            () = sleep_until(due) => {
                if listed.is_some() {
                    return Ok(());
                }
                for name in seen.ended() {
                    match shared.read(Key { table, name: &name }).await? {
                        Some(entry) => send(seen.put(&name, entry)),
                        None => send(seen.gone(&name)),
                    }
                }
            }
        }
    }
}

fn finish(listed: &mut Option<BTreeSet<String>>, seen: &mut Seen, to: &mpsc::UnboundedSender<Change>) {
    for change in listed.take().iter().flat_map(|names| seen.listed(names)) {
        let _ = to.send(change);
    }
}
