//! Reads a definition from its Rust source. Everything that the generator does not implement is an error.

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Expr, ImplItem, Item, ItemImpl};

use crate::attributes::{Serde, derives, docs};
use crate::error::{Problem, Result};
use crate::expressions::{
    Read, bool_of, elements, integer_of, janus_version, last_word, pairs_of, text_of, texts_of, timeout,
};
use crate::model::{ChannelRequest, Event, Field, NeedsJsep, Plugin, Request, Rule, Shape, Test, type_name};
use crate::{roles, words};

/// The constants of a plugin's requests.
const REQUEST: [&str; 17] = [
    "ALSO_EMITTED",
    "ANSWERS_JSEP",
    "BODY",
    "COMPLETION",
    "ECHOED_FIELDS",
    "HANDLE_FIELDS",
    "IDEMPOTENCY",
    "JS_METHODS",
    "NEEDS_JSEP",
    "REFUSAL_EVENTS",
    "REPLY_IN",
    "RESPONSE_EVENTS",
    "SET_JSEP",
    "SINCE",
    "TIMEOUT",
    "TIMEOUT_HINT",
    // Those of the Admin API's requests are read as those of plugins.
    "WITHIN_DATA",
];

impl Plugin {
    /// Reads the definition in this file or folder, if it holds one.
    ///
    /// # Errors
    /// A file that can't be read; something in the definition that the generator does not implement.
    pub fn read(path: &Path) -> Result<Option<Self>> {
        if path.file_stem().is_some_and(|stem| stem == "mod") {
            return Ok(None);
        }
        let mut plugin = Self::read_all(path)?;
        if plugin.package.is_empty() {
            return Ok(None);
        }
        let shared = path.with_file_name("words.rs");
        if shared.exists() {
            plugin.shared_words = Self::read_all(&shared)?.words;
        }
        plugin.name = plugin.package.rsplit('.').next().unwrap_or_default().to_owned();
        let adaptors = if path.is_dir() { path.join("adapt.js") } else { path.with_extension("adapt.js") };
        plugin.adaptor_types = fs::read_to_string(adaptors.with_extension("d.ts")).ok();
        plugin.adaptors = fs::read_to_string(&adaptors).ok();
        plugin.exported_adaptors = exports(plugin.adaptors.as_deref().unwrap_or_default())
            .and_then(|exported| all_callable(&plugin, exported))
            .map_err(|problem| problem.in_file(&adaptors))?;
        crate::checks::names(&plugin).map_err(|problem| problem.in_file(path))?;
        Ok(Some(plugin))
    }

    /// Reads all definitions in this file or folder.
    ///
    /// # Errors
    /// A file that can't be read; something in the definitions that the generator does not implement.
    pub fn read_all(path: &Path) -> Result<Self> {
        let mut plugin = Self::default();
        for file in rust_files(path)? {
            let text = fs::read_to_string(&file)?;
            let parsed = syn::parse_file(&text)
                .map_err(|error| Problem::new("the file", error.to_string()).in_file(&file))?;
            for item in &parsed.items {
                plugin.read_item(item).map_err(|problem| problem.in_file(&file))?;
            }
        }
        Ok(plugin)
    }

    fn read_item(&mut self, item: &Item) -> std::result::Result<(), Problem> {
        match item {
            Item::Struct(item) if has_open_fields(item) => self.shapes.push(shape(item)?),
            Item::Enum(item) if item.ident == "Event" => self.events = events(item),
            Item::Enum(item) if item.ident == "ChannelEvent" => self.channel_events = events(item),
            Item::Enum(item) if item.variants.is_empty() => self.docs = docs(&item.attrs),
            Item::Macro(item) if item.mac.path.is_ident("words") => {
                let sets = item.mac.parse_body_with(words::sets);
                let sets = sets.map_err(|error| Problem::new("words!", error.to_string()))?;
                self.words.extend(sets);
            }
            Item::Macro(item) if item.mac.path.is_ident("roles") => {
                let roles = item.mac.parse_body_with(roles::roles);
                self.roles = roles.map_err(|error| Problem::new("roles!", error.to_string()))?;
            }
            Item::Enum(item) if item.variants.iter().all(|variant| variant.fields.is_empty()) => {
                return Err(Problem::new(item.ident.to_string(), "expected `words!` for a set of words"));
            }
            Item::Const(item) => {
                let read = match &*item.ident.to_string() {
                    "RULES" => rules(&item.expr).map(|rules| self.rules = rules),
                    "EVENT_KEYS" => pairs_of(&item.expr).map(|keys| self.event_keys = keys),
                    "PEER_EVENTS" => texts_of(&item.expr).map(|events| self.peer_events = events),
                    _ => Ok(()),
                };
                read.map_err(|text| Problem::new(item.ident.to_string(), text))?;
            }
            Item::Mod(item) if item.ident == "error_code" => self.error_codes = error_codes(item)?,
            Item::Impl(item) => self.read_impl(&Constants::of(item))?,
            _ => {}
        }
        Ok(())
    }

