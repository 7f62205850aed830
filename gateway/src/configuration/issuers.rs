//! The sections `issuers`: who issues tokens, and what roles grant.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::presets::Presets;
use super::section::Section;
use super::{grants, secrets, urls};
use crate::core::token::{AtMost, Issuer, Keys, VerifyingKey};

/// Where the keys of an issuer come from, of which there must be one.
const SOURCES: [&str; 5] = ["secret", "secret_file", "secret_env", "jwk", "jwks_url"];

/// What `at_most` is.
const BOUND: &str = "a table of the most that its tokens may grant, or \"all\"";

pub(super) fn read(sections: Vec<Section<'_, '_>>, presets: &Presets) -> Vec<Issuer> {
    let (mut names, is_only_one) = (BTreeSet::new(), sections.len() == 1);
    let mut issuers = Vec::new();
    for mut section in sections {
        let issuer = issuer(&mut section, presets);
        if !names.insert(issuer.name.clone()) {
            section.problem("name", format!("two issuers have the name `{}`", issuer.name));
        }
        if issuer.at_most == AtMost::Unset && !is_only_one && section.value("at_most").is_none() {
            let text = format!("with several issuers each needs `at_most`: {BOUND}");
            section.problem("name", text);
        }
        issuers.push(issuer);
    }
    issuers
}

fn issuer(section: &mut Section<'_, '_>, presets: &Presets) -> Issuer {
    let name = section.demand_text("name");
    let audiences: Vec<String> = section.demand("audiences");
    if audiences.is_empty() {
        section.problem("audiences", "`audiences` needs at least one text: the `aud` of the issuer's tokens");
    }
    let keys = keys(section);
    let by_keys = Issuer::new(name, "", keys);
    let algorithms = section.take_or("algorithms", by_keys.algorithms.clone());
    for algorithm in &algorithms {
        if !by_keys.algorithms.is_empty() && !by_keys.algorithms.contains(algorithm) {
            section.problem("algorithms", format!("no key of the issuer is for {}", algorithm.name()));
        }
    }
    let role_claims = section.take_or("role_claims", Vec::new());
    let named = section.section("roles").named_sections();
    let roles: BTreeMap<_, _> =
        named.into_iter().map(|(role, section)| (role, grants::read(section, presets))).collect();
    let at_most = at_most(section, presets);
    Issuer { audiences, algorithms, role_claims, roles, at_most, ..by_keys }
}

fn at_most(section: &mut Section<'_, '_>, presets: &Presets) -> AtMost {
    match section.value("at_most").map(|value| value.get_ref()) {
        None => AtMost::Unset,
        Some(value) if value.as_str() == Some("all") => AtMost::All,
        Some(value) if value.is_table() => grants::read(section.section("at_most"), presets).into(),
        Some(_) => {
            section.problem("at_most", format!("`at_most` is {BOUND}"));
            AtMost::Unset
        }
    }
}

fn keys(section: &mut Section<'_, '_>) -> Keys {
    // In a file the secret itself is refused, which is a problem of its own.
    let sources = if section.file().may_hold_secrets { &SOURCES[..] } else { &SOURCES[1..] };
    let given: Vec<_> = section.names().into_iter().filter(|name| sources.contains(&name.as_str())).collect();
    if given.is_empty() {
        section.problem("name", format!("an issuer needs its key: one of `{}`", sources.join("`, `")));
    } else if given.len() > 1 {
        section
            .problem(&given[1], format!("an issuer has one source of keys, not `{}`", given.join("` and `")));
    }
    let secret = secrets::take(section, ["secret", "secret_file", "secret_env"]);
    let of_secret = secret.map(|secret| VerifyingKey::shared(secret.reveal().as_bytes()));
    let of_secret = of_secret.and_then(|key| {
        key.map_err(|text| section.problem(given.first().map_or("name", |name| &**name), text)).ok()
    });
    let mut keys: Vec<_> = of_secret.into_iter().collect();
    if let Some(jwk) = section.take::<Value>("jwk") {
        keys.extend(public_keys(section, jwk));
    }
    match section.take::<String>("jwks_url") {
        Some(url) => {
            urls::check(section, "jwks_url", &url);
            Keys::At(url)
        }
        None => Keys::Fixed(keys),
    }
}

/// One key, or a list of keys.
fn public_keys(section: &Section<'_, '_>, jwk: Value) -> Vec<VerifyingKey> {
    let jwks = match jwk {
        Value::Array(keys) => keys,
        key => vec![key],
    };
    let mut keys = Vec::new();
    for jwk in jwks {
        if jwk.get("k").is_some() || jwk.get("d").is_some() {
            section.problem(
                "jwk",
                "a secret or private key must not stand in this file; a `jwk` is a public key",
            );
            continue;
        }
        match VerifyingKey::read_set(&json!({ "keys": [jwk] }).to_string(), false) {
            Ok(read) if !read.is_empty() => keys.extend(read),
            _ => section.problem(
                "jwk",
                "it is no public key for signatures by RS256, ES256 (P-256) or EdDSA (Ed25519)",
            ),
        }
    }
    keys
}
