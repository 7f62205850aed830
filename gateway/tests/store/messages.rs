//! Messages.

use std::time::Duration;

use bifrons_gateway::store::{Message, Sequence, SharedStore, StoreError};
use futures::StreamExt;
use tokio::time::{Instant, timeout};

use super::{Engine, LIMIT};

async fn next(messages: &mut Sequence<Message>) -> Message {
    timeout(LIMIT, messages.next()).await.expect("a message comes").unwrap()
}

/// Serves with the payload and this mark.
pub async fn echo(store: &SharedStore, subject: &str, mark: &'static str) {
    let mut messages = store.serve(subject).await.unwrap();
    tokio::spawn(async move {
        while let Some(message) = messages.next().await {
            let reply = format!("{}{mark}", message.payload);
            message.reply(reply);
        }
    });
}

pub async fn all_who_serve_get_what_is_published(engine: Engine) {
    let (one, other) = (engine.store().await, engine.store().await);
    let mut served = [one.serve("news").await.unwrap(), other.serve("news").await.unwrap()];
    let mut elsewhere = other.serve("news.other").await.unwrap();
    one.publish("nothing.listens", "0".into()).await.unwrap();
    for text in ["1", "2\nwith a line", ""] {
        one.publish("news", text.into()).await.unwrap();
    }
    for messages in &mut served {
        for text in ["1", "2\nwith a line", ""] {
            let message = next(messages).await;
            assert_eq!((&*message.payload, message.wants_reply()), (text, false));
        }
    }
    other.publish("news.other", "3".into()).await.unwrap();
    assert_eq!(next(&mut elsewhere).await.payload, "3");
}

pub async fn a_request_has_one_reply(engine: Engine) {
    let (one, other) = (engine.store().await, engine.store().await);
    echo(&other, "replica.1", " of 1").await;
    echo(&one, "replica.2", " of 2").await;
    let requests = (0..50).map(|number| {
        let (store, subject) = match number % 2 {
            0 => (&one, "replica.1"),
            _ => (&other, "replica.2"),
        };
        async move { (number, store.request(subject, format!("{number}\n"), LIMIT).await) }
    });
    for (number, reply) in futures::future::join_all(requests).await {
        assert_eq!(reply, Ok(format!("{number}\n of {}", number % 2 + 1)));
    }
}

pub async fn without_a_reply_there_is_a_reason(engine: Engine) {
    let (one, other) = (engine.store().await, engine.store().await);
    let since = Instant::now();
    assert_eq!(one.request("replica.1", "1".into(), LIMIT).await, Err(StoreError::NoResponder));
    assert!(since.elapsed() < Duration::from_secs(2), "{:?}", since.elapsed());
    let mut messages = other.serve("replica.1").await.unwrap();
    let within = Duration::from_millis(300);
    assert_eq!(one.request("replica.1", "2".into(), within).await, Err(StoreError::NoReply));
    let late = next(&mut messages).await;
    assert!(late.wants_reply());
    late.reply("too late".into());
    // A replica that is gone serves no longer.
    drop(messages);
    let gone =
        async { while one.request("replica.1", "3".into(), within).await != Err(StoreError::NoResponder) {} };
    timeout(LIMIT, gone).await.unwrap();
}
