//! The section `presets`: how rooms are made that pages enter.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::known;
use super::section::Section;
use crate::core::nearest::did_you_mean;

pub(super) type Presets = BTreeMap<String, Map<String, Value>>;

pub(super) fn read(file: &mut Section<'_, '_>) -> Presets {
    let presets: Presets = file.take_or("presets", BTreeMap::new());
    let known = known::fields_of_requests(&["videoroom".to_owned()], &["create".to_owned()]);
    let known = known.unwrap_or_default();
    for (name, fields) in &presets {
        // A newer Janus may have it.
        for field in fields.keys().filter(|field| !known.contains(&***field)) {
            let nearest = did_you_mean(field, known.iter().copied());
            let text = format!("the request create of videoroom has no field `{field}`{nearest}");
            file.note_at(&["presets", name, field], text);
        }
    }
    presets
}
