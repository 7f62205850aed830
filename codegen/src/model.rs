//! What a definition says, read from its Rust source.

use std::path::Path;
use std::{fs, io};

use syn::{Expr, ImplItem, Item, Lit, Type};

use crate::attributes::{derives, docs, has_flag, serde_value, two_names};
use crate::expressions::{elements, last_word, pairs_of, seconds, text_of, texts_of};

/// One plugin.
#[derive(Debug, Default)]
pub struct Plugin {
    /// `echotest`
    pub name: String,
    /// `EchoTest`
    pub class: String,
    /// `janus.plugin.echotest`
    pub package: String,
    pub docs: Vec<String>,
    pub shapes: Vec<Shape>,
    pub requests: Vec<Request>,
    pub events: Vec<Event>,
    pub rules: Vec<Rule>,
    /// Events whose key in JavaScript is not their name in capitals.
    pub keys: Vec<(String, String)>,
    /// Events with a second name, for when they are about somebody else.
    pub peers: Vec<String>,
    /// What goes over a data channel, and what that tells.
    pub channel: Vec<ChannelRequest>,
    pub channel_events: Vec<Event>,
    pub error_codes: Vec<(String, i64, Vec<String>)>,
    /// Enums of words, with the words.
    pub words: Vec<(String, Vec<String>)>,
    /// Shapes whose fields come in an object inside the plugin's data, with that object's name.
    pub flattened: Vec<(String, String)>,
    /// The text of `NAME.adapt.d.ts`, or of `adapt.d.ts` in the plugin's folder: the types of what adaptors take and give.
    pub adaptor_types: Option<String>,
    /// The text of `NAME.adapt.js`, or of `adapt.js` in the plugin's folder, whose functions are used where they are named for it.
    pub adaptors: Option<String>,
}

/// A struct of fields.
#[derive(Debug)]
pub struct Shape {
    pub name: String,
    pub docs: Vec<String>,
    pub fields: Vec<Field>,
    pub has_jsep: bool,
}

#[derive(Debug)]
pub struct Field {
    /// The name in both languages.
    pub name: String,
    /// The name on the wire.
    pub wire: String,
    /// Another name that it may have on the wire.
    pub alias: Option<String>,
    /// The function that both languages write its value with.
    pub written_by: Option<String>,
    pub ty: Type,
    pub docs: Vec<String>,
}

#[derive(Debug)]
pub struct Request {
    pub shape: String,
    pub reply: String,
    pub answers: Vec<String>,
    /// Members that are always the same.
    pub body: Vec<(String, String)>,
    /// JavaScript's names for it, where they are not the struct's.
    pub methods: Vec<String>,
    /// Fields that the result repeats.
    pub echo: Vec<String>,
    /// Fields of the handle that the result repeats.
    pub own: Vec<String>,
    /// Whether its events are `PluginDecides`, or `Uncorrelated`.
    pub judged: Option<String>,
    /// How long it waits, in milliseconds.
    pub timeout: Option<u64>,
    /// Events that refuse it.
    pub refusals: Vec<String>,
    /// Answers that are told as events, too.
    pub also_told: Vec<String>,
    /// When it needs an SDP.
    pub needs_jsep: Option<NeedsJsep>,
    /// Whether it may be sent twice.
    pub repeatable: bool,
    /// What it means when no answer comes.
    pub unanswered: Option<String>,
    /// For one of the Admin API: whether its answer is in an object called `data`.
    pub within_data: bool,
}

/// When a request needs an SDP, although Janus takes the request without one.
#[derive(Debug)]
pub enum NeedsJsep {
    Always,
    /// With one of these fields true, an SDP goes with it or comes with the answer.
    Exchanged(Vec<String>),
}

#[derive(Debug)]
pub struct ChannelRequest {
    pub shape: String,
    pub reply: String,
    /// Janus's word for it.
    pub verb: String,
}

#[derive(Debug)]
pub struct Event {
    /// `SlowLink`
    pub variant: String,
    /// The type of what it carries, if that is a struct here.
    pub shape: Option<String>,
    pub docs: Vec<String>,
}

#[derive(Debug)]
pub struct Rule {
    pub event: String,
    /// A field, and what it must be.
    pub when: Vec<(String, Must)>,
}

