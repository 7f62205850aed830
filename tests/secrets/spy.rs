//! A driver that formats every output of the engine.

use std::future::{pending, poll_fn};
use std::sync::Arc;
use std::task::Poll;

use bifrons::engine::{Created, Engine, Output, TransportId};
use bifrons::time::Time;
use bifrons::transport::{Text, Tls, Transport, TransportEvent, TransportSink, WebSocket};
use bifrons::{Config, Error, ErrorCode, wire};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

use super::Texts;

type Message = wire::Message<Text>;
pub(crate) type TextEngine = Engine<Message, String>;
type Command = Box<dyn FnOnce(&mut TextEngine, Time) + Send>;

pub(crate) struct Spy {
    commands: UnboundedSender<Command>,
    created: UnboundedReceiver<Created>,
}

impl Spy {
    /// Connects an engine of this configuration.
    pub(crate) fn start(config: Config, shown: Texts) -> Self {
        let engine = Engine::new(config, 1).expect("a configuration");
        shown.show(engine.config());
        let transport = WebSocket::new(Arc::clone(engine.config()), Tls::default());
        let (commands, inbox) = unbounded_channel();
        let (sender, created) = unbounded_channel();
        let driver = Driver { engine, transport, shown, created: sender, origin: Instant::now() };
        tokio::spawn(driver.run(inbox));
        Self { commands, created }
    }

    pub(crate) fn command(&self, command: impl FnOnce(&mut TextEngine, Time) + Send + 'static) {
        assert!(self.commands.send(Box::new(command)).is_ok(), "the driver has ended");
    }

    pub(crate) async fn created(&mut self) -> Created {
        self.created.recv().await.expect("the driver has ended")
    }
}

struct Driver {
    engine: TextEngine,
    transport: WebSocket,
    shown: Texts,
    created: UnboundedSender<Created>,
    origin: Instant,
}

impl Driver {
    async fn run(mut self, mut inbox: UnboundedReceiver<Command>) {
        self.engine.connect(self.now());
        loop {
            let until = self.drain();
            poll_fn(|cx| Poll::Ready(self.transport.poll_flush(cx))).await.is_ready();
            let due = async {
                match until {
                    Some(until) => tokio::time::sleep_until(self.origin + until.since(Time::ZERO)).await,
                    None => pending().await,
                }
            };
            tokio::select! {
                command = inbox.recv() => {
                    let Some(command) = command else { return };
                    let now = self.now();
                    command(&mut self.engine, now);
                }
                event = poll_fn(|cx| self.transport.poll_event(cx)) => self.feed(event),
                () = due => {
                    let now = self.now();
                    self.engine.handle_timeout(now);
                }
            }
        }
    }

    fn now(&self) -> Time {
        Time::ZERO + self.origin.elapsed()
    }

    fn feed(&mut self, event: TransportEvent) {
        let (now, capabilities) = (self.now(), self.transport.capabilities());
        let engine = &mut self.engine;
        self.shown.show(&event);
        match event {
            TransportEvent::Opened(id) => engine.handle_opened(now, id, capabilities),
            TransportEvent::Closed(id, error) => engine.handle_closed(now, id, error),
            TransportEvent::Malformed(id, malformed) => engine.handle_malformed(now, id, malformed),
            TransportEvent::Message(id, text) => {
                let fed = Message::parse(text, |envelope, message| {
                    engine.handle_message(now, id, envelope, message);
                });
                if let Err(malformed) = fed {
                    engine.handle_malformed(now, id, malformed);
                }
            }
            TransportEvent::Alive(id) => engine.handle_alive(now, id),
            event => panic!("a WebSocket does not report {event:?}"),
        }
    }

    /// Carries out the engine's output, and returns its next deadline.
    fn drain(&mut self) -> Option<Time> {
        loop {
            match self.engine.poll_output() {
                Output::Wait { until, .. } => return until,
                Output::Open { transport, address } => self.open(transport, address),
                Output::Close { transport } => self.transport.close(transport),
                Output::Probe { transport } => self.transport.probe(transport),
                Output::Reading { transport, on } => self.transport.read(transport, on),
                Output::Transmit { transport, request, transmit } => {
                    if let Err(error) = self.transport.send(transport, request, transmit) {
                        let now = self.now();
                        self.engine.handle_refused(now, request, error);
                    }
                }
                Output::Reply { result, .. } => {
                    if let Some(created) = self.shown.outcome(result).and_then(|reply| reply.created) {
                        // The test may have ended.
                        let _ = self.created.send(created);
                    }
                }
                Output::Offer { message, .. } => self.shown.show(&message),
                Output::Event { event, .. } => self.shown.show(&event),
                Output::Notice(notice) => {
                    self.shown.show(&notice);
                    self.shown.show(&notice.to_string());
                }
                Output::Disconnected(disconnect) => self.shown.show(&disconnect),
                _ => {}
            }
            self.shown.show(&self.engine);
        }
    }

    fn open(&mut self, transport: TransportId, address: usize) {
        let address = self.engine.config().addresses.get(address).cloned();
        let missing = || Error::new(ErrorCode::Internal, "the configuration has no such address");
        let opened = address.ok_or_else(missing).and_then(|address| self.transport.open(transport, &address));
        if let Err(error) = opened {
            let now = self.now();
            self.engine.handle_closed(now, transport, error);
        }
    }
}
