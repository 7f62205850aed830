// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::echotest::*;
use crate::plugins::field_types::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    Start {
        set audio: bool,
        set video: bool,
        set bitrate: Bitrate,
        set record: bool,
        into filename: FilePath,
        set substream: u8,
        set temporal: u8,
        set fallback: u64,
        into audiocodec: Codec,
        into videocodec: Codec,
        into videoprofile: String,
        set opusred: bool,
        set min_delay: i32,
        set max_delay: i32,
        set svc: bool,
        set spatial_layer: u8,
        set temporal_layer: u8,
        into jsep: Jsep,
        insert extra: Value,
    }
}
