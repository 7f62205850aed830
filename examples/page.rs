//! In a page, from a Rust application of your own: the client is the same, over the page's `WebSocket`.
//!
//!     cargo build --target wasm32-unknown-unknown --example page

use bifrons::Connect;
use bifrons::plugins::echotest::{EchoTest, Start};

/// Asks for an echo test, and returns its result.
async fn echo(connect: Connect) -> bifrons::Result<String> {
    let connection = connect.await?;
    let echo = connection.create().await?.attach::<EchoTest>().await?;
    let started = echo.start(Start::default().audio(true)).await?;
    connection.close().await;
    Ok(started.result.to_string())
}

/// What the page's JavaScript calls. A page can keep no secret: Janus, or a server before it, must do without.
#[cfg(target_family = "wasm")]
#[wasm_bindgen::prelude::wasm_bindgen]
#[allow(clippy::missing_errors_doc, reason = "it is an example")]
pub async fn run(url: String) -> Result<String, wasm_bindgen::JsError> {
    Ok(echo(bifrons::connect(url)).await?)
}

#[cfg(target_family = "wasm")]
fn main() {}

/// The same function, natively: it can be tried without a page.
#[cfg(not(target_family = "wasm"))]
#[tokio::main]
async fn main() -> bifrons::Result<()> {
    let mut args = std::env::args().skip(1);
    let mut connect = bifrons::connect(args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned()));
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    println!("result of the echo test: {}", echo(connect).await?);
    Ok(())
}
