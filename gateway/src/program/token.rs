//! `token mint` and `token inspect`.

use std::io::Read;
use std::path::Path;
use std::time::{Duration, SystemTime};

use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};

use super::Failure;
use super::cli::Mint;
use super::files;
use crate::core::grants::Grants;
use crate::core::strict;
use crate::core::token::{Issuer, Keys, Material, Unchecked, VerifyingKey, token_grants};
use crate::server::judge;
use crate::server::mint::Signer;

/// Makes a token, and prints it.
pub(super) fn mint(mint: &Mint) -> Result<(), Failure> {
    let configuration = match mint.key {
        Some(_) => files::load_without_secrets(&mint.config)?,
        None => files::load(&mint.config)?,
    };
    let issuers = configuration.settings.issuers;
    let named = issuers.iter().find(|issuer| issuer.name == mint.issuer);
    let issuer = named.ok_or_else(|| {
        let names: Vec<_> = issuers.iter().map(|issuer| &*issuer.name).collect();
        Failure::input(format!("no issuer has the name `{}`; there are: {}", mint.issuer, names.join(", ")))
    })?;
    let mut signer = match &mint.key {
        Some(path) => of_file(path, issuer)?,
        None => of_secret(issuer)?,
    };
    if let Some(id) = &mint.key_id {
        signer = signer.key_id(id);
    }
    for role in mint.roles.iter().filter(|role| !issuer.roles.contains_key(*role)) {
        eprintln!("warning: the configuration has no role `{role}` for this issuer; it grants nothing");
    }
    let audience = mint.audience.as_ref().or(issuer.audiences.first());
    let minted = signer.mint_with_roles(
        &mint.subject,
        audience.map_or("", String::as_str),
        mint.valid,
        &grants(&mint.grants)?,
        &mint.roles,
    );
    println!("{}", minted.map_err(|error| Failure::input(error.message().to_owned()))?);
    Ok(())
}

fn grants(text: &str) -> Result<Grants, Failure> {
    let of_file = match text.trim_start().starts_with('{') {
        true => None,
        false => Some(std::fs::read_to_string(text).map_err(|error| unreadable(Path::new(text), &error))?),
    };
    let wrong = |text: String| Failure::input(format!("--grants: {text}"));
    let read = strict::read(of_file.as_deref().unwrap_or(text).as_bytes());
    Grants::read_strictly(&read.map_err(|error| wrong(error.to_string()))?).map_err(wrong)
}

fn of_secret(issuer: &Issuer) -> Result<Signer, Failure> {
    let secret = match &issuer.keys {
        Keys::Fixed(keys) => keys.iter().find_map(|key| match &key.material {
            Material::Secret(secret) => BASE64URL_NOPAD.decode(secret.reveal().as_bytes()).ok(),
            _ => None,
        }),
        Keys::At(_) => None,
    };
    let secret = secret.ok_or_else(|| {
        Failure::input(format!(
            "the issuer `{}` has no secret: give its private key by --key FILE",
            issuer.name
        ))
    })?;
    Signer::shared(&*issuer.name, &secret).map_err(|error| Failure::input(error.message().to_owned()))
}

fn of_file(path: &Path, issuer: &Issuer) -> Result<Signer, Failure> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let pkcs8 = of_pem(&bytes).unwrap_or(bytes);
    let signer = Signer::p256(&*issuer.name, &pkcs8).or_else(|_| Signer::ed25519(&*issuer.name, &pkcs8));
    let signer = signer.map_err(|_| {
        let text = "it is no private key of P-256 or Ed25519 as PKCS #8";
        Failure::input(format!("{}: {text}", path.display()))
    })?;
    let public = json!({ "keys": [signer.public_jwk()] }).to_string();
    let public = VerifyingKey::read_set(&public, false).unwrap_or_default();
    if let Keys::Fixed(keys) = &issuer.keys
        && !keys.iter().any(|key| public.iter().any(|public| public.material == key.material))
    {
        eprintln!("warning: no key of the issuer `{}` fits: the gateway refuses this token", issuer.name);
    }
    Ok(signer)
}

/// The bytes of a PEM file.
fn of_pem(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, after) = text.split_once("-----BEGIN PRIVATE KEY-----")?;
    let (body, _) = after.split_once("-----END")?;
    BASE64.decode(body.split_whitespace().collect::<String>().as_bytes()).ok()
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::input(format!("{}: the file can't be read: {error}", path.display()))
}

/// Shows a token, and whether it is accepted.
pub(super) fn inspect(token: Option<String>, config: &Path) -> Result<(), Failure> {
    let issuers = files::load(config)?.settings.issuers;
    let token = match token.filter(|token| token != "-") {
        Some(token) => token,
        None => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.map_err(|error| Failure::input(format!("the standard input can't be read: {error}")))?;
            text
        }
    };
    let token = token.trim();
    if let Ok(read) = Unchecked::read(token) {
        show(&read, &issuers);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(format!("the runtime can't be started: {error}")))?;
    match runtime.block_on(judge(issuers, token)) {
        Ok(_) => println!("accepted"),
        Err(refusal) => return Err(Failure::new(format!("refused: {}", refusal.reason))),
    }
    Ok(())
}

fn show(token: &Unchecked<'_>, issuers: &[Issuer]) {
    let key = token.key.as_ref().map(|key| format!(", the key {key}"));
    println!("algorithm: {}{}", token.algorithm.name(), key.unwrap_or_default());
    println!("claims: {:#}", token.claims);
    if let Some(text) = token.claims.get("exp").and_then(Value::as_u64).and_then(expiry) {
        println!("expires: {text}");
    }
    let name = token.claims.get("iss").and_then(Value::as_str);
    let issuer = issuers.iter().find(|issuer| Some(&*issuer.name) == name);
    if let (Some(issuer), Ok(of_token)) = (issuer, token_grants(&token.claims)) {
        let roles = issuer.roles_of(&token.claims);
        for role in &roles {
            let known = if issuer.roles.contains_key(role) { "" } else { " (not in the configuration)" };
            println!("role: {role}{known}");
        }
        let grants = serde_json::to_value(issuer.expand(&of_token, &roles)).unwrap_or_default();
        println!("grants, with those of the roles: {grants:#}");
        if let Some(at_most) = issuer.at_most.grants() {
            let at_most = serde_json::to_value(&**at_most).unwrap_or_default();
            println!("the issuer's tokens grant at most: {at_most:#}");
        }
    }
}

fn expiry(seconds: u64) -> Option<String> {
    let time = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds))?;
    // The last time that it can write.
    (seconds < 253_402_300_800).then(|| humantime::format_rfc3339_seconds(time).to_string())
}
