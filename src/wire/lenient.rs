//! The tolerant reader: for fields whose type differs from the definitions.
//!
//! A number is taken for a boolean. Any other field of an unexpected type is kept raw: the struct
//! that it belongs to has it in its `extra`, under its own name, and the typed field is empty.

use std::cell::RefCell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Error, Map, Value, map, value};

/// Stands before the name of a field that is kept raw, until it is in `extra`.
const RAW: char = '\u{0}';

/// With more fields than this kept raw, whole members of the outermost object are.
const MOST_RAW_FIELDS: usize = 32;

/// A field that is kept raw.
struct Raw {
    path: Vec<Step>,
    /// Why it is.
    reason: String,
}

/// Reads `value` as `T`, and shows `kept_raw` each field that does not fit.
///
/// # Errors
/// When `value` is not of `T`'s kind at all, or lacks what `T` must have. The text names the field, and quotes no value.
pub(crate) fn read<T: DeserializeOwned>(value: &Value, kept_raw: &dyn Fn(&str)) -> Result<T, Error> {
    let mut raw: Vec<Raw> = Vec::new();
    loop {
        let failure = RefCell::new(None);
        match T::deserialize(Lenient { value, path: &Path::Root, raw: &raw, failure: &failure }) {
            Ok(read) => {
                raw.iter().for_each(|raw| kept_raw(&written(&raw.path)));
                return Ok(read);
            }
            Err(error) => {
                let failed = failure.take().unwrap_or_default();
                let reason = reason(&failed, &error.to_string(), &raw);
                match next_raw(failed, &mut raw) {
                    Some(path) => raw.push(Raw { path, reason }),
                    None => return Err(Error::custom(reason)),
                }
            }
        }
    }
}

/// Why the value at `path` could not be read: if it lacks a field that is kept raw, the reason is that field's.
fn reason(path: &[Step], error: &str, raw: &[Raw]) -> String {
    let is_missing = |raw: &&Raw| match raw.path.split_last() {
        Some((Step::Field(name), outer)) => outer == path && error == missing(name),
        _ => false,
    };
    if let Some(missing) = raw.iter().find(is_missing) {
        return missing.reason.clone();
    }
    let place = written(path);
    match (place.trim_start_matches('.'), error.starts_with(MISSING)) {
        ("", true) => error.to_owned(),
        ("", false) => "the data have an unexpected form".to_owned(),
        (place, true) => format!("{error} in `{}`", place.escape_default()),
        (place, false) => format!("`{}` has an unexpected form", place.escape_default()),
    }
}

/// Serde's text for a struct that lacks a field begins so.
const MISSING: &str = "missing field";

/// The text of an error about a missing field.
pub(crate) fn missing(name: &str) -> String {
    format!("{MISSING} `{name}`")
}

fn written(path: &[Step]) -> String {
    path.iter().map(Step::to_string).collect()
}

/// The field to keep raw after a failure at `path`; none when nothing is left to try.
fn next_raw(mut path: Vec<Step>, raw: &mut Vec<Raw>) -> Option<Vec<Step>> {
    if raw.len() >= MOST_RAW_FIELDS {
        path.truncate(1);
    }
    // What fails although it is kept raw has no `extra` to be kept in: that falls to what it is a part of.
    while matches!(path.last(), Some(Step::Item(_))) || raw.iter().any(|raw| raw.path == path) {
        path.pop();
    }
    raw.retain(|other| !other.path.starts_with(&path));
    (!path.is_empty()).then_some(path)
}

/// Reads the fields that a struct does not know, those that are kept raw among them.
pub(crate) fn extra<'de, D: Deserializer<'de>>(from: D) -> Result<Map<String, Value>, D::Error> {
    let mut fields = Map::deserialize(from)?;
    if fields.keys().any(|name| name.starts_with(RAW)) {
        fields = fields.into_iter().map(|(name, value)| (unmarked(name), value)).collect();
    }
    Ok(fields)
}

