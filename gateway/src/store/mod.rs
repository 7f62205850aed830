//! What the replicas of a gateway share: records with revisions, and messages between replicas.
//!
//! One [`Store`] has an engine behind it: [`InProcess`] for one replica and for tests, NATS or Redis for several.
//! Records stand in [`Table`]s. Each write names the revision that it replaces, so that of two replicas one alone
//! succeeds. A record of a table with a lease is gone when nothing has replaced it for that long.
//!
//! Nothing here is needed for a call that is going on: while the engine is unavailable each operation ends with
//! [`StoreError::Unavailable`], and watches are silent. Afterwards they report what is different.

mod in_process;
#[cfg(feature = "nats")]
mod nats;
#[cfg(feature = "redis")]
mod redis;
#[cfg(any(feature = "nats", feature = "redis"))]
mod seen;

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::Stream;

pub use self::in_process::InProcess;
#[cfg(feature = "nats")]
pub use self::nats::{Nats, NatsOptions};
#[cfg(feature = "redis")]
pub use self::redis::{Redis, RedisOptions};

/// The longest that an operation takes: then the engine counts as unavailable.
pub const OPERATION_LIMIT: Duration = Duration::from_secs(3);

/// Records of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Table {
    /// The name: lower-case letters.
    pub name: &'static str,
    /// How long a record lives without being replaced; `None`: until it is deleted. All records of a table have the
    /// same, since older NATS servers know one for a whole bucket only.
    pub lease: Option<Duration>,
}

/// The place of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key<'a> {
    /// The table.
    pub table: Table,
    /// The name in it: letters, digits, `-`, `_`.
    pub name: &'a str,
}

/// Which of a record's values it is. Numbers grow with each write of a record, and are of no other meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(pub u64);

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The value.
    pub value: String,
    /// Its revision.
    pub revision: Revision,
}

/// What a watch reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The record has this value now. Of several that follow each other at once the last one may be reported alone.
    Put {
        /// Its name.
        name: String,
        /// Its value.
        entry: Entry,
    },
    /// The record is deleted, or its lease is over.
    Gone {
        /// Its name.
        name: String,
    },
    /// What was in the table when the watch began has been reported; comes once.
    Current,
}

/// Why an operation has failed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// The record that was to be created exists.
    Exists,
    /// The record has another revision, or is gone.
    Changed,
    /// No replica serves the subject.
    NoResponder,
    /// A replica serves the subject, and has not replied in time.
    NoReply,
    /// The engine can't be reached, or has not answered in time. A write may have been done.
    Unavailable(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists => f.write_str("the record exists"),
            Self::Changed => f.write_str("the record was changed meanwhile"),
            Self::NoResponder => f.write_str("no replica serves this subject"),
            Self::NoReply => f.write_str("the replica has not replied in time"),
            Self::Unavailable(reason) => write!(f, "the store is unavailable: {reason}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// A message to those who serve a subject.
pub struct Message {
    /// What was sent.
    pub payload: String,
    reply: Option<Reply>,
}

type Reply = Box<dyn FnOnce(String) + Send>;

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message").field("wants_reply", &self.wants_reply()).finish_non_exhaustive()
    }
}

impl Message {
    /// Whether the sender waits for a reply.
    #[must_use]
    pub fn wants_reply(&self) -> bool {
        self.reply.is_some()
    }

    /// Replies, if the sender waits. A reply that gets lost is for the sender as if there had been none.
    pub fn reply(self, payload: String) {
        if let Some(reply) = self.reply {
            reply(payload);
        }
    }
}

/// The end of an operation.
pub type Outcome<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// What comes one after the other; dropping it ends it.
pub type Sequence<T> = Pin<Box<dyn Stream<Item = T> + Send>>;

/// An engine that replicas share.
///
/// ```
/// use bifrons_gateway::store::{InProcess, Key, Store, StoreError, Table};
///
/// # tokio::runtime::Builder::new_current_thread().enable_time().build()?.block_on(async {
/// let store = InProcess::new();
/// let key = Key { table: Table { name: "sessions", lease: None }, name: "17" };
/// let first = store.create(key, "anna".to_owned()).await?;
/// store.swap(key, "ben".to_owned(), first).await?;
/// assert_eq!(store.swap(key, "carl".to_owned(), first).await, Err(StoreError::Changed));
/// # Ok::<_, StoreError>(())
/// # })?;
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub trait Store: Send + Sync + fmt::Debug {
    /// Reads a record, as the last write that has ended left it.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    fn get<'a>(&'a self, key: Key<'a>) -> Outcome<'a, Option<Entry>>;

    /// Writes a record that must not exist.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::Unavailable`].
    fn create<'a>(&'a self, key: Key<'a>, value: String) -> Outcome<'a, Revision>;

    /// Replaces a record of this revision. Its lease begins again.
    ///
    /// # Errors
    /// [`StoreError::Changed`], [`StoreError::Unavailable`].
    fn swap<'a>(&'a self, key: Key<'a>, value: String, revision: Revision) -> Outcome<'a, Revision>;

    /// Deletes a record of this revision.
    ///
    /// # Errors
    /// [`StoreError::Changed`], [`StoreError::Unavailable`].
    fn delete_if<'a>(&'a self, key: Key<'a>, revision: Revision) -> Outcome<'a, ()>;

    /// Reports what is in a table, then [`Change::Current`], and what changes from then on.
    ///
    /// It never ends. While the engine is unavailable it reports nothing, and no lease counts as over; then it reports what is
    /// different.
    fn watch(&self, table: Table) -> Sequence<Change>;

    /// Sends to all who serve the subject now. Whether it arrives is not known.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    fn publish<'a>(&'a self, subject: &'a str, payload: String) -> Outcome<'a, ()>;

    /// Sends to the one who serves the subject, and waits for the reply.
    ///
    /// # Errors
    /// [`StoreError::NoResponder`], [`StoreError::NoReply`], [`StoreError::Unavailable`].
    fn request<'a>(&'a self, subject: &'a str, payload: String, within: Duration) -> Outcome<'a, String>;

    /// Serves a subject (letters, digits, `-`, `_`, `.`): messages that are sent after this has ended arrive, unless the
    /// engine is unavailable meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    fn serve<'a>(&'a self, subject: &'a str) -> Outcome<'a, Sequence<Message>>;
}

/// A store that several parts of a program use.
pub type SharedStore = Arc<dyn Store>;
