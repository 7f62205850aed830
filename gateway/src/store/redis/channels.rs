//! The one connection by which channels are received. It is opened again whenever it is lost.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt;
use redis::aio::{ConnectionManager, PubSubSink, PubSubStream};
use redis::{AsyncCommands, Client, RedisResult};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{interval, sleep, timeout};

use crate::store::{Message, OPERATION_LIMIT, StoreError};

/// How often Redis is asked for a sign of life.
const PING_INTERVAL: Duration = Duration::from_secs(1);
/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_millis(200);

/// Takes what comes by a channel; returns whether it wants more.
pub(super) type Deliver = Box<dyn FnMut(&str) -> bool + Send>;

type Replies = Arc<Mutex<HashMap<String, oneshot::Sender<String>>>>;

struct Subscription {
    channel: String,
    deliver: Deliver,
    done: oneshot::Sender<Result<(), StoreError>>,
}

/// The channels of a store.
pub(super) struct Channels {
    subscribe: mpsc::UnboundedSender<Subscription>,
    replies: Replies,
    last_request: AtomicU64,
    inbox: String,
    /// How often the connection was opened: between two, messages may have been lost.
    opened: watch::Receiver<u64>,
}

impl Channels {
    /// `inbox` is the channel of the replies to this store's requests, which no other one has.
    pub(super) fn open(client: Client, inbox: String) -> Self {
        let (subscribe, subscriptions) = mpsc::unbounded_channel();
        let (opens, opened) = watch::channel(0);
        let replies = Replies::default();
        let waiting = replies.clone();
        let deliver: Deliver = Box::new(move |text| {
            let (id, reply) = text.split_once('\n').unwrap_or_default();
            let to = waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
            let _ = to.map(|to| to.send(reply.to_owned()));
            true
        });
        let delivers = HashMap::from([(inbox.clone(), vec![deliver])]);
        tokio::spawn(run(client, delivers, subscriptions, opens));
        Self { subscribe, replies, last_request: AtomicU64::new(0), inbox, opened }
    }

    pub(super) fn inbox(&self) -> &str {
        &self.inbox
    }

    pub(super) fn opened(&self) -> watch::Receiver<u64> {
        self.opened.clone()
    }

    /// The id of a request, and its reply.
    pub(super) fn expect_reply(&self) -> (String, oneshot::Receiver<String>) {
        let id = self.last_request.fetch_add(1, Ordering::Relaxed).to_string();
        let (to, reply) = oneshot::channel();
        self.replies.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), to);
        (id, reply)
    }

    pub(super) fn forget_reply(&self, id: &str) {
        self.replies.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }

    /// Has ended when Redis has the subscription.
    pub(super) async fn subscribe(&self, channel: String, deliver: Deliver) -> Result<(), StoreError> {
        let (done, result) = oneshot::channel();
        let lost = || StoreError::Unavailable("the connection to Redis was lost".to_owned());
        self.subscribe.send(Subscription { channel, deliver, done }).map_err(|_| lost())?;
        result.await.unwrap_or_else(|_| Err(lost()))
    }
}

/// What is sent by a channel: `id inbox\npayload`, and without `id inbox` if no reply is wanted.
pub(super) fn message(reply: Option<(&str, &str)>, payload: &str) -> String {
    let head = reply.map(|(id, inbox)| format!("{id} {inbox}")).unwrap_or_default();
    format!("{head}\n{payload}")
}

pub(super) fn read(text: &str, connection: &ConnectionManager) -> Message {
    let (head, payload) = text.split_once('\n').unwrap_or(("", text));
    let reply = head.split_once(' ').map(|(id, inbox)| {
        let (id, inbox, mut connection) = (id.to_owned(), inbox.to_owned(), connection.clone());
        Box::new(move |reply: String| {
            tokio::spawn(async move {
                let sent: RedisResult<()> = connection.publish(inbox, format!("{id}\n{reply}")).await;
                sent
            });
        }) as crate::store::Reply
    });
    Message { payload: payload.to_owned(), reply }
}

async fn run(
    client: Client,
    mut delivers: HashMap<String, Vec<Deliver>>,
    mut subscriptions: mpsc::UnboundedReceiver<Subscription>,
    opens: watch::Sender<u64>,
) {
    while !subscriptions.is_closed() {
        if let Ok(Ok((sink, stream))) =
            timeout(OPERATION_LIMIT, open(&client, delivers.keys().cloned().collect())).await
        {
            opens.send_modify(|count| *count += 1);
            receive(sink, stream, &mut delivers, &mut subscriptions).await;
        }
        sleep(PAUSE).await;
    }
}

async fn open(client: &Client, channels: Vec<String>) -> RedisResult<(PubSubSink, PubSubStream)> {
    let (mut sink, stream) = client.get_async_pubsub().await?.split();
    for channel in channels {
        sink.subscribe(channel).await?;
    }
    Ok((sink, stream))
}

/// Receives until the connection is lost.
async fn receive(
    mut sink: PubSubSink,
    mut stream: PubSubStream,
    delivers: &mut HashMap<String, Vec<Deliver>>,
    subscriptions: &mut mpsc::UnboundedReceiver<Subscription>,
) {
    let mut pings = interval(PING_INTERVAL);
    loop {
        tokio::select! {
            message = stream.next() => {
                let Some(message) = message else { return };
                let Ok(text) = std::str::from_utf8(message.get_payload_bytes()) else { continue };
                let channel = message.get_channel_name();
                let Some(of_channel) = delivers.get_mut(channel) else { continue };
                of_channel.retain_mut(|deliver| deliver(text));
                if of_channel.is_empty() {
                    delivers.remove(channel);
                    let _ = sink.unsubscribe(channel).await;
                }
            }
            subscription = subscriptions.recv() => {
                let Some(Subscription { channel, deliver, done }) = subscription else { return };
                // Twice is once for Redis.
                let subscribed = timeout(OPERATION_LIMIT, sink.subscribe(&channel)).await;
                let Ok(Ok(())) = subscribed else {
                    let _ = done.send(Err(StoreError::Unavailable("Redis has not answered".to_owned())));
                    return;
                };
                delivers.entry(channel).or_default().push(deliver);
                let _ = done.send(Ok(()));
            }
            _ = pings.tick() => {
                let pong = timeout(OPERATION_LIMIT, sink.ping::<redis::Value>()).await;
                if !matches!(pong, Ok(Ok(_))) {
                    return;
                }
            }
        }
    }
}