#[derive(Debug)]
pub enum Must {
    BeThere,
    Be(String),
    BeMissing,
}

impl Plugin {
    /// The definition in this file or folder, if it holds one.
    pub fn read(path: &Path) -> io::Result<Option<Self>> {
        let mut plugin = Self::read_all(path)?;
        if plugin.package.is_empty() || path.file_stem().is_some_and(|stem| stem == "mod") {
            return Ok(None);
        }
        plugin.name = plugin.package.rsplit('.').next().unwrap_or_default().to_owned();
        let adaptors = if path.is_dir() { path.join("adapt.js") } else { path.with_extension("adapt.js") };
        plugin.adaptor_types = fs::read_to_string(adaptors.with_extension("d.ts")).ok();
        plugin.adaptors = fs::read_to_string(adaptors).ok();
        Ok(Some(plugin))
    }

    /// All definitions in this file or folder.
    pub fn read_all(path: &Path) -> io::Result<Self> {
        let mut files = vec![path.to_owned()];
        if path.is_dir() {
            files =
                fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
            files.sort();
        }
        files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
        let mut plugin = Self::default();
        for file in files {
            let text = fs::read_to_string(&file)?;
            let parsed =
                syn::parse_file(&text).map_err(|error| io::Error::other(format!("{file:?}: {error}")))?;
            for item in &parsed.items {
                plugin.read_item(item);
            }
        }
        Ok(plugin)
    }

