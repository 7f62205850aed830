//! Without tokio: the connection's driver, its sockets and its clock are smol's.
//!
//!     cargo run --features futures-io --example smol -- ws://127.0.0.1:8188 [API SECRET]

use std::sync::Arc;
use std::{env, error::Error};

use bifrons::client::connect_with;
use bifrons::driver::SleepClock;
use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::transport::WebSocket;
use bifrons::{Address, Config};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let mut address = Address::new(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        address = address.api_secret(secret);
    }
    smol::block_on(run(Config::new(vec![address])))
}

async fn run(config: Config) -> Result<(), Box<dyn Error>> {
    let transport = WebSocket::over(Arc::new(config.clone()), |server| async move {
        let stream = smol::net::TcpStream::connect((server.host, server.port)).await?;
        stream.set_nodelay(true)?;
        Ok(stream)
    });
    let clock = SleepClock::new(|span| async move {
        smol::Timer::after(span).await;
    });
    let (connection, driver) = connect_with(config, transport, clock)?;
    let driver = smol::spawn(driver);
    connection.connected().await?;
    println!("connected to {}", connection.info().await?.version_string);

    let session = connection.create().await?;
    let echo = session.attach::<EchoTest>().await?;
    let response = echo.start(Start::default().audio(true)).await?;
    println!("result of the echo test: {}", response.result);
    connection.close().await;
    driver.await;
    Ok(())
}
