// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use serde_json::{Map, Value};

use crate::plugins::duktape::*;
use crate::plugins::field_types::*;
use crate::plugins::words::*;
use crate::secret::Secret;
use crate::wire::Jsep;

setters! {
    Ask {
        into jsep: Jsep,
        insert extra: Value,
    }
}
