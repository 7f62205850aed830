//! The template `gateway.toml` documents each setting, and each setting of it is read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;

use super::{Configuration, Secrets, Source};
use crate::listening::Listen;

const TEMPLATE: &str = include_str!("../../gateway.toml");

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
    let (path, folder) = (Path::new("gateway.toml"), Path::new(""));
    let source = Source { path, folder, text, may_hold_secrets: false };
    let read = Configuration::read_noting(source, Secrets::Placeholders, settings);
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
        // A bound has the settings of a role.
        *stands.entry(name.replace("at_most.", "roles.host.")).or_default() |= is_there;
    }
    let missing: Vec<_> = stands.iter().filter(|(_, stands)| !**stands).map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "the template lacks {missing:?}");
    assert!(stands.len() > 80, "{}", stands.len());
}

/// The settings of [listen] that have an example in place of a default.
const EXAMPLES: [&str; 3] = ["trusted_proxies", "origins", "hosts"];

/// What the settings that have a default come to.
fn shown(text: &str) -> String {
    let Configuration { settings, listen, log, drain, .. } = read(text, &RefCell::default());
    let none = Listen::default();
    let listen = Listen {
        tls: none.tls,
        trusted_proxies: none.trusted_proxies,
        origins: none.origins,
        hosts: none.hosts,
        ..listen
    };
    format!(
        "{:?} {} {:?} {:?} {:?} {:?} {listen:?} {log:?} {drain:?}",
        bifrons::Config { addresses: Vec::new(), ..(*settings.janus).clone() },
        settings.connections,
        settings.grace,
        settings.warn_before,
        settings.at_expiry,
        settings.limits,
    )
}

#[test]
fn the_template_is_a_configuration_and_shows_the_defaults() {
    assert_eq!(shown(TEMPLATE), shown(&with_all_but("_env")));
    let shortest = "janus = { addresses = [\"ws://127.0.0.1:8188\"] }";
    assert_eq!(shown(TEMPLATE), shown(shortest));
}

/// Another value of a setting: with another last digit, or another word.
fn another(value: &str) -> String {
    for (word, other) in [
        ("\"none\"", "{ per_second = 1, burst = 1 }"),
        ("text", "json"),
        ("info", "warn"),
        ("keep", "end"),
        ("true", "false"),
    ] {
        if value.contains(word) {
            return value.replace(word, other);
        }
    }
    let last = value.rfind(|digit: char| digit.is_ascii_digit()).unwrap();
    let digit = if &value[last..=last] == "7" { "8" } else { "7" };
    format!("{}{digit}{}", &value[..last], &value[last + 1..])
}

#[test]
fn each_setting_with_a_default_has_an_effect() {
    let lines: Vec<_> = TEMPLATE.lines().collect();
    let (mut section, mut count) = ("", 0);
    for (place, line) in lines.iter().enumerate() {
        if line.trim_start_matches('#').starts_with('[') {
            section = line;
        }
        let has_defaults = ["[janus]", "[listen]", "[limits.", "[sessions]", "[log]"]
            .iter()
            .any(|of| section.starts_with(of));
        let setting = line.strip_prefix('#').and_then(|setting| setting.split_once(" = "));
        let has_none =
            |name: &str| name.ends_with("_file") || name.ends_with("_env") || EXAMPLES.contains(&name);
        let Some((name, value)) =
            setting.filter(|(name, _)| has_defaults && !name.starts_with(' ') && !has_none(name))
        else {
            continue;
        };
        let changed = format!("{name} = {}", another(value));
        let mut all = lines.clone();
        all[place] = &changed;
        assert_ne!(shown(&all.join("\n")), shown(TEMPLATE), "{section} {changed}");
        count += 1;
    }
    assert!(count > 25, "{count}");
}
