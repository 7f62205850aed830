//! The store that replicas share, for the core.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt;

use super::Server;
use crate::core::relay::{
    Place, Question, ReplicaSettings, StoreAction, StoreFailure, StoreOperation, Stored,
};
use crate::store::{Key, Message, Revision, SharedStore, Store, StoreError, Table};

/// How long a replica lives without a sign of life.
const LEASE: Duration = Duration::from_secs(9);
const SESSIONS: Table = Table { name: "sessions", lease: None };
const REPLICAS: Table = Table { name: "replicas", lease: Some(LEASE) };
/// How long after a failure the store is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// Waits until the store is available, and reports once that it is not.
#[cfg(feature = "program")]
pub(crate) async fn available(store: &SharedStore) {
    let mut is_reported = false;
    while let Err(StoreError::Unavailable(reason)) = store.get(Key { table: SESSIONS, name: "0" }).await {
        if !std::mem::replace(&mut is_reported, true) {
            tracing::warn!(
                reason,
                "the store of [store] is unavailable: waiting for it before pages are accepted"
            );
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// The store, and what other replicas have asked.
pub(super) struct Shared {
    store: SharedStore,
    id: Arc<str>,
    questions: Mutex<Questions>,
}

#[derive(Default)]
struct Questions {
    last: u64,
    open: HashMap<Question, Message>,
}

impl Shared {
    /// `number` is one that no other process has.
    pub(super) fn new(store: SharedStore, number: u64) -> Self {
        Self { store, id: format!("{number:016x}").into(), questions: Mutex::default() }
    }

    pub(super) fn settings(&self) -> ReplicaSettings {
        ReplicaSettings { id: self.id.clone(), lease: LEASE }
    }

    fn note(&self, message: Message) -> Question {
        let mut questions = self.questions.lock().unwrap_or_else(PoisonError::into_inner);
        questions.last += 1;
        let question = Question(questions.last);
        questions.open.insert(question, message);
        question
    }

    fn reply(&self, question: Question, text: String) {
        let mut questions = self.questions.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(message) = questions.open.remove(&question) {
            message.reply(text);
        }
    }
}

impl Server {
    pub(super) fn use_store(self: &Arc<Self>, action: StoreAction) {
        let Some(shared) = &self.store else { return };
        if let StoreAction::Reply { question, text } = action {
            return shared.reply(question, text);
        }
        let (server, store) = (self.clone(), shared.store.clone());
        tokio::spawn(async move {
            if let Some((operation, result)) = carry_out(&*store, action).await {
                server.act(|gateway, now| gateway.store_done(now, operation, result));
            }
        });
    }

    /// Takes the questions of other replicas.
    pub(super) fn serve_replicas(self: &Arc<Self>) {
        let Some(shared) = &self.store else { return };
        let (store, subject) = (shared.store.clone(), subject(&shared.id));
        let server = Arc::downgrade(self);
        tokio::spawn(async move {
            let mut questions = loop {
                match store.serve(&subject).await {
                    Ok(questions) => break questions,
                    Err(error) => tracing::warn!(%error, "other replicas can't reach this one yet"),
                }
                tokio::time::sleep(PAUSE).await;
            };
            while let Some(message) = questions.next().await {
                let Some(server) = server.upgrade() else { return };
                let Some(shared) = &server.store else { return };
                let text = message.payload.clone();
                let question = shared.note(message);
                server.act(|gateway, now| gateway.replica_asks(now, question, &text));
            }
        });
    }
}

async fn carry_out(
    store: &dyn Store,
    action: StoreAction,
) -> Option<(StoreOperation, Result<Stored, StoreFailure>)> {
    let written = |Revision(revision)| Stored::Written(revision);
    let (operation, result) = match action {
        StoreAction::Get { operation, place } => {
            let found = store.get(key(&place, &name(&place))).await;
            let found = found.map(|entry| entry.map(|entry| (entry.value, entry.revision.0)));
            (operation, found.map(Stored::Entry))
        }
        StoreAction::Create { operation, place, value } => {
            (operation, store.create(key(&place, &name(&place)), value).await.map(written))
        }
        StoreAction::Swap { operation, place, value, revision } => {
            let swapped = store.swap(key(&place, &name(&place)), value, Revision(revision)).await;
            (operation, swapped.map(written))
        }
        StoreAction::Delete { operation, place, revision } => {
            let deleted = store.delete_if(key(&place, &name(&place)), Revision(revision)).await;
            (operation, deleted.map(|()| Stored::Deleted))
        }
        StoreAction::Ask { operation, replica, text, within } => {
            (operation, store.request(&subject(&replica), text, within).await.map(Stored::Reply))
        }
        StoreAction::Reply { .. } => return None,
    };
    Some((operation, result.map_err(|error| failure(&error))))
}

fn failure(error: &StoreError) -> StoreFailure {
    match error {
        StoreError::Exists => StoreFailure::Exists,
        StoreError::Changed => StoreFailure::Changed,
        StoreError::NoResponder => StoreFailure::NoResponder,
        StoreError::NoReply => StoreFailure::NoReply,
        StoreError::Unavailable(reason) => {
            tracing::debug!(reason, "the store is unavailable");
            StoreFailure::Unavailable
        }
    }
}

fn name(place: &Place) -> String {
    match place {
        Place::Session(id) => id.to_string(),
        Place::Replica(id) => id.as_ref().to_owned(),
    }
}

fn key<'a>(place: &Place, name: &'a str) -> Key<'a> {
    let table = match place {
        Place::Session(_) => SESSIONS,
        Place::Replica(_) => REPLICAS,
    };
    Key { table, name }
}

fn subject(replica: &str) -> String {
    format!("replica.{replica}")
}
