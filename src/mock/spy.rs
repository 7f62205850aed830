//! The requests that a mock server gets.

use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The messages that a mock server got since [`MockJanus::spy`](super::MockJanus::spy), oldest first, each as the whole
/// JSON object of the wire, with its secrets; null for one that is no JSON.
///
/// What was not taken yet is kept, so drop it once it is of no more use.
#[derive(Debug)]
pub struct Spy {
    messages: UnboundedReceiver<Value>,
}

impl Spy {
    pub(super) fn new() -> (UnboundedSender<Value>, Self) {
        let (sender, messages) = unbounded_channel();
        (sender, Self { messages })
    }

    /// Takes the next message, once the server has got it; `None` if the server has ended.
    ///
    /// # Cancel safety
    /// No message is lost.
    pub async fn next(&mut self) -> Option<Value> {
        self.messages.recv().await
    }

    /// Takes the messages that the server has got.
    pub fn take(&mut self) -> Vec<Value> {
        std::iter::from_fn(|| self.messages.try_recv().ok()).collect()
    }
}
