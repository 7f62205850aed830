//! The settings: what JavaScript gives, and what it needs to know of them.

use std::path::Path;

use bifrons::Secret;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::configuration::{Configuration, Problems, Secrets, Source, Sources};
use crate::core::relay::Settings;
use crate::listening::Listen;
use crate::reporting::Webhook;

#[wasm_bindgen]
extern "C" {
    /// `lib/configuration.js`: where settings come from.
    pub type Given;

    /// The settings, in TOML.
    #[wasm_bindgen(method, getter)]
    fn text(this: &Given) -> String;
    /// The name of the file; `undefined` for an object of the application.
    #[wasm_bindgen(method, getter)]
    fn path(this: &Given) -> Option<String>;
    /// Whether the application decides, too.
    #[wasm_bindgen(method, getter)]
    fn consults(this: &Given) -> bool;
    /// How long it may take for it.
    #[wasm_bindgen(method, getter, js_name = verdictWithinMs)]
    fn verdict_within_ms(this: &Given) -> f64;
    #[wasm_bindgen(method, catch, js_name = readFile)]
    fn read_file(this: &Given, path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = readVariable)]
    fn read_variable(this: &Given, name: &str) -> Result<String, JsValue>;
}

impl Sources for Given {
    fn file(&self, path: &str) -> Result<String, String> {
        self.read_file(path).map_err(text_of)
    }

    fn variable(&self, name: &str) -> Result<String, String> {
        self.read_variable(name).map_err(text_of)
    }
}

fn text_of(thrown: JsValue) -> String {
    thrown.as_string().unwrap_or_else(|| "it can't be read".to_owned())
}

impl Given {
    /// Reads the settings, with the secrets that they name.
    ///
    /// # Errors
    /// A text of JSON: each problem with its line.
    pub(super) fn read(&self) -> Result<Configuration, JsValue> {
        let mut read = self.read_with(Secrets::Read(self)).map_err(|problems| thrown(&problems))?;
        read.settings.consults = self.consults();
        read.settings.verdict_within =
            std::time::Duration::from_micros((self.verdict_within_ms() * 1000.0) as u64);
        Ok(read)
    }

    /// The settings without secrets, for what needs none.
    pub(super) fn read_without_secrets(&self) -> Option<Settings> {
        self.read_with(Secrets::Placeholders).ok().map(|read| read.settings)
    }

    fn read_with(&self, secrets: Secrets<'_>) -> Result<Configuration, Problems> {
        let (text, path) = (self.text(), self.path());
        let file = Path::new(path.as_deref().unwrap_or("createGateway"));
        let folder = file.parent().filter(|_| path.is_some()).unwrap_or_else(|| Path::new(""));
        let source = Source { path: file, folder, text: &text, may_hold_secrets: path.is_none() };
        Configuration::read(source, secrets)
    }
}

fn thrown(problems: &Problems) -> JsValue {
    let each: Vec<Value> =
        problems.each().map(|(line, text)| json!({ "line": line, "text": text })).collect();
    Value::Array(each).to_string().into()
}

/// What the driver needs of the settings, as JSON; times in milliseconds.
pub(super) fn shown(configuration: &Configuration) -> String {
    let Configuration { settings, janus_authority, listen, admin, webhooks, drain, .. } = configuration;
    let page = &settings.limits.page;
    let urls: Vec<_> = settings.janus.addresses.iter().map(bifrons::Address::url).collect();
    let names: Vec<_> = settings.janus.addresses.iter().map(bifrons::Address::shown).collect();
    json!({
        "janus": { "urls": urls, "shown": names, "ca": janus_authority },
        "issuers": settings.issuers.len(),
        "has_admin": admin.is_some(),
        "listen": of_listen(listen),
        "message_bytes": page.message_bytes,
        "queue_bytes": page.queue_bytes,
        "write_within": page.write_within.as_secs_f64() * 1000.0,
        "drain": drain.as_secs_f64() * 1000.0,
        "webhooks": webhooks.iter().map(of_webhook).collect::<Vec<_>>(),
    })
    .to_string()
}

fn of_listen(listen: &Listen) -> Value {
    let tls = listen.tls.as_ref().map(|tls| json!({ "certificates": tls.certificates, "key": tls.key }));
    json!({
        "host": listen.address.ip(),
        "port": listen.address.port(),
        "tls": tls,
        "is_for_all_origins": listen.origins.is_empty(),
        "handshake_timeout": listen.handshake_timeout.as_secs_f64() * 1000.0,
        "header_timeout": listen.header_timeout.as_secs_f64() * 1000.0,
        "body_timeout": listen.body_timeout.as_secs_f64() * 1000.0,
        "write_timeout": listen.write_timeout.as_secs_f64() * 1000.0,
        "ping_interval": listen.ping_interval.as_secs_f64() * 1000.0,
        "pong_timeout": listen.pong_timeout.as_secs_f64() * 1000.0,
    })
}

fn of_webhook(Webhook { url, secret, events, issuer }: &Webhook) -> Value {
    json!({ "url": url, "secret": Secret::reveal(secret), "events": events, "issuer": issuer })
}
