//! Walks through the fields of an object by its shape.

use serde_json::{Map, Value};

use super::definitions::{Field, Holds, Shape};

/// Whether a value stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Keep,
    /// It is removed.
    Remove,
}

/// Shows each value of a known field, the inner ones first; of a list each of its elements.
///
/// `unknown` is the fate of fields that the shape does not have.
///
/// # Errors
/// The first of `visit`.
pub fn walk<E>(
    object: &mut Map<String, Value>,
    shape: &Shape,
    unknown: Fate,
    visit: &mut impl FnMut(&Field, &mut Value) -> Result<Fate, E>,
) -> Result<(), E> {
    let mut result = Ok(());
    object.retain(|name, value| {
        if result.is_err() {
            return true;
        }
        let fate = match shape.field(name) {
            None => Ok(unknown),
            Some(field) => walk_field(field, value, unknown, visit),
        };
        keeps(fate, &mut result)
    });
    result
}

fn walk_field<E>(
    field: &Field,
    value: &mut Value,
    unknown: Fate,
    visit: &mut impl FnMut(&Field, &mut Value) -> Result<Fate, E>,
) -> Result<Fate, E> {
    match value {
        Value::Array(elements) if field.many => {
            let mut result = Ok(());
            elements.retain_mut(|element| {
                result.is_err() || keeps(walk_value(field, element, unknown, visit), &mut result)
            });
            result.map(|()| Fate::Keep)
        }
        value => walk_value(field, value, unknown, visit),
    }
}

fn walk_value<E>(
    field: &Field,
    value: &mut Value,
    unknown: Fate,
    visit: &mut impl FnMut(&Field, &mut Value) -> Result<Fate, E>,
) -> Result<Fate, E> {
    if let (Holds::Parts(shape), Value::Object(parts)) = (field.holds, &mut *value) {
        walk(parts, shape, unknown, visit)?;
    }
    visit(field, value)
}

/// Whether the value stays; an error goes into `result`.
fn keeps<E>(fate: Result<Fate, E>, result: &mut Result<(), E>) -> bool {
    match fate {
        Ok(fate) => fate == Fate::Keep,
        Err(error) => {
            *result = Err(error);
            true
        }
    }
}
