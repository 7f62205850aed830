//! The definition of a plugin: its structs, requests, events and rules. [`crate::reader`] reads it.

use syn::Type;

/// The definition of a plugin, or of the Admin API.
#[derive(Debug, Default)]
pub struct Plugin {
    /// The short name of the plugin, such as `echotest`.
    pub name: String,
    /// The name of its type, such as `EchoTest`.
    pub class: String,
    /// `janus.plugin.echotest`
    pub package: String,
    pub docs: Vec<String>,
    pub shapes: Vec<Shape>,
    pub requests: Vec<Request>,
    pub events: Vec<Event>,
    pub rules: Vec<Rule>,
    /// The events that `Event::read` reads, with the variant of each; `None` if the definition has no such function.
    pub read_events: Option<Vec<(String, String)>>,
    /// The events that may be dropped when the application does not read them fast enough.
    pub droppable: Vec<String>,
    /// The events whose key in JavaScript is not their name in capitals, with that key.
    pub event_keys: Vec<(String, String)>,
    /// The events that JavaScript emits as `peer_…` if they are about another participant.
    pub peer_events: Vec<String>,
    /// The requests over a data channel.
    pub channel: Vec<ChannelRequest>,
    /// The events of a data channel.
    pub channel_events: Vec<Event>,
    /// The error codes: name, number, documentation.
    pub error_codes: Vec<(String, i64, Vec<String>)>,
    /// The roles of its handles (`roles!`).
    pub roles: Vec<Role>,
    /// The sets of words (`words!`).
    pub words: Vec<WordSet>,
    /// The sets of words that all plugins share.
    pub shared_words: Vec<WordSet>,
    /// The shapes whose fields are in an object inside the plugin's data, with that object's name.
    pub flattened: Vec<(String, String)>,
    /// The text of `NAME.adapt.d.ts`, or of `adapt.d.ts` in the plugin's folder: the types of the adaptors.
    pub adaptor_types: Option<String>,
    /// The text of `NAME.adapt.js`, or of `adapt.js` in the plugin's folder: functions that the generated code calls.
    pub adaptors: Option<String>,
    /// The names that the adaptors' file exports.
    pub exported_adaptors: Vec<String>,
}

/// A set of words, which are texts on the wire.
#[derive(Clone, Debug)]
pub struct WordSet {
    pub name: String,
    pub docs: Vec<String>,
    pub words: Vec<String>,
}

/// A struct of fields.
#[derive(Debug)]
pub struct Shape {
    pub name: String,
    pub docs: Vec<String>,
    pub fields: Vec<Field>,
    /// Whether it keeps fields that this version does not know.
    pub has_extra: bool,
    /// The documentation of the SDP, if the struct has one.
    pub jsep: Option<Vec<String>>,
    /// Whether the SDP is always there.
    pub always_has_jsep: bool,
}

#[derive(Debug)]
pub struct Field {
    /// The name in Rust.
    pub ident: String,
    /// The name in JavaScript.
    pub name: String,
    /// The name on the wire.
    pub wire: String,
    /// Another name on the wire.
    pub alias: Option<String>,
    /// The function that both languages serialize the value with.
    pub written_by: Option<String>,
    pub ty: Type,
    pub docs: Vec<String>,
}

