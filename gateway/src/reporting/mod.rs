//! Reports to the host application.

mod report;

pub(crate) use report::{Lane, Message};
