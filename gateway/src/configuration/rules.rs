//! The sections `rules` and `keys`.

use std::collections::BTreeSet;

use super::known::{self, Names};
use super::secrets;
use super::section::Section;
use crate::core::definitions::PLUGINS;
use crate::core::keys::Key;
use crate::core::nearest::did_you_mean;
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
    check_roles(&section, &rule.roles, issuers);
    check_effect(&section, &rule);
    check_requests(&section, &rule);
    check_fields(&section, &rule);
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

/// A request that the definitions don't know is never one of the rule, unless the rule allows what a newer Janus has.
fn check_requests(section: &Section<'_, '_>, rule: &Rule) {
    let Some(known) = known::requests(&rule.plugins) else { return };
    let is_known = |name: &str| name == "*" || known.contains(name);
    for name in rule.requests.iter().filter(|name| !is_known(name)) {
        let nearest = did_you_mean(name, known.iter().copied());
        let text = format!("no plugin of the rule has a request `{name}`{nearest}");
        match rule.allow {
            true => section.note_at(&["requests"], text),
            false => section.problem_at(&["requests"], text),
        }
    }
}

/// A field that the definitions don't know may be one of a newer Janus, which gets it: it is no problem.
fn check_fields(section: &Section<'_, '_>, rule: &Rule) {
    let note = |setting: &str, name: &str, known: &Names, of: &str| {
        if !known.contains(name) {
            let nearest = did_you_mean(name, known.iter().copied());
            section.note_at(&[setting, name], format!("`{setting}`: no {of} a field `{name}`{nearest}"));
        }
    };
    if let Some(known) = known::fields_of_requests(&rule.plugins, &rule.requests) {
        for (setting, fields) in [("set", &rule.set), ("default", &rule.default), ("cap", &rule.cap)] {
            fields.keys().for_each(|name| note(setting, name, &known, "request of the rule has"));
        }
        rule.remove.iter().for_each(|name| note("remove", name, &known, "request of the rule has"));
    }
    if let Some(known) = known::fields_of_events(&rule.plugins) {
        rule.redact.iter().for_each(|name| note("redact", name, &known, "event of the rule's plugins has"));
    }
}

/// Roles may stand in tokens alone: then they are names for rules, and grant nothing.
pub(super) fn check_roles(section: &Section<'_, '_>, roles: &[String], issuers: &[Issuer]) {
    let known: BTreeSet<_> =
        issuers.iter().flat_map(|issuer| issuer.roles.keys()).map(String::as_str).collect();
    for role in roles.iter().filter(|role| !known.contains(&***role)) {
        let nearest = did_you_mean(role, known.iter().copied());
        let text = format!("no issuer has a role `{role}`: only tokens can name it{nearest}");
        section.note_at(&["roles"], text);
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
    if let Some(plugin) = PLUGINS.iter().find(|plugin| plugin.package == name) {
        section.problem(setting, format!("`{name}` has a short name here: write `{}`", plugin.name));
    } else if !is_known && !name.is_empty() {
        let nearest = did_you_mean(name, PLUGINS.iter().map(|plugin| plugin.name));
        section.problem(setting, format!("the gateway knows no plugin `{name}`{nearest}"));
    }
}
