//! The sections `flows`.

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::DeValue;

use super::rules::{check_plugin, check_roles, check_tenants};
use super::section::Section;
use crate::core::definitions::{PLUGINS, Plugin, Request};
use crate::core::nearest::did_you_mean;
use crate::core::relay::{BUILT_IN_FLOWS, Flow, FlowStep, Reference, UnknownReference};
use crate::core::token::Issuer;

pub(super) fn read(sections: Vec<Section<'_, '_>>, issuers: &[Issuer]) -> Vec<Flow> {
    let mut flows = Vec::new();
    for section in sections {
        let flow = flow(section, issuers, &flows);
        flows.push(flow);
    }
    flows
}

fn flow(mut section: Section<'_, '_>, issuers: &[Issuer], before: &[Flow]) -> Flow {
    let (name, plugin) = (section.demand_text("name"), section.demand_text("plugin"));
    if BUILT_IN_FLOWS.contains(&&*name) {
        section.problem("name", format!("the gateway has a flow `{name}` of its own: choose another name"));
    }
    if before.iter().any(|flow| flow.name == name) {
        section.problem("name", format!("another flow has the name `{name}`"));
    }
    check_plugin(&section, "plugin", &plugin);
    let known = PLUGINS.iter().find(|known| known.name == plugin);
    let flow = Flow {
        name,
        plugin,
        tenants: section.take_or("tenants", Vec::new()),
        roles: section.take_or("roles", Vec::new()),
        steps: section.sections("steps").into_iter().map(|section| step(section, known)).collect(),
        last: request(&mut section, "last", known).unwrap_or_default(),
        pass: section.take_or("pass", Vec::new()),
    };
    if section.value("last").is_none() {
        section.problem("last", "the setting `last` is missing in [flows]: the last request of the flow");
    }
    check_tenants(&section, &flow.tenants, issuers);
    check_roles(&section, &flow.roles, issuers);
    flow
}

fn step(mut section: Section<'_, '_>, plugin: Option<&Plugin>) -> FlowStep {
    if section.value("request").is_none() {
        section.problem("request", "the setting `request` is missing in a step of [flows]");
    }
    FlowStep {
        request: request(&mut section, "request", plugin).unwrap_or_default(),
        tolerate: section.take_or("tolerate", Vec::new()),
        until: section.take("until"),
        fails: section.take_or("fails", Vec::new()),
        undo: request(&mut section, "undo", plugin),
        allowed: section.take_or("allowed", false),
    }
}

/// A request: its name must be one of the plugin's, and its references must be known.
fn request(
    section: &mut Section<'_, '_>,
    name: &'static str,
    plugin: Option<&Plugin>,
) -> Option<Map<String, Value>> {
    let value = section.value(name)?;
    check_references(section, value);
    let request: Map<String, Value> = section.take(name)?;
    if let Some(plugin) = plugin {
        check_request(section, name, plugin, &request);
    }
    Some(request)
}

fn check_request(section: &Section<'_, '_>, setting: &str, plugin: &Plugin, request: &Map<String, Value>) {
    let requests = plugin.requests;
    // Some plugins have a request without a name.
    if requests.is_empty() || requests.iter().any(|request| request.body.is_empty()) {
        return;
    }
    match request.get("request").and_then(Value::as_str) {
        None => section.problem(setting, format!("`{setting}` has no `request`: the name of a request")),
        Some(name) if requests.iter().all(|request| request.verb() != name) => {
            let nearest = did_you_mean(name, requests.iter().map(Request::verb));
            let text = format!("the plugin {} has no request `{name}`{nearest}", plugin.name);
            section.problem(setting, text);
        }
        Some(_) => {}
    }
}

fn check_references(section: &Section<'_, '_>, value: &Spanned<DeValue<'_>>) {
    match value.get_ref() {
        DeValue::String(text) if Reference::read(text).is_err() => {
            let begin = text.split('.').next().unwrap_or_default();
            let nearest = did_you_mean(begin, Reference::KNOWN);
            let problem = format!("unknown reference `{text}`: {UnknownReference}{nearest}");
            section.file().problems.borrow_mut().add(value.span().start, problem);
        }
        DeValue::Array(values) => values.iter().for_each(|value| check_references(section, value)),
        DeValue::Table(table) => table.values().for_each(|value| check_references(section, value)),
        _ => {}
    }
}
