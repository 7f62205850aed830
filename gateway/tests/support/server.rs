//! A gateway on a port of this machine, and tokens for it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::{Address, Config};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::keys::Keys;
use bifrons_gateway::core::relay::{PageLimits, Settings};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{self, Algorithm, Issuer, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use bifrons_gateway::server::{Listen, Listener, Server};

const SECRET: &[u8] = b"the secret that the application and the gateway share";

pub struct Served {
    pub server: Arc<Server>,
    pub listener: Listener,
    /// By WebSocket.
    pub url: String,
    /// By HTTP.
    pub http: String,
}

/// A token of this user, which grants everything.
pub fn token(user: &str) -> String {
    mint(user, &super::everything())
}

/// A token of this user with these grants.
pub fn token_with(user: &str, grants: serde_json::Value) -> String {
    mint(user, &super::grants(grants))
}

fn mint(user: &str, grants: &Grants) -> String {
    let signer = Signer::shared("app", SECRET).unwrap();
    signer.mint(user, "gateway", Duration::from_secs(3600), grants).unwrap()
}

/// The issuer of [`token`].
pub fn issuer() -> Issuer {
    Issuer {
        name: "app".into(),
        audiences: vec!["gateway".into()],
        algorithms: vec![Algorithm::HS256],
        keys: token::Keys::Fixed(vec![VerifyingKey::shared(SECRET).unwrap()]),
        role_claims: Vec::new(),
        roles: BTreeMap::new(),
    }
}

/// Starts a gateway before this Janus, with the issuer of [`token`].
pub async fn serve(janus: &str, rules: Rules) -> Served {
    serve_for(janus, rules, vec![issuer()]).await
}

/// Starts a gateway before this Janus, with these issuers.
pub async fn serve_for(janus: &str, rules: Rules, issuers: Vec<Issuer>) -> Served {
    let limits = PageLimits { sessions: 50, ..PageLimits::default() };
    start(janus, rules, issuers, limits, &on_any_port()).await
}

/// Starts a gateway before this Janus, with these limits.
pub async fn serve_with(janus: &str, rules: Rules, limits: PageLimits) -> Served {
    start(janus, rules, vec![issuer()], limits, &on_any_port()).await
}

/// Starts a gateway before this Janus, which listens so.
pub async fn serve_at(janus: &str, limits: PageLimits, listen: &Listen) -> Served {
    start(janus, Rules::default(), vec![issuer()], limits, listen).await
}

pub fn on_any_port() -> Listen {
    Listen { address: "127.0.0.1:0".parse().unwrap(), ..Listen::default() }
}

async fn start(
    janus: &str,
    rules: Rules,
    issuers: Vec<Issuer>,
    limits: PageLimits,
    listen: &Listen,
) -> Served {
    let settings = Settings {
        janus: Arc::new(Config::new(vec![Address::new(janus)])),
        connections: 2,
        issuers,
        rules,
        keys: Keys::default(),
        grace: Duration::from_secs(10),
        limits,
    };
    let server = Server::start(settings).unwrap();
    server.connected().await;
    let listener = server.listen(listen).await.unwrap();
    let address = listener.address();
    Served { server, listener, url: format!("ws://{address}"), http: format!("http://{address}/janus") }
}