    fn read_item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) if has_open_fields(item) => self.shapes.push(shape(item)),
            Item::Enum(item) if item.ident == "Event" => self.events = events(item),
            Item::Enum(item) if item.ident == "ChannelEvent" => self.channel_events = events(item),
            Item::Enum(item) if item.variants.is_empty() => self.docs = docs(&item.attrs),
            Item::Enum(item) if item.variants.iter().all(|variant| variant.fields.is_empty()) => {
                self.words.push((item.ident.to_string(), words(item)));
            }
            Item::Const(item) if item.ident == "RULES" => self.rules = rules(&item.expr),
            Item::Const(item) if item.ident == "KEYS" => self.keys = pairs_of(&item.expr),
            Item::Const(item) if item.ident == "PEERS" => self.peers = texts_of(&item.expr),
            Item::Mod(item) if item.ident == "error_code" => self.error_codes = error_codes(item),
            Item::Impl(item) => {
                let Some((_, of, _)) = &item.trait_ else { return };
                let trait_name = of.segments.last().map(|segment| segment.ident.to_string());
                match trait_name.as_deref() {
                    Some("Plugin") => {
                        self.class = type_name(&item.self_ty);
                        self.package =
                            constant(item, "PACKAGE").as_ref().and_then(text_of).unwrap_or_default();
                    }
                    Some("Flattened") => {
                        let from = constant(item, "FROM").as_ref().and_then(text_of).unwrap_or_default();
                        self.flattened.push((type_name(&item.self_ty), from));
                    }
                    Some("ChannelRequest") => self.channel.push(ChannelRequest {
                        shape: type_name(&item.self_ty),
                        reply: associated(item, "Reply"),
                        verb: constant(item, "VERB").as_ref().and_then(text_of).unwrap_or_default(),
                    }),
                    Some("Request") => self.requests.push(Request {
                        shape: type_name(&item.self_ty),
                        reply: associated(item, "Reply"),
                        answers: constant(item, "RESPONSE_EVENTS").map(|list| texts_of(&list)).unwrap_or_default(),
                        methods: constant(item, "METHODS").map(|list| texts_of(&list)).unwrap_or_default(),
                        echo: constant(item, "ECHO").map(|list| texts_of(&list)).unwrap_or_default(),
                        body: body(item),
                        within_data: constant(item, "WITHIN_DATA").is_some(),
                        own: constant(item, "OWN").map(|list| texts_of(&list)).unwrap_or_default(),
                        judged: constant(item, "COMPLETION")
                            .map(|answer| last_word(&answer))
                            .filter(|answer| answer == "PluginDecides" || answer == "Uncorrelated"),
                        timeout: constant(item, "TIMEOUT").and_then(|t| seconds(&t)).map(|time| time * 1000),
                        refusals: constant(item, "REFUSALS").map(|list| texts_of(&list)).unwrap_or_default(),
                        also_told: constant(item, "ALSO_TOLD")
                            .map(|list| texts_of(&list))
                            .unwrap_or_default(),
                        needs_jsep: constant(item, "NEEDS_JSEP").map(|need| match &need {
                            Expr::Call(call) => {
                                NeedsJsep::Exchanged(call.args.iter().flat_map(texts_of).collect())
                            }
                            _ => NeedsJsep::Always,
                        }),
                        repeatable: constant(item, "IDEMPOTENCY")
                            .is_some_and(|replay| last_word(&idempotency) == "Safe"),
                        unanswered: constant(item, "TIMEOUT_HINT").as_ref().and_then(text_of),
                    }),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    pub fn shape(&self, name: &str) -> Option<&Shape> {
        self.shapes.iter().find(|shape| shape.name == name)
    }

    /// Whether nothing is told apart: a script's own events, which stay as they are.
    pub fn takes_all(&self) -> bool {
        self.rules.iter().any(|rule| rule.when.is_empty())
    }

    /// The object inside the plugin's data that holds a shape's fields.
    pub fn flattened_from(&self, shape: &str) -> Option<&str> {
        self.flattened.iter().find(|(of, _)| of == shape).map(|(_, from)| &**from)
    }

    /// The type that an adaptor's file declares for what it takes or gives: `configureResult`'s is
    /// `ConfigureResult`, with the plugin's name before it.
    pub fn adapted_type(&self, function: &str) -> Option<String> {
        let mut letters = function.chars();
        let first = letters.next()?.to_uppercase();
        let name = format!("{}{first}{}", self.class, letters.as_str());
        let declared = [format!("export interface {name} "), format!("export type {name} ")];
        let text = self.adaptor_types.as_ref()?;
        declared.iter().any(|declared| text.contains(declared)).then_some(name)
    }

    /// Whether there is an adaptor of this name.
    pub fn adapts(&self, function: &str) -> bool {
        let exported = [format!("export function {function}("), format!("export const {function} =")];
        self.adaptors.as_ref().is_some_and(|text| exported.iter().any(|exported| text.contains(exported)))
    }

    /// The variant that a rule's event goes by.
    pub fn event(&self, name: &str) -> Option<&Event> {
        let plain = |text: &str| text.replace('_', "").to_lowercase();
        self.events.iter().find(|event| plain(&event.variant) == plain(name))
    }

    /// What a rule's event carries: an event's struct, or that of the answer that goes by its name.
    pub fn carried(&self, name: &str) -> Option<&str> {
        let of_event = self.event(name).and_then(|event| event.shape.as_deref());
        of_event.or_else(|| {
            let request =
                self.requests.iter().find(|request| request.answers.iter().any(|answer| answer == name));
            request.map(|request| &*request.reply).filter(|reply| self.shape(reply).is_some())
        })
    }

    /// Whether a rule's event or answer is of this shape.
    pub fn is_told_as(&self, name: &str, shape: &str) -> bool {
        let answers = |request: &Request| request.answers.iter().any(|answer| answer == name);
        self.carried(name) == Some(shape)
            || self.requests.iter().any(|request| request.reply == shape && answers(request))
    }

    /// The names of the events that are told unasked, each once, in the order of the rules.
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
        self.methods.first().cloned().unwrap_or_else(|| with_small_letter(&self.shape))
    }
}

/// Others are Rust's alone.
fn has_open_fields(item: &syn::ItemStruct) -> bool {
    item.fields.iter().all(|field| matches!(field.vis, syn::Visibility::Public(_)))
}

