//! What the definitions know of the plugins that settings name: their requests, and the fields of requests and events.
//! `None` is where they don't know all: for each plugin, or for one whose requests have no names or are a script's.

use std::collections::BTreeSet;

use crate::core::definitions::{Holds, PLUGINS, Plugin, Request, Shape};

pub(super) type Names = BTreeSet<&'static str>;

/// The names of the plugins' requests.
pub(super) fn requests(plugins: &[String]) -> Option<Names> {
    let requests = || named(plugins).flat_map(|plugin| plugin.requests);
    let are_all_known = are_known(plugins) && requests().all(|request| !request.body.is_empty());
    are_all_known.then(|| requests().map(Request::verb).collect())
}

/// The fields of those of the plugins' requests that have these names.
pub(super) fn fields_of_requests(plugins: &[String], names: &[String]) -> Option<Names> {
    let is_any = names.iter().any(|name| name == "*");
    let verbs = requests(plugins)?;
    if !is_any && !names.iter().all(|name| verbs.contains(&**name)) {
        return None;
    }
    let mut fields = Names::new();
    for request in named(plugins).flat_map(|plugin| plugin.requests) {
        if is_any || names.iter().any(|name| name == request.verb()) {
            fields.extend(request.fields?.0.iter().map(|field| field.name));
            fields.extend(request.body.iter().map(|(name, _)| *name));
        }
    }
    Some(fields)
}

/// The fields of all that a page gets of the plugins.
pub(super) fn fields_of_events(plugins: &[String]) -> Option<Names> {
    requests(plugins)?;
    let mut fields = Names::new();
    for plugin in named(plugins) {
        let responses = plugin.requests.iter().filter_map(|request| request.response);
        for shape in plugin.events.iter().map(|event| event.shape).chain(responses) {
            add(&mut fields, shape);
        }
    }
    Some(fields)
}

fn add(fields: &mut Names, shape: &Shape) {
    for field in shape.0 {
        fields.insert(field.name);
        if let Holds::Parts(inner) = field.holds {
            add(fields, inner);
        }
    }
}

fn named(plugins: &[String]) -> impl Iterator<Item = &'static Plugin> {
    PLUGINS.iter().filter(|plugin| plugins.iter().any(|name| name == plugin.name))
}

fn are_known(plugins: &[String]) -> bool {
    !plugins.is_empty() && plugins.iter().all(|name| PLUGINS.iter().any(|plugin| plugin.name == name))
}