#[derive(Debug)]
pub struct Request {
    pub shape: String,
    pub reply: String,
    /// The events that can be the response.
    pub response_events: Vec<String>,
    /// The object inside the plugin's data that the provided `reply` reads, if any.
    pub reply_in: Option<String>,
    /// Whether the provided `reply` puts the SDP of the message into the response.
    pub sets_jsep: bool,
    /// Whether the request reads its response itself.
    pub has_reader: bool,
    /// The constant members of the body.
    pub body: Vec<(String, String)>,
    /// The names of the method in JavaScript, if they are not the struct's name.
    pub js_methods: Vec<String>,
    /// The fields of the request that JavaScript's result repeats.
    pub echoed_fields: Vec<String>,
    /// The fields of the handle that JavaScript's result repeats.
    pub handle_fields: Vec<String>,
    /// `PLUGIN_DECIDES` or `UNCORRELATED`, if the first event does not complete the request.
    pub completion: Option<String>,
    /// The timeout in milliseconds, if it is not the default.
    pub timeout: Option<u64>,
    /// The events that end the request as a refusal.
    pub refusal_events: Vec<String>,
    /// The response events that are emitted as events, too.
    pub also_emitted: Vec<String>,
    /// When the request needs an SDP.
    pub needs_jsep: Option<NeedsJsep>,
    pub answers_jsep: bool,
    /// Whether sending the request twice has the same effect as sending it once.
    pub idempotent: bool,
    /// The first version of Janus that has the request, if some servers are older.
    pub since: Option<[u64; 3]>,
    /// The text that a timeout error adds.
    pub timeout_hint: Option<String>,
    /// For a request of the Admin API: whether the response is in an object called `data`.
    pub within_data: bool,
}

/// When a request needs an SDP, although Janus takes the request without one.
#[derive(Debug)]
pub enum NeedsJsep {
    Always,
    /// If one of these fields is true, the request or the response carries an SDP.
    Exchanged(Vec<String>),
}

#[derive(Debug)]
pub struct ChannelRequest {
    pub shape: String,
    pub reply: String,
    /// The name of the request on the wire.
    pub verb: String,
}

#[derive(Debug)]
pub struct Event {
    /// The variant of `Event`, such as `SlowLink`.
    pub variant: String,
    /// The type of the event's data, if the variant has any.
    pub shape: Option<String>,
    pub docs: Vec<String>,
}

#[derive(Debug)]
pub struct Rule {
    pub event: String,
    /// The conditions: a field, and the test that it must pass.
    pub when: Vec<(String, Test)>,
}

#[derive(Debug)]
pub enum Test {
    Present,
    Equals(String),
    Missing,
}

/// A role of handles: its type, and its requests.
#[derive(Debug)]
pub struct Role {
    pub name: String,
    pub requests: Vec<String>,
}

impl Plugin {
    /// The names of the shared sets of words that the shapes use.
    pub fn used_shared_words(&self) -> impl Iterator<Item = &str> {
        let fields = || self.shapes.iter().flat_map(|shape| &shape.fields);
        let is_used = move |set: &&WordSet| fields().any(|field| type_name(innermost(&field.ty)) == set.name);
        self.shared_words.iter().filter(is_used).map(|set| &*set.name)
    }

