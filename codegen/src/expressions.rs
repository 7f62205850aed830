//! What the constants of a definition say.

use syn::{Expr, Lit};

pub fn elements(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Reference(reference) => elements(&reference.expr),
        Expr::Array(array) => array.elems.iter().collect(),
        _ => Vec::new(),
    }
}

pub fn text_of(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

pub fn texts_of(expr: &Expr) -> Vec<String> {
    elements(expr).into_iter().filter_map(text_of).collect()
}

pub fn pairs_of(expr: &Expr) -> Vec<(String, String)> {
    let pair = |expr: &Expr| match expr {
        Expr::Tuple(tuple) => Some((text_of(tuple.elems.first()?)?, text_of(tuple.elems.last()?)?)),
        _ => None,
    };
    elements(expr).into_iter().filter_map(pair).collect()
}

pub fn last_word(expr: &Expr) -> String {
    match expr {
        Expr::Path(path) => path.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The number in `Timeout::After(Duration::from_secs(120))`.
pub fn seconds(expr: &Expr) -> Option<u64> {
    match expr {
        Expr::Call(call) => call.args.first().and_then(seconds),
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}
