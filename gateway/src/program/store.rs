//! The engine that replicas share.

use std::sync::Arc;

use super::Failure;
use crate::configuration::{Engine, Store};
use crate::store::{Nats, NatsOptions, Redis, RedisOptions, SharedStore};

/// Begins to connect to it.
pub(super) async fn connect(store: &Store) -> Result<SharedStore, Failure> {
    let Store { engine, urls, user, password, prefix, copies } = store.clone();
    let connected = match engine {
        Engine::Nats => {
            let options = NatsOptions { user, password, prefix, replicas: copies, ..NatsOptions::new(urls) };
            Nats::connect(options).await.map(|store| Arc::new(store) as SharedStore)
        }
        Engine::Redis => {
            let url = urls.into_iter().next().unwrap_or_default();
            let options = RedisOptions { user, password, prefix, ..RedisOptions::new(url) };
            Redis::connect(options).map(|store| Arc::new(store) as SharedStore)
        }
    };
    connected.map_err(|error| Failure::new(format!("[store] can't be used: {error}")))
}
