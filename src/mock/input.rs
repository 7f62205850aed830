//! The inputs of the mock server's task.

use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;

use super::{ClientId, Fault};
use crate::config::Api;

/// An input of the mock server's task.
pub(super) enum Input {
    /// A client connected; `outbox` carries messages to it.
    Connect {
        api: Api,
        outbox: UnboundedSender<Option<String>>,
        known: oneshot::Sender<ClientId>,
    },
    Message(ClientId, String),
    Gone(ClientId),
    Inject(Fault, oneshot::Sender<()>),
    Sessions(oneshot::Sender<Vec<u64>>),
    Spy(UnboundedSender<Value>),
}
