//! Pieces of code that several writers share.

use std::fmt::Write as _;

use crate::model::{Plugin, Shape};

/// The fields that are taken out of the parameters, and the members of the body.
pub fn body_of(shape: &Shape, fixed: &[(String, String)]) -> (String, String) {
    let special: Vec<_> =
        shape.fields.iter().filter(|field| field.name != field.wire || field.written_by.is_some()).collect();
    let mut taken: Vec<String> = special.iter().map(|field| field.name.clone()).collect();
    if shape.jsep.is_some() {
        taken.extend(["jsep".to_owned(), "e2ee".to_owned()]);
    }
    taken.push("...rest".to_owned());
    let mut members: Vec<String> =
        fixed.iter().map(|(name, value)| format!("{}: '{value}'", property(name))).collect();
    members.push("...rest".to_owned());
    members.extend(special.iter().map(|field| {
        // Janus's own name is accepted, too, unless it is the name of another field.
        let taken = shape.fields.iter().any(|other| other.name == field.wire);
        let or_wire = if taken { String::new() } else { format!(" ?? {}", member("rest", &field.wire)) };
        let value = match field.written_by.as_deref() {
            Some("always") => "true".to_owned(),
            Some("false_unless_set") => format!("{}{or_wire} ?? false", field.name),
            Some(by) => format!("{by}({}){or_wire}", field.name),
            None => format!("{}{or_wire}", field.name),
        };
        format!("{}: {value}", property(&field.wire))
    }));
    (taken.join(", "), members.join(", "))
}

/// The name of the constant with the fields of a shape.
pub fn fields_name(shape: &str) -> String {
    format!("fieldsOf{shape}")
}

/// The expression for a member of an object.
pub fn member(object: &str, name: &str) -> String {
    if is_word(name) { format!("{object}.{name}") } else { format!("{object}['{name}']") }
}

pub fn reader_name(shape: &str) -> String {
    format!("read{shape}")
}

/// A member's name, in quotes where it needs them.
pub fn property(name: &str) -> String {
    if is_word(name) { name.to_owned() } else { format!("'{name}'") }
}

/// The name of a shape's interface, such as `EchoTestStart` for `Start`: several plugins have a `Start`.
pub fn interface(plugin: &Plugin, shape: &str) -> String {
    format!("{}{shape}", plugin.class)
}

pub fn doc(out: &mut String, indent: &str, lines: &[String]) {
    match lines {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{indent}/** {line} */");
        }
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}

pub fn is_word(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// `join_publisher`, for `JoinPublisher`.
pub fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
