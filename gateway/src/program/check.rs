//! `check-config`.

use std::path::Path;

use super::Failure;
use super::files;
use super::overlaps::overlaps;
use crate::core::token::{AtMost, Issuer, Keys};

/// Checks a configuration, and prints what it has.
pub(super) fn check(path: &Path) -> Result<(), Failure> {
    let configuration = files::load(path)?;
    let settings = &configuration.settings;
    println!("{}: no problems", path.display());
    for address in &settings.janus.addresses {
        println!("Janus     {}", address.shown());
    }
    println!("listener  {}", configuration.listen.address);
    for issuer in &settings.issuers {
        println!("issuer    {} ({}), {}{}", issuer.name, names(issuer), source(issuer), bound(issuer));
    }
    if settings.issuers.is_empty() {
        println!("issuer    none: no token is accepted, and each request of a page is refused");
    }
    println!("rules     {}", settings.rules.len());
    println!("keys      {}", settings.keys.len());
    println!("flows     {}", settings.flows.len());
    for note in configuration.notes.to_string().lines() {
        println!("note      {note}");
    }
    for overlap in overlaps(&settings.issuers) {
        println!("note      {overlap}");
    }
    Ok(())
}

fn names(issuer: &Issuer) -> String {
    issuer.algorithms.iter().map(|algorithm| algorithm.name()).collect::<Vec<_>>().join(", ")
}

fn bound(issuer: &Issuer) -> &'static str {
    match issuer.at_most {
        AtMost::Unset => "",
        AtMost::All => ", at most all",
        AtMost::Grants(_) => ", at most what `at_most` grants",
    }
}

fn source(issuer: &Issuer) -> String {
    match &issuer.keys {
        Keys::Fixed(keys) => format!("{} key", keys.len()),
        Keys::At(url) => format!("keys at {url}"),
    }
}
