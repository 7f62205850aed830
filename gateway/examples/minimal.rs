//! A gateway before a Janus, and a token for it.
//!
//!     cargo run -p bifrons-gateway --example minimal -- ws://127.0.0.1:8188 127.0.0.1:8080
//!
//! Any client of Janus can use it: another address, and the token in `token`.

use std::env;
use std::error::Error;
use std::time::Duration;

use bifrons::{Address, Config};
use bifrons_gateway::core::grants::{Grants, RoomGrant};
use bifrons_gateway::core::token::{Issuer, Keys, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use bifrons_gateway::server::{Listen, Server};

/// What the application that knows the users shares with the gateway: keep it in a file.
const SECRET: &[u8] = b"for this example only: 32 bytes and more";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let janus = args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned());
    let listen = args.next().unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let keys = Keys::Fixed(vec![VerifyingKey::shared(SECRET)?]);
    let server = Server::builder(Config::new(vec![Address::new(janus)]))
        .issuer(Issuer::new("example", "gateway", keys))
        .start()?;
    server.connected().await;
    let listener = server.listen(&Listen { address: listen.parse()?, ..Listen::default() }).await?;
    println!("ws://{0} http://{0}/janus", listener.address());
    println!("{}", token_of("anna")?);
    std::future::pending().await
}

/// A token of this user: the echo test, and one room.
fn token_of(user: &str) -> bifrons::Result<String> {
    let mut room = RoomGrant::new(1234);
    (room.join, room.subscribe, room.list) = (true, true, true);
    room.publish.0.audio = true;
    room.publish.0.video = true;
    let grants = Grants { room: vec![room], plugins: vec!["echotest".to_owned()], ..Grants::default() };
    Signer::shared("example", SECRET)?.mint(user, "gateway", Duration::from_secs(3600), &grants)
}
