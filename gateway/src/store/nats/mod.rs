//! NATS: a table is a bucket of JetStream's key-value store, a message is a message.

mod watch;

use std::collections::HashMap;
use std::error::Error as _;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_nats::connection::State;
use async_nats::jetstream::kv::{self, CreateErrorKind, Operation, UpdateErrorKind};
use async_nats::jetstream::{self, stream};
use async_nats::{Client, ConnectOptions, Event, RequestErrorKind};
use bifrons::Secret;
use futures_util::StreamExt;
use hyper::body::Bytes;
use tokio::sync::{Mutex, mpsc, watch as signal};
use tokio::time::timeout;

use super::in_process::received;
use super::{
    Change, Entry, Key, Message, OPERATION_LIMIT, Outcome, Revision, Sequence, Store, StoreError, Table,
};

/// How often NATS is asked for a sign of life. Two that are missing end the connection.
const PING_INTERVAL: Duration = Duration::from_secs(1);

/// Where NATS is, and how to use it.
#[derive(Clone)]
#[non_exhaustive]
pub struct NatsOptions {
    /// The servers: `nats://host:4222` or `tls://host:4222`.
    pub urls: Vec<String>,
    /// The user; `None`: none.
    pub user: Option<String>,
    /// The password, or without a user the token; `None`: none.
    pub password: Option<Secret>,
    /// The file with the credentials, as `nsc` makes it; `None`: none.
    pub credentials: Option<std::path::PathBuf>,
    /// The beginning of all names of buckets and subjects, so that several gateways can share a server. Default: `bifrons`.
    pub prefix: String,
    /// On how many servers of a cluster each record stands: 1, 3 or 5. Default: 1.
    pub replicas: usize,
}

impl fmt::Debug for NatsOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The URLs may hold passwords.
        f.debug_struct("NatsOptions").field("prefix", &self.prefix).finish_non_exhaustive()
    }
}

impl NatsOptions {
    /// Those of these servers.
    #[must_use]
    pub fn new(urls: Vec<String>) -> Self {
        Self {
            urls,
            user: None,
            password: None,
            credentials: None,
            prefix: "bifrons".to_owned(),
            replicas: 1,
        }
    }
}

/// A store in NATS. Clones share its connection.
#[derive(Clone)]
pub struct Nats(Arc<Shared>);

struct Shared {
    client: Client,
    jetstream: jetstream::Context,
    options: NatsOptions,
    /// The buckets that were there since the connection was opened last.
    buckets: Mutex<(u64, HashMap<&'static str, kv::Store>)>,
    /// How often the connection was opened.
    connects: signal::Receiver<u64>,
}

impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats").field("state", &self.0.client.connection_state()).finish_non_exhaustive()
    }
}

impl Nats {
    /// Begins to connect. Until it has, the store is unavailable.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] if a URL or the file with the credentials can't be used.
    pub async fn connect(options: NatsOptions) -> Result<Self, StoreError> {
        let (opened, connects) = signal::channel(0);
        let mut connect = ConnectOptions::new()
            .name("bifrons-gateway")
            .retry_on_initial_connect()
            .ping_interval(PING_INTERVAL)
            .connection_timeout(OPERATION_LIMIT)
            .request_timeout(Some(OPERATION_LIMIT))
            .reconnect_delay_callback(|attempt| Duration::from_millis((50 << attempt.min(5)).min(1_000)))
            .event_callback(move |event| {
                if matches!(event, Event::Connected) {
                    opened.send_modify(|count| *count += 1);
                }
                async {}
            });
        connect = match (&options.user, &options.password) {
            (Some(user), password) => {
                let password = password.as_ref().map(Secret::reveal).unwrap_or_default();
                connect.user_and_password(user.clone(), password.to_owned())
            }
            (None, Some(token)) => connect.token(token.reveal().to_owned()),
            (None, None) => connect,
        };
        if let Some(file) = &options.credentials {
            connect = connect.credentials_file(file).await.map_err(|error| unavailable(&error))?;
        }
        let urls: Vec<async_nats::ServerAddr> = options
            .urls
            .iter()
            .map(|url| url.parse())
            .collect::<Result<_, _>>()
            .map_err(|error| unavailable(&error))?;
        let client = connect.connect(urls).await.map_err(|error| unavailable(&error))?;
        let mut jetstream = jetstream::new(client.clone());
        jetstream.set_timeout(OPERATION_LIMIT);
        Ok(Self(Arc::new(Shared { client, jetstream, options, buckets: Mutex::default(), connects })))
    }
}