    pub fn shape(&self, name: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.name == name)
    }

    /// Whether one rule takes all messages: the events of a script, which stay as they are.
    pub fn takes_all(&self) -> bool {
        self.rules.iter().any(|rule| rule.when.is_empty())
    }

    /// The object inside the plugin's data that holds a shape's fields.
    pub fn flattened_from(&self, shape: &str) -> Option<&str> {
        self.flattened.iter().find(|(of, _)| of == shape).map(|(_, from)| &**from)
    }

    /// The type that the adaptors' declarations have for a function: `peer_joinedEvent`'s is `PeerJoinedEvent`, with the
    /// plugin's name before it.
    pub fn adapted_type(&self, function: &str) -> Option<String> {
        let name: String = function.split('_').map(with_capital_letter).collect();
        let name = format!("{}{name}", self.class);
        let declared = [format!("export interface {name} "), format!("export type {name} ")];
        let mut lines = self.adaptor_types.as_ref()?.lines();
        lines.any(|line| declared.iter().any(|declared| line.starts_with(declared))).then_some(name)
    }

    /// Whether there is an adaptor of this name.
    pub fn adapts(&self, function: &str) -> bool {
        self.exported_adaptors.iter().any(|exported| exported == function)
    }

    /// The names of the adaptors that the generated code calls if they exist.
    pub fn callable_adaptors(&self) -> Vec<String> {
        let of_methods = self.requests.iter().flat_map(|request| {
            let method = request.method();
            [format!("{method}Params"), format!("{method}Result"), format!("{method}Failed")]
        });
        let fields = self.shapes.iter().flat_map(|shape| &shape.fields);
        let serializers = fields.filter_map(|field| field.written_by.clone());
        let of_events = self.event_names().into_iter().map(|name| format!("{name}Event"));
        of_methods.chain(serializers).chain(of_events).chain(["state".to_owned()]).collect()
    }

    /// The variant of a rule's event.
    pub fn event(&self, name: &str) -> Option<&Event> {
        let plain = |text: &str| text.replace('_', "").to_lowercase();
        self.events.iter().find(|event| plain(&event.variant) == plain(name))
    }

    /// The shape of a rule's event: that of the variant, or of the response.
    pub fn carried(&self, name: &str) -> Option<&str> {
        let of_event = self.event(name).and_then(|event| event.shape.as_deref());
        of_event.or_else(|| {
            let request = self.requests.iter().find(|request| request.is_response(name));
            request.map(|request| &*request.reply).filter(|reply| self.shape(reply).is_some())
        })
    }

    /// Whether an event or a response of this name has this shape.
    pub fn is_read_as(&self, name: &str, shape: &str) -> bool {
        self.carried(name) == Some(shape)
            || self.requests.iter().any(|request| request.reply == shape && request.is_response(name))
    }

    /// The names of the events, each once, in the order of the rules.
    pub fn event_names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for rule in &self.rules {
            if !names.contains(&&*rule.event) && self.event(&rule.event).is_some() {
                names.push(&*rule.event);
            }
        }
        names
    }
}

impl Request {
    /// The method's name in JavaScript: the struct's, with a small first letter.
    pub fn method(&self) -> String {
        self.js_methods.first().cloned().unwrap_or_else(|| with_small_letter(&self.shape))
    }

    /// Whether an event of this name can be the response.
    pub fn is_response(&self, event: &str) -> bool {
        self.response_events.iter().any(|name| name == event)
    }
}

fn with_capital_letter(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub fn with_small_letter(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The last word of a type's path, such as `String`.
pub fn type_name(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default(),
        Type::Tuple(_) => "()".to_owned(),
        _ => String::new(),
    }
}

/// The aliases of `src/plugins/field_types.rs`, which say what a field holds, and their types.
pub const FIELD_TYPES: [(&str, &str); 11] = [
    ("AccessKey", "Secret"),
    ("Bitrate", "u64"),
    ("FeedId", "Id"),
    ("FilePath", "String"),
    ("HostName", "String"),
    ("MediaUrl", "String"),
    ("MountpointId", "Id"),
    ("NetworkInterface", "String"),
    ("RoomId", "Id"),
    ("SipUri", "String"),
    ("UserId", "String"),
];

/// The last word of a type's path, of the type itself if it is an alias.
pub fn value_type(ty: &Type) -> String {
    let name = type_name(ty);
    match FIELD_TYPES.iter().find(|(alias, _)| *alias == name) {
        Some((_, of)) => (*of).to_owned(),
        None => name,
    }
}

/// The first type argument, such as `T` of `Option<T>`.
pub fn type_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The last type argument, such as `V` of `BTreeMap<K, V>`.
pub fn last_argument(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let syn::PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    arguments.args.iter().rev().find_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type of a map's values, also of an optional map: `V` of `Option<BTreeMap<K, V>>`.
pub fn map_value(ty: &Type) -> Option<&Type> {
    match &*type_name(ty) {
        "BTreeMap" => last_argument(ty),
        _ => type_argument(ty).and_then(map_value),
    }
}

/// Whether it is a list, or an optional one.
pub fn is_list(ty: &Type) -> bool {
    type_name(ty) == "Vec" || type_argument(ty).is_some_and(is_list)
}

/// The innermost type argument: `T` of `Option<Vec<T>>`.
pub fn innermost(ty: &Type) -> &Type {
    type_argument(ty).map_or(ty, innermost)
}
