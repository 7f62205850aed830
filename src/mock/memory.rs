//! A transport to the mock server without a socket.

use std::task::{Context, Poll, ready};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use super::ClientId;
use super::input::Input;
use crate::config::{Address, Api};
use crate::engine::{RequestId, TransportId};
use crate::error::{Error, ErrorCode, Result};
use crate::transport::{Capabilities, Transmit, Transport, TransportEvent, TransportSink};

/// A transport to a mock server in this process, for any URL.
#[allow(missing_debug_implementations, reason = "it holds requests, which hold secrets")]
pub struct Memory {
    inputs: UnboundedSender<Input>,
    api: Api,
    state: State,
}

enum State {
    Idle,
    Opening(TransportId, oneshot::Receiver<ClientId>, UnboundedReceiver<Option<String>>),
    Open(TransportId, ClientId, UnboundedReceiver<Option<String>>),
    Closed(TransportId, Error),
}

impl Memory {
    pub(super) const fn new(inputs: UnboundedSender<Input>, api: Api) -> Self {
        Self { inputs, api, state: State::Idle }
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        if let State::Open(_, client, _) = self.state {
            let _ = self.inputs.send(Input::Gone(client));
        }
    }
}

impl TransportSink for Memory {
    fn capabilities(&self) -> Capabilities {
        Capabilities { can_probe: false, claims: true, queues: false }
    }

    fn open(&mut self, transport: TransportId, _: &Address) -> Result<()> {
        let (outbox, inbox) = unbounded_channel();
        let (known, client) = oneshot::channel();
        match self.inputs.send(Input::Connect { api: self.api, outbox, known }) {
            Ok(()) => {
                self.state = State::Opening(transport, client, inbox);
                Ok(())
            }
            Err(_) => Err(Error::new(ErrorCode::ConnectFailed, "the mock server has ended")),
        }
    }

    fn close(&mut self, transport: TransportId) {
        if let State::Open(of, client, _) = self.state {
            if of == transport {
                // A client that has ended receives nothing.
                let _ = self.inputs.send(Input::Gone(client));
                let error = Error::new(ErrorCode::ConnectionLost, "the connection was closed");
                self.state = State::Closed(transport, error);
            }
        }
    }

    fn send(&mut self, transport: TransportId, _: RequestId, transmit: Transmit) -> Result<()> {
        if let State::Open(of, client, _) = self.state {
            if of == transport {
                let text = transmit.text();
                let _ = self.inputs.send(Input::Message(client, text));
            }
        }
        Ok(())
    }

    fn probe(&mut self, _: TransportId) {}

    fn read(&mut self, _: TransportId, _: bool) {}
}

impl Transport for Memory {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        let lost = |transport| {
            let error = Error::new(ErrorCode::ConnectionLost, "the mock server broke the connection");
            TransportEvent::Closed(transport, error)
        };
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Idle => Poll::Pending,
            State::Closed(transport, error) => Poll::Ready(TransportEvent::Closed(transport, error)),
            State::Opening(transport, mut client, inbox) => {
                let known = std::future::Future::poll(std::pin::Pin::new(&mut client), cx);
                match known {
                    Poll::Pending => {
                        self.state = State::Opening(transport, client, inbox);
                        Poll::Pending
                    }
                    Poll::Ready(Ok(client)) => {
                        self.state = State::Open(transport, client, inbox);
                        Poll::Ready(TransportEvent::Opened(transport))
                    }
                    Poll::Ready(Err(_)) => Poll::Ready(lost(transport)),
                }
            }
            State::Open(transport, client, mut inbox) => {
                let outbox = inbox.poll_recv(cx);
                self.state = State::Open(transport, client, inbox);
                match ready!(outbox).flatten() {
                    Some(text) => Poll::Ready(TransportEvent::Message(transport, text.into())),
                    None => {
                        self.state = State::Idle;
                        Poll::Ready(lost(transport))
                    }
                }
            }
        }
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
