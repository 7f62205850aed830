// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::voicemail::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

impl Record {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(jsep: impl Into<Jsep>) -> Self {
        Self { jsep: Some(jsep.into()), extra: Map::new() }
    }
}

setters! {
    Record {
        insert extra: Value,
    }
}

impl Update {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(jsep: impl Into<Jsep>) -> Self {
        Self { jsep: Some(jsep.into()), extra: Map::new() }
    }
}

setters! {
    Update {
        insert extra: Value,
    }
}

setters! {
    Stop {
        insert extra: Value,
    }
}
