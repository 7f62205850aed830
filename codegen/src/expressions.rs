//! The values of the constants of a definition. Other expressions than literals are refused.

use syn::{Expr, Lit};

/// The value, or the problem with the expression.
pub type Read<T> = Result<T, String>;

pub fn elements(expr: &Expr) -> Read<Vec<&Expr>> {
    match expr {
        Expr::Reference(reference) => elements(&reference.expr),
        Expr::Array(array) => Ok(array.elems.iter().collect()),
        other => Err(expected("an array of literals", other)),
    }
}

pub fn text_of(expr: &Expr) -> Read<String> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Ok(text.value()),
        other => Err(expected("a string literal", other)),
    }
}

pub fn texts_of(expr: &Expr) -> Read<Vec<String>> {
    elements(expr)?.into_iter().map(text_of).collect()
}

pub fn pairs_of(expr: &Expr) -> Read<Vec<(String, String)>> {
    let pair = |expr: &Expr| match expr {
        Expr::Tuple(tuple) if tuple.elems.len() == 2 => {
            Ok((text_of(&tuple.elems[0])?, text_of(&tuple.elems[1])?))
        }
        other => Err(expected("a pair of string literals", other)),
    };
    elements(expr)?.into_iter().map(pair).collect()
}

pub fn bool_of(expr: &Expr) -> Read<bool> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Bool(value), .. }) => Ok(value.value),
        other => Err(expected("`true` or `false`", other)),
    }
}

pub fn integer_of(expr: &Expr) -> Read<u64> {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) => {
            number.base10_parse().map_err(|e| e.to_string())
        }
        other => Err(expected("an integer literal", other)),
    }
}

/// The last word of a path, such as `Idempotent` of `Idempotency::Idempotent`.
pub fn last_word(expr: &Expr) -> Read<String> {
    match expr {
        Expr::Path(path) => Ok(path.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default()),
        other => Err(expected("a path", other)),
    }
}

/// The milliseconds of a `Timeout`, or `None` for the default.
pub fn timeout(expr: &Expr) -> Read<Option<u64>> {
    match expr {
        Expr::Call(call) if last_word(&call.func)? == "After" && call.args.len() == 1 => {
            duration(&call.args[0]).map(Some)
        }
        Expr::Path(_) if last_word(expr)? == "Default" => Ok(None),
        other => Err(expected("`Timeout::Default` or `Timeout::After(…)`", other)),
    }
}

/// The milliseconds of a `Duration`.
pub fn duration(expr: &Expr) -> Read<u64> {
    const EXPECTED: &str = "`Duration::from_secs(…)` or `Duration::from_millis(…)`";
    let Expr::Call(call) = expr else { return Err(expected(EXPECTED, expr)) };
    let unit = last_word(&call.func)?;
    let factor = match &*unit {
        "from_secs" => 1000,
        "from_millis" => 1,
        _ => return Err(format!("expected {EXPECTED}, found `{unit}`")),
    };
    let Some(number) = call.args.first() else { return Err(format!("`{unit}` has no argument")) };
    integer_of(number)?.checked_mul(factor).ok_or_else(|| "the duration is too long".to_owned())
}

/// The parts of `Some(JanusVersion::new(1, 3, 1))`.
pub fn janus_version(expr: &Expr) -> Read<[u64; 3]> {
    let refused = || expected("`Some(JanusVersion::new(…, …, …))`", expr);
    let Expr::Call(some) = expr else { return Err(refused()) };
    let Some(Expr::Call(new)) = some.args.first() else { return Err(refused()) };
    let numbers = new.args.iter().map(integer_of).collect::<Read<Vec<_>>>()?;
    numbers.try_into().map_err(|_| refused())
}

fn expected(what: &str, found: &Expr) -> String {
    let found = match found {
        Expr::Path(_) => format!("the path `{}`", last_word(found).unwrap_or_default()),
        Expr::Lit(_) => "another literal".to_owned(),
        Expr::Call(call) => match last_word(&call.func) {
            Ok(function) => format!("a call of `{function}`"),
            Err(_) => "a call".to_owned(),
        },
        Expr::MethodCall(call) => format!("a call of `{}`", call.method),
        Expr::Macro(_) => "a macro".to_owned(),
        _ => "another expression".to_owned(),
    };
    format!("expected {what}, found {found}")
}
