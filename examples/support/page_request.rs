//! What a page of the echo test may request: only these fields are read, each with its type.

use bifrons::{Candidate, Jsep};
use serde::Deserialize;
use serde_json::{Map, Value};

const MAX_BITRATE: u32 = 10_000_000;
const MAX_SDP: usize = 48 << 10;
const MAX_CANDIDATE: usize = 1024;
const MAX_MID: usize = 32;
const MAX_M_LINE: u32 = 32;
const REQUESTS: [&str; 5] = ["offer", "configure", "restart", "trickle", "hangup"];

pub(crate) enum Request {
    Offer(Settings, Jsep),
    Configure(Settings),
    Restart(Jsep),
    Trickle(Candidate),
    Hangup,
}

#[derive(Clone, Copy, Deserialize)]
pub(crate) struct Settings {
    pub(crate) audio: bool,
    pub(crate) video: bool,
    pub(crate) bitrate: u32,
    pub(crate) record: bool,
}

/// The fields as the page sends them.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Fields {
    Offer {
        #[serde(flatten)]
        settings: Settings,
        sdp: String,
    },
    Configure(Settings),
    Restart {
        sdp: String,
    },
    Trickle {
        // Null is end-of-candidates; the field must be there.
        #[serde(deserialize_with = "Option::deserialize")]
        candidate: Option<PageCandidate>,
    },
    Hangup,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageCandidate {
    candidate: String,
    sdp_mid: String,
    #[serde(rename = "sdpMLineIndex")]
    sdp_m_line_index: u32,
}

/// What a page may know of an error: a code and this server's own text.
pub(crate) struct Refusal(pub(crate) &'static str, pub(crate) String);

impl Refusal {
    pub(crate) fn new(code: &'static str, text: &str) -> Self {
        Self(code, text.to_owned())
    }
}

impl From<bifrons::Error> for Refusal {
    fn from(error: bifrons::Error) -> Self {
        eprintln!("a page's request failed: {error:#}");
        match error.janus_code().or(error.plugin_code()) {
            Some(_) => Self("janus-refused", format!("Janus refused: {}", error.message())),
            None => Self::new("server-failed", "The server failed; its log contains the reason."),
        }
    }
}

/// Reads a message: the number of the request, with which the page finds the response, and the request.
pub(crate) fn read(text: &str) -> (Option<u64>, Result<Request, Refusal>) {
    match serde_json::from_str::<Map<String, Value>>(text) {
        Ok(message) => (message.get("id").and_then(Value::as_u64), read_request(message)),
        Err(_) => (None, Err(Refusal::new("bad-message", "A message must be a JSON object."))),
    }
}

fn read_request(message: Map<String, Value>) -> Result<Request, Refusal> {
    let is_known = message.get("type").and_then(Value::as_str).is_some_and(|name| REQUESTS.contains(&name));
    if !is_known {
        return Err(Refusal::new("unknown-request", "No such request."));
    }
    let fields = Fields::deserialize(Value::Object(message)).map_err(|_| bad_field())?;
    Ok(match fields {
        Fields::Offer { settings, sdp } => Request::Offer(checked(settings)?, offer(sdp)?),
        Fields::Configure(settings) => Request::Configure(checked(settings)?),
        Fields::Restart { sdp } => Request::Restart(offer(sdp)?),
        Fields::Trickle { candidate } => {
            Request::Trickle(candidate.map_or(Ok(Candidate::COMPLETED), PageCandidate::read)?)
        }
        Fields::Hangup => Request::Hangup,
    })
}

impl PageCandidate {
    fn read(self) -> Result<Candidate, Refusal> {
        let Self { candidate, sdp_mid, sdp_m_line_index } = self;
        // Browsers send an empty one for end-of-candidates, too.
        if candidate.is_empty() {
            return Ok(Candidate::COMPLETED);
        }
        if candidate.len() > MAX_CANDIDATE || sdp_mid.len() > MAX_MID || sdp_m_line_index > MAX_M_LINE {
            return Err(bad_field());
        }
        Ok(Candidate::Candidate {
            candidate,
            sdp_mid: Some(sdp_mid),
            sdp_m_line_index: Some(sdp_m_line_index),
        })
    }
}

fn checked(settings: Settings) -> Result<Settings, Refusal> {
    if settings.bitrate > MAX_BITRATE { Err(bad_field()) } else { Ok(settings) }
}

fn offer(sdp: String) -> Result<Jsep, Refusal> {
    if sdp.is_empty() || sdp.len() > MAX_SDP { Err(bad_field()) } else { Ok(Jsep::offer(sdp)) }
}

fn bad_field() -> Refusal {
    Refusal::new("bad-field", "A field is missing or of the wrong type.")
}
