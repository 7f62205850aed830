// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::field_types::*;
use crate::plugins::recordplay::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    ListRecordings {
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

setters! {
    UpdateRecordings {
        into admin_key: AccessKey,
        insert extra: Value,
    }
}

setters! {
    Configure {
        set max_bitrate: Bitrate,
        set keyframe_interval: u32,
        insert extra: Value,
    }
}

impl Record {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            id: None,
            is_private: None,
            filename: None,
            audiocodec: None,
            videocodec: None,
            videoprofile: None,
            opusred: None,
            textdata: None,
            update: None,
            jsep: None,
            extra: Map::new(),
        }
    }
}

setters! {
    Record {
        set id: u64,
        set is_private: bool,
        into filename: FilePath,
        into audiocodec: Codec,
        into videocodec: Codec,
        into videoprofile: String,
        set opusred: bool,
        set textdata: bool,
        set update: bool,
        into jsep: Jsep,
        insert extra: Value,
    }
}

impl Play {
    /// Creates it with what Janus requires.
    #[must_use]
    pub fn new(id: u64) -> Self {
        Self { id, restart: None, extra: Map::new() }
    }
}

setters! {
    Play {
        set restart: bool,
        insert extra: Value,
    }
}

setters! {
    Start {
        into jsep: Jsep,
        insert extra: Value,
    }
}

setters! {
    Pause {
        insert extra: Value,
    }
}

setters! {
    Resume {
        insert extra: Value,
    }
}

setters! {
    Stop {
        insert extra: Value,
    }
}
