//! The JavaScript face has promises, emitters, sockets and JSON; the protocol belongs to the engine.

use super::source::{Source, words};

/// Parts of names, small and without underscores, that belong to the engine.
const ENGINES: [&str; 12] = [
    "settimeout",
    "setinterval",
    "setimmediate",
    "apisecret",
    "adminsecret",
    "token",
    "keepalive",
    "retry",
    "retries",
    "reconnect",
    "backoff",
    "transactions",
];

/// A file, a part of a name, and why it may stand there.
const ALLOWED: [(&str, &str, &str); 17] = [
    ("pkg-template/lib/admin.js", "token", "the Admin API manages them"),
    (CONFIG, "apisecret", READING),
    (CONFIG, "keepalive", READING),
    (CONFIG, "token", READING),
    (CONFIG, "retry", READING),
    (CONFIG, "retries", READING),
    (CONFIG, "reconnect", READING),
    (CONFIG, "settimeout", READING),
    (CONFIG, "cleartimeout", READING),
    ("pkg-template/lib/engine_hooks.js", "reconnect", REPORTING),
    ("pkg-template/lib/engine_hooks.js", "token", REPORTING),
    ("pkg-template/lib/events.js", "token", REPORTING),
    ("pkg-template/lib/connection.js", "token", "passes a newer one to the engine"),
    ("pkg-template/lib/errors.js", "retry", REPORTING),
    ("pkg-template/lib/events.js", "reconnect", REPORTING),
    (
        "pkg-template/lib/page.js",
        "setinterval",
        "wakes the engine of a hidden page, whose timers are throttled",
    ),
    ("pkg-template/lib/channel.js", "settimeout", "a data channel has no engine"),
];

const CONFIG: &str = "pkg-template/lib/config.js";
const REPORTING: &str = "reports what the engine does";
const READING: &str = "converts the configuration to the settings of the engine";

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let face = sources
        .iter()
        .filter(|source| source.path.starts_with("pkg-template/lib/") && source.path.ends_with(".js"));
    face.flat_map(breaches_in).collect()
}

fn breaches_in(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (index, line) in source.script().lines().enumerate() {
        for (_, word) in words(line) {
            let plain = word.replace('_', "").to_lowercase();
            let Some(part) = ENGINES.into_iter().find(|part| plain.contains(part)) else {
                continue;
            };
            if !ALLOWED.iter().any(|(path, allowed, _)| *path == source.path && *allowed == part) {
                found.push(source.breach(index + 1, format!("`{word}` belongs to the engine")));
            }
        }
    }
    found
}
