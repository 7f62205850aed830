//! The engine, the plugins and the mock server itself do no I/O and know no clock, no chance and no runtime.

use super::source::{Source, words};

const FOREIGN: [&str; 16] = [
    "tokio",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "Instant",
    "SystemTime",
    "net",
    "TcpStream",
    "UdpSocket",
    "rand",
    "getrandom",
    "thread",
    "fs",
    "env",
    "async",
    "await",
];

/// How the mock server, which is pure, is reached.
const WAYS_TO_THE_STAND_IN: [&str; 2] = ["src/mock/port.rs", "src/mock/memory.rs"];

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let pure = ["src/engine", "src/plugins", "src/mock"];
    sources
        .iter()
        .filter(|source| pure.iter().any(|layer| source.is_rust_of(layer)))
        .filter(|source| !WAYS_TO_THE_STAND_IN.contains(&source.path.as_str()))
        .flat_map(|source| {
            let code = source.code();
            let lines: Vec<_> = code
                .lines()
                .enumerate()
                .filter_map(|(index, line)| Some((index + 1, foreign_word(line)?.to_owned())))
                .collect();
            lines.into_iter().map(|(line, word)| {
                source.breach(line, format!("`{word}` has no place in a layer without I/O"))
            })
        })
        .collect()
}

fn foreign_word(line: &str) -> Option<&str> {
    words(line).map(|(_, word)| word).find(|word| FOREIGN.contains(word))
}
