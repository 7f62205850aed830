//! Conditions in the Common Expression Language.

use std::collections::HashMap;
use std::sync::Arc;

use cel::{Context, Program, Value as CelValue};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::core::decision::Asking;
use crate::core::identity::Identity;
use crate::core::offer;

/// A condition, such as `body.room == 1234 && subject.startsWith("guest-")`.
#[derive(Clone, Debug)]
pub struct Condition {
    program: Arc<Program>,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        Program::compile(text)
            .map(|program| Self { program: Arc::new(program) })
            .map_err(|error| in_a_line(&error.to_string()))
    }

    /// Whether it holds; an error if it can't be evaluated, or is neither true nor false.
    pub(super) fn holds(
        &self,
        who: &Identity,
        asking: &Asking<'_>,
        verb: &str,
        body: &Map<String, Value>,
    ) -> Result<bool, ()> {
        let mut context = Context::default();
        let published = offer::published(asking.offer.unwrap_or_default());
        let texts = [
            ("tenant", &*who.tenant),
            ("subject", &*who.subject),
            ("plugin", asking.plugin.name),
            ("request", verb),
        ];
        for (name, text) in texts {
            context.add_variable_from_value(name, text.to_owned());
        }
        context.add_variable_from_value("roles", who.roles.clone());
        context.add_variable_from_value("body", of_object(body));
        context
            .add_variable_from_value("publishes", published.names().map(str::to_owned).collect::<Vec<_>>());
        match self.program.execute(&context) {
            Ok(CelValue::Bool(holds)) => Ok(holds),
            _ => Err(()),
        }
    }
}

/// The first line of an error, which has the place and the reason; the others draw the place.
fn in_a_line(error: &str) -> String {
    let line = error.lines().next().unwrap_or_default();
    format!("condition: {}", line.trim_start_matches("ERROR: <input>:"))
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::read(&text).map_err(serde::de::Error::custom)
    }
}

fn of_object(object: &Map<String, Value>) -> CelValue {
    object.iter().map(|(name, value)| (name.clone(), of(value))).collect::<HashMap<_, _>>().into()
}

/// Whole numbers are CEL's `int`, as its literals are.
fn of(value: &Value) -> CelValue {
    match value {
        Value::Null => CelValue::Null,
        Value::Bool(value) => (*value).into(),
        Value::String(text) => text.clone().into(),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(number), _, _) => CelValue::Int(number),
            (_, Some(number), _) => CelValue::UInt(number),
            (_, _, number) => CelValue::Float(number.unwrap_or(f64::NAN)),
        },
        Value::Array(values) => CelValue::List(Arc::new(values.iter().map(of).collect())),
        Value::Object(object) => of_object(object),
    }
}