fn unmarked(name: String) -> String {
    match name.strip_prefix(RAW) {
        Some(name) => name.to_owned(),
        None => name,
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Field(Box<str>),
    Item(usize),
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => write!(f, ".{name}"),
            Self::Item(index) => write!(f, "[{index}]"),
        }
    }
}

/// Where a value stands, as a list that lives on the stack.
enum Path<'p> {
    Root,
    Field(&'p Self, &'p str),
    Item(&'p Self, usize),
}

impl Path<'_> {
    fn steps(&self) -> Vec<Step> {
        match self {
            Self::Root => Vec::new(),
            Self::Field(outer, name) => outer.followed_by(Step::Field((*name).into())),
            Self::Item(outer, index) => outer.followed_by(Step::Item(*index)),
        }
    }

    fn followed_by(&self, step: Step) -> Vec<Step> {
        let mut steps = self.steps();
        steps.push(step);
        steps
    }
}

/// A value and where it stands.
#[derive(Clone, Copy)]
struct Lenient<'de, 'p> {
    value: &'de Value,
    path: &'p Path<'p>,
    /// The fields that are kept raw.
    raw: &'p [Raw],
    /// The innermost field that could not be read.
    failure: &'p RefCell<Option<Vec<Step>>>,
}

impl Lenient<'_, '_> {
    fn keeps_raw(&self, path: &[Step]) -> bool {
        self.raw.iter().any(|raw| raw.path == path)
    }

    /// Notes where a value could not be read; the innermost value is noted first.
    fn note<T>(&self, read: Result<T, Error>, path: &Path<'_>) -> Result<T, Error> {
        if read.is_err() {
            self.failure.borrow_mut().get_or_insert_with(|| path.steps());
        }
        read
    }
}

impl<'de> Deserializer<'de> for Lenient<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Object(fields) => {
                visitor.visit_map(Fields { fields: fields.iter(), value: None, of: self })
            }
            Value::Array(items) => visitor.visit_seq(Items { items: items.iter().enumerate(), of: self }),
            scalar => scalar.deserialize_any(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Number(number) => visitor.visit_bool(number.as_f64() != Some(0.0)),
            other => other.deserialize_bool(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.value.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Fields<'de, 'p> {
    fields: map::Iter<'de>,
    value: Option<(&'de str, &'de Value)>,
    of: Lenient<'de, 'p>,
}

impl<'de> MapAccess<'de> for Fields<'de, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.fields.next() else { return Ok(None) };
        self.value = Some((name, value));
        let is_raw = !self.of.raw.is_empty() && self.of.keeps_raw(&Path::Field(self.of.path, name).steps());
        let marked = is_raw.then(|| format!("{RAW}{name}"));
        let key: StrDeserializer<'_, Error> = marked.as_deref().unwrap_or(name).into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let Some((name, value)) = self.value.take() else {
            return Err(Error::custom("a value before its key"));
        };
        let path = Path::Field(self.of.path, name);
        let read = seed.deserialize(Lenient { value, path: &path, ..self.of });
        self.of.note(read, &path)
    }
}

