//! Tokens that others make: jose, PyJWT, and an OpenID issuer. They are accepted by the gateway, and forged ones are
//! refused. `scripts/setup gateway` installs them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "this is a test")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use bifrons::mock::{self, MockJanus};
use bifrons_gateway::core::rules::Rules;
use bifrons_gateway::core::token::{Algorithm, AtMost, Issuer, Keys, VerifyingKey};
use serde_json::{Value, json};
use support::page::Page;
use support::server::{Served, serve_for};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

const ISSUER: &str = "https://foreign.example.org";
const SECRET: &str = "a secret of the foreign issuer and the gateway";
const LIMIT: Duration = Duration::from_secs(30);

fn cache() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../.cache")
}

/// Node with the issuers' packages: it reads a program from its standard input.
fn node() -> Command {
    let (modules, node) = (cache().join("gateway"), cache().join("runtimes/node_modules/node22/bin/node"));
    for path in [&modules.join("node_modules/jose"), &node] {
        assert!(path.exists(), "{} is missing: run scripts/setup gateway", path.display());
    }
    let mut command = Command::new(node.canonicalize().unwrap());
    command.current_dir(modules);
    command
}

/// What a program prints about this issuer, as JSON.
async fn printed(mut program: Command, text: &str) -> Value {
    program.args([ISSUER, "gateway", SECRET]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = program.kill_on_drop(true).spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).await.unwrap();
    let output = timeout(LIMIT, child.wait_with_output()).await.unwrap().unwrap();
    assert!(output.status.success(), "the program failed: run scripts/setup gateway");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn issuer(name: &str, algorithms: Vec<Algorithm>, keys: Keys) -> Issuer {
    let guest = support::grants(json!({ "plugins": ["echotest"] }));
    Issuer {
        name: name.into(),
        audiences: vec!["gateway".into()],
        algorithms,
        keys,
        role_claims: vec!["realm_access.roles".into()],
        roles: BTreeMap::from([("host".into(), support::everything()), ("guest".into(), guest)]),
        at_most: AtMost::All,
    }
}

async fn refusal(served: &Served, token: &str) -> String {
    let response = Page::open(&served.url).await.create(token).await;
    response["error"]["reason"].as_str().unwrap_or_else(|| panic!("{response}")).to_owned()
}

/// The code with which this plugin is refused to the token's user.
async fn attach(served: &Served, token: &str, plugin: &str) -> Result<(), Value> {
    let mut page = Page::open(&served.url).await;
    let created = page.create(token).await;
    let session = created["data"]["id"].as_u64().unwrap_or_else(|| panic!("{created}"));
    let attached = page
        .ask(json!({ "janus": "attach", "transaction": "2", "session_id": session, "plugin": plugin }))
        .await;
    if attached["janus"] == "success" { Ok(()) } else { Err(attached) }
}

/// Gives the tokens of a program to a gateway with its keys.
async fn try_tokens(of: Value) {
    let mut keys = VerifyingKey::read_set(&json!({ "keys": of["keys"] }).to_string(), false).unwrap();
    assert_eq!(keys.len(), 3);
    keys.push(VerifyingKey::shared(SECRET.as_bytes()).unwrap());
    let algorithms = vec![Algorithm::HS256, Algorithm::ES256, Algorithm::EdDSA, Algorithm::RS256];
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let issuers = vec![issuer(ISSUER, algorithms, Keys::Fixed(keys))];
    let served = serve_for(janus.url(), Rules::default(), issuers).await;
    let pairs = |name: &str| -> Vec<(String, String)> { serde_json::from_value(of[name].clone()).unwrap() };
    let accepted = pairs("tokens");
    assert_eq!(
        accepted.iter().map(|(algorithm, _)| &**algorithm).collect::<Vec<_>>(),
        ["HS256", "ES256", "EdDSA", "RS256"]
    );
    for (algorithm, token) in accepted {
        assert_eq!(attach(&served, &token, "janus.plugin.echotest").await, Ok(()), "{algorithm}");
        assert!(attach(&served, &token, "janus.plugin.videoroom").await.is_err(), "{algorithm}");
    }
    for (reason, token) in pairs("forged") {
        assert_eq!(refusal(&served, &token).await, reason);
    }
}

#[tokio::test]
async fn tokens_of_jose() {
    let mut node = node();
    node.args(["--input-type=module", "-"]);
    try_tokens(printed(node, include_str!("issuers/jose.mjs")).await).await;
}

#[tokio::test]
async fn tokens_of_pyjwt() {
    let mut python = Command::new("/usr/bin/python3");
    python.arg("-");
    try_tokens(printed(python, include_str!("issuers/pyjwt.py")).await).await;
}

/// An OpenID issuer on a port of this machine.
struct OpenId {
    url: String,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    _child: Child,
}

impl OpenId {
    async fn start() -> Self {
        let mut node = node();
        // Its commands come from the standard input.
        node.args(["--input-type=module", "--eval", include_str!("issuers/oidc.mjs")]);
        node.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut child = node.spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let lines = BufReader::new(output).lines();
        let mut issuer = Self { url: String::new(), input, output: lines, _child: child };
        issuer.url = issuer.response("ready").await;
        issuer
    }

    /// The next response: the issuer logs, too.
    async fn response(&mut self, word: &str) -> String {
        let wanted = format!("={word} ");
        loop {
            let line = timeout(LIMIT, self.output.next_line()).await.unwrap().unwrap().unwrap();
            if let Some(text) = line.strip_prefix(&wanted) {
                return text.to_owned();
            }
        }
    }

    async fn token(&mut self, role: &str, audience: &str) -> String {
        self.input.write_all(format!("token {role} {audience}\n").as_bytes()).await.unwrap();
        self.response("token").await
    }

    async fn rotate(&mut self) {
        self.input.write_all(b"rotate\n").await.unwrap();
        self.response("rotated").await;
    }
}

#[tokio::test]
async fn tokens_of_an_openid_issuer_whose_keys_rotate() {
    let mut openid = OpenId::start().await;
    let janus = MockJanus::start(mock::Settings::default()).await.unwrap();
    let keys = Keys::At(format!("{}/jwks", openid.url));
    let issuers = vec![issuer(&openid.url, vec![Algorithm::ES256], keys)];
    let served = serve_for(janus.url(), Rules::default(), issuers).await;

    let (guest, host) = (openid.token("guest", "gateway").await, openid.token("host", "gateway").await);
    assert_eq!(attach(&served, &guest, "janus.plugin.echotest").await, Ok(()));
    assert!(attach(&served, &guest, "janus.plugin.videoroom").await.is_err());
    assert_eq!(attach(&served, &host, "janus.plugin.videoroom").await, Ok(()));

    let other = openid.token("host", "other").await;
    assert_eq!(refusal(&served, &other).await, "the token is for another audience (aud)");
    let mut stranger = OpenId::start().await;
    let of_stranger = stranger.token("host", "gateway").await;
    assert_eq!(refusal(&served, &of_stranger).await, "the token's issuer (iss) is not known");
    // The guest's signature under the host's claims.
    let signature = guest.rsplit('.').next().unwrap();
    let mixed = format!("{}.{signature}", host.rsplit_once('.').unwrap().0);
    assert_eq!(refusal(&served, &mixed).await, "the token's signature is wrong");

    openid.rotate().await;
    let newer = openid.token("guest", "gateway").await;
    assert_eq!(refusal(&served, &newer).await, "the issuer has no such key", "the keys were just fetched");
    // The keys may be fetched again after 30 s, and the refusal is forgotten.
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(31)).await;
    tokio::time::resume();
    let again = openid.token("host", "gateway").await;
    assert_eq!(attach(&served, &again, "janus.plugin.videoroom").await, Ok(()));
    assert_eq!(attach(&served, &newer, "janus.plugin.echotest").await, Ok(()));
    assert_eq!(attach(&served, &guest, "janus.plugin.echotest").await, Ok(()), "it was checked before");
}
