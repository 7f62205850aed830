//! The settings of a connection, and those limits in `Config` that JavaScript can set, too. The documentation of each
//! states its default, which must be the one that the code sets.

use syn::{Expr, Fields, ImplItem, Item, ReturnType, Stmt};

use super::foreign::methods;
use crate::attributes::docs;
use crate::error::Problem;
use crate::expressions::{Read, bool_of, duration, integer_of, last_word};
use crate::model::{type_argument, type_name};

/// A field of JavaScript's configuration, a number.
#[derive(Debug)]
pub struct Limit {
    pub name: String,
    pub docs: Vec<String>,
}

/// A field of a struct of settings: a time, a number or a flag.
#[derive(Debug)]
pub struct Setting {
    pub name: String,
    /// The documentation without the default.
    pub docs: String,
    pub default: Default,
    /// Whether `None` is a value.
    pub is_optional: bool,
}

/// The default of a field.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    Milliseconds(u64),
    Count(u64),
    Flag(bool),
}

impl Default {
    fn of(expr: &Expr) -> Read<Self> {
        match expr {
            Expr::Call(call) if last_word(&call.func)? == "Some" => {
                call.args.first().map_or(Err("`Some` has no argument".to_owned()), Self::of)
            }
            Expr::Call(_) => duration(expr).map(Self::Milliseconds),
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::Shl(_)) => {
                let (number, by) = (integer_of(&binary.left)?, integer_of(&binary.right)?);
                let shifted = u32::try_from(by).ok().and_then(|by| 1u64.checked_shl(by));
                let product = shifted.and_then(|factor| number.checked_mul(factor));
                product.map(Self::Count).ok_or_else(|| "the number is too large".to_owned())
            }
            Expr::Lit(syn::ExprLit { lit: syn::Lit::Bool(_), .. }) => bool_of(expr).map(Self::Flag),
            other => integer_of(other).map(Self::Count),
        }
    }

    pub fn in_rust(self) -> String {
        match self {
            Self::Flag(flag) => flag.to_string(),
            Self::Milliseconds(time) if time % 1000 == 0 => format!("{} s", grouped(time / 1000)),
            Self::Milliseconds(time) => format!("{} ms", grouped(time)),
            Self::Count(number) if number % MEBIBYTE == 0 => format!("{} MiB", grouped(number / MEBIBYTE)),
            Self::Count(number) => grouped(number),
        }
    }

    pub fn in_javascript(self) -> String {
        match self {
            Self::Milliseconds(time) => grouped(time),
            Self::Count(_) | Self::Flag(_) => self.in_rust(),
        }
    }
}

const MEBIBYTE: u64 = 1 << 20;

/// Reads the names of the numbers that JavaScript may leave out: the getters of `Settings` that return `Option<f64>`.
///
/// # Errors
/// No getter returns `Option<f64>`.
pub fn getters(items: &[Item]) -> Result<Vec<String>, Problem> {
    let optional = methods(items, "Settings").into_iter().filter(|getter| is_optional(&getter.sig.output));
    let names: Vec<String> = optional.map(|getter| getter.sig.ident.to_string()).collect();
    match names.is_empty() {
        true => Err(Problem::new("Settings", "no getter returns `Option<f64>`")),
        false => Ok(names),
    }
}

/// Whether it is `Option<f64>`.
fn is_optional(returned: &ReturnType) -> bool {
    let ReturnType::Type(_, ty) = returned else { return false };
    type_name(ty) == "Option" && type_argument(ty).is_some_and(|ty| type_name(ty) == "f64")
}

/// Reads the fields of `Config` that these getters have. The name of a time ends in `_ms` in JavaScript.
///
/// # Errors
/// As [`settings`]; a getter without a field.
pub fn read(items: &[Item], getters: &[String]) -> Result<Vec<Limit>, Problem> {
    let mut limits = Vec::new();
    for setting in settings(items, "Config", "new")? {
        let name = in_javascript(&setting);
        if getters.contains(&name) {
            let unit = match (setting.default, setting.is_optional) {
                (Default::Count(_) | Default::Flag(_), _) => "",
                (Default::Milliseconds(_), false) => " In milliseconds.",
                (Default::Milliseconds(_), true) => " In milliseconds; 0 or Infinity for no limit.",
            };
            let meaning = setting.docs.replace("; `None` for no limit", "");
            let text = format!("{meaning}{unit} Default: {}.", setting.default.in_javascript());
            limits.push(Limit { name, docs: text.split('\n').map(str::to_owned).collect() });
        }
    }
    match getters.iter().find(|name| !limits.iter().any(|limit| limit.name == **name)) {
        Some(name) => Err(Problem::new("Config", format!("no field is the setting `{name}`"))),
        None => Ok(limits),
    }
}

/// The name of a setting in JavaScript.
pub fn in_javascript(setting: &Setting) -> String {
    let suffix = if matches!(setting.default, Default::Milliseconds(_)) { "_ms" } else { "" };
    format!("{}{suffix}", setting.name)
}

/// Reads the times, numbers and flags of a struct, whose defaults are those of this constructor.
///
/// # Errors
/// A default that can't be read; documentation that states another default.
pub fn settings(items: &[Item], of: &str, constructor: &str) -> Result<Vec<Setting>, Problem> {
    let fields = items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == of => Some(&item.fields),
        _ => None,
    });
    let Some(Fields::Named(fields)) = fields else {
        return Err(Problem::new(of, "the struct is missing"));
    };
    let defaults = defaults(items, of, constructor)
        .ok_or_else(|| Problem::new(format!("{of}::{constructor}"), "expected only `Self { … }`"))?;
    let mut settings = Vec::new();
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let name = ident.to_string();
        let is_optional = type_name(&field.ty) == "Option";
        let ty = if is_optional { type_argument(&field.ty) } else { Some(&field.ty) };
        if !matches!(ty.map(type_name).as_deref(), Some("Duration" | "usize" | "u32" | "bool")) {
            continue;
        }
        let problem = |text| Problem::new(format!("{of}: {name}"), text);
        let default =
            defaults.iter().find(|default| matches!(&default.member, syn::Member::Named(of) if of == ident));
        let default =
            default.ok_or_else(|| problem(format!("`{of}::{constructor}` does not set the field")))?;
        let default = Default::of(&default.expr).map_err(problem)?;
        let text = docs(&field.attrs).join("\n");
        let docs = without_default(&text, default).map_err(problem)?.to_owned();
        settings.push(Setting { name, docs, default, is_optional });
    }
    Ok(settings)
}

/// The fields of the value that the constructor returns.
fn defaults<'i>(items: &'i [Item], of: &str, constructor: &str) -> Option<Vec<&'i syn::FieldValue>> {
    let new = items.iter().find_map(|item| match item {
        Item::Impl(item) if type_name(&item.self_ty) == of => item.items.iter().find_map(|item| match item {
            ImplItem::Fn(item) if item.sig.ident == constructor => Some(&item.block),
            _ => None,
        }),
        _ => None,
    })?;
    match &*new.stmts {
        [Stmt::Expr(Expr::Struct(value), None)] => Some(value.fields.iter().collect()),
        _ => None,
    }
}

/// The documentation before its last sentence, which must state this default.
fn without_default(text: &str, default: Default) -> Read<&str> {
    let expected = format!("Default: {}.", default.in_rust());
    match text.strip_suffix(&*expected) {
        Some(text) => Ok(text.trim_end()),
        None => Err(format!("expected `{expected}` at the end of the documentation")),
    }
}

/// `65,536`
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