pub fn with_small_letter(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn shape(item: &syn::ItemStruct) -> Shape {
    let mut fields = Vec::new();
    let mut has_jsep = false;
    for field in &item.fields {
        let Some(name) = field.ident.as_ref().map(ToString::to_string) else { continue };
        let name = name.trim_start_matches("r#").to_owned();
        has_jsep |= name == "jsep";
        if name == "jsep" || has_flag(&field.attrs, "flatten") {
            continue;
        }
        let wire = serde_value(&field.attrs, "rename").unwrap_or_else(|| name.clone());
        let (name, wire) =
            two_names(&field.attrs, derives(&item.attrs, "Deserialize")).unwrap_or((name, wire));
        // Secrets are only a type in Rust; JavaScript has their text.
        let written_by = serde_value(&field.attrs, "serialize_with").filter(|by| !by.starts_with("Secret::"));
        let alias = serde_value(&field.attrs, "alias");
        fields.push(Field { name, wire, alias, written_by, ty: field.ty.clone(), docs: docs(&field.attrs) });
    }
    Shape { name: item.ident.to_string(), docs: docs(&item.attrs), fields, has_jsep }
}

fn events(item: &syn::ItemEnum) -> Vec<Event> {
    let event = |variant: &syn::Variant| Event {
        variant: variant.ident.to_string(),
        shape: variant.fields.iter().next().map(|field| type_name(&field.ty)),
        docs: docs(&variant.attrs),
    };
    item.variants.iter().map(event).filter(|event| event.variant != "Other").collect()
}

/// The words of an enum; serde's `rename` says the word, else it is the variant in small letters.
fn words(item: &syn::ItemEnum) -> Vec<String> {
    let word = |variant: &syn::Variant| {
        serde_value(&variant.attrs, "rename").unwrap_or_else(|| variant.ident.to_string().to_lowercase())
    };
    item.variants.iter().map(word).collect()
}

fn rules(expr: &Expr) -> Vec<Rule> {
    elements(expr)
        .into_iter()
        .filter_map(|rule| {
            let Expr::Struct(rule) = rule else { return None };
            let member = |name: &str| {
                let mut fields = rule.fields.iter();
                fields
                    .find(|field| matches!(&field.member, syn::Member::Named(n) if n == name))
                    .map(|f| &f.expr)
            };
            let when = elements(member("when")?).into_iter().filter_map(condition).collect();
            Some(Rule { event: text_of(member("event")?)?, when })
        })
        .collect()
}

fn condition(expr: &Expr) -> Option<(String, Must)> {
    let Expr::Call(call) = expr else { return None };
    let mut arguments = call.args.iter();
    let field = text_of(arguments.next()?)?;
    let must = match (arguments.next().and_then(text_of), &*last_word(&call.func)) {
        (Some(text), _) => Must::Be(text),
        (None, "Lacks") => Must::BeMissing,
        (None, _) => Must::BeThere,
    };
    Some((field, must))
}

fn error_codes(item: &syn::ItemMod) -> Vec<(String, i64, Vec<String>)> {
    let items = item.content.as_ref().map(|(_, items)| &**items).unwrap_or_default();
    let code = |item: &Item| match item {
        Item::Const(item) => match &*item.expr {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Int(number) => {
                    Some((item.ident.to_string(), number.base10_parse().ok()?, docs(&item.attrs)))
                }
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    items.iter().filter_map(code).collect()
}

/// The fixed members; of a request to the Admin API, its word.
fn body(item: &syn::ItemImpl) -> Vec<(String, String)> {
    let verb = constant(item, "VERB").as_ref().and_then(text_of);
    match verb {
        Some(verb) => vec![("janus".to_owned(), verb)],
        None => constant(item, "BODY").map(|list| pairs_of(&list)).unwrap_or_default(),
    }
}

fn constant(item: &syn::ItemImpl, name: &str) -> Option<Expr> {
    item.items.iter().find_map(|item| match item {
        ImplItem::Const(item) if item.ident == name => Some(item.expr.clone()),
        _ => None,
    })
}

fn associated(item: &syn::ItemImpl, name: &str) -> String {
    let found = item.items.iter().find_map(|item| match item {
        ImplItem::Type(item) if item.ident == name => Some(type_name(&item.ty)),
        _ => None,
    });
    found.unwrap_or_default()
}

/// The last word of a type's path.
pub fn type_name(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default(),
        Type::Tuple(_) => "()".to_owned(),
        _ => String::new(),
    }
}

/// What a generic type such as `Option<T>` is about.
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

/// The last type that a generic one such as `BTreeMap<K, V>` is about.
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

/// Whether it is a list, perhaps an optional one.
pub fn is_list(ty: &Type) -> bool {
    type_name(ty) == "Vec" || type_argument(ty).is_some_and(is_list)
}

/// What a type is about in the end: `T` for `Option<Vec<T>>`.
pub fn innermost(ty: &Type) -> &Type {
    type_argument(ty).map_or(ty, innermost)
}
