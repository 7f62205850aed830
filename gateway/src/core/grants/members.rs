//! The names in grants: which are not known, and which have a value that can't be read.

use serde::de::value::Error;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value, json};

use super::{CallGrant, Grants, KINDS, LimitsGrant, RoomGrant, SipGrant, StreamGrant, TextGrant};
use crate::core::nearest::did_you_mean;

type Names = &'static [&'static str];

impl Grants {
    /// Reads grants that an operator has written: unlike in a token, an unknown member is refused.
    ///
    /// # Errors
    /// The first member that is not known, or can't be read.
    pub fn read_strictly(grants: &Value) -> Result<Self, String> {
        let members = grants.as_object().ok_or("`grants` is an object")?;
        check_names("grants", members, names_of::<Self>())?;
        for (name, value) in members {
            let Some(known) = names_in(name) else { continue };
            for inner in parts(value).filter_map(Value::as_object) {
                check_names(&format!("grants.{name}"), inner, known)?;
                let kinds = inner.get("publish").and_then(Value::as_array).into_iter().flatten();
                if let Some(kind) = kinds.filter_map(Value::as_str).find(|kind| !KINDS.contains(kind)) {
                    let nearest = did_you_mean(kind, KINDS);
                    return Err(format!(
                        "`grants.{name}.publish` has {}, not `{kind}`{nearest}",
                        KINDS.join(", ")
                    ));
                }
            }
        }
        Self::read(members).map_err(|name| {
            format!("`grants.{name}` is missing, or has a value of another type than it should")
        })
    }

    /// Reads grants; a member that is not known has no effect.
    ///
    /// # Errors
    /// The first member that can't be read, such as `room.publish`.
    pub(crate) fn read(members: &Map<String, Value>) -> Result<Self, String> {
        let read = serde_json::from_value(Value::Object(members.clone()));
        read.map_err(|_| unreadable(members).unwrap_or_default())
    }
}

fn check_names(of: &str, members: &Map<String, Value>, known: Names) -> Result<(), String> {
    match members.keys().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => {
            Err(format!("`{of}` has no member `{name}`{}", did_you_mean(name, known.iter().copied())))
        }
    }
}

/// The member that makes these grants unreadable, such as `room.publish`.
fn unreadable(members: &Map<String, Value>) -> Option<String> {
    let can_be_read = |grants: Value| serde_json::from_value::<Grants>(grants).is_ok();
    let known = || names_of::<Grants>().iter().copied();
    let name =
        known().find(|name| members.get(*name).is_some_and(|value| !can_be_read(json!({ *name: value }))))?;
    for inner in parts(members.get(name)?).filter_map(Value::as_object) {
        let is_wrong = |inner_name: &&&str| match inner.get(**inner_name) {
            Some(value) if **inner_name == "id" => !can_be_read(json!({ name: { "id": value } })),
            Some(value) => !can_be_read(json!({ name: { "id": 0, **inner_name: value } })),
            None => **inner_name == "id",
        };
        if let Some(inner_name) = names_in(name).unwrap_or_default().iter().find(is_wrong) {
            return Some(format!("{name}.{inner_name}"));
        }
    }
    Some(name.to_owned())
}

/// One grant, or each of a list.
fn parts(value: &Value) -> impl Iterator<Item = &Value> {
    let many = value.as_array().map(Vec::as_slice);
    many.unwrap_or(std::slice::from_ref(value)).iter()
}

/// The names in a grant that has members of its own.
fn names_in(grant: &str) -> Option<Names> {
    Some(match grant {
        "room" => names_of::<RoomGrant>(),
        "text" => names_of::<TextGrant>(),
        "stream" => names_of::<StreamGrant>(),
        "call" => names_of::<CallGrant>(),
        "sip" => names_of::<SipGrant>(),
        "limits" => names_of::<LimitsGrant>(),
        _ => return None,
    })
}

/// The members of a type, as its `Deserialize` asks for them.
fn names_of<T: Deserialize<'static>>() -> Names {
    let mut names: Names = &[];
    // It has noted the names, and has no value to give.
    let _ = T::deserialize(Asked(&mut names));
    names
}

struct Asked<'n>(&'n mut Names);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("there is no value"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: Names,
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = names;
        Err(Error::custom("there is no value"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
