//! Checks that the names in a definition belong together, so that a typo is an error.

use std::result::Result;

use crate::error::Problem;
use crate::model::{Event, NeedsJsep, Plugin, Request};

/// Checks the names of events and fields.
///
/// # Errors
/// A name that the definition does not have.
pub fn names(plugin: &Plugin) -> Result<(), Problem> {
    let keys = plugin.event_keys.iter().map(|(event, _)| event);
    all_ruled(plugin, "EVENT_KEYS", keys)?;
    all_ruled(plugin, "PEER_EVENTS", &plugin.peer_events)?;
    all_ruled(plugin, "DROPPABLE", &plugin.droppable)?;
    if let Some(read) = &plugin.read_events {
        arms(plugin, read)?;
    }
    for request in &plugin.requests {
        let lists = [
            ("RESPONSE_EVENTS", &request.response_events),
            ("REFUSAL_EVENTS", &request.refusal_events),
            ("ALSO_EMITTED", &request.also_emitted),
        ];
        for (name, events) in lists {
            all_ruled(plugin, &format!("{}: {name}", request.shape), events)?;
        }
        fields(plugin, request)?;
        response(plugin, request)?;
    }
    for rule in &plugin.rules {
        let name = &*rule.event;
        if plugin.event(name).is_none() && !plugin.requests.iter().any(|request| request.is_response(name)) {
            return Err(Problem::new(
                format!("RULES: {name}"),
                "the event is no variant of `Event` and no response of a request",
            ));
        }
    }
    Ok(())
}

/// That each event has one arm, which creates its variant, and each variant an event.
fn arms(plugin: &Plugin, read: &[(String, String)]) -> Result<(), Problem> {
    const ITEM: &str = "Event::read";
    all_ruled(plugin, ITEM, read.iter().map(|(event, _)| event))?;
    let events = plugin.event_names();
    if let Some(name) = events.iter().find(|name| !read.iter().any(|(event, _)| event == *name)) {
        return Err(Problem::new(ITEM, format!("no arm reads the event `{name}`")));
    }
    for (event, created) in read {
        let expected = plugin.event(event).map(|event| &*event.variant);
        if expected != Some(&**created) {
            let text = format!(
                "the arm of the event `{event}` creates the variant `{created}`, which has another name"
            );
            return Err(Problem::new(ITEM, text));
        }
    }
    let of_no_event = |variant: &&Event| !read.iter().any(|(_, created)| *created == variant.variant);
    match plugin.events.iter().find(of_no_event) {
        Some(event) => {
            Err(Problem::new(format!("Event: {}", event.variant), "no rule has the name of this variant"))
        }
        None => Ok(()),
    }
}

fn all_ruled<'n>(
    plugin: &Plugin,
    item: &str,
    events: impl IntoIterator<Item = &'n String>,
) -> Result<(), Problem> {
    match events.into_iter().find(|event| !plugin.rules.iter().any(|rule| rule.event == **event)) {
        Some(event) => Err(Problem::new(item, format!("`RULES` has no event `{event}`"))),
        None => Ok(()),
    }
}

/// That the provided `reply` looks for the response where it is.
fn response(plugin: &Plugin, request: &Request) -> Result<(), Problem> {
    if request.has_reader {
        return Ok(());
    }
    let (expected, found) = (plugin.flattened_from(&request.reply), request.reply_in.as_deref());
    if expected != found {
        let text =
            format!("expected {expected:?} as `Flattened` of `{}` says, found {found:?}", request.reply);
        return Err(Problem::new(format!("{}: REPLY_IN", request.shape), text));
    }
    let has_jsep = plugin.shape(&request.reply).is_some_and(|reply| reply.jsep.is_some());
    if has_jsep != request.sets_jsep {
        let text = if has_jsep {
            "the response has a `jsep` that nothing sets"
        } else {
            "the response has no `jsep`"
        };
        return Err(Problem::new(format!("{}: SET_JSEP", request.shape), text));
    }
    Ok(())
}

/// That the docs of a request name the version of `SINCE`, and no other.
fn since(request: &Request, docs: &str) -> Result<(), Problem> {
    let named = docs.split_once("`; Janus ").and_then(|(_, rest)| rest.split_whitespace().next());
    let expected = request.since.map(|version| version.map(|number| number.to_string()).join("."));
    if named != expected.as_deref() {
        let text =
            format!("the docs name {named:?} as the first version of Janus, the constant {expected:?}");
        return Err(Problem::new(format!("{}: SINCE", request.shape), text));
    }
    Ok(())
}

/// The fields that a request's constants name.
fn fields(plugin: &Plugin, request: &Request) -> Result<(), Problem> {
    let Some(shape) = plugin.shape(&request.shape) else {
        return Err(Problem::new(&*request.shape, "the struct is missing, or has private fields"));
    };
    since(request, &shape.docs.join(" "))?;
    let exchanged = match &request.needs_jsep {
        Some(NeedsJsep::Exchanged(fields)) => &**fields,
        _ => &[],
    };
    for (constant, names) in [("ECHOED_FIELDS", &*request.echoed_fields), ("NEEDS_JSEP", exchanged)] {
        if let Some(name) = names.iter().find(|name| !shape.fields.iter().any(|field| field.name == **name)) {
            let item = format!("{}: {constant}", request.shape);
            return Err(Problem::new(item, format!("the request has no field `{name}`")));
        }
    }
    Ok(())
}
