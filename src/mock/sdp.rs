//! Session descriptions that are right in form, and lead nowhere.

use serde_json::{Value, json};

use crate::error::{Error, ErrorCode, Result};
use crate::wire::Jsep;

/// The address of the mock server's media, where no one listens.
const FINGERPRINT: &str =
    "AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99";

/// An offer or an answer of a client.
pub(super) struct Description {
    pub(super) is_offer: bool,
    pub(super) sdp: String,
    /// The client's `update`.
    pub(super) is_update: bool,
    pub(super) media: Vec<Media>,
}

/// One m-line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Media {
    /// `audio`, `video` or `application`.
    pub(super) kind: String,
    pub(super) mid: String,
    pub(super) direction: String,
    /// Payload type and what it stands for, such as `111` and `opus/48000/2`.
    pub(super) codecs: Vec<(String, String)>,
}

impl Media {
    /// The first codec's name, such as `opus`.
    pub(super) fn codec(&self) -> Option<String> {
        self.codecs.first().map(|(_, name)| name.split('/').next().unwrap_or_default().to_ascii_lowercase())
    }

    /// As VideoRoom names it.
    pub(super) fn kind_word(&self) -> &str {
        if self.kind == "application" { "data" } else { &self.kind }
    }
}

impl Description {
    /// What a request's `jsep` holds.
    pub(super) fn read(jsep: &Value) -> Result<Self, (i64, String)> {
        if !jsep.is_object() {
            return Err((455, "Invalid jsep object".into()));
        }
        let text = |name: &str| match jsep.get(name) {
            Some(Value::String(text)) => Ok(text),
            Some(_) => Err((467, format!("JSEP error: invalid element type ({name} should be a string)"))),
            None => Err((456, format!("JSEP error: missing mandatory element ({name})"))),
        };
        let kind = text("type")?.to_ascii_lowercase();
        if kind != "offer" && kind != "answer" {
            return Err((464, format!("JSEP error: unknown message type '{kind}'")));
        }
        if !text("sdp")?.starts_with("v=") {
            return Err((465, "Invalid SDP (doesn't start with v=)".into()));
        }
        let description = Self::of(kind == "offer", text("sdp")?, jsep["update"] == true);
        if description.media.is_empty() {
            return Err((465, "JSEP error: invalid SDP".into()));
        }
        Ok(description)
    }

    pub(super) fn of(is_offer: bool, sdp: &str, is_update: bool) -> Self {
        Self { is_offer, sdp: sdp.to_owned(), is_update, media: read_media(sdp) }
    }

    /// An answer that accepts every m-line with its first codec.
    pub(super) fn answer(&self) -> Value {
        answer(&self.media)
    }

    /// The description as the other side of a call gets it.
    pub(super) fn passed_on(&self) -> Value {
        match self.is_offer {
            true => offer(&self.media),
            false => json!({ "type": "answer", "sdp": write(&self.media, "active") }),
        }
    }
}

/// An answer that accepts every m-line with its first codec.
pub(super) fn answer(media: &[Media]) -> Value {
    json!({ "type": "answer", "sdp": written_answer(media) })
}

fn written_answer(media: &[Media]) -> String {
    let taken = media.iter().map(|media| {
        let direction = match &*media.direction {
            "sendonly" => "recvonly",
            "recvonly" | "inactive" => "inactive",
            _ => "sendrecv",
        };
        Media {
            direction: direction.into(),
            codecs: media.codecs.iter().take(1).cloned().collect(),
            ..media.clone()
        }
    });
    write(&taken.collect::<Vec<_>>(), "active")
}

/// An offer of the mock server's own.
pub(super) fn offer(media: &[Media]) -> Value {
    json!({ "type": "offer", "sdp": write(media, "actpass") })
}

/// An offer as a page makes it, with an m-line for each of these kinds: `audio`, `video`, `application` (data channels).
///
/// The mock server and a real Janus accept it; there are no media behind it.
///
/// # Errors
/// [`ErrorCode::InvalidArgument`], for another kind.
pub fn offer_of(kinds: &[&str]) -> Result<Jsep> {
    let media: Result<Vec<_>> = kinds.iter().enumerate().map(|(mid, kind)| media_of(kind, mid)).collect();
    Ok(Jsep::offer(write(&media?, "actpass")))
}

