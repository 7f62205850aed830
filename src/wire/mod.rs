//! Janus's messages as text: reading the envelope of one, writing the head of another.

mod envelope;
mod jsep;
pub(crate) mod lenient;
mod message;
mod parse;
mod payload;
mod readable;
mod request;
mod version;

pub use envelope::{CreatedId, Envelope, Kind, Malformed, ServerLimits, Transaction};
pub use jsep::{Candidate, Jsep, JsepType, SvcMode};
pub use message::Message;
pub use parse::{Parts, parse};
pub use payload::{Payload, Show};
pub(crate) use payload::{missing_field, tolerantly};
pub use readable::{Unreadable, check_readable, scan_readable};
pub(crate) use request::quoted;
pub use request::{AttachOptions, TransactionText, Transmit, Verb};
pub use version::JanusVersion;
