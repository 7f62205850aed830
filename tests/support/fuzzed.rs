//! The fuzz targets other than the engine; no input may cause a panic.

#![allow(dead_code, unreachable_pub, reason = "each target uses a part of this module")]

#[path = "../../codegen/tests/support/mod.rs"]
mod plugins;

use bifrons::mock::{Fault, Output, Server, Settings};
use bifrons::time::Time;
use bifrons::{Api, Secret, SignedToken};
use serde_json::Value;

/// Parses an event: the plugin's number, then the data as JSON.
pub fn plugin_event(bytes: &[u8]) {
    let Some((plugin, data)) = bytes.split_first() else { return };
    let Ok(data) = serde_json::from_slice::<Value>(data) else { return };
    let readers = plugins::table::READERS;
    let (_, _, event) = readers[usize::from(*plugin) % readers.len()];
    // Any data gives an event.
    let _ = event(&plugins::Data::new(data));
}

/// Checks a token from a client.
pub fn token(text: &str) {
    let secret = Secret::from("a secret");
    assert!(
        SignedToken::check(text, &secret, 0).is_err(),
        "a token without a valid signature is accepted: {text:?}"
    );
    // A signed token with the same contents is valid until its expiry.
    let (data, _) = text.split_once(':').unwrap_or((text, ""));
    let mut fields = data.split(',');
    let (Some(expires), Some(realm)) = (fields.next().and_then(|text| text.parse().ok()), fields.next())
    else {
        return;
    };
    if let Ok(signed) = SignedToken::new(realm, expires, fields).and_then(|token| token.sign(&secret)) {
        assert!(SignedToken::check(signed.reveal(), &secret, expires).is_ok());
    }
}

/// Lines that two clients and an administrator send to the mock server; the first byte of a line chooses the sender.
pub fn mock(lines: &str) {
    let mut server = Server::new(Settings { admin_secret: None, ..Settings::default() });
    let clients = [Api::Janus, Api::Janus, Api::Admin].map(|api| server.connect(Time::ZERO, api));
    for (number, line) in lines.lines().enumerate() {
        let now = Time::from_millis(number as u64 * 700);
        let Some(sender) = line.bytes().next() else { continue };
        match sender {
            b'!' => server.inject(now, Fault::ForgetHandles),
            b'#' => server.inject(now, Fault::ForgetSessions),
            _ => server.message(now, clients[usize::from(sender) % 3], line.get(1..).unwrap_or_default()),
        }
        while let Output::Message { text, .. } = server.poll_output() {
            assert!(
                serde_json::from_str::<Value>(&text).is_ok(),
                "the mock server sends invalid JSON: {text}"
            );
        }
    }
}
