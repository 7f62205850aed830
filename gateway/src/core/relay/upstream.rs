//! A connection to Janus: the SDK's engine over text.

use std::sync::Arc;

use bifrons::Config;
use bifrons::engine::{
    Completion, CreateOptions, Engine, HandleKey, Output, RequestId, RequestOptions, SessionKey, Timeout,
    TransportId,
};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, parse};

/// A message of Janus, as text.
pub(super) type Text = Arc<str>;

/// A connection to Janus.
pub(super) struct Upstream {
    pub(super) engine: Engine<Text, String>,
    pub(super) is_connected: bool,
    /// How often it was opened.
    pub(super) connects: u64,
}

impl Upstream {
    pub(super) fn new(config: Arc<Config>, seed: u64) -> bifrons::Result<Self> {
        Ok(Self { engine: Engine::new(config, seed)?, is_connected: false, connects: 0 })
    }

    pub(super) fn poll_output(&mut self) -> Output<Text, String> {
        self.engine.poll_output()
    }

    /// Takes a message of Janus.
    pub(super) fn receive(&mut self, now: Time, transport: TransportId, text: Text) {
        let engine = &mut self.engine;
        let read = parse(&text, |envelope, _| {
            engine.handle_message(now, transport, envelope, text.clone());
        });
        if let Err(malformed) = read {
            engine.handle_malformed(now, transport, malformed);
        }
    }

    pub(super) fn create(&mut self, now: Time) -> RequestId {
        self.engine.create(now, CreateOptions::default())
    }

    pub(super) fn attach(
        &mut self,
        now: Time,
        session: SessionKey,
        plugin: &str,
        opaque_id: Option<&str>,
    ) -> RequestId {
        let options =
            AttachOptions { plugin: plugin.into(), opaque_id: opaque_id.map(Into::into), loop_index: None };
        self.engine.attach(now, session, options)
    }

    /// Sends a request to the handle's plugin. Its direct response ends it: what comes later is an event with the
    /// transaction.
    pub(super) fn message(
        &mut self,
        now: Time,
        handle: HandleKey,
        members: String,
        transaction: Box<str>,
    ) -> RequestId {
        let options = RequestOptions {
            completion: Completion::Direct,
            timeout: Timeout::Default,
            transaction: Some(transaction),
            ..RequestOptions::default()
        };
        self.engine.message(now, handle, members, options)
    }
}
