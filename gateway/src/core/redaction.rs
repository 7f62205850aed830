//! What a page gets of Janus's responses and events: no keys, no hosts and files that its token does not name, and of a
//! list only what the token lets it see.

use std::convert::Infallible;

use bifrons::Id;
use serde_json::{Map, Value};

use super::definitions::{Field, Holds, Plugin, Request, Shape};
use super::fields::{Fate, walk};
use super::grants::{Grants, Pattern};
use super::rights::{is_granted_by_name, needed_to_see};

/// Removes from a plugin's data what is not for a page with these grants.
///
/// `request` is the request that the data are the response to; for an event, and for a response that comes later, the
/// data say themselves what they are. Fields that the definitions don't know stay.
pub fn redact(grants: &Grants, plugin: &Plugin, request: Option<&Request>, data: &mut Value) {
    let event = plugin.event(data).map(|event| (event.shape, event.within));
    let response = request.and_then(|request| Some((request.response?, request.within)));
    let reader = Reader { grants, plugin };
    for (shape, within) in [event, response].into_iter().flatten() {
        let fields = match within {
            Some(name) => data.get_mut(name),
            None => Some(&mut *data),
        };
        if let Some(Value::Object(fields)) = fields {
            reader.redact(fields, shape);
        }
    }
}

/// Removes the fields with these names, wherever they are.
pub fn remove_named(data: &mut Value, names: &[&str]) {
    match data {
        Value::Object(object) => {
            object.retain(|name, _| !names.contains(&&**name));
            object.values_mut().for_each(|value| remove_named(value, names));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| remove_named(value, names)),
        _ => {}
    }
}

/// Whether something of this shape may have to be removed.
#[must_use]
pub fn reveals(shape: &Shape) -> bool {
    shape.0.iter().any(|field| match field.holds {
        Holds::AccessKey | Holds::Secret | Holds::File | Holds::Host | Holds::Interface | Holds::Url => true,
        Holds::User => field.many,
        Holds::Parts(inner) => {
            let names_it = |field: &Field| matches!(field.holds, Holds::Room | Holds::Mountpoint);
            (field.many && inner.0.iter().any(names_it)) || reveals(inner)
        }
        _ => false,
    })
}

struct Reader<'a> {
    grants: &'a Grants,
    plugin: &'a Plugin,
}

impl Reader<'_> {
    fn redact(&self, fields: &mut Map<String, Value>, shape: &Shape) {
        let Ok(()) =
            walk::<Infallible>(fields, shape, Fate::Keep, &mut |field, value| Ok(self.fate(field, value)));
    }

    fn fate(&self, field: &Field, value: &Value) -> Fate {
        let names = |patterns: &[Pattern], fits: fn(&Pattern, &str) -> bool| {
            value.as_str().is_some_and(|text| patterns.iter().any(|pattern| fits(pattern, text)))
        };
        let has_own_grant = !is_granted_by_name(self.plugin);
        let is_for_page = match field.holds {
            Holds::AccessKey => false,
            Holds::Secret => !has_own_grant,
            Holds::File if has_own_grant => names(&self.grants.files, Pattern::fits_file),
            Holds::Host | Holds::Interface if has_own_grant => names(&self.grants.hosts, Pattern::fits_host),
            Holds::Url if has_own_grant => names(&self.grants.urls, Pattern::fits_url),
            Holds::Parts(shape) if field.many => self.may_see(value, shape),
            Holds::User if field.many => self.may_see_user(value),
            _ => true,
        };
        if is_for_page { Fate::Keep } else { Fate::Remove }
    }

    /// Whether the page may see this user of VideoCall in a list: one whom it may call, or as whom it may register.
    fn may_see_user(&self, name: &Value) -> bool {
        let Some(call) = &self.grants.call else { return false };
        let mut patterns = call.call.iter().chain(&call.register_as);
        name.as_str().is_some_and(|name| patterns.any(|pattern| pattern.fits_name(name)))
    }

    /// Whether the page may see this element of a list: one of a room or mountpoint that no grant covers is not shown.
    fn may_see(&self, element: &Value, shape: &Shape) -> bool {
        let names_it = |field: &&Field| matches!(field.holds, Holds::Room | Holds::Mountpoint);
        let Some(id) = shape.0.iter().filter(names_it).find_map(|field| element.get(field.name)) else {
            return true;
        };
        let id = match id {
            Value::String(text) => Some(Id::Text(text.clone())),
            number => number.as_u64().map(Id::Number),
        };
        let right = needed_to_see(self.plugin);
        right.is_none_or(|right| id.is_some_and(|id| right.is_granted(self.grants, self.plugin, Some(&id))))
    }
}
