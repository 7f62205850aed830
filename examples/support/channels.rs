//! A transport made of two channels, and a task with a WebSocket at their other end.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use bifrons::driver::{TransportSink, Capabilities, Transmit, Transport, TransportEvent};
use bifrons::engine::{TransportId, RequestId};
use bifrons::{Address, Error, ErrorCode, Result};
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::{SinkExt, StreamExt};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

/// What the other end tells.
enum Told {
    Opened,
    Message(String),
    Closed(String),
}

/// The transport: all that the driver of a connection needs.
pub(crate) struct Channels {
    line: Option<TransportId>,
    requests: Option<UnboundedSender<String>>,
    told: Option<UnboundedReceiver<Told>>,
    events: VecDeque<TransportEvent>,
}

impl Channels {
    pub(crate) const fn new() -> Self {
        Self { line: None, requests: None, told: None, events: VecDeque::new() }
    }
}

impl TransportSink for Channels {
    fn properties(&self) -> Capabilities {
        Capabilities {
            keeps_order: true,
            reports_close: true,
            loses_sessions: true,
            // The engine asks for signs of life by Janus's own `ping`.
            can_probe: false,
            claims: true,
            queues: false,
            max_message: None,
        }
    }

    fn open(&mut self, line: TransportId, address: &Address) -> Result<()> {
        let (requests, to_send) = unbounded();
        let (tell, told) = unbounded();
        tokio::spawn(other_end(address.url().to_owned(), to_send, tell));
        (self.line, self.requests, self.told) = (Some(line), Some(requests), Some(told));
        Ok(())
    }

    fn close(&mut self, line: TransportId) {
        if self.line == Some(line) {
            // The other end hears that nothing more will come.
            (self.requests, self.told) = (None, None);
            let error = Error::new(ErrorCode::ConnectionLost, "the connection was closed");
            self.events.push_back(TransportEvent::Closed(line, error));
        }
    }

    fn send(&mut self, _: TransportId, _: RequestId, transmit: Transmit) -> Result<()> {
        let text = transmit.text();
        if let Some(requests) = &self.requests {
            // Should the other end be gone, its `Closed` is under way.
            let _ = requests.unbounded_send(text);
        }
        Ok(())
    }

    fn probe(&mut self, _: TransportId) {}

    fn read(&mut self, _: TransportId, _: bool) {}
}

impl Transport for Channels {
    fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<TransportEvent> {
        if let Some(event) = self.events.pop_front() {
            return Poll::Ready(event);
        }
        let (Some(line), Some(told)) = (self.line, &mut self.told) else { return Poll::Pending };
        told.poll_next_unpin(cx).map(|told| match told {
            Some(Told::Opened) => TransportEvent::Opened(line),
            Some(Told::Message(text)) => TransportEvent::Message(line, text.into()),
            Some(Told::Closed(reason)) => self.fell(line, &reason),
            None => self.fell(line, "the other end is gone"),
        })
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

impl Channels {
    fn fell(&mut self, line: TransportId, reason: &str) -> TransportEvent {
        (self.requests, self.told) = (None, None);
        TransportEvent::Closed(line, Error::new(ErrorCode::ConnectionLost, reason.to_owned()))
    }
}

async fn other_end(url: String, mut to_send: UnboundedReceiver<String>, tell: UnboundedSender<Told>) {
    let reason = match carry(&url, &mut to_send, &tell).await {
        Ok(()) => "the server closed the connection".to_owned(),
        Err(error) => error.to_string(),
    };
    // Nobody listens once the connection is over.
    let _ = tell.unbounded_send(Told::Closed(reason));
}

async fn carry(
    url: &str,
    to_send: &mut UnboundedReceiver<String>,
    tell: &UnboundedSender<Told>,
) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut request = url.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static("janus-protocol"));
    let (mut socket, _) = connect_async(request).await?;
    tell.unbounded_send(Told::Opened)?;
    loop {
        tokio::select! {
            text = to_send.next() => match text {
                Some(text) => socket.send(Message::text(text)).await?,
                None => return Ok(socket.close(None).await?),
            },
            frame = socket.next() => match frame.transpose()? {
                Some(Message::Text(text)) => tell.unbounded_send(Told::Message(text.to_string()))?,
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}
