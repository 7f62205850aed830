//! The sections `rules` and `keys`.

use super::problems::did_you_mean;
use super::secrets;
use super::section::Section;
use crate::core::definitions::PLUGINS;
use crate::core::keys::Key;
use crate::core::rules::{Denial, Rule};
use crate::core::token::Issuer;

pub(super) fn read(sections: Vec<Section<'_, '_>>, issuers: &[Issuer]) -> Vec<Rule> {
    sections.into_iter().map(|section| rule(section, issuers)).collect()
}

fn rule(mut section: Section<'_, '_>, issuers: &[Issuer]) -> Rule {
    let rule = Rule {
        name: section.take_or("name", String::new()),
        tenants: section.take_or("tenants", Vec::new()),
        roles: section.take_or("roles", Vec::new()),
        plugins: section.demand("plugins"),
        requests: section.take_or("requests", Vec::new()),
        when: section.take("when"),
        allow: section.take_or("allow", false),
        deny: section.value("deny").is_some().then(|| denial(section.section("deny"))),
        set: section.take_or("set", Default::default()),
        default: section.take_or("default", Default::default()),
        cap: section.take_or("cap", Default::default()),
        remove: section.take_or("remove", Vec::new()),
        redact: section.take_or("redact", Vec::new()),
    };
    for plugin in &rule.plugins {
        check_plugin(&section, "plugins", plugin);
    }
    check_tenants(&section, &rule.tenants, issuers);
    check_effect(&section, &rule);
    rule
}

fn denial(mut section: Section<'_, '_>) -> Denial {
    Denial { code: section.take("code"), reason: section.demand_text("reason") }
}

/// A rule that does nothing is a mistake of its author.
fn check_effect(section: &Section<'_, '_>, rule: &Rule) {
    let names = section.names();
    let has = |effects: &[&str]| names.iter().any(|name| effects.contains(&name.as_str()));
    let is_about_requests = has(&["allow", "deny", "set", "default", "cap", "remove"]);
    if !is_about_requests && !has(&["redact"]) {
        let text =
            "the rule does nothing: it needs `allow`, `deny`, `set`, `default`, `cap`, `remove` or `redact`";
        section.problem("name", text);
    }
    if is_about_requests && rule.requests.is_empty() && !has(&["requests"]) {
        section
            .problem("name", "the rule is for no request: `requests` needs names such as \"join\", or \"*\"");
    }
}

pub(super) fn check_tenants(section: &Section<'_, '_>, tenants: &[String], issuers: &[Issuer]) {
    for tenant in tenants.iter().filter(|tenant| issuers.iter().all(|issuer| issuer.name != **tenant)) {
        let nearest = did_you_mean(tenant, issuers.iter().map(|issuer| &*issuer.name));
        section.problem("tenants", format!("no issuer has the name `{tenant}`{nearest}"));
    }
}

pub(super) fn read_keys(sections: Vec<Section<'_, '_>>) -> Vec<Key> {
    sections.into_iter().map(key).collect()
}

fn key(mut section: Section<'_, '_>) -> Key {
    let key = Key {
        plugin: section.demand_text("plugin"),
        field: section.demand_text("field"),
        of: section.take_or("of", "*".into()),
        value: secrets::take(&mut section, ["value", "value_file", "value_env"]).unwrap_or_default(),
    };
    if !section.names().iter().any(|name| name.starts_with("value")) {
        section.problem("plugin", "a key needs its value: `value_file` or `value_env`");
    }
    check_plugin(&section, "plugin", &key.plugin);
    key
}

pub(super) fn check_plugin(section: &Section<'_, '_>, setting: &str, name: &str) {
    let is_known = name == "*" && setting == "plugins" || PLUGINS.iter().any(|plugin| plugin.name == name);
    if !is_known && !name.is_empty() {
        let nearest = did_you_mean(name, PLUGINS.iter().map(|plugin| plugin.name));
        section.problem(setting, format!("the gateway knows no plugin `{name}`{nearest}"));
    }
}