impl Shared {
    /// What is sent without a connection would be sent later, when nothing waits for it.
    fn connected(&self) -> Result<(), StoreError> {
        match self.client.connection_state() {
            State::Connected => Ok(()),
            _ => Err(StoreError::Unavailable("NATS can't be reached".to_owned())),
        }
    }

    /// The bucket of a table, which is made where it is missing.
    async fn bucket(&self, table: Table) -> Result<kv::Store, StoreError> {
        self.connected()?;
        let connects = *self.connects.borrow();
        let mut known = self.buckets.lock().await;
        // A server that was started again may have lost them.
        if known.0 != connects {
            *known = (connects, HashMap::new());
        }
        if let Some(bucket) = known.1.get(table.name) {
            return Ok(bucket.clone());
        }
        let name = format!("{}_{}", self.options.prefix, table.name);
        // By a request of its own, since `create_key_value` of the library fails with NATS 2.9.
        self.jetstream
            .get_or_create_stream(self.stream(&name, table))
            .await
            .map_err(|error| unavailable(&error))?;
        let bucket = self.jetstream.get_key_value(&name).await.map_err(|error| unavailable(&error))?;
        known.1.insert(table.name, bucket.clone());
        Ok(bucket)
    }

    fn stream(&self, name: &str, table: Table) -> stream::Config {
        stream::Config {
            name: format!("KV_{name}"),
            subjects: vec![format!("$KV.{name}.>")],
            max_messages_per_subject: 1,
            max_age: table.lease.unwrap_or_default(),
            duplicate_window: table
                .lease
                .map_or(Duration::from_secs(120), |lease| lease.min(Duration::from_secs(120))),
            discard: stream::DiscardPolicy::New,
            allow_rollup: true,
            // Reads come from the leader: others may be behind.
            allow_direct: false,
            num_replicas: self.options.replicas,
            max_bytes: -1,
            max_messages: -1,
            max_message_size: -1,
            max_consumers: -1,
            ..stream::Config::default()
        }
    }

    /// Has ended when the server has done what was sent before: it sends a message back, and keeps the order. The library's
    /// `flush` only waits until all is sent.
    async fn settle(&self) -> Result<(), StoreError> {
        let inbox = self.client.new_inbox();
        let mut back = self.client.subscribe(inbox.clone()).await.map_err(|error| unavailable(&error))?;
        self.client.publish(inbox, Bytes::new()).await.map_err(|error| unavailable(&error))?;
        back.next()
            .await
            .map(drop)
            .ok_or_else(|| StoreError::Unavailable("the connection was lost".to_owned()))
    }

    async fn forget(&self, table: Table) {
        self.buckets.lock().await.1.remove(table.name);
    }

    async fn read(&self, key: Key<'_>) -> Result<Option<Entry>, StoreError> {
        let bucket = self.bucket(key.table).await?;
        match bucket.entry(key.name).await {
            Ok(entry) => entry.filter(|entry| entry.operation == Operation::Put).map(entry_of).transpose(),
            Err(error) => Err(self.failed(key.table, &error).await),
        }
    }

    async fn delete(&self, key: Key<'_>, revision: Revision) -> Result<(), StoreError> {
        let bucket = self.bucket(key.table).await?;
        if let Err(error) = bucket.purge_expect_revision(key.name, Some(revision.0)).await {
            // The library has no kind for it.
            return match error
                .source()
                .is_some_and(|source| source.to_string().contains("wrong last sequence"))
            {
                true => Err(StoreError::Changed),
                false => Err(self.failed(key.table, &error).await),
            };
        }
        // Watches have the mark of the deletion. It would stay for good.
        if let Ok(Some(mark)) = bucket.entry(key.name).await
            && mark.operation == Operation::Purge
        {
            let _ = bucket.stream.delete_message(mark.revision).await;
        }
        Ok(())
    }

