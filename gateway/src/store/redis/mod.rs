//! Redis: a record is a key, written by scripts; messages go by its channels.
//!
//! Redis loses messages of channels silently, and a fail-over may lose records, also leases. So changes of a table are
//! numbered, and a watch reads again what it has missed; revisions are taken from the clock.

mod channels;
mod watch;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bifrons::Secret;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{AsyncCommands, Client, IntoConnectionInfo, RedisError, Script};
use tokio::sync::mpsc;
use tokio::time::timeout;

use self::channels::Channels;
use super::in_process::received;
use super::{
    Change, Entry, Key, Message, OPERATION_LIMIT, Outcome, Revision, Sequence, Store, StoreError, Table,
};

/// Where Redis is, and how to use it.
#[derive(Clone)]
#[non_exhaustive]
pub struct RedisOptions {
    /// The server: `redis://host:6379/0`, or `rediss://` with TLS.
    pub url: String,
    /// The user; `None`: the one that Redis calls `default`.
    pub user: Option<String>,
    /// The password; `None`: none, or the one in the URL.
    pub password: Option<Secret>,
    /// The beginning of all names of keys and channels, so that several gateways can share a server. Default: `bifrons`.
    pub prefix: String,
}

impl fmt::Debug for RedisOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The URL may hold a password.
        f.debug_struct("RedisOptions").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

impl RedisOptions {
    /// Those of this server.
    #[must_use]
    pub fn new(url: String) -> Self {
        Self { url, user: None, password: None, prefix: "bifrons".to_owned() }
    }
}

/// A store in Redis. Clones share its connections.
#[derive(Clone)]
pub struct Redis(Arc<Shared>);

struct Shared {
    connection: ConnectionManager,
    channels: Channels,
    prefix: String,
    write: Script,
    delete: Script,
    forget: Script,
}

impl fmt::Debug for Redis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Redis").field("prefix", &self.0.prefix).finish_non_exhaustive()
    }
}

impl Redis {
    /// Begins to connect. Until it has, the store is unavailable.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if the URL can't be used.
    pub fn connect(options: RedisOptions) -> Result<Self, StoreError> {
        let info = options.url.into_connection_info().map_err(|error| unavailable(&error))?;
        let mut redis = info.redis_settings().clone();
        if let Some(user) = options.user {
            redis = redis.set_username(user);
        }
        if let Some(password) = options.password {
            redis = redis.set_password(password.reveal());
        }
        let client = Client::open(info.set_redis_settings(redis)).map_err(|error| unavailable(&error))?;
        let config = ConnectionManagerConfig::new()
            .set_connection_timeout(Some(OPERATION_LIMIT))
            .set_response_timeout(Some(OPERATION_LIMIT))
            .set_number_of_retries(1)
            .set_max_delay(Duration::from_millis(500));
        let connection = ConnectionManager::new_lazy_with_config(client.clone(), config)
            .map_err(|error| unavailable(&error))?;
        let number = getrandom::u64().map_err(|error| StoreError::Unavailable(error.to_string()))?;
        let channels = Channels::open(client, format!("{}:replies:{number:016x}", options.prefix));
        let [write, delete, forget] =
            [include_str!("write.lua"), include_str!("delete.lua"), include_str!("forget.lua")]
                .map(Script::new);
        Ok(Self(Arc::new(Shared { connection, channels, prefix: options.prefix, write, delete, forget })))
    }
}

impl Shared {
    // One slot of a cluster has them all, as scripts need it.
    fn record(&self, key: Key<'_>) -> String {
        format!("{{{}}}:{}:{}", self.prefix, key.table.name, key.name)
    }

    fn names(&self, table: Table) -> String {
        format!("{{{}}}:names:{}", self.prefix, table.name)
    }

    fn number(&self, table: Table) -> String {
        format!("{{{}}}:number:{}", self.prefix, table.name)
    }

    fn changes(&self, table: Table) -> String {
        format!("{}:changes:{}", self.prefix, table.name)
    }

    fn subject(&self, subject: &str) -> String {
        format!("{}:subject:{subject}", self.prefix)
    }

    async fn read(&self, key: Key<'_>) -> Result<Option<Entry>, StoreError> {
        let record: Option<String> =
            self.connection.clone().get(self.record(key)).await.map_err(|error| unavailable(&error))?;
        record.as_deref().map(entry_of).transpose()
    }

    async fn write(
        &self,
        key: Key<'_>,
        value: String,
        replaces: &str,
    ) -> Result<Option<Revision>, StoreError> {
        let lease = key.table.lease.map_or(0, |lease| u64::try_from(lease.as_millis()).unwrap_or(u64::MAX));
        let mut write = self.write.prepare_invoke();
        write.key(self.record(key)).key(self.names(key.table)).key(self.number(key.table));
        write.arg(replaces).arg(value).arg(lease).arg(key.name).arg(self.changes(key.table));
        let revision: Option<u64> =
            write.invoke_async(&mut self.connection.clone()).await.map_err(|error| unavailable(&error))?;
        Ok(revision.map(Revision))
    }

