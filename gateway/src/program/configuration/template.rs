//! The template `gateway.toml` documents each setting, and each setting of it is read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use super::{Configuration, Secrets};

const TEMPLATE: &str = include_str!("../../../gateway.toml");

/// The template with all its settings, except those whose names end so: of two sources of a secret there can be one.
fn with_all_but(ending: &str) -> String {
    let is_left_out = |line: &str| line.split_once(" = ").is_some_and(|(name, _)| name.ends_with(ending));
    let lines = TEMPLATE.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if setting.starts_with(|first: char| first.is_ascii_lowercase() || first == '[') => {
            setting
        }
        _ => line,
    });
    lines.filter(|line| !is_left_out(line)).collect::<Vec<_>>().join("\n")
}

fn read(text: &str, settings: &RefCell<Vec<(String, bool)>>) -> Configuration {
    let read = Configuration::read(Path::new("gateway.toml"), text, &Secrets::Placeholders, settings);
    read.unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn each_setting_stands_in_the_template_and_is_read() {
    let settings = RefCell::default();
    for ending in ["_env", "_file"] {
        // An unknown setting would be a problem.
        read(&with_all_but(ending), &settings);
    }
    let mut stands = BTreeMap::<String, bool>::new();
    for (name, is_there) in settings.into_inner() {
        *stands.entry(name).or_default() |= is_there;
    }
    let missing: Vec<_> = stands.iter().filter(|(_, stands)| !**stands).map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "the template lacks {missing:?}");
    assert!(stands.len() > 80, "{}", stands.len());
}

#[test]
fn the_template_is_a_configuration_and_shows_the_defaults() {
    let shown = |text: &str| {
        let Configuration { settings, listen, log, drain, .. } = read(text, &RefCell::default());
        format!(
            "{:?} {} {:?} {:?} {:?} {:?} {listen:?} {log:?} {drain:?}",
            bifrons::Config { addresses: Vec::new(), ..(*settings.janus).clone() },
            settings.connections,
            settings.grace,
            settings.warn_before,
            settings.at_expiry,
            settings.limits,
        )
    };
    assert_eq!(shown(TEMPLATE), shown(&with_all_but("_env")));
    let shortest = "janus = { addresses = [\"ws://127.0.0.1:8188\"] }";
    assert_eq!(shown(TEMPLATE), shown(shortest));
}
