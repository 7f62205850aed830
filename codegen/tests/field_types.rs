//! The definitions say in a field's type what it holds, so that programs can ask where a room or a path stands.

#![allow(clippy::unwrap_used, reason = "this is a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bifrons_codegen::model::{FIELD_TYPES, Plugin, innermost, type_name};

fn definitions() -> Vec<Plugin> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/plugins");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter_map(|path| Plugin::read(&path).unwrap()).collect()
}

/// The type that a field with this name on the wire has, whatever the plugin.
fn expected(wire: &str) -> Option<&'static str> {
    match wire {
        "room" => Some("RoomId"),
        "feed" | "feed_id" => Some("FeedId"),
        "filename" | "rec_dir" | "mjrs_dir" => Some("FilePath"),
        "host" | "mcast" => Some("HostName"),
        "iface" | "rtspiface" => Some("NetworkInterface"),
        "bitrate" => Some("Bitrate"),
        _ => None,
    }
}

#[test]
fn each_field_of_such_a_name_has_the_type() {
    let mut found = BTreeSet::new();
    for plugin in definitions() {
        for (shape, field) in
            plugin.shapes.iter().flat_map(|shape| shape.fields.iter().map(move |field| (shape, field)))
        {
            let place = format!("{}: {}.{}", plugin.name, shape.name, field.name);
            let ty = type_name(innermost(&field.ty));
            assert_ne!(ty, "Id", "{place}: name what the id is of, as in src/plugins/field_types.rs");
            if let Some(expected) = expected(&field.wire).filter(|_| ty != "Value") {
                assert_eq!(ty, expected, "{place}");
            }
            found.insert(ty);
        }
    }
    for (alias, _) in FIELD_TYPES {
        assert!(found.contains(alias), "no field is a {alias}");
    }
}

#[test]
fn the_generator_knows_the_aliases() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/plugins/field_types.rs");
    let source = fs::read_to_string(source).unwrap();
    let aliases = source
        .lines()
        .filter_map(|line| line.strip_prefix("pub type ")?.strip_suffix(';')?.split_once(" = "));
    assert_eq!(aliases.collect::<BTreeSet<_>>(), BTreeSet::from(FIELD_TYPES));
}
