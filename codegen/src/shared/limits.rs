//! The limits in `Config` that JavaScript can set, too. The documentation of each states its default, which must be the
//! one that `Config::new` sets.

use syn::{Expr, Fields, ImplItem, Item, ReturnType, Stmt};

use super::foreign::methods;
use crate::attributes::docs;
use crate::error::Problem;
use crate::expressions::{Read, duration, integer_of, last_word};
use crate::model::{type_argument, type_name};

/// A field of JavaScript's configuration, a number.
#[derive(Debug)]
pub struct Limit {
    pub name: String,
    pub docs: Vec<String>,
}

/// The default of a field.
#[derive(Clone, Copy)]
enum Default {
    Milliseconds(u64),
    Count(u64),
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
            other => integer_of(other).map(Self::Count),
        }
    }

    fn in_rust(self) -> String {
        match self {
            Self::Milliseconds(time) if time % 1000 == 0 => format!("{} s", grouped(time / 1000)),
            Self::Milliseconds(time) => format!("{} ms", grouped(time)),
            Self::Count(number) if number % MEBIBYTE == 0 => format!("{} MiB", grouped(number / MEBIBYTE)),
            Self::Count(number) => grouped(number),
        }
    }

    fn in_javascript(self) -> String {
        match self {
            Self::Milliseconds(time) => grouped(time),
            Self::Count(_) => self.in_rust(),
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
/// A getter without a field; a default that can't be read; documentation that states another default.
pub fn read(items: &[Item], getters: &[String]) -> Result<Vec<Limit>, Problem> {
    let fields = items.iter().find_map(|item| match item {
        Item::Struct(item) if item.ident == "Config" => Some(&item.fields),
        _ => None,
    });
    let Some(Fields::Named(fields)) = fields else {
        return Err(Problem::new("Config", "the struct is missing"));
    };
    let defaults =
        defaults(items).ok_or_else(|| Problem::new("Config::new", "expected only `Self { … }`"))?;
    let mut limits = Vec::new();
    for field in &fields.named {
        let Some(ident) = &field.ident else { continue };
        let name = ident.to_string();
        let of = if type_name(&field.ty) == "Option" { type_argument(&field.ty) } else { Some(&field.ty) };
        let suffix = match of.map(type_name).as_deref() {
            Some("Duration") => "_ms",
            Some("usize") => "",
            _ => continue,
        };
        let problem = |text| Problem::new(format!("Config: {name}"), text);
        let default =
            defaults.iter().find(|default| matches!(&default.member, syn::Member::Named(of) if of == ident));
        let default = default.ok_or_else(|| problem("`Config::new` does not set the field".to_owned()))?;
        let default = Default::of(&default.expr).map_err(problem)?;
        let text = docs(&field.attrs).join("\n");
        let text = without_default(&text, default).map_err(problem)?;
        let in_javascript = format!("{name}{suffix}");
        if getters.contains(&in_javascript) {
            let unit = match (default, type_name(&field.ty) == "Option") {
                (Default::Count(_), _) => "",
                (Default::Milliseconds(_), false) => " In milliseconds.",
                (Default::Milliseconds(_), true) => " In milliseconds; 0 or Infinity for no limit.",
            };
            let text = format!("{text}{unit} Default: {}.", default.in_javascript());
            limits.push(Limit { name: in_javascript, docs: text.split('\n').map(str::to_owned).collect() });
        }
    }
    match getters.iter().find(|name| !limits.iter().any(|limit| limit.name == **name)) {
        Some(name) => Err(Problem::new("Config", format!("no field is the setting `{name}`"))),
        None => Ok(limits),
    }
}

/// The fields of the value that `Config::new` returns.
fn defaults(items: &[Item]) -> Option<Vec<&syn::FieldValue>> {
    let new = items.iter().find_map(|item| match item {
        Item::Impl(item) if type_name(&item.self_ty) == "Config" && item.trait_.is_none() => {
            item.items.iter().find_map(|item| match item {
                ImplItem::Fn(item) if item.sig.ident == "new" => Some(&item.block),
                _ => None,
            })
        }
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
