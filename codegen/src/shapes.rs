//! Which structs the application and Janus send.

use crate::model::{Plugin, Shape, Test, innermost, type_name};

/// Whether the shape is the whole of an event or a response.
pub fn is_whole(plugin: &Plugin, shape: &Shape) -> bool {
    plugin.events.iter().any(|event| event.shape.as_deref() == Some(&*shape.name))
        || plugin.requests.iter().any(|request| request.reply == shape.name)
        || plugin.channel.iter().any(|request| request.reply == shape.name)
        || plugin.channel_events.iter().any(|event| event.shape.as_deref() == Some(&*shape.name))
}

/// Whether Janus sends the shape, as an event, a response or a part of them.
pub fn is_received(plugin: &Plugin, shape: &Shape) -> bool {
    is_whole(plugin, shape) || outer(plugin, shape).any(|outer| is_received(plugin, outer))
}

/// Whether the application sends the shape, as a request or a part of one.
pub fn is_sent(plugin: &Plugin, shape: &Shape) -> bool {
    plugin.requests.iter().any(|request| request.shape == shape.name)
        || plugin.channel.iter().any(|request| request.shape == shape.name)
        || outer(plugin, shape).any(|outer| is_sent(plugin, outer))
}

/// The other shapes with a field of this shape.
fn outer<'p>(plugin: &'p Plugin, shape: &'p Shape) -> impl Iterator<Item = &'p Shape> {
    let has_it =
        |outer: &&Shape| outer.fields.iter().any(|field| type_name(innermost(&field.ty)) == shape.name);
    plugin.shapes.iter().filter(|outer| outer.name != shape.name).filter(has_it)
}

/// The fields whose constant value only names the event: the result omits them.
pub fn discriminators<'p>(plugin: &'p Plugin, shape: &Shape) -> Vec<&'p str> {
    if !is_whole(plugin, shape) || plugin.takes_all() {
        return Vec::new();
    }
    let is_kept = |field: &str| shape.fields.iter().any(|kept| kept.wire == field);
    let mut fields: Vec<&str> = Some(&*plugin.name).filter(|field| !is_kept(field)).into_iter().collect();
    for rule in &plugin.rules {
        if plugin.is_read_as(&rule.event, &shape.name) {
            let flattened = plugin.flattened_from(&shape.name);
            for (field, value) in &rule.when {
                let field = match field.split_once('.') {
                    Some((outer, inner)) if flattened == Some(outer) => inner,
                    _ => field,
                };
                if matches!(value, Test::Equals(_))
                    && !field.contains('.')
                    && !fields.contains(&field)
                    && !is_kept(field)
                {
                    fields.push(field);
                }
            }
        }
    }
    fields
}