fn media_of(kind: &str, mid: usize) -> Result<Media> {
    let (payload, codec) = match kind {
        "audio" => ("111", "opus/48000/2"),
        "video" => ("96", "VP8/90000"),
        "application" => ("webrtc-datachannel", ""),
        _ => {
            let text = format!("an offer has audio, video or application, not '{kind}'");
            return Err(Error::new(ErrorCode::InvalidArgument, text));
        }
    };
    let codecs = vec![(payload.to_owned(), codec.to_owned())];
    Ok(Media { kind: kind.to_owned(), mid: mid.to_string(), direction: "sendrecv".to_owned(), codecs })
}

/// An answer as a page makes it: accepts each m-line of an offer with its first codec.
///
/// # Errors
/// [`ErrorCode::InvalidArgument`], if it is no offer.
pub fn answer_to(offer: &Jsep) -> Result<Jsep> {
    let wrong = |text: &str| Error::new(ErrorCode::InvalidArgument, format!("no offer to answer: {text}"));
    let jsep = serde_json::to_value(offer).map_err(|error| wrong(&error.to_string()))?;
    let description = Description::read(&jsep).map_err(|(_, text)| wrong(&text))?;
    match description.is_offer {
        true => Ok(Jsep::answer(written_answer(&description.media))),
        false => Err(wrong("this is an answer")),
    }
}

/// SDP without what only WebRTC knows, for a peer of plain RTP.
pub(super) fn without_webrtc(sdp: &str) -> String {
    const WEBRTC: [&str; 8] = [
        "a=candidate",
        "a=end-of-candidates",
        "a=fingerprint",
        "a=group",
        "a=ice-",
        "a=msid",
        "a=rtcp-mux",
        "a=setup",
    ];
    let kept = sdp.lines().filter(|line| !WEBRTC.iter().any(|only| line.starts_with(only)));
    kept.map(|line| line.replace("UDP/TLS/RTP/SAVPF", "RTP/AVP") + "\r\n").collect()
}

fn read_media(sdp: &str) -> Vec<Media> {
    let mut found: Vec<Media> = Vec::new();
    for line in sdp.lines() {
        if let Some(rest) = line.strip_prefix("m=") {
            let mut words = rest.split_whitespace();
            let kind = words.next().unwrap_or_default().to_owned();
            let codecs = words.skip(2).map(|payload| (payload.to_owned(), String::new())).collect();
            let (mid, direction) = (found.len().to_string(), "sendrecv".to_owned());
            found.push(Media { kind, mid, direction, codecs });
        }
        let (Some(media), Some(attribute)) = (found.last_mut(), line.strip_prefix("a=")) else { continue };
        match attribute.split_once(':') {
            Some(("mid", mid)) => media.mid = mid.to_owned(),
            Some(("rtpmap", map)) => {
                let (payload, name) = map.split_once(' ').unwrap_or((map, ""));
                if let Some(codec) = media.codecs.iter_mut().find(|(of, _)| of == payload) {
                    codec.1 = name.to_owned();
                }
            }
            None if matches!(attribute, "sendrecv" | "sendonly" | "recvonly" | "inactive") => {
                media.direction = attribute.to_owned();
            }
            _ => {}
        }
    }
    found
}

fn write(media: &[Media], setup: &str) -> String {
    let mids: Vec<&str> = media.iter().map(|media| &*media.mid).collect();
    let mut sdp = format!(
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=Mock server for MockJanus\r\nt=0 0\r\na=group:BUNDLE {}\r\na=ice-options:trickle\r\n\
         a=fingerprint:sha-256 {FINGERPRINT}\r\na=msid-semantic: WMS *\r\n",
        mids.join(" ")
    );
    for media in media {
        let payloads: Vec<&str> = media.codecs.iter().map(|(payload, _)| &**payload).collect();
        let protocol = if media.kind == "application" { "UDP/DTLS/SCTP" } else { "UDP/TLS/RTP/SAVPF" };
        sdp += &format!(
            "m={} 9 {protocol} {}\r\nc=IN IP4 127.0.0.1\r\na={}\r\na=mid:{}\r\na=rtcp-mux\r\na=ice-ufrag:stnd\r\n\
             a=ice-pwd:standinstandinstandinst\r\na=setup:{setup}\r\n",
            media.kind,
            payloads.join(" "),
            media.direction,
            media.mid,
        );
        for (payload, name) in media.codecs.iter().filter(|(_, name)| !name.is_empty()) {
            sdp += &format!("a=rtpmap:{payload} {name}\r\n");
        }
        if media.kind == "application" {
            sdp += "a=sctp-port:5000\r\n";
        }
        sdp += "a=candidate:1 1 udp 2015363327 127.0.0.1 9 typ host\r\na=end-of-candidates\r\n";
    }
    sdp
}
