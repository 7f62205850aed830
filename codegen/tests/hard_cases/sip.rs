//! SIP's call: many events with one transaction, one of which is the response.

use std::time::Duration;

use bifrons::engine::{Completion, Timeout};
use bifrons::plugins::Condition::{Has, Is};
use bifrons::plugins::{Plugin, Request, Rule, Verdict, classify};
use bifrons::wire::Payload;
use bifrons::{Error, Jsep, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The SIP plugin.
#[derive(Debug)]
pub enum Sip {}

impl Plugin for Sip {
    const PACKAGE: &'static str = "janus.plugin.sip";
    type Event = Value;

    fn event(message: &impl Payload) -> Value {
        message.plugin_data().unwrap_or_default()
    }
}

/// Calls a SIP URI.
#[derive(Debug, Default, Serialize)]
pub struct Call {
    /// The SIP URI to call, such as `sip:bob@example.org`.
    pub uri: String,
    /// The SDP offer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

impl Request for Call {
    type Plugin = Sip;
    type Reply = Progress;
    const BODY: &'static [(&'static str, &'static str)] = &[("request", "call")];
    const RESPONSE_EVENTS: &'static [&'static str] = &["accepted", "hangup"];
    const COMPLETION: Completion = Completion::PluginDecides;
    const TIMEOUT: Timeout = Timeout::After(Duration::from_secs(120));

    fn sent_jsep(&self) -> Option<&Jsep> {
        self.jsep.as_ref()
    }

    fn verdict(message: &impl Payload) -> Verdict {
        match Self::RESPONSE_EVENTS.contains(&classify(message, RULES).unwrap_or_default()) {
            true => Verdict::Final,
            false => Verdict::Provisional,
        }
    }

    fn reply(message: &impl Payload) -> Result<Progress> {
        let progress: Progress = message.plugin_data()?;
        match progress.result["event"].as_str() {
            Some("hangup") => {
                let code = progress.result["code"].as_i64().unwrap_or(0);
                Err(Error::plugin_refused(code, progress.result["reason"].as_str().unwrap_or_default()))
            }
            _ => Ok(Progress { jsep: message.jsep()?, ..progress }),
        }
    }
}

/// The state of a call.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Progress {
    /// The `Call-ID` of the call.
    pub call_id: Option<String>,
    /// The event of the SIP stack.
    pub result: Value,
    /// The SDP answer.
    #[serde(skip)]
    pub jsep: Option<Jsep>,
}

/// The events of SIP.
#[derive(Debug, PartialEq)]
pub enum Event {
    /// The INVITE is sent.
    Calling(Progress),
    /// The peer's phone rings.
    Ringing(Progress),
    /// Early media.
    Progress(Progress),
    /// The peer accepted the call.
    Accepted(Progress),
    /// The call ended.
    Hangup(Progress),
    /// An error that belongs to no pending request.
    Error(Error),
}

/// The rules that classify a message as an event.
pub const RULES: &[Rule] = &[
    Rule { event: "error", when: &[Has("error")] },
    Rule { event: "calling", when: &[Is("result.event", "calling")] },
    Rule { event: "ringing", when: &[Is("result.event", "ringing")] },
    Rule { event: "progress", when: &[Is("result.event", "progress")] },
    Rule { event: "accepted", when: &[Is("result.event", "accepted")] },
    Rule { event: "hangup", when: &[Is("result.event", "hangup")] },
];
