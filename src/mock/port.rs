//! The mock server behind a WebSocket port, as a task on tokio.

use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::task::Poll;
use std::time::Duration;

use futures_util::future::{Either, select};
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_tungstenite::accept_hdr_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::http::header::SEC_WEBSOCKET_PROTOCOL;

use super::input::Input;
use super::memory::Memory;
use super::spy::Spy;
use super::{ClientId, Fault, Output, Server, Settings};
use crate::client::{Connection, connect_with};
use crate::config::{Api, Config};
use crate::driver::TokioClock;
use crate::error::{Error, ErrorCode, Result};
use crate::time::Time;

/// The longest time that a client may take to open its WebSocket.
const HANDSHAKE_LIMIT: Duration = Duration::from_secs(5);
/// The pause after a client could not be accepted.
const ACCEPT_AGAIN_AFTER: Duration = Duration::from_millis(50);

/// A running mock server; it ends when this is dropped.
#[derive(Debug)]
pub struct MockJanus {
    url: String,
    admin_url: String,
    inputs: UnboundedSender<Input>,
    tasks: Vec<JoinHandle<()>>,
}

impl Drop for MockJanus {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

impl MockJanus {
    /// Starts one on free ports of this machine.
    ///
    /// # Errors
    /// [`ErrorCode::ConnectFailed`], if no port is free.
    pub async fn start(settings: Settings) -> Result<Self> {
        Self::listen(settings, 0, 0).await
    }

    /// Starts one on these ports, for the Janus and the Admin API.
    ///
    /// # Errors
    /// [`ErrorCode::ConnectFailed`], if a port is not free.
    pub async fn listen(settings: Settings, port: u16, admin_port: u16) -> Result<Self> {
        let (inputs, incoming) = unbounded_channel();
        let (reads, reading) = watch::channel(true);
        let mut tasks = vec![tokio::spawn(serve(Server::new(settings), incoming, reads))];
        let mut urls = [String::new(), String::new()];
        for (url, (port, api)) in urls.iter_mut().zip([(port, Api::Janus), (admin_port, Api::Admin)]) {
            let (listener, address) = bind(port).await.map_err(|error| {
                let text = format!("the mock server can't listen on port {port} of this machine");
                Error::new(ErrorCode::ConnectFailed, text).with_source(error)
            })?;
            *url = format!("ws://{address}");
            tasks.push(tokio::spawn(accept(listener, api, inputs.clone(), reading.clone())));
        }
        let [url, admin_url] = urls;
        Ok(Self { url, admin_url, inputs, tasks })
    }

    /// Returns the URL of its Janus API.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the URL of its Admin API.
    #[must_use]
    pub fn admin_url(&self) -> &str {
        &self.admin_url
    }

    /// A transport to it that needs no socket, for [`connect_with`](crate::client::connect_with).
    #[must_use]
    pub fn memory(&self, api: Api) -> Memory {
        Memory::new(self.inputs.clone(), api)
    }

    /// Connects to it without a socket; the configuration's addresses only name it in errors and logs.
    ///
    /// So a test can pause tokio's clock (`#[tokio::test(start_paused = true)]`): whenever nothing is left to do, time
    /// jumps to the next timeout, pause or keepalive. With a socket it would jump while a message is on its way.
    ///
    /// ```no_run
    /// # #[cfg(feature = "native")]
    /// # async fn example() -> bifrons::Result<()> {
    /// use bifrons::mock::{MockJanus, Settings};
    /// use bifrons::{Address, Config};
    ///
    /// let janus = MockJanus::start(Settings::default()).await?;
    /// let connection = janus.connect(Config::new(vec![Address::new("ws://mock")])).await?;
    /// # drop(connection);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of [`connect`](crate::connect).
    pub async fn connect(&self, config: Config) -> Result<Connection> {
        let transport = self.memory(config.api);
        let (connection, driver) = connect_with(config, transport, TokioClock::new())?;
        drop(tokio::spawn(driver));
        connection.connected().await?;
        Ok(connection)
    }

    /// Returns the messages that it gets from now on.
    #[must_use]
    pub fn spy(&self) -> Spy {
        let (sender, spy) = Spy::new();
        // The task lives as long as this.
        let _ = self.inputs.send(Input::Spy(sender));
        spy
    }

    /// Injects a fault; returns once it has effect.
    pub async fn inject(&self, fault: Fault) {
        let (done, known) = oneshot::channel();
        // The task lives as long as this.
        let _ = self.inputs.send(Input::Inject(fault, done));
        let _ = known.await;
    }

