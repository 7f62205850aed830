//! Messages in the log, at the level `trace`: with their structure, but without the texts in them.

use serde_json::Value;
use tracing::{Level, enabled, trace};

use crate::transport::Transmit;
use crate::transport::trace_word::is_trace_word;

pub(crate) fn trace_sent(transmit: &Transmit) {
    if enabled!(Level::TRACE) {
        trace!(verb = transmit.verb.word(), message = redacted(&transmit.text()), "sent");
    }
}

pub(crate) fn trace_received(text: &str) {
    if enabled!(Level::TRACE) {
        trace!(message = redacted(text), "received");
    }
}

fn redacted(text: &str) -> String {
    match serde_json::from_str(text) {
        Ok(mut message) => {
            redact("", &mut message);
            message.to_string()
        }
        Err(_) => format!("({} bytes that are not JSON)", text.len()),
    }
}

fn redact(name: &str, value: &mut Value) {
    match value {
        Value::String(text) if is_trace_word(name, text) => {}
        Value::String(text) => *text = format!("({} bytes)", text.len()),
        Value::Array(values) => values.iter_mut().for_each(|value| redact(name, value)),
        Value::Object(members) => members.iter_mut().for_each(|(name, value)| redact(name, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_shown_without_its_texts() {
        let text = r#"{"janus":"event","transaction":"12","session_id":1,"token":"t0ken","jsep":{"type":"offer","sdp":"v=0"},"plugindata":{"plugin":"janus.plugin.videoroom","data":{"videoroom":"joined","room":5,"publishers":[{"id":"alice","talking":true}],"list":["secret"]}}}"#;
        let shown = r#"{"janus":"event","transaction":"12","session_id":1,"token":"(5 bytes)","jsep":{"type":"offer","sdp":"(3 bytes)"},"plugindata":{"plugin":"janus.plugin.videoroom","data":{"videoroom":"joined","room":5,"publishers":[{"id":"(5 bytes)","talking":true}],"list":["(6 bytes)"]}}}"#;
        let expected: Value = serde_json::from_str(shown).unwrap_or_default();
        assert_eq!(redacted(text), expected.to_string());
        assert_eq!(
            redacted(r#"{"janus":"s3cret","transaction":"s3"}"#),
            r#"{"janus":"(6 bytes)","transaction":"(2 bytes)"}"#
        );
        assert_eq!(redacted("s3cret"), "(6 bytes that are not JSON)");
    }
}
