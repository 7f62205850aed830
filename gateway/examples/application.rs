//! The gateway in an application of its own: axum, a login that makes tokens, and a policy.
//!
//!     cargo run -p bifrons-gateway --example application -- ws://127.0.0.1:8188 127.0.0.1:8080
//!     curl -X POST http://127.0.0.1:8080/login -d anna
//!
//! Pages speak the Janus API at `ws://127.0.0.1:8080/media/janus-ws`, with the token of the response.

use std::env;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use bifrons::{Address, Config};
use bifrons_gateway::core::grants::{Grants, RoomGrant};
use bifrons_gateway::core::relay::{Case, Verdict};
use bifrons_gateway::core::token::{Issuer, Keys, VerifyingKey};
use bifrons_gateway::server::Server;
use bifrons_gateway::server::mint::Signer;

/// What the login shares with the gateway: here both are this program.
const SECRET: &[u8] = b"for this example only: 32 bytes and more";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let janus = args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned());
    let listen = args.next().unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let gateway = Server::builder(Config::new(vec![Address::new(janus)]))
        .issuer(Issuer::new("application", "gateway", Keys::Fixed(vec![VerifyingKey::shared(SECRET)?])))
        .policy(decide)
        .start()?;
    gateway.connected().await;
    let signer = Arc::new(Signer::shared("application", SECRET)?);
    let application =
        Router::new().route("/login", post(login)).with_state(signer).nest("/media", gateway.router());
    let listener = tokio::net::TcpListener::bind(listen).await?;
    println!("open http://{}/", listener.local_addr()?);
    axum::serve(listener, application.into_make_service_with_connect_info::<SocketAddr>()).await?;
    Ok(())
}

/// A user comes in by a name alone; a password, or a login elsewhere, belongs here. The response is the token.
async fn login(State(signer): State<Arc<Signer>>, name: String) -> Result<String, (StatusCode, String)> {
    if name.is_empty() || name.len() > 40 {
        return Err((StatusCode::BAD_REQUEST, "the body is the name, of at most 40 bytes".to_owned()));
    }
    let mut room = RoomGrant::new(1234);
    (room.join, room.subscribe) = (true, true);
    (room.publish.0.audio, room.publish.0.video) = (true, true);
    let grants = Grants { room: vec![room], ..Grants::default() };
    let token = signer.mint(&name, "gateway", Duration::from_secs(3600), &grants);
    token.map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

/// The policy: a participant has the name of the login, whatever the page sends.
async fn decide(case: Case) -> Verdict {
    if !matches!(case.request, "join" | "joinandconfigure" | "configure") {
        return Verdict::Allow;
    }
    let mut body = case.body;
    body.insert("display".to_owned(), (*case.who.subject).into());
    Verdict::Change(body)
}
