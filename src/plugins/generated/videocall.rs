// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::videocall::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    List {
        insert extra: Value,
    }
}

impl Register {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(username: impl Into<UserId>) -> Self {
        Self { username: username.into(), extra: Map::new() }
    }
}

setters! {
    Register {
        insert extra: Value,
    }
}

impl Call {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(username: impl Into<UserId>) -> Self {
        Self { username: username.into(), jsep: None, extra: Map::new() }
    }
}

setters! {
    Call {
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Accept {
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Set {
        set audio: bool,
        set video: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        set restart: bool,
        set substream: u8,
        set temporal: u8,
        set fallback: u64,
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    HangupCall {
        into reason: String,
        insert extra: Value,
    }
}
