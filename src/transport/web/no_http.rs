//! A build without HTTP.

use std::sync::Arc;

use wasm_bindgen::JsValue;

use super::clock::Clock;
use super::message::Outgoing;
use super::receiver::Receiver;
use crate::config::{Address, Config};
use crate::engine::RequestId;
use crate::error::{Error, ErrorCode, Result};
use crate::id::{HandleId, SessionId};

/// There is none: creating one fails.
pub(super) enum Http {}

impl Http {
    /// `None` if what has begun is a socket.
    pub(super) fn open(
        address: &Address,
        _: &Arc<Config>,
        _: &Clock,
        _: &Receiver,
        _: &JsValue,
    ) -> Result<Option<Self>> {
        match address.scheme()? {
            "http" | "https" => {
                let text = "this build has no HTTP; enable the feature fetch of bifrons";
                Err(Error::new(ErrorCode::Unsupported, text))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn send(
        &self,
        _: RequestId,
        _: (Option<SessionId>, Option<HandleId>),
        _: &str,
        _: Option<Outgoing>,
    ) -> usize {
        match *self {}
    }

    pub(super) fn cancel(&self, _: RequestId) {
        match *self {}
    }

    pub(super) fn read(&self, _: bool) {
        match *self {}
    }

    pub(super) fn begin_to_poll(&self, _: SessionId) {
        match *self {}
    }

    pub(super) fn end_poll(&self, _: SessionId) {
        match *self {}
    }

    pub(super) fn close(&self) {
        match *self {}
    }

    pub(super) fn abort(&self) {
        match *self {}
    }
}
