//! A gateway on a port of this machine, and tokens for it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bifrons::{Address, Config};
use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::keys::Keys;
use bifrons_gateway::core::limits::{Limits, PageLimits, SubjectLimits};
use bifrons_gateway::core::relay::{AtExpiry, Settings, WARN_BEFORE};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{self, Algorithm, AtMost, Issuer, VerifyingKey};
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

/// A token of this user, which grants everything, with other claims.
pub fn token_of(user: &str, claims: &[(&str, serde_json::Value)]) -> String {
    let mut all =
        serde_json::json!({ "iss": "app", "sub": user, "aud": "gateway", "janus": super::everything() });
    for (name, value) in claims {
        all[*name] = value.clone();
    }
    Signer::shared("app", SECRET).unwrap().sign(&all).unwrap()
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
        at_most: AtMost::All,
    }
}

/// Starts a gateway before this Janus, with the issuer of [`token`].
pub async fn serve(janus: &str, rules: Rules) -> Served {
    serve_for(janus, rules, vec![issuer()]).await
}

/// Starts a gateway before this Janus, with these issuers.
pub async fn serve_for(janus: &str, rules: Rules, issuers: Vec<Issuer>) -> Served {
    let subject = SubjectLimits { sessions: 50, ..SubjectLimits::default() };
    start(janus, rules, issuers, Limits { subject, ..Limits::default() }, &on_any_port()).await
}

/// Starts a gateway before this Janus, with these limits.
pub async fn serve_with(janus: &str, rules: Rules, limits: Limits) -> Served {
    start(janus, rules, vec![issuer()], limits, &on_any_port()).await
}

/// Starts a gateway before this Janus, which listens so.
pub async fn serve_at(janus: &str, page: PageLimits, listen: &Listen) -> Served {
    let limits = Limits { page, ..Limits::default() };
    start(janus, Rules::default(), vec![issuer()], limits, listen).await
}

pub fn on_any_port() -> Listen {
    Listen { address: "127.0.0.1:0".parse().unwrap(), ..Listen::default() }
}

fn settings(janus: &str, rules: Rules, issuers: Vec<Issuer>, limits: Limits) -> Settings {
    Settings {
        janus: Arc::new(Config::new(vec![Address::new(janus)])),
        connections: 2,
        issuers,
        rules,
        keys: Keys::default(),
        replica: None,
        consults: false,
        verdict_within: Duration::from_secs(1),
        presets: BTreeMap::new(),
        flows: Vec::new(),
        ice_servers: Vec::new(),
        warn_before: WARN_BEFORE,
        at_expiry: AtExpiry::default(),
        grace: Duration::from_secs(10),
        limits,
    }
}

async fn start(janus: &str, rules: Rules, issuers: Vec<Issuer>, limits: Limits, at: &Listen) -> Served {
    listen(Server::start(settings(janus, rules, issuers, limits)).unwrap(), at).await
}

/// Starts a gateway with a policy before this Janus.
pub async fn serve_policy(
    start: impl FnOnce(Settings) -> bifrons::Result<Arc<Server>>,
    janus: &str,
) -> Served {
    let settings = settings(janus, Rules::default(), vec![issuer()], Limits::default());
    listen(start(settings).unwrap(), &on_any_port()).await
}

async fn listen(server: Arc<Server>, at: &Listen) -> Served {
    server.connected().await;
    let listener = server.listen(at).await.unwrap();
    let address = listener.address();
    Served { server, listener, url: format!("ws://{address}"), http: format!("http://{address}/janus") }
}
