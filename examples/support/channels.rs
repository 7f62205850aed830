//! A transport with two channels, and a task with a WebSocket at their other end.

use std::collections::VecDeque;
use std::task::{Context, Poll};

use bifrons::engine::{RequestId, TransportId};
use bifrons::transport::{Capabilities, Transmit, Transport, TransportEvent, TransportSink};
use bifrons::{Address, Error, ErrorCode, Result};
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::{SinkExt, StreamExt};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;

/// A report from the other end.
enum Report {
    Opened,
    Message(String),
    Closed(String),
}

/// The transport that the driver of a connection uses.
pub(crate) struct Channels {
    transport: Option<TransportId>,
    requests: Option<UnboundedSender<String>>,
    reports: Option<UnboundedReceiver<Report>>,
    events: VecDeque<TransportEvent>,
}

impl Channels {
    pub(crate) const fn new() -> Self {
        Self { transport: None, requests: None, reports: None, events: VecDeque::new() }
    }
}

impl TransportSink for Channels {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            // The engine checks the transport connection with Janus's `ping`.
            can_probe: false,
            claims: true,
            queues: false,
        }
    }

    fn open(&mut self, transport: TransportId, address: &Address) -> Result<()> {
        let (requests, to_send) = unbounded();
        let (reporter, reports) = unbounded();
        tokio::spawn(other_end(address.url().to_owned(), to_send, reporter));
        (self.transport, self.requests, self.reports) = (Some(transport), Some(requests), Some(reports));
        Ok(())
    }

    fn close(&mut self, transport: TransportId) {
        if self.transport == Some(transport) {
            // The other end learns that no request follows.
            (self.requests, self.reports) = (None, None);
            let error = Error::new(ErrorCode::ConnectionLost, "the connection was closed");
            self.events.push_back(TransportEvent::Closed(transport, error));
        }
    }

    fn send(&mut self, _: TransportId, _: RequestId, transmit: Transmit) -> Result<()> {
        let text = transmit.text();
        if let Some(requests) = &self.requests {
            // If the other end has ended, its `Closed` report arrives next.
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
        let (Some(transport), Some(reports)) = (self.transport, &mut self.reports) else {
            return Poll::Pending;
        };
        reports.poll_next_unpin(cx).map(|report| match report {
            Some(Report::Opened) => TransportEvent::Opened(transport),
            Some(Report::Message(text)) => TransportEvent::Message(transport, text.into()),
            Some(Report::Closed(reason)) => self.closed(transport, &reason),
            None => self.closed(transport, "the other end has ended"),
        })
    }

    fn poll_flush(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

impl Channels {
    fn closed(&mut self, transport: TransportId, reason: &str) -> TransportEvent {
        (self.requests, self.reports) = (None, None);
        TransportEvent::Closed(transport, Error::new(ErrorCode::ConnectionLost, reason.to_owned()))
    }
}

async fn other_end(url: String, mut to_send: UnboundedReceiver<String>, reporter: UnboundedSender<Report>) {
    let reason = match carry(&url, &mut to_send, &reporter).await {
        Ok(()) => "the server closed the connection".to_owned(),
        Err(error) => error.to_string(),
    };
    // After the end of the connection, no receiver exists.
    let _ = reporter.unbounded_send(Report::Closed(reason));
}

async fn carry(
    url: &str,
    to_send: &mut UnboundedReceiver<String>,
    reporter: &UnboundedSender<Report>,
) -> std::result::Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mut request = url.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", HeaderValue::from_static("janus-protocol"));
    let (mut socket, _) = connect_async(request).await?;
    reporter.unbounded_send(Report::Opened)?;
    loop {
        tokio::select! {
            text = to_send.next() => match text {
                Some(text) => socket.send(Message::text(text)).await?,
                None => return Ok(socket.close(None).await?),
            },
            frame = socket.next() => match frame.transpose()? {
                Some(Message::Text(text)) => reporter.unbounded_send(Report::Message(text.to_string()))?,
                Some(_) => {}
                None => return Ok(()),
            },
        }
    }
}