    async fn delete(&self, key: Key<'_>, revision: Revision) -> Result<(), StoreError> {
        let mut delete = self.delete.prepare_invoke();
        delete.key(self.record(key)).key(self.names(key.table)).key(self.number(key.table));
        delete.arg(revision.0).arg(key.name).arg(self.changes(key.table));
        let found: bool =
            delete.invoke_async(&mut self.connection.clone()).await.map_err(|error| unavailable(&error))?;
        if found { Ok(()) } else { Err(StoreError::Changed) }
    }

    /// Removes the names of records whose lease is over.
    async fn forget(&self, table: Table, names: &[&str]) -> Result<(), StoreError> {
        let mut forget = self.forget.prepare_invoke();
        forget.key(self.names(table));
        for name in names {
            forget.key(self.record(Key { table, name })).arg(*name);
        }
        forget.invoke_async(&mut self.connection.clone()).await.map_err(|error| unavailable(&error))
    }

    /// Sends to the channel, and returns how many have received it.
    async fn publish(&self, channel: &str, payload: &str) -> Result<usize, StoreError> {
        self.connection.clone().publish(channel, payload).await.map_err(|error| unavailable(&error))
    }
}

impl Store for Redis {
    fn get<'a>(&'a self, key: Key<'a>) -> Outcome<'a, Option<Entry>> {
        limited(self.0.read(key))
    }

    fn create<'a>(&'a self, key: Key<'a>, value: String) -> Outcome<'a, Revision> {
        limited(async move { self.0.write(key, value, "").await?.ok_or(StoreError::Exists) })
    }

    fn swap<'a>(&'a self, key: Key<'a>, value: String, revision: Revision) -> Outcome<'a, Revision> {
        limited(
            async move { self.0.write(key, value, &revision.0.to_string()).await?.ok_or(StoreError::Changed) },
        )
    }

    fn delete_if<'a>(&'a self, key: Key<'a>, revision: Revision) -> Outcome<'a, ()> {
        limited(self.0.delete(key, revision))
    }

    fn watch(&self, table: Table) -> Sequence<Change> {
        let (to, changes) = mpsc::unbounded_channel();
        tokio::spawn(watch::run(self.0.clone(), table, to));
        received(changes)
    }

    fn publish<'a>(&'a self, subject: &'a str, payload: String) -> Outcome<'a, ()> {
        limited(async move {
            let message = channels::message(None, &payload);
            self.0.publish(&self.0.subject(subject), &message).await.map(drop)
        })
    }

    fn request<'a>(&'a self, subject: &'a str, payload: String, within: Duration) -> Outcome<'a, String> {
        Box::pin(async move {
            let (id, reply) = self.0.channels.expect_reply();
            let message = channels::message(Some((&id, self.0.channels.inbox())), &payload);
            let sent = limited(async { self.0.publish(&self.0.subject(subject), &message).await }).await;
            let result = match sent {
                Ok(0) => Err(StoreError::NoResponder),
                Ok(_) => timeout(within, reply).await.ok().and_then(Result::ok).ok_or(StoreError::NoReply),
                Err(error) => Err(error),
            };
            self.0.channels.forget_reply(&id);
            result
        })
    }

    fn serve<'a>(&'a self, subject: &'a str) -> Outcome<'a, Sequence<Message>> {
        limited(async move {
            let (to, messages) = mpsc::unbounded_channel();
            let connection = self.0.connection.clone();
            let deliver = move |text: &str| to.send(channels::read(text, &connection)).is_ok();
            self.0.channels.subscribe(self.0.subject(subject), Box::new(deliver)).await?;
            Ok(received(messages))
        })
    }
}

fn limited<'a, T: Send>(
    operation: impl Future<Output = Result<T, StoreError>> + Send + 'a,
) -> Outcome<'a, T> {
    Box::pin(async {
        timeout(OPERATION_LIMIT, operation)
            .await
            .unwrap_or_else(|_| Err(StoreError::Unavailable("Redis has not answered in time".to_owned())))
    })
}

/// A record is `revision\nvalue`.
fn entry_of(record: &str) -> Result<Entry, StoreError> {
    let parts = record.split_once('\n').and_then(|(revision, value)| Some((revision.parse().ok()?, value)));
    let (revision, value) = parts.ok_or_else(|| {
        StoreError::Unavailable("a record in Redis was not written by a gateway".to_owned())
    })?;
    Ok(Entry { value: value.to_owned(), revision: Revision(revision) })
}

/// Neither the error's text nor that of its kinds holds the URL.
fn unavailable(error: &RedisError) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
