//! An engine in the memory of one process.

use std::collections::BTreeMap;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::{Change, Entry, Key, Message, Outcome, Revision, Sequence, Store, StoreError, Table};

/// Records and messages in the memory of this process. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct InProcess(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    last_revision: u64,
    records: BTreeMap<(&'static str, String), Record>,
    watches: Vec<(Table, mpsc::UnboundedSender<Change>)>,
    servers: Vec<(String, mpsc::UnboundedSender<Message>)>,
}

#[derive(Debug)]
struct Record {
    entry: Entry,
    ends: Option<Instant>,
}

impl InProcess {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.drop_ended();
        state
    }

    fn write(&self, key: Key<'_>, value: String, replaces: Option<Revision>) -> Result<Revision, StoreError> {
        let mut state = self.state();
        if state.revision(key) != replaces {
            return Err(if replaces.is_none() { StoreError::Exists } else { StoreError::Changed });
        }
        state.last_revision += 1;
        let revision = Revision(state.last_revision);
        let entry = Entry { value, revision };
        let ends = key.table.lease.map(|lease| Instant::now() + lease);
        state.records.insert(place(key), Record { entry: entry.clone(), ends });
        state.report(key.table.name, &Change::Put { name: key.name.to_owned(), entry });
        drop(state);
        if let Some(ends) = ends {
            self.clone().end_lease(ends);
        }
        Ok(revision)
    }

    /// Looks for leases that are over, at that time.
    fn end_lease(self, ends: Instant) {
        tokio::spawn(async move {
            tokio::time::sleep_until(ends).await;
            drop(self.state());
        });
    }

    /// Sends to those who serve the subject; returns whether there is one.
    fn send(&self, subject: &str, message: impl Fn() -> Message) -> bool {
        let mut state = self.state();
        state.servers.retain(|(_, to)| !to.is_closed());
        let of_subject = state.servers.iter().filter(|(served, _)| served == subject);
        of_subject.filter(|(_, to)| to.send(message()).is_ok()).count() > 0
    }
}

impl State {
    fn revision(&self, key: Key<'_>) -> Option<Revision> {
        self.records.get(&place(key)).map(|record| record.entry.revision)
    }

    fn drop_ended(&mut self) {
        let now = Instant::now();
        let is_over = |record: &Record| record.ends.is_some_and(|ends| ends <= now);
        let ended: Vec<_> = self
            .records
            .iter()
            .filter(|(_, record)| is_over(record))
            .map(|(place, _)| place.clone())
            .collect();
        for place in ended {
            self.records.remove(&place);
            self.report(place.0, &Change::Gone { name: place.1 });
        }
    }

    fn report(&mut self, table: &str, change: &Change) {
        self.watches.retain(|(watched, to)| watched.name != table || to.send(change.clone()).is_ok());
    }
}

impl Store for InProcess {
    fn get<'a>(&'a self, key: Key<'a>) -> Outcome<'a, Option<Entry>> {
        let entry = self.state().records.get(&place(key)).map(|record| record.entry.clone());
        Box::pin(ready(Ok(entry)))
    }

    fn create<'a>(&'a self, key: Key<'a>, value: String) -> Outcome<'a, Revision> {
        Box::pin(ready(self.write(key, value, None)))
    }

    fn swap<'a>(&'a self, key: Key<'a>, value: String, revision: Revision) -> Outcome<'a, Revision> {
        Box::pin(ready(self.write(key, value, Some(revision))))
    }

    fn delete_if<'a>(&'a self, key: Key<'a>, revision: Revision) -> Outcome<'a, ()> {
        let mut state = self.state();
        let result = if state.revision(key) == Some(revision) {
            state.records.remove(&place(key));
            state.report(key.table.name, &Change::Gone { name: key.name.to_owned() });
            Ok(())
        } else {
            Err(StoreError::Changed)
        };
        Box::pin(ready(result))
    }

    fn watch(&self, table: Table) -> Sequence<Change> {
        let (to, changes) = mpsc::unbounded_channel();
        let mut state = self.state();
        let records = state.records.iter().filter(|((of, _), _)| *of == table.name);
        let mut first: Vec<_> = records
            .map(|((_, name), record)| Change::Put { name: name.clone(), entry: record.entry.clone() })
            .collect();
        first.push(Change::Current);
        state.watches.push((table, to));
        Box::pin(stream::iter(first).chain(received(changes)))
    }

    fn publish<'a>(&'a self, subject: &'a str, payload: String) -> Outcome<'a, ()> {
        self.send(subject, || Message { payload: payload.clone(), reply: None });
        Box::pin(ready(Ok(())))
    }

    fn request<'a>(&'a self, subject: &'a str, payload: String, within: Duration) -> Outcome<'a, String> {
        let (to, reply) = oneshot::channel();
        let to = Mutex::new(Some(to));
        let arrived = self.send(subject, || {
            let to = to.lock().unwrap_or_else(PoisonError::into_inner).take();
            let reply =
                to.map(|to| Box::new(move |reply| drop(to.send(reply))) as Box<dyn FnOnce(String) + Send>);
            Message { payload: payload.clone(), reply }
        });
        Box::pin(async move {
            if !arrived {
                return Err(StoreError::NoResponder);
            }
            let reply = tokio::time::timeout(within, reply).await;
            reply.ok().and_then(Result::ok).ok_or(StoreError::NoReply)
        })
    }

    fn serve<'a>(&'a self, subject: &'a str) -> Outcome<'a, Sequence<Message>> {
        let (to, messages) = mpsc::unbounded_channel();
        self.state().servers.push((subject.to_owned(), to));
        Box::pin(ready(Ok(received(messages))))
    }
}

fn place(key: Key<'_>) -> (&'static str, String) {
    (key.table.name, key.name.to_owned())
}

/// What is received from a channel.
pub(super) fn received<T: Send + 'static>(from: mpsc::UnboundedReceiver<T>) -> Sequence<T> {
    Box::pin(stream::unfold(from, |mut from| async move { from.recv().await.map(|item| (item, from)) }))
}
