//! Reads the envelope of a message from text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::envelope::{Envelope, Kind, Malformed, ServerLimits, Transaction};
use super::version::JanusVersion;
use crate::id::MAX_SAFE_INTEGER;

/// Where the larger parts of a message stand in its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// `plugindata.data`; in a large response, unread: all that stands before the message's last two braces.
    pub plugin_data: Option<Range<usize>>,
    /// The range of `jsep` in the text.
    pub jsep: Option<Range<usize>>,
}

/// Reads one message and hands its envelope to `use_it`.
///
/// The other fields of a message with a wrong field are still read, so that its request need not wait for its
/// timeout.
///
/// # Errors
/// [`Malformed`] if no envelope can be read.
pub fn parse<R>(text: &str, use_it: impl FnOnce(Envelope<'_>, Parts) -> R) -> Result<R, Malformed> {
    if let Some((head, data)) = head_of_large(text) {
        let whole = serde_json::from_str::<Whole<'_>>(&head).ok().filter(Whole::is_direct_response);
        if let Some(envelope) = whole.as_ref().and_then(Whole::envelope) {
            return Ok(use_it(envelope, Parts { plugin_data: Some(data), jsep: None }));
        }
    }
    match serde_json::from_str::<Whole<'_>>(text) {
        Ok(whole) => {
            let parts = whole.parts(text);
            match whole.envelope() {
                Some(envelope) => Ok(use_it(envelope, parts)),
                None => parse_leniently(text, use_it),
            }
        }
        Err(_) => parse_leniently(text, use_it),
    }
}

/// Divides a large response into its head, with `null` for the plugin's data, and the place of these data, if the
/// message ends with them:
///
/// ```text
/// {"janus":"success", … ,"plugindata":{"plugin":"…","data":{"list":[ … 84 KB … ]}}}
/// ╰─────────────────────── head ────────────────────────╯╰──────── data ───────╯╰╯ two braces
/// ```
///
/// To skip a list of rooms costs more than the rest of a message, and its reader parses it anyway. Whether the text was
/// divided at the right `"data"` is decided by the head alone: it must be valid JSON, and a plugin's direct response.
fn head_of_large(text: &str) -> Option<(String, Range<usize>)> {
    const LARGE: usize = 16 << 10;
    const LARGEST_HEAD: usize = 512;
    const NAME: &str = "\"data\":";
    if text.len() < LARGE {
        return None;
    }
    let start = text.get(..LARGEST_HEAD)?.find(NAME)? + NAME.len();
    let data = text[start..].trim_end().strip_suffix('}')?.trim_end().strip_suffix('}')?;
    Some((format!("{}null}}}}", &text[..start]), start..start + data.len()))
}

#[derive(Deserialize)]
struct Whole<'a> {
    #[serde(borrow)]
    janus: Cow<'a, str>,
    #[serde(borrow)]
    transaction: Option<Text<'a>>,
    session_id: Option<WholeNumber>,
    sender: Option<WholeNumber>,
    data: Option<&'a RawValue>,
    #[serde(borrow)]
    error: Option<Refusal<'a>>,
    #[serde(borrow)]
    plugindata: Option<PluginData<'a>>,
    jsep: Option<&'a RawValue>,
    #[serde(rename = "session-timeout")]
    session_timeout: Option<u64>,
    #[serde(rename = "reclaim-session-timeout")]
    reclaim_session_timeout: Option<u64>,
    version: Option<&'a RawValue>,
}

/// A text that is borrowed where it holds no escapes; inside an `Option`, a bare `Cow` never is.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
struct PluginData<'a> {
    #[serde(borrow)]
    data: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Refusal<'a> {
    code: i64,
    #[serde(borrow, default)]
    reason: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Made {
    id: Option<WholeNumber>,
}

/// An integer, which may be written as `1.0` or `1e3`: in JavaScript these are `1` and `1000`.
#[derive(Clone, Copy)]
struct WholeNumber(u64);

impl<'de> Deserialize<'de> for WholeNumber {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_u64(WholeNumberVisitor)
    }
}

struct WholeNumberVisitor;

