//! Reports to the host application.

mod report;
mod webhook;

#[cfg(feature = "server")]
pub(crate) use report::Lane;
pub(crate) use report::Message;
pub use webhook::Webhook;
