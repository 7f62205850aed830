//! A transport of your own: requests leave through one channel, messages come through another.
//!
//!     cargo run --example own_transport -- ws://127.0.0.1:8188 [API SECRET]
//!
//! Anything that carries text to Janus and back can use the channels: a message broker,
//! the WebSocket of another library, a process on another machine. Here it is a task with
//! its own WebSocket.

use std::{env, error::Error};

#[path = "support/channels.rs"]
mod channels;

use bifrons::client::connect_with;
use bifrons::driver::TokioClock;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Address, Config};
use channels::Channels;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let url = args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned());
    // The transport gets this URL and may use it in any way.
    let mut address = Address::new(url);
    if let Some(secret) = args.next() {
        address = address.api_secret(secret);
    }
    let (connection, driver) = connect_with(Config::new(vec![address]), Channels::new(), TokioClock::new())?;
    tokio::spawn(driver);
    connection.connected().await?;
    println!("connected to {}", connection.info().await?.version_string);

    let session = connection.create().await?;
    let echo = session.attach::<EchoTest>().await?;
    let response = echo.start(Start::default().audio(true)).await?;
    println!("result of the echo test: {}", response.result);
    connection.close().await;
    Ok(())
}