impl Visitor<'_> for WholeNumberVisitor {
    type Value = WholeNumber;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<WholeNumber, E> {
        Ok(WholeNumber(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<WholeNumber, E> {
        let is_exact = number.fract() == 0.0 && (0.0..=MAX_SAFE_INTEGER as f64).contains(&number);
        if is_exact { Ok(WholeNumber(number as u64)) } else { Err(E::custom("not a whole number")) }
    }
}

impl Whole<'_> {
    fn parts(&self, text: &str) -> Parts {
        let data = self.plugindata.as_ref().and_then(|plugin| plugin.data);
        Parts { plugin_data: data.map(|raw| place(text, raw)), jsep: self.jsep.map(|raw| place(text, raw)) }
    }

    /// Whether it is a plugin's direct response, which contains no SDP, with all members that the engine reads.
    fn is_direct_response(&self) -> bool {
        let is_named = self.transaction.is_some() && self.session_id.is_some() && self.sender.is_some();
        self.janus == Kind::Success.word() && is_named && self.plugindata.is_some()
    }

    /// The envelope, or nothing when a field that matters is wrong.
    fn envelope(&self) -> Option<Envelope<'_>> {
        let kind = Kind::from_word(&self.janus);
        let data_id = match self.data {
            Some(raw) if kind == Kind::Success => serde_json::from_str::<Made>(raw.get()).ok()?.id,
            _ => None,
        };
        let [session, sender, data_id] =
            [self.session_id, self.sender, data_id].map(|id| id.map(|WholeNumber(id)| id));
        if [session, sender, data_id].into_iter().flatten().any(|id| id > MAX_SAFE_INTEGER) {
            return None;
        }
        let version = self.version.and_then(|raw| raw.get().parse().ok()).map(JanusVersion::from_number);
        let limits = (kind == Kind::ServerInfo).then(|| ServerLimits {
            session_timeout: self.session_timeout.unwrap_or(60),
            reclaim_session_timeout: self.reclaim_session_timeout.unwrap_or(0),
            version,
        });
        Some(Envelope {
            kind,
            word: (kind == Kind::Unknown).then_some(&*self.janus),
            transaction: self.transaction.as_ref().map(|Text(text)| Transaction::from_text(text)),
            session,
            sender,
            data_id,
            error: self.error.as_ref().map(|error| (error.code, &*error.reason)),
            limits,
            malformed: None,
        })
    }
}

/// Where a borrowed value stands in the text that it was borrowed from.
fn place(text: &str, raw: &RawValue) -> Range<usize> {
    let start = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + raw.get().len()
}

/// The slow way, for what the strict one refuses.
fn parse_leniently<R>(text: &str, use_it: impl FnOnce(Envelope<'_>, Parts) -> R) -> Result<R, Malformed> {
    let value: Value = serde_json::from_str(text).map_err(|_| Malformed::NotJson)?;
    let object = value.as_object().ok_or(Malformed::NotObject)?;
    let mut malformed = None;
    let mut blame = |what| {
        malformed.get_or_insert(what);
    };

    let kind = match object.get("janus") {
        None => return Err(Malformed::NoKind),
        Some(Value::String(word)) => Kind::from_word(word),
        Some(_) => {
            blame(Malformed::WrongType("janus"));
            Kind::Unknown
        }
    };
    let transaction = match object.get("transaction") {
        Some(Value::String(text)) => Some(Transaction::from_text(text)),
        Some(Value::Null) | None => None,
        Some(_) => {
            blame(Malformed::WrongType("transaction"));
            None
        }
    };
    let mut id = |name: &'static str, value: Option<&Value>| match value {
        None | Some(Value::Null) => None,
        Some(value) => match WholeNumber::deserialize(value) {
            Ok(WholeNumber(id)) if id <= MAX_SAFE_INTEGER => Some(id),
            Ok(_) => {
                blame(Malformed::UnsafeId(name));
                None
            }
            Err(_) => {
                blame(Malformed::WrongType(name));
                None
            }
        },
    };
    let session = id("session_id", object.get("session_id"));
    let sender = id("sender", object.get("sender"));
    let data_id = match object.get("data") {
        Some(data) if kind == Kind::Success => id("data.id", data.get("id")),
        _ => None,
    };
    let error = object.get("error").and_then(|error| {
        let reason = error.get("reason").and_then(Value::as_str).unwrap_or_default();
        Some((error.get("code")?.as_i64()?, reason))
    });
    let envelope = Envelope {
        kind,
        word: object.get("janus").and_then(Value::as_str).filter(|_| kind == Kind::Unknown),
        transaction,
        session,
        sender,
        data_id,
        error,
        limits: None,
        // The strict way refused it, so something is wrong even if no field above is.
        malformed: Some(malformed.unwrap_or(Malformed::WrongType("message"))),
    };
    Ok(use_it(envelope, Parts::default()))
}
