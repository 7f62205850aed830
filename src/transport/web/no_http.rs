//! A build without HTTP.

use std::sync::Arc;

use wasm_bindgen::JsValue;

use super::clock::Clock;
use super::message::Outgoing;
use super::receiver::Receiver;
use crate::config::{Address, Config};
use crate::engine::RequestId;
use crate::error::Result;
use crate::id::{HandleId, SessionId};

/// There is none: whatever has begun is a socket.
pub(super) enum Http {}

impl Http {
    pub(super) const fn open(
        _: &Address,
        _: &Arc<Config>,
        _: &Clock,
        _: &Receiver,
        _: &JsValue,
    ) -> Result<Option<Self>, JsValue> {
        Ok(None)
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
