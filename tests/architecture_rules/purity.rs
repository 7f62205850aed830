//! The engine, the plugins and the mock server have no I/O, no clock, no randomness and no runtime.

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

/// The task of the mock server, which has I/O around the pure server.
const MOCK_TASK: [&str; 4] =
    ["src/mock/input.rs", "src/mock/memory.rs", "src/mock/port.rs", "src/mock/spy.rs"];

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let pure = ["src/engine", "src/plugins", "src/mock"];
    sources
        .iter()
        .filter(|source| pure.iter().any(|layer| source.is_rust_of(layer)))
        .filter(|source| !MOCK_TASK.contains(&source.path.as_str()))
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
