//! The section `janus`: the server, and the connections to it.

use std::sync::Arc;

use bifrons::{Address, Config, Recovery, Retry, Secret};

use super::secrets::{self, Secrets};
use super::section::Section;

/// What the section says.
pub(super) struct Janus {
    pub config: Config,
    pub connections: usize,
    /// The authorities of its certificate, in PEM.
    pub authority: Option<Arc<str>>,
    pub secrets: Vec<Secret>,
}

pub(super) fn read(mut section: Section<'_, '_>) -> Janus {
    let default = Config::new(Vec::new());
    let mut addresses: Vec<_> =
        section.demand::<Vec<String>>("addresses").into_iter().map(Address::new).collect();
    check(&section, &addresses);
    let api_secret = secrets::take(&mut section, ["api_secret", "api_secret_file", "api_secret_env"]);
    let token = secrets::take(&mut section, ["token", "token_file", "token_env"]);
    for address in &mut addresses {
        if let Some(secret) = &api_secret {
            *address = address.clone().api_secret(secret.clone());
        }
        if let Some(token) = &token {
            *address = address.clone().token(token.clone());
        }
    }
    let config = Config {
        addresses,
        // Pages come to a gateway that is there: it tries until Janus is there, too.
        retry: Retry { max_retries: u32::MAX, within: None, ..default.retry },
        recovery: Some(Recovery { within: None, ..Recovery::default() }),
        attempt_timeout: section.seconds_or_none("attempt_timeout", default.attempt_timeout),
        request_timeout: section.seconds_or_none("request_timeout", default.request_timeout),
        probe_after: section.seconds_or_none("probe_after", default.probe_after),
        probe_timeout: section.seconds_or("probe_timeout", default.probe_timeout),
        max_message_size: section.count_or("max_message_size", default.max_message_size),
        max_requests: section.count_or("max_requests", default.max_requests),
        ..default
    };
    if let Err(error) = config.validate()
        && !config.addresses.is_empty()
    {
        section.problem("addresses", error.message());
    }
    Janus {
        connections: section.count_or("connections", 1),
        authority: authority(&mut section, &config.addresses),
        secrets: api_secret.into_iter().chain(token).collect(),
        config,
    }
}

/// Reads the file with the authorities.
fn authority(section: &mut Section<'_, '_>, addresses: &[Address]) -> Option<Arc<str>> {
    let path = section.take::<String>("ca_file")?;
    if !addresses.iter().any(is_secure) {
        section.note_at(&["ca_file"], "`ca_file` has no effect: no URL of `addresses` is a wss://");
    }
    // Like secrets, it is not read for what does not need it.
    let Secrets::Read(sources) = section.file().secrets else { return None };
    match sources.file(&path) {
        Ok(pem) if pem.contains("-----BEGIN CERTIFICATE-----") => return Some(pem.into()),
        Ok(_) => section.problem("ca_file", format!("`ca_file`: the file {path} has no certificate in PEM")),
        Err(text) => section.problem("ca_file", format!("`ca_file`: {text}")),
    }
    None
}

fn is_secure(address: &Address) -> bool {
    address.scheme().is_ok_and(|scheme| scheme == "wss")
}

fn check(section: &Section<'_, '_>, addresses: &[Address]) {
    if addresses.is_empty() {
        section.problem("addresses", "`addresses` needs at least one URL, such as ws://127.0.0.1:8188");
    }
    for address in addresses {
        if address.scheme().is_ok_and(|scheme| !["ws", "wss"].contains(&scheme)) {
            let text = format!("{}: the gateway speaks to Janus by ws:// or wss://", address.shown());
            section.problem("addresses", text);
        }
        if address.url().contains('@') {
            section.problem("addresses", "a URL must not hold a password: it would stand in this file");
        }
    }
}