    fn read_impl(&mut self, item: &Constants<'_>) -> std::result::Result<(), Problem> {
        match &*item.of_trait {
            "Plugin" => {
                self.class.clone_from(&item.of_type);
                self.package = item.required("PACKAGE", text_of)?;
                self.droppable = item.texts("DROPPABLE")?;
            }
            "Flattened" => self.flattened.push((item.of_type.clone(), item.required("FROM", text_of)?)),
            "ChannelRequest" => self.channel.push(ChannelRequest {
                shape: item.of_type.clone(),
                reply: item.associated("Reply")?,
                verb: item.required("VERB", text_of)?,
            }),
            "Request" => self.requests.push(request(item)?),
            "" if item.of_type == "Event" => {
                if let Some(read) = item.function("read") {
                    let events =
                        read_events(&read.block).map_err(|text| Problem::new("Event::read", text))?;
                    self.read_events = Some(events);
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn rust_files(path: &Path) -> Result<Vec<PathBuf>> {
    let mut files = vec![path.to_owned()];
    if path.is_dir() {
        files = fs::read_dir(path)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<std::io::Result<_>>()?;
        files.sort();
    }
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    Ok(files)
}

/// The constants and types of an `impl`.
struct Constants<'s> {
    item: &'s ItemImpl,
    of_type: String,
    of_trait: String,
}

impl<'s> Constants<'s> {
    fn of(item: &'s ItemImpl) -> Self {
        let last = item.trait_.as_ref().and_then(|(_, of, _)| of.segments.last());
        let of_trait = last.map(|segment| segment.ident.to_string()).unwrap_or_default();
        Self { item, of_type: type_name(&item.self_ty), of_trait }
    }

    fn problem(&self, name: &str, text: impl Into<String>) -> Problem {
        Problem::new(format!("{}: {name}", self.of_type), text)
    }

    fn all(&self) -> impl Iterator<Item = (String, &'s Expr)> {
        self.item.items.iter().filter_map(|item| match item {
            ImplItem::Const(item) => Some((item.ident.to_string(), &item.expr)),
            _ => None,
        })
    }

    /// The value of a constant, if the `impl` has it.
    fn value<T>(
        &self,
        name: &str,
        read: impl Fn(&Expr) -> Read<T>,
    ) -> std::result::Result<Option<T>, Problem> {
        let found = self.all().find(|(constant, _)| constant == name);
        found.map(|(_, expr)| read(expr).map_err(|text| self.problem(name, text))).transpose()
    }

    fn required<T>(&self, name: &str, read: impl Fn(&Expr) -> Read<T>) -> std::result::Result<T, Problem> {
        self.value(name, read)?.ok_or_else(|| self.problem(name, "the constant is missing"))
    }

    fn texts(&self, name: &str) -> std::result::Result<Vec<String>, Problem> {
        Ok(self.value(name, texts_of)?.unwrap_or_default())
    }

    fn function(&self, name: &str) -> Option<&'s syn::ImplItemFn> {
        self.item.items.iter().find_map(|item| match item {
            ImplItem::Fn(item) if item.sig.ident == name => Some(item),
            _ => None,
        })
    }

    fn associated(&self, name: &str) -> std::result::Result<String, Problem> {
        let found = self.item.items.iter().find_map(|item| match item {
            ImplItem::Type(item) if item.ident == name => Some(type_name(&item.ty)),
            _ => None,
        });
        found.ok_or_else(|| self.problem(name, "the associated type is missing"))
    }
}

/// A request to a plugin, or one of the Admin API, which has a `VERB`.
fn request(item: &Constants<'_>) -> std::result::Result<Request, Problem> {
    let verb = item.value("VERB", text_of)?;
    let known = |name: &str| REQUEST.contains(&name) || (name == "VERB" && verb.is_some());
    if let Some((name, _)) = item.all().find(|(name, _)| !known(name)) {
        return Err(item.problem(&name, "the generator does not know this constant"));
    }
    let body = match &verb {
        Some(verb) => vec![("janus".to_owned(), verb.clone())],
        None => item.value("BODY", pairs_of)?.unwrap_or_default(),
    };
    Ok(Request {
        shape: item.of_type.clone(),
        reply: item.associated("Reply")?,
        response_events: item.texts("RESPONSE_EVENTS")?,
        reply_in: item.value("REPLY_IN", text_of)?,
        sets_jsep: item.all().any(|(name, _)| name == "SET_JSEP"),
        has_reader: item.function("reply").is_some(),
        body,
        js_methods: item.texts("JS_METHODS")?,
        echoed_fields: item.texts("ECHOED_FIELDS")?,
        handle_fields: item.texts("HANDLE_FIELDS")?,
        completion: item.value("COMPLETION", completion)?.flatten(),
        timeout: item.value("TIMEOUT", timeout)?.flatten(),
        refusal_events: item.texts("REFUSAL_EVENTS")?,
        also_emitted: item.texts("ALSO_EMITTED")?,
        needs_jsep: item.value("NEEDS_JSEP", needs_jsep)?.flatten(),
        answers_jsep: item.value("ANSWERS_JSEP", bool_of)?.unwrap_or_default(),
        idempotent: item.value("IDEMPOTENCY", idempotent)?.unwrap_or_default(),
        since: item.value("SINCE", janus_version)?,
        timeout_hint: item.value("TIMEOUT_HINT", unquoted)?,
        within_data: item.value("WITHIN_DATA", bool_of)?.unwrap_or_default(),
    })
}

fn completion(expr: &Expr) -> Read<Option<String>> {
    match &*last_word(expr)? {
        "FirstEvent" => Ok(None),
        "PluginDecides" => Ok(Some("PLUGIN_DECIDES".to_owned())),
        "Uncorrelated" => Ok(Some("UNCORRELATED".to_owned())),
        other => Err(format!("expected `FirstEvent`, `PluginDecides` or `Uncorrelated`, found `{other}`")),
    }
}

fn needs_jsep(expr: &Expr) -> Read<Option<NeedsJsep>> {
    const EXPECTED: &str = "`Never`, `Always` or `Exchanged(&[…])`";
    match expr {
        Expr::Call(call) if last_word(&call.func)? == "Exchanged" && call.args.len() == 1 => {
            Ok(Some(NeedsJsep::Exchanged(texts_of(&call.args[0])?)))
        }
        Expr::Path(_) => match &*last_word(expr)? {
            "Never" => Ok(None),
            "Always" => Ok(Some(NeedsJsep::Always)),
            other => Err(format!("expected {EXPECTED}, found `{other}`")),
        },
        _ => Err(format!("expected {EXPECTED}")),
    }
}

fn idempotent(expr: &Expr) -> Read<bool> {
    match &*last_word(expr)? {
        "Idempotent" => Ok(true),
        "NotIdempotent" => Ok(false),
        other => Err(format!("expected `Idempotent` or `NotIdempotent`, found `{other}`")),
    }
}

/// A text that JavaScript can have between single quotes.
fn unquoted(expr: &Expr) -> Read<String> {
    let text = text_of(expr)?;
    match text.contains(['\'', '\\', '\n']) {
        true => Err("the text contains a single quote, a backslash or a line break".to_owned()),
        false => Ok(text),
    }
}

/// Whether all fields are public; other structs belong to Rust alone.
fn has_open_fields(item: &syn::ItemStruct) -> bool {
    item.fields.iter().all(|field| matches!(field.vis, syn::Visibility::Public(_)))
}

fn shape(item: &syn::ItemStruct) -> std::result::Result<Shape, Problem> {
    let name = item.ident.to_string();
    let problem = |text| Problem::new(&*name, text);
    let received = derives(&item.attrs, "Deserialize").map_err(problem)?;
    if Serde::read(&item.attrs).map_err(problem)?.has("rename_all") {
        return Err(problem("`rename_all` is not implemented for structs: use `rename`".to_owned()));
    }
    let mut shape = Shape {
        name: name.clone(),
        docs: docs(&item.attrs),
        fields: Vec::new(),
        has_extra: false,
        jsep: None,
        always_has_jsep: false,
    };
    for field in &item.fields {
        let Some(ident) = &field.ident else { continue };
        let ident = ident.to_string();
        if ident == "jsep" {
            shape.jsep = Some(docs(&field.attrs));
            shape.always_has_jsep = type_name(&field.ty) != "Option";
            continue;
        }
        let read = self::field(&ident, field, received);
        match read.map_err(|text| Problem::new(format!("{name}: {ident}"), text))? {
            Some(field) => shape.fields.push(field),
            None => shape.has_extra = true,
        }
    }
    Ok(shape)
}

/// The field, unless it holds the fields that have no definition.
fn field(ident: &str, field: &syn::Field, received: bool) -> Read<Option<Field>> {
    let serde = Serde::read(&field.attrs)?;
    if serde.has("flatten") {
        return Ok(None);
    }
    let (name, wire) = serde.names(ident.trim_start_matches("r#"), received)?;
    // Secrets are only a type in Rust; JavaScript has their text.
    let written_by = serde.value("serialize_with").filter(|by| !by.starts_with("Secret::"));
    let docs = without_own_name(docs(&field.attrs), &name, &wire);
    Ok(Some(Field {
        ident: ident.to_owned(),
        name,
        wire,
        alias: serde.value("alias"),
        written_by,
        ty: field.ty.clone(),
        docs,
    }))
}

/// The documentation for JavaScript, where a field with Janus's own name needs no "Janus's name".
fn without_own_name(docs: Vec<String>, name: &str, wire: &str) -> Vec<String> {
    if name != wire {
        return docs;
    }
    let text = docs.join("\n");
    for spaces in [" ", "\n"] {
        for inner in ["Janus's name: ", "Janus's\nname: ", "Janus's name:\n"] {
            if let Some(shorter) = text.strip_suffix(&format!("{spaces}{inner}`{wire}`.")) {
                return shorter.split('\n').map(str::to_owned).collect();
            }
        }
    }
    docs
}

fn events(item: &syn::ItemEnum) -> Vec<Event> {
    let event = |variant: &syn::Variant| Event {
        variant: variant.ident.to_string(),
        shape: variant.fields.iter().next().map(|field| type_name(&field.ty)),
        docs: docs(&variant.attrs),
    };
    item.variants.iter().map(event).filter(|event| event.variant != "Other").collect()
}

/// The events of the arms of `match classify(…)? { … }`, with the variant of each.
fn read_events(block: &syn::Block) -> Read<Vec<(String, String)>> {
    let found = block.stmts.iter().find_map(|statement| match statement {
        syn::Stmt::Local(local) => local.init.as_ref().and_then(|init| as_match(&init.expr)),
        syn::Stmt::Expr(expr, _) => as_match(expr),
        _ => None,
    });
    let mut events = Vec::new();
    for arm in &found.ok_or("expected `match classify(…)? { … }`")?.arms {
        match &arm.pat {
            syn::Pat::Wild(_) if is_none(&arm.body) => {}
            syn::Pat::Wild(_) => {
                return Err("expected `_ => return None`: each event needs its own arm".to_owned());
            }
            syn::Pat::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => {
                events.push((text.value(), variant(&arm.body)?));
            }
            _ => return Err("expected a string literal in each arm".to_owned()),
        }
    }
    Ok(events)
}

/// The variant of `Self` that an expression, or the last one of a block, creates.
fn variant(expr: &Expr) -> Read<String> {
    let path = match expr {
        Expr::Path(path) => &path.path,
        Expr::Call(call) => return variant(&call.func),
        Expr::Block(block) => match block.block.stmts.last() {
            Some(syn::Stmt::Expr(last, None)) => return variant(last),
            _ => return Err(NO_VARIANT.to_owned()),
        },
        _ => return Err(NO_VARIANT.to_owned()),
    };
    match path.segments.iter().collect::<Vec<_>>()[..] {
        [of, variant] if of.ident == "Self" => Ok(variant.ident.to_string()),
        _ => Err(NO_VARIANT.to_owned()),
    }
}

const NO_VARIANT: &str = "expected `Self::Variant(…)` in each arm";

/// The `match`, by itself or as in `Some(match … { … })`.
fn as_match(expr: &Expr) -> Option<&syn::ExprMatch> {
    match expr {
        Expr::Match(expr) => Some(expr),
        Expr::Call(call) => call.args.first().and_then(as_match),
        _ => None,
    }
}

/// Whether it is `None` or `return None`.
fn is_none(expr: &Expr) -> bool {
    match expr {
        Expr::Return(expr) => expr.expr.as_ref().is_some_and(|expr| is_none(expr)),
        expr => last_word(expr).is_ok_and(|word| word == "None"),
    }
}

fn rules(expr: &Expr) -> Read<Vec<Rule>> {
    let rule = |rule: &Expr| {
        let Expr::Struct(rule) = rule else { return Err("expected `Rule { event, when }`".to_owned()) };
        let member = |name: &str| {
            let found =
                rule.fields.iter().find(|field| matches!(&field.member, syn::Member::Named(n) if n == name));
            found.map(|field| &field.expr).ok_or_else(|| format!("a rule has no `{name}`"))
        };
        let event = text_of(member("event")?)?;
        let when = elements(member("when")?)?.into_iter().map(condition).collect::<Read<_>>();
        Ok(Rule { when: when.map_err(|problem| format!("{event}: {problem}"))?, event })
    };
    elements(expr)?.into_iter().map(rule).collect()
}

fn condition(expr: &Expr) -> Read<(String, Test)> {
    const EXPECTED: &str = "expected `Has(…)`, `Is(…, …)` or `Lacks(…)`";
    let Expr::Call(call) = expr else { return Err(EXPECTED.to_owned()) };
    let arguments = call.args.iter().map(text_of).collect::<Read<Vec<_>>>()?;
    match (&*last_word(&call.func)?, &*arguments) {
        ("Has", [field]) => Ok((field.clone(), Test::Present)),
        ("Is", [field, text]) => Ok((field.clone(), Test::Equals(text.clone()))),
        ("Lacks", [field]) => Ok((field.clone(), Test::Missing)),
        _ => Err(EXPECTED.to_owned()),
    }
}

fn error_codes(item: &syn::ItemMod) -> std::result::Result<Vec<(String, i64, Vec<String>)>, Problem> {
    let items = item.content.as_ref().map(|(_, items)| &**items).unwrap_or_default();
    let constants =
        items.iter().filter_map(|item| if let Item::Const(item) = item { Some(item) } else { None });
    let code = |item: &syn::ItemConst| {
        let problem = |text| Problem::new(format!("error_code: {}", item.ident), text);
        let number = integer_of(&item.expr).map_err(problem)?;
        let number = i64::try_from(number).map_err(|error| problem(error.to_string()))?;
        Ok((item.ident.to_string(), number, docs(&item.attrs)))
    };
    constants.map(code).collect()
}

/// The names that an adaptors' file exports.
fn exports(text: &str) -> std::result::Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("export")) {
        let rest = line.strip_prefix("export function ").or_else(|| line.strip_prefix("export const "));
        let Some(rest) = rest else {
            return Err(Problem::new(line, "expected `export function` or `export const`"));
        };
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        names.push(rest.chars().take_while(|letter| is_part(*letter)).collect());
    }
    Ok(names)
}

/// The exports, if the generated code calls each.
fn all_callable(plugin: &Plugin, exported: Vec<String>) -> std::result::Result<Vec<String>, Problem> {
    let callable = plugin.callable_adaptors();
    match exported.iter().find(|name| !callable.contains(name)) {
        Some(name) => {
            Err(Problem::new(&**name, "nothing calls this adaptor: no method, event or field has its name"))
        }
        None => Ok(exported),
    }
}