struct Items<'de, 'p> {
    items: std::iter::Enumerate<std::slice::Iter<'de, value::Value>>,
    of: Lenient<'de, 'p>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let Some((index, value)) = self.items.next() else { return Ok(None) };
        let path = Path::Item(self.of.path, index);
        let read = seed.deserialize(Lenient { value, path: &path, ..self.of });
        self.of.note(read, &path).map(Some)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "this is a test")]

    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Room {
        number: Option<u8>,
        open: Option<bool>,
        streams: Option<Vec<Self>>,
        counts: Option<BTreeMap<String, u8>>,
        kind: Option<Kind>,
        #[serde(flatten, deserialize_with = "extra")]
        extra: Map<String, Value>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Kind {
        must: u8,
    }

    fn leniently(value: Value) -> (Room, Vec<String>) {
        let raw = RefCell::new(Vec::new());
        let room = read(&value, &|field| raw.borrow_mut().push(field.to_owned())).unwrap();
        (room, raw.into_inner())
    }

    #[test]
    fn a_number_is_a_boolean() {
        let (room, raw) =
            leniently(json!({ "open": 1, "streams": [{ "open": 0 }, { "open": true }, { "open": -0.5 }] }));
        let open: Vec<_> = room.streams.unwrap().iter().map(|stream| stream.open).collect();
        assert_eq!((room.open, open), (Some(true), vec![Some(false), Some(true), Some(true)]));
        assert!(raw.is_empty(), "{raw:?}");
    }

    #[test]
    fn odd_fields_are_kept_where_they_belong() {
        let (room, raw) = leniently(json!({
            "number": "seven", "new": 1,
            "streams": [{ "number": 1 }, { "number": 300, "open": "yes" }],
        }));
        assert_eq!(
            (room.number, &room.extra["number"], &room.extra["new"]),
            (None, &json!("seven"), &json!(1))
        );
        let streams = room.streams.unwrap();
        assert_eq!((streams[0].number, streams[1].number), (Some(1), None));
        assert_eq!(Value::Object(streams[1].extra.clone()), json!({ "number": 300, "open": "yes" }));
        assert_eq!(raw, [".number", ".streams[1].number", ".streams[1].open"]);
    }

    #[test]
    fn what_has_no_extra_of_its_own_is_kept_as_a_whole() {
        let odd = json!({ "counts": { "a": 1, "b": "two" }, "streams": [{ "number": 1 }, 2], "kind": { "other": 1 } });
        let (room, raw) = leniently(odd.clone());
        assert_eq!((room.counts, room.streams, room.kind), (None, None, None));
        assert_eq!(Value::Object(room.extra), odd);
        assert_eq!(raw, [".counts", ".kind", ".streams"]);
    }

    #[test]
    fn a_list_in_which_all_is_odd_costs_no_more_than_a_few_readings() {
        let streams = vec![json!({ "number": "odd" }); 100_000];
        let (room, raw) = leniently(json!({ "number": 1, "streams": streams }));
        assert_eq!((room.number, room.streams, raw), (Some(1), None, vec![".streams".to_owned()]));
        assert_eq!(room.extra["streams"], Value::Array(streams));
    }

    #[test]
    fn an_error_names_the_field_and_quotes_no_value() {
        #[derive(Debug, Deserialize)]
        #[allow(dead_code, reason = "only errors are looked at")]
        struct House {
            id: u8,
            rooms: Vec<Kind>,
            open: Option<bool>,
            #[serde(flatten, deserialize_with = "extra")]
            extra: Map<String, Value>,
        }
        let cases = [
            (json!({ "rooms": [] }), "missing field `id`"),
            (json!({ "id": "secret", "rooms": [] }), "`id` has an unexpected form"),
            (json!({ "id": "secret", "open": "secret", "rooms": [] }), "`id` has an unexpected form"),
            (json!({ "id": 1, "rooms": [{ "must": 1 }, {}] }), "missing field `must` in `rooms[1]`"),
            (json!({ "id": 1, "rooms": [{ "must": "secret" }] }), "`rooms[0].must` has an unexpected form"),
            (json!("secret"), "the data have an unexpected form"),
        ];
        for (value, expected) in cases {
            assert_eq!(read::<House>(&value, &|_| {}).unwrap_err().to_string(), expected, "{value}");
        }
    }

    #[test]
    fn what_is_no_object_at_all_is_refused() {
        for value in [json!(1), json!("text"), Value::Null] {
            assert!(read::<Room>(&value, &|_| {}).is_err(), "{value}");
        }
        assert!(read::<Kind>(&json!({}), &|_| {}).is_err());
        assert!(read::<Kind>(&json!({ "must": "two" }), &|_| {}).is_err());
    }
}
