//! What fuzzing puts bytes to beside the engine; none of it may panic.

#![allow(dead_code, unreachable_pub, reason = "each target uses a part of it")]

#[path = "../../codegen/tests/support/mod.rs"]
mod plugins;

use bifrons::mock::{Fault, Said, Server, Settings};
use bifrons::time::Time;
use bifrons::{Api, Secret, SignedToken};
use serde_json::Value;

/// A plugin's number, and an event's data as JSON.
pub fn plugin_event(bytes: &[u8]) {
    let Some((plugin, data)) = bytes.split_first() else { return };
    let Ok(data) = serde_json::from_slice::<Value>(data) else { return };
    let readers = plugins::table::READERS;
    let (_, _, event) = readers[usize::from(*plugin) % readers.len()];
    // Whatever it is, it is read as something.
    let _ = event(&plugins::Data::new(data));
}

/// A token as a client might bring it.
pub fn token(text: &str) {
    let secret = Secret::from("a secret");
    assert!(SignedToken::check(text, &secret, 0).is_err(), "nobody signed {text:?}");
    // One that says the same things and is signed is taken, for as long as it says.
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

/// Lines that two clients and an administrator say to the mock server; the first byte of each says who.
pub fn mock(lines: &str) {
    let mut server = Server::new(Settings { admin_secret: None, ..Settings::default() });
    let clients = [Api::Janus, Api::Janus, Api::Admin].map(|api| server.connect(Time::ZERO, api));
    for (number, line) in lines.lines().enumerate() {
        let now = Time::from_millis(number as u64 * 700);
        let Some(who) = line.bytes().next() else { continue };
        match who {
            b'!' => server.inject(now, Fault::ForgetHandles),
            b'#' => server.inject(now, Fault::ForgetSessions),
            _ => server.message(now, clients[usize::from(who) % 3], line.get(1..).unwrap_or_default()),
        }
        while let Said::Message { text, .. } = server.poll_said() {
            assert!(serde_json::from_str::<Value>(&text).is_ok(), "it says what is no JSON: {text}");
        }
    }
}
