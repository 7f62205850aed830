//! What the core wants done, as calls of JavaScript.

use wasm_bindgen::prelude::*;

use super::core::Core;
use crate::core::relay::{Action, PageId, Polled};
use crate::core::token::{Material, TokenAction};
use crate::reporting::Message;

#[wasm_bindgen]
extern "C" {
    /// `lib/actions.js`: each method notes what is to be done once the call into the core has returned.
    pub type Actions;

    /// `event` is the number for [`Core::drops`], or -1: the message is no event of a handle.
    #[wasm_bindgen(method)]
    fn send(this: &Actions, page: f64, text: &[u8], event: i32);
    /// The response to a long poll: its status, and its text.
    #[wasm_bindgen(method, js_name = endPoll)]
    fn end_poll(this: &Actions, page: f64, status: u16, text: &[u8]);
    #[wasm_bindgen(method, js_name = closePage)]
    fn close_page(this: &Actions, page: f64, code: u16, reason: &str, status: u16);
    #[wasm_bindgen(method, js_name = checkSignature)]
    fn check_signature(
        this: &Actions,
        check: f64,
        algorithm: &str,
        jwk: &str,
        message: &[u8],
        signature: &[u8],
    );
    #[wasm_bindgen(method, js_name = fetchKeys)]
    fn fetch_keys(this: &Actions, issuer: f64, url: &str);
    #[wasm_bindgen(method)]
    fn consult(this: &Actions, consultation: f64, case: &str);
    #[wasm_bindgen(method)]
    fn occurred(this: &Actions, event: &str, tenant: Option<String>, id: &str, body: &str, lane: &str);
    #[wasm_bindgen(method, js_name = openJanus)]
    fn open_janus(this: &Actions, connection: f64, address: usize);
    #[wasm_bindgen(method, js_name = closeJanus)]
    fn close_janus(this: &Actions, connection: f64);
    #[wasm_bindgen(method, js_name = probeJanus)]
    fn probe_janus(this: &Actions, connection: f64);
    #[wasm_bindgen(method, js_name = sendJanus)]
    fn send_janus(this: &Actions, connection: f64, text: &[u8]);
    #[wasm_bindgen(method, js_name = connectionChanged)]
    fn connection_changed(this: &Actions, is_connected: bool);
    #[wasm_bindgen(method, js_name = janusLost)]
    fn janus_lost(this: &Actions, why: &str);
}

impl Core {
    /// Delivers what the core wants done, and returns its next deadline, in milliseconds.
    pub(super) fn deliver(&mut self) -> f64 {
        loop {
            match self.gateway.poll_action() {
                // Here there are no replicas.
                Action::Store(_) => {}
                Action::Send { page, text, event } => {
                    let event = event.and_then(|event| i32::try_from(event.number()).ok());
                    self.actions.send(number(page), text.as_bytes(), event.unwrap_or(-1));
                }
                Action::EndPoll { page, response } => self.deliver_poll(page, &response),
                Action::ClosePage { page, code } => {
                    self.actions.close_page(number(page), code.number(), code.reason(), code.http_status());
                }
                Action::Token(action) => self.deliver_token_action(action),
                Action::Consult { consultation, case } => {
                    let consultation = self.consultations.add(consultation);
                    self.actions.consult(consultation, &case.to_json());
                }
                Action::Occurred(occurrence) => {
                    let message = Message::of(&occurrence, self.unix(), super::core::random_bytes());
                    let Message { event, id, body, lane } = &message;
                    let tenant = occurrence.tenant.map(|tenant| tenant.to_string());
                    self.actions.occurred(
                        event.name(),
                        tenant,
                        id,
                        body,
                        lane.as_deref().unwrap_or_default(),
                    );
                }
                Action::OpenJanus { upstream, transport, address } => {
                    let connection = self.janus.add((upstream, transport));
                    self.actions.open_janus(connection, address);
                }
                Action::CloseJanus { upstream, transport } => {
                    if let Some(connection) = self.connection((upstream, transport)) {
                        self.actions.close_janus(connection);
                    }
                }
                Action::ProbeJanus { upstream, transport } => {
                    if let Some(connection) = self.connection((upstream, transport)) {
                        self.actions.probe_janus(connection);
                    }
                }
                Action::SendJanus { upstream, transport, text } => {
                    if let Some(connection) = self.connection((upstream, transport)) {
                        self.actions.send_janus(connection, text.as_bytes());
                    }
                }
                Action::ConnectionChanged => self.actions.connection_changed(self.gateway.is_connected()),
                Action::JanusLost { error, .. } => self.actions.janus_lost(error.message()),
                // The package opens no page for operators.
                Action::Identified { .. } => {}
                Action::Wait { until } => {
                    return until.map_or(f64::INFINITY, |until| until.as_micros() as f64 / 1000.0);
                }
            }
        }
    }

    fn deliver_poll(&self, page: PageId, response: &Polled) {
        let (status, text) = match response {
            Polled::Events(text) => (200, &**text),
            Polled::Forbidden(reason) => (403, &**reason),
            Polled::NotFound => (404, ""),
        };
        self.actions.end_poll(number(page), status, text.as_bytes());
    }

    fn deliver_token_action(&mut self, action: TokenAction) {
        match action {
            TokenAction::CheckSignature { check, key, message, signature } => {
                let check = self.checks.add(check);
                let (algorithm, jwk) = (key.material.algorithm().name(), jwk(&key.material));
                self.actions.check_signature(check, algorithm, &jwk, message.as_bytes(), &signature);
            }
            TokenAction::FetchKeys { issuer, url } => self.actions.fetch_keys(issuer as f64, &url),
        }
    }
}

fn number(page: PageId) -> f64 {
    page.0 as f64
}

/// The key as a JSON Web Key.
fn jwk(key: &Material) -> String {
    let text = |bytes: &[u8]| data_encoding::BASE64URL_NOPAD.encode(bytes);
    match key {
        Material::Secret(secret) => serde_json::json!({ "kty": "oct", "k": secret.reveal() }),
        Material::Rsa { modulus, exponent } => {
            serde_json::json!({ "kty": "RSA", "n": text(modulus), "e": text(exponent) })
        }
        Material::P256(point) => {
            // Behind the byte that says what follows there are both coordinates.
            let (x, y) = point.get(1..).unwrap_or_default().split_at_checked(32).unwrap_or_default();
            serde_json::json!({ "kty": "EC", "crv": "P-256", "x": text(x), "y": text(y) })
        }
        Material::Ed25519(point) => serde_json::json!({ "kty": "OKP", "crv": "Ed25519", "x": text(point) }),
    }
    .to_string()
}
