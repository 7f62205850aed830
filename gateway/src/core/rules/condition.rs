//! Conditions in the Common Expression Language.

use std::collections::HashMap;
use std::sync::Arc;

use cel::parser::{Expression, PrattParser};
use cel::{Context, Value as CelValue};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::variables;
use crate::core::decision::Asking;
use crate::core::identity::Identity;
use crate::core::nearest::did_you_mean;
use crate::core::offer;

/// What a condition may name.
const VARIABLES: [&str; 7] = ["tenant", "subject", "roles", "plugin", "request", "body", "publishes"];

/// A condition, such as `body.room == 1234 && subject.startsWith("guest-")`.
#[derive(Clone, Debug)]
pub struct Condition {
    expression: Arc<Expression>,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        // The crate's other parser, by ANTLR, is a fifth of the gateway in WebAssembly.
        let expression = PrattParser::new().parse(text).map_err(|error| in_a_line(&error.to_string()))?;
        match variables::unknown(&expression, &VARIABLES) {
            None => Ok(Self { expression: Arc::new(expression) }),
            Some(name) => {
                let nearest = did_you_mean(name, VARIABLES);
                Err(format!("unknown variable `{name}`: there are {}{nearest}", VARIABLES.join(", ")))
            }
        }
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
        match CelValue::resolve(&self.expression, &context) {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The crate's other parser.
    fn by_antlr(text: &str) -> Option<cel::Program> {
        cel::Program::compile(text).ok()
    }

    #[test]
    fn both_parsers_read_the_same() {
        for text in [
            "true",
            "body.room == 1234 && subject.startsWith(\"guest-\")",
            "a || b && c || !d",
            "a && b || c && !(d || e)",
            "a && b && c && d",
            "1 + 2 * 3 - -4 / 5 % 6",
            "a < b == (c >= d) ? e : f ? g : h",
            "a != b || c <= d && e > f",
            "\"host\" in roles && !(body.room in [1, 2u, \"three\"])",
            "roles.exists(role, role == 'host' || role.endsWith('-admin'))",
            "publishes.all(kind, kind != 'video') && has(body.display)",
            "roles.filter(role, size(role) > 3).map(role, role + 'x')[0] == 'hostx'",
            "body['room'].matches('^[a-z]+$') ? {'a': 1, 'b': [2.5, null]}.a == 1 : false",
            r#"r'\d' + "\u00e4\x41\\\n" == '''a'''"#,
            "int(body.bitrate) * 1000 <= 0x7fff && double(1e3) > 0.5",
            "!!a // a comment",
        ] {
            let expected = by_antlr(text).map(|program| without_ids(program.expression()));
            assert!(expected.is_some(), "{text}");
            let read = PrattParser::new().parse(text).ok();
            assert_eq!(read.as_ref().map(without_ids), expected, "{text}");
        }
    }

    /// The parsers number the entries of a map in another order.
    fn without_ids(expression: &Expression) -> String {
        let shown = format!("{expression:?}");
        let mut parts = shown.split("id: ");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| text + part.trim_start_matches(|id: char| id.is_ascii_digit()))
    }

    #[test]
    fn what_is_no_condition_both_parsers_refuse() {
        for text in ["", "a &&", "a b", "(a", "'a", "a = b", "1 +", "a.", "[1,,2]", "f(", "a ? b", "has(a)"] {
            assert!(Condition::read(text).is_err(), "{text}");
            assert!(by_antlr(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_variable_is_one_of_the_gateway_or_of_a_macro() {
        for text in [
            "tenant == subject && request in [plugin] && size(body) > 0",
            "roles.exists(role, role == 'host') && publishes.all(kind, kind != 'video')",
            "{'a': roles.map(role, role + subject)[0]}.a == 'x' && has(body.room)",
        ] {
            assert_eq!(Condition::read(text).err(), None, "{text}");
        }
        for (text, name) in [
            (
                "role == 'host'",
                "`role`: there are tenant, subject, roles, plugin, request, body, publishes; did you mean `roles`?",
            ),
            ("true || bodi.room == 1", "`bodi`"),
            ("roles.exists(role, role == host)", "`host`"),
            ("roles.exists(role, role == 'host') && role == 'host'", "`role`"),
            ("{'a': room}.a == 1 || size([x]) == 1", "`room`"),
        ] {
            let error = Condition::read(text).err().unwrap_or_default();
            assert!(error.contains(&format!("unknown variable {name}")), "{text}: {error}");
        }
    }
}