    /// The ids of the sessions that live.
    pub async fn sessions(&self) -> Vec<u64> {
        let (done, known) = oneshot::channel();
        let _ = self.inputs.send(Input::Sessions(done));
        known.await.unwrap_or_default()
    }
}

async fn bind(port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

#[allow(clippy::disallowed_methods, reason = "this is a driver, of the mock server")]
async fn serve(mut server: Server, mut inputs: UnboundedReceiver<Input>, reads: watch::Sender<bool>) {
    let origin = Instant::now();
    let mut spies: Vec<UnboundedSender<Value>> = Vec::new();
    let mut clients = std::collections::BTreeMap::<ClientId, UnboundedSender<Option<String>>>::new();
    loop {
        let until = loop {
            match server.poll_output() {
                Output::Message { client, text } => {
                    if let Some(outbox) = clients.get(&client) {
                        // A client that is leaving receives nothing.
                        let _ = outbox.send(Some(text));
                    }
                }
                Output::HangUp { client } => {
                    if let Some(outbox) = clients.remove(&client) {
                        let _ = outbox.send(None);
                    }
                }
                Output::Read { on } => drop(reads.send_replace(on)),
                Output::Wait { until } => break until,
            }
        };
        let due = async {
            match until {
                Some(at) => sleep_until(origin + at.since(Time::ZERO)).await,
                None => std::future::pending().await,
            }
        };
        let input = match select(std::pin::pin!(inputs.recv()), std::pin::pin!(due)).await {
            Either::Left((None, _)) => return,
            Either::Left((input, _)) => input,
            Either::Right(_) => None,
        };
        let now = Time::ZERO + origin.elapsed();
        match input {
            None => server.handle_timeout(now),
            Some(Input::Connect { api, outbox, known }) => {
                let client = server.connect(now, api);
                clients.insert(client, outbox);
                let _ = known.send(client);
            }
            Some(Input::Message(client, text)) => {
                if !spies.is_empty() {
                    let message: Value = serde_json::from_str(&text).unwrap_or_default();
                    spies.retain(|spy| spy.send(message.clone()).is_ok());
                }
                server.message(now, client, &text);
            }
            Some(Input::Spy(spy)) => spies.push(spy),
            Some(Input::Gone(client)) => {
                clients.remove(&client);
                server.disconnect(now, client);
            }
            Some(Input::Inject(fault, done)) => {
                server.inject(now, fault);
                let _ = done.send(());
            }
            Some(Input::Sessions(done)) => drop(done.send(server.sessions())),
        }
    }
}

async fn accept(
    listener: TcpListener,
    api: Api,
    inputs: UnboundedSender<Input>,
    reading: watch::Receiver<bool>,
) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(attend(stream, api, inputs.clone(), reading.clone()))),
            // No descriptor is free: connected clients will return theirs.
            Err(_) => sleep(ACCEPT_AGAIN_AFTER).await,
        }
    }
}

/// One client's connection.
async fn attend(
    stream: TcpStream,
    api: Api,
    inputs: UnboundedSender<Input>,
    mut reading: watch::Receiver<bool>,
) {
    #[allow(clippy::result_large_err, reason = "tungstenite's own type")]
    let agree = |request: &Request, mut response: Response| {
        let wanted = api.subprotocol();
        match request.headers().get(SEC_WEBSOCKET_PROTOCOL) {
            Some(incoming) if incoming == wanted => {
                response.headers_mut().insert(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(wanted));
                Ok(response)
            }
            _ => Err(ErrorResponse::new(None)),
        }
    };
    // Without it an event waits for the acknowledgement of the ack before it, up to 40 ms.
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let Ok(Ok(socket)) = timeout(HANDSHAKE_LIMIT, accept_hdr_async(stream, agree)).await else { return };
    let (outbox, mut to_send) = unbounded_channel();
    let (known, client) = oneshot::channel();
    if inputs.send(Input::Connect { api, outbox, known }).is_err() {
        return;
    }
    let Ok(client) = client.await else { return };
    let (mut sink, mut frames) = socket.split();
    loop {
        let outbox = poll_fn(|cx| match to_send.poll_recv(cx) {
            Poll::Ready(outbox) => Poll::Ready(outbox.flatten()),
            Poll::Pending => Poll::Pending,
        });
        let inbox = async {
            // It fails only when the mock server ends, and all this with it.
            let _ = reading.wait_for(|on| *on).await;
            frames.next().await
        };
        match select(std::pin::pin!(outbox), std::pin::pin!(inbox)).await {
            Either::Left((Some(text), _)) => {
                if sink.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
            // Dropped without a close frame, as a lost connection is.
            Either::Left((None, _)) => return,
            Either::Right((Some(Ok(Message::Text(text))), _)) => {
                let _ = inputs.send(Input::Message(client, text.to_string()));
            }
            Either::Right((Some(Ok(Message::Close(_)) | Err(_)) | None, _)) => break,
            Either::Right((Some(Ok(_)), _)) => {}
        }
    }
    let _ = inputs.send(Input::Gone(client));
}
