//! The engine by itself: no runtime, no driver, one thread and a blocking socket.
//!
//!     cargo run --example raw_engine -- ws://127.0.0.1:8188 [API SECRET]
//!
//! The engine gives outputs, this program carries them out, and gives the engine
//! the results as inputs. A driver consists of such a loop.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};
use std::{env, error::Error};

use bifrons::engine::{
    Capabilities, Completion, CreateOptions, Created, Engine, Event, HandleKey, Output, RequestOptions,
    TransportId,
};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, parse};
use bifrons::{Address, Config, ErrorCode};
use tungstenite::client::IntoClientRequest;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Error as SocketError, Message, WebSocket};

type Socket = WebSocket<MaybeTlsStream<TcpStream>>;

#[allow(clippy::disallowed_methods, reason = "this program is its own driver, and native")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let mut address = Address::new(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        address = address.api_secret(secret);
    }
    let url = address.url().to_owned();
    // Received messages and sent members are texts.
    let mut engine: Engine<String, String> = Engine::new(Config::new(vec![address]), 1)?;
    let origin = Instant::now();
    let now = || Time::from_micros(u64::try_from(origin.elapsed().as_micros()).unwrap_or(u64::MAX));
    let mut socket: Option<(TransportId, Socket)> = None;
    let mut attached = None;

    engine.connect(now());
    loop {
        match engine.poll_output() {
            Output::Open { transport, .. } => match open(&url) {
                Ok(opened) => {
                    socket = Some((transport, opened));
                    engine.handle_opened(
                        now(),
                        transport,
                        Capabilities { can_probe: true, claims: true, queues: false },
                    );
                }
                Err(error) => engine.handle_closed(now(), transport, failure(&*error)),
            },
            Output::Transmit { transmit, .. } => {
                let text = transmit.text();
                if let Some((_, socket)) = &mut socket {
                    socket.send(Message::text(text))?;
                }
            }
            Output::Probe { .. } => {
                if let Some((_, socket)) = &mut socket {
                    socket.send(Message::Ping(Vec::new().into()))?;
                }
            }
            Output::Close { transport } => {
                if let Some((_, mut socket)) = socket.take() {
                    socket.close(None)?;
                }
                engine.handle_closed(now(), transport, failure("closed"));
            }
            Output::Connected { .. } => {
                println!("connected");
                engine.create(now(), CreateOptions::default());
            }
            Output::Reply { result, .. } => on_reply(&mut engine, now(), &mut attached, result?.created),
            Output::Event { event: Event::Ended(reason), .. } => {
                println!("the handle ended: {reason:?}");
                engine.close(now(), true);
            }
            Output::Disconnected(how) => {
                println!("disconnected: {how:?}");
                return Ok(());
            }
            Output::Wait { until, .. } => wait(&mut engine, socket.as_mut(), until, now)?,
            _ => {}
        }
    }
}

/// Attaches a handle to the session, sends a message, and detaches the handle.
fn on_reply(
    engine: &mut Engine<String, String>,
    now: Time,
    attached: &mut Option<HandleKey>,
    created: Option<Created>,
) {
    match created {
        Some(Created::Session(session, id)) => {
            println!("session {id}");
            let plugin = "janus.plugin.echotest".into();
            engine.attach(now, session, AttachOptions { plugin, ..AttachOptions::default() });
        }
        Some(Created::Handle(handle, id)) => {
            println!("handle {id}");
            engine.flow(handle);
            let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
            engine.message(now, handle, "\"body\":{\"audio\":true}".to_owned(), options);
            *attached = Some(handle);
        }
        _ => {
            println!("a request succeeded");
            if let Some(handle) = attached.take() {
                engine.detach(now, handle);
            }
        }
    }
}

/// Waits for a message, at most until the engine's next deadline.
fn wait(
    engine: &mut Engine<String, String>,
    socket: Option<&mut (TransportId, Socket)>,
    until: Option<Time>,
    now: impl Fn() -> Time,
) -> Result<(), Box<dyn Error>> {
    let span =
        until.map_or(Duration::from_secs(60), |until| until.since(now())).max(Duration::from_millis(1));
    let Some((transport, socket)) = socket else {
        std::thread::sleep(span);
        engine.handle_timeout(now());
        return Ok(());
    };
    if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
        stream.set_read_timeout(Some(span))?;
    }
    match socket.read() {
        Ok(Message::Text(text)) => {
            let parsed = parse(&text, |envelope, _| {
                engine.handle_message(now(), *transport, envelope, text.to_string());
            });
            if let Err(malformed) = parsed {
                engine.handle_malformed(now(), *transport, malformed);
            }
        }
        Ok(_) => engine.handle_alive(now(), *transport),
        Err(SocketError::Io(error))
            if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
        Err(error) => engine.handle_closed(now(), *transport, failure(error)),
    }
    engine.handle_timeout(now());
    Ok(())
}

fn open(url: &str) -> Result<Socket, Box<dyn Error>> {
    let mut request = url.into_client_request()?;
    request.headers_mut().insert("Sec-WebSocket-Protocol", "janus-protocol".parse()?);
    Ok(tungstenite::connect(request)?.0)
}

fn failure(error: impl std::fmt::Display) -> bifrons::Error {
    bifrons::Error::new(ErrorCode::ConnectionLost, error.to_string())
}