    /// An operation on a table has failed: its bucket may be gone.
    async fn failed(&self, table: Table, error: &(dyn std::error::Error + Sync)) -> StoreError {
        self.forget(table).await;
        unavailable(error)
    }

    fn subject(&self, subject: &str) -> String {
        format!("{}.{subject}", self.options.prefix)
    }
}

impl Store for Nats {
    fn get<'a>(&'a self, key: Key<'a>) -> Outcome<'a, Option<Entry>> {
        limited(self.0.read(key))
    }

    fn create<'a>(&'a self, key: Key<'a>, value: String) -> Outcome<'a, Revision> {
        limited(async move {
            let bucket = self.0.bucket(key.table).await?;
            match bucket.create(key.name, value.into()).await {
                Ok(revision) => Ok(Revision(revision)),
                Err(error) if error.kind() == CreateErrorKind::AlreadyExists => Err(StoreError::Exists),
                Err(error) => Err(self.0.failed(key.table, &error).await),
            }
        })
    }

    fn swap<'a>(&'a self, key: Key<'a>, value: String, revision: Revision) -> Outcome<'a, Revision> {
        limited(async move {
            let bucket = self.0.bucket(key.table).await?;
            match bucket.update(key.name, value.into(), revision.0).await {
                Ok(revision) => Ok(Revision(revision)),
                Err(error) if error.kind() == UpdateErrorKind::WrongLastRevision => Err(StoreError::Changed),
                Err(error) => Err(self.0.failed(key.table, &error).await),
            }
        })
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
            self.0.connected()?;
            let sent = self.0.client.publish(self.0.subject(subject), payload.into()).await;
            sent.map_err(|error| unavailable(&error))
        })
    }

    fn request<'a>(&'a self, subject: &'a str, payload: String, within: Duration) -> Outcome<'a, String> {
        Box::pin(async move {
            self.0.connected()?;
            let request = async_nats::Request::new().payload(payload.into()).timeout(Some(within));
            let reply = self.0.client.send_request(self.0.subject(subject), request).await;
            match reply {
                Ok(reply) => text(&reply.payload),
                Err(error) => Err(match error.kind() {
                    RequestErrorKind::NoResponders => StoreError::NoResponder,
                    RequestErrorKind::TimedOut => StoreError::NoReply,
                    _ => unavailable(&error),
                }),
            }
        })
    }

    fn serve<'a>(&'a self, subject: &'a str) -> Outcome<'a, Sequence<Message>> {
        limited(async move {
            self.0.connected()?;
            let client = self.0.client.clone();
            let messages =
                client.subscribe(self.0.subject(subject)).await.map_err(|error| unavailable(&error))?;
            self.0.settle().await?;
            let messages = messages.filter_map(move |message| {
                let client = client.clone();
                async move {
                    let payload = text(&message.payload).ok()?;
                    let reply = message.reply.map(|to| {
                        Box::new(move |reply: String| {
                            tokio::spawn(async move { client.publish(to, reply.into()).await });
                        }) as super::Reply
                    });
                    Some(Message { payload, reply })
                }
            });
            Ok(Box::pin(messages) as Sequence<Message>)
        })
    }
}

fn limited<'a, T: Send>(
    operation: impl Future<Output = Result<T, StoreError>> + Send + 'a,
) -> Outcome<'a, T> {
    Box::pin(async {
        timeout(OPERATION_LIMIT, operation)
            .await
            .unwrap_or_else(|_| Err(StoreError::Unavailable("NATS has not answered in time".to_owned())))
    })
}

fn entry_of(entry: kv::Entry) -> Result<Entry, StoreError> {
    Ok(Entry { value: text(&entry.value)?, revision: Revision(entry.revision) })
}

fn text(payload: &[u8]) -> Result<String, StoreError> {
    let text = std::str::from_utf8(payload);
    text.map(str::to_owned)
        .map_err(|_| StoreError::Unavailable("NATS has something else than text".to_owned()))
}

fn unavailable(error: &dyn std::error::Error) -> StoreError {
    let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    StoreError::Unavailable(format!("{error}{source}"))
}
