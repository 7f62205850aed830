//! What the gateway knows of the plugins: their requests and events, and what stands in each field.
//!
//! The table follows from the types of the definitions in the SDK (`src/plugins`), so that a new request of Janus is
//! known here as soon as it is known there.

mod generated;

use serde_json::{Map, Value};

pub use generated::PLUGINS;

/// A plugin of Janus.
#[derive(Debug)]
pub struct Plugin {
    /// Its short name, such as `videoroom`.
    pub name: &'static str,
    /// Its package, such as `janus.plugin.videoroom`.
    pub package: &'static str,
    /// Its requests, the more specific ones first.
    pub requests: &'static [Request],
    /// What it sends, by the first rule that holds.
    pub events: &'static [Event],
}

/// A request of a plugin.
#[derive(Debug)]
pub struct Request {
    /// Its name in the SDK, such as `JoinPublisher`.
    pub name: &'static str,
    /// The members of the body that make it this request.
    pub body: &'static [(&'static str, &'static str)],
    /// Its fields; `None` if only a script on Janus's host knows them.
    pub fields: Option<&'static Shape>,
    /// The fields of its response.
    pub response: Option<&'static Shape>,
    /// The object inside the plugin's data that has the response's fields.
    pub within: Option<&'static str>,
}

/// Something that a plugin sends: an event, or a response.
#[derive(Debug)]
pub struct Event {
    /// Its name, such as `joined`.
    pub name: &'static str,
    /// What must hold of the plugin's data.
    pub when: &'static [Condition],
    /// The object inside the plugin's data that has the fields.
    pub within: Option<&'static str>,
    /// Its fields.
    pub shape: &'static Shape,
    /// Whether it may be dropped where the page reads too slowly.
    pub droppable: bool,
}

/// The fields of an object.
#[derive(Debug)]
pub struct Shape(pub &'static [Field]);

/// A field, by its name on the wire.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Whether it is a list of these.
    pub many: bool,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// The secret or PIN of a room or mountpoint, the admin key of a plugin, a token of Janus.
    AccessKey,
    /// Anything; Janus passes it on.
    Any,
    /// A bitrate, in bit/s.
    Bitrate,
    /// The id of a publisher or a participant.
    Feed,
    /// The path of a file or a folder on Janus's host.
    File,
    /// True or false.
    Flag,
    /// A host, an IP address or a multicast group.
    Host,
    /// A network interface of Janus's host.
    Interface,
    /// The id of a mountpoint.
    Mountpoint,
    /// A number.
    Number,
    /// An object whose names are data, such as SIP headers.
    Object,
    /// An object with fields of its own.
    Parts(&'static Shape),
    /// The id of a room.
    Room,
    /// A password or a key that is the user's own.
    Secret,
    /// A SIP URI.
    SipUri,
    /// A text.
    Text,
    /// A URL from which Janus fetches media.
    Url,
    /// The name of a user.
    User,
}

/// What must hold of a plugin's data; names are paths such as `result.event`.
#[derive(Debug)]
pub enum Condition {
    /// The field is there.
    Has(&'static str),
    /// The field is this text.
    Is(&'static str, &'static str),
    /// The field is not there.
    Lacks(&'static str),
}

/// Returns the plugin of this package.
#[must_use]
pub fn plugin(package: &str) -> Option<&'static Plugin> {
    PLUGINS.iter().find(|plugin| plugin.package == package)
}

impl Plugin {
    /// Returns the request that this body is.
    #[must_use]
    pub fn request(&self, body: &Map<String, Value>) -> Option<&'static Request> {
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let verb = text("request");
        let is = |request: &&Request| {
            request.body.iter().all(|(name, wanted)| match *name {
                "request" => verb == Some(wanted),
                name => text(name) == Some(wanted),
            })
        };
        self.requests.iter().find(is)
    }

    /// Returns what this data of the plugin are.
    #[must_use]
    pub fn event(&self, data: &Value) -> Option<&'static Event> {
        self.events.iter().find(|event| event.when.iter().all(|condition| condition.holds(data)))
    }
}

impl Request {
    /// Whether it creates a room or a mountpoint.
    #[must_use]
    pub fn creates(&self) -> bool {
        self.name.starts_with("Create")
    }

    /// Its name in Janus, such as `join`.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        self.body.first().map_or(self.name, |(_, verb)| verb)
    }
}

impl Shape {
    /// Returns the field with this name on the wire.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.0.iter().find(|field| field.name == name)
    }
}

impl Condition {
    fn holds(&self, data: &Value) -> bool {
        let at = |path: &str| path.split('.').try_fold(data, |data, name| data.get(name));
        match self {
            Self::Has(path) => at(path).is_some(),
            Self::Is(path, text) => at(path).and_then(Value::as_str) == Some(text),
            Self::Lacks(path) => at(path).is_none(),
        }
    }
}
