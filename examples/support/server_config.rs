//! The configuration of the demo's server: the file is the same as that of the Node server.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use bifrons::Secret;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    pub(crate) janus: Janus,
    pub(crate) web: Web,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Janus {
    /// Tried in turn.
    pub(crate) address: Vec<Server>,
    #[serde(default = "ten")]
    retry_time_secs: f64,
    /// With signed tokens each page has a connection of its own.
    pub(crate) tokens: Option<Tokens>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) apisecret: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tokens {
    #[serde(default = "an_hour")]
    pub(crate) valid_s: u64,
    /// The address at which pages reach Janus themselves; without one they get no token.
    pub(crate) direct: Option<String>,
    /// Janus's `token_auth_secret`.
    #[serde(skip, default = "token_secret")]
    pub(crate) secret: Secret,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Web {
    pub(crate) port: u16,
    pub(crate) bind: String,
    key: Option<PathBuf>,
    cert: Option<PathBuf>,
    /// The names of this server, beside `localhost` and addresses.
    #[serde(default)]
    pub(crate) hosts: Vec<String>,
    /// Whether the last entry of `X-Forwarded-For` is the page's address.
    #[serde(default)]
    pub(crate) behind_proxy: bool,
}

fn ten() -> f64 {
    10.0
}

fn an_hour() -> u64 {
    3600
}

fn token_secret() -> Secret {
    env::var("JANUS_TOKEN_SECRET").unwrap_or_default().into()
}

impl Config {
    pub(crate) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let name = path.display();
        let text = fs::read_to_string(path).map_err(|error| {
            format!("cannot read {name} ({error}); copy config.template.json there and fill it in")
        })?;
        let config: Self = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        match config.problem() {
            Some(problem) => Err(format!("{name}: {problem}").into()),
            None => Ok(config),
        }
    }

    fn problem(&self) -> Option<&'static str> {
        let Self { janus, web } = self;
        if janus.address.is_empty() {
            return Some("janus.address: must be a list with at least one { url, apisecret }");
        }
        if Duration::try_from_secs_f64(janus.retry_time_secs).is_err() {
            return Some("janus.retry_time_secs: must be a number of seconds");
        }
        if janus.tokens.as_ref().is_some_and(|tokens| tokens.secret.reveal().is_empty()) {
            return Some(
                "janus.tokens: the environment must have Janus's token_auth_secret as JANUS_TOKEN_SECRET",
            );
        }
        if is_given(web.key.as_ref()) != is_given(web.cert.as_ref()) {
            return Some("web.key, web.cert: give both files for https, or neither");
        }
        None
    }
}

impl Janus {
    /// The pause before the next attempt to connect.
    pub(crate) fn pause(&self) -> Duration {
        Duration::from_secs_f64(self.retry_time_secs)
    }
}

impl Web {
    /// The files of the certificate and of its key, for https.
    pub(crate) fn tls(&self) -> Option<(&Path, &Path)> {
        match (&self.cert, &self.key) {
            (Some(cert), Some(key)) if is_given(Some(cert)) => Some((cert, key)),
            _ => None,
        }
    }
}

/// The template has empty names.
fn is_given(path: Option<&PathBuf>) -> bool {
    path.is_some_and(|path| !path.as_os_str().is_empty())
}
