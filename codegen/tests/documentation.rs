//! The comments of the TypeScript declarations name requests, events and types as JavaScript does.

#![allow(clippy::unwrap_used, reason = "this is a test")]

use std::fs;
use std::path::Path;

use bifrons_codegen::generate;
use bifrons_codegen::model::Plugin;

fn declarations(plugin: &str) -> String {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hard_cases");
    let files = generate(&here, Some(Path::new("out")), Path::new("")).unwrap();
    let wanted = Path::new("out/plugins").join(plugin).with_extension("d.ts");
    files.into_iter().find(|(path, _)| *path == wanted).unwrap().1
}

#[test]
fn comments_have_the_names_of_javascript() {
    let text = declarations("videoroom");
    for comment in [
        "/** The response to `configure`. */",
        "/** A participant was kicked; the others receive `videoroom_kicked`. */",
        "/** The active publishers of the room, each a `VideoRoomPublisher`. */",
    ] {
        assert!(text.contains(comment), "{comment} is missing in:\n{text}");
    }
}

#[test]
fn nothing_of_rust_is_in_the_packages_declarations() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pkg-template");
    let of_plugins = fs::read_dir(package.join("plugins")).unwrap().map(|entry| entry.unwrap().path());
    let files = of_plugins.chain([package.join("shared.d.ts"), package.join("admin.d.ts")]);
    for file in files.filter(|file| file.to_string_lossy().ends_with(".d.ts")) {
        for line in fs::read_to_string(&file).unwrap().lines() {
            assert!(!line.contains("`None`") && !line.contains("`Some("), "{}: {line}", file.display());
            let declared = line.strip_prefix("export interface ").or(line.strip_prefix("export type "));
            let name = declared.and_then(|rest| rest.split([' ', '<']).next()).unwrap_or_default();
            assert!(!name.contains('_'), "{}: {name}", file.display());
        }
    }
}

#[test]
fn other_text_in_comments_is_unchanged() {
    let text = declarations("videoroom");
    assert!(text.contains("/** The text `ok`. */"), "{text}");
    assert!(text.contains("`None` means this handle"), "{text}");
    assert!(!declarations("sip").contains("`Sip"), "no type of another plugin");
}

#[test]
fn a_field_with_another_name_than_in_janus_names_janus_s() {
    let definitions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/plugins");
    let (mut renamed, mut unnamed) = (0, Vec::new());
    for entry in fs::read_dir(definitions).unwrap() {
        let Some(plugin) = Plugin::read(&entry.unwrap().path()).unwrap() else { continue };
        for shape in &plugin.shapes {
            for field in shape.fields.iter().filter(|field| field.name != field.wire) {
                renamed += 1;
                if !field.docs.join(" ").contains(&format!("`{}`", field.wire)) {
                    unnamed
                        .push(format!("{}: {}: {}: `{}`", plugin.name, shape.name, field.name, field.wire));
                }
            }
        }
    }
    assert!(unnamed.is_empty(), "no documentation of these names Janus's name:\n{}", unnamed.join("\n"));
    assert!(renamed > 100, "{renamed}");
}
