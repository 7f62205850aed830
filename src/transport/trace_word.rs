//! Which texts of a message the log shows at the level `trace`.

use crate::wire::Kind;

/// Members whose texts are words of the protocol. All other texts may be an SDP, a candidate, a secret, a token, or a
/// user's name: only their length is shown.
const WORDS: [&str; 12] = [
    "request",
    "plugin",
    "type",
    "ptype",
    "event",
    "result",
    "echotest",
    "videoroom",
    "audiobridge",
    "streaming",
    "textroom",
    "sip",
];

/// Whether the text of a member with this name is a word of the protocol.
pub(crate) fn is_trace_word(name: &str, text: &str) -> bool {
    match name {
        "janus" => Kind::from_word(text) != Kind::Unknown,
        // One that the application chose may be any text.
        "transaction" => text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => WORDS.contains(&name),
    }
}
