//! The variables that a condition names.

use cel::common::ast::{EntryExpr, Expr};
use cel::parser::Expression;

/// Returns a variable that is none of these, and that no macro such as `exists` names.
pub(super) fn unknown<'e>(expression: &'e Expression, known: &[&'e str]) -> Option<&'e str> {
    let unknown_in = |inner: &'e Expression| unknown(inner, known);
    match &expression.expr {
        // The parser's own begin with @.
        Expr::Ident(name) => (!known.contains(&&**name) && !name.starts_with('@')).then_some(name),
        Expr::Call(call) => call.target.as_deref().into_iter().chain(&call.args).find_map(unknown_in),
        Expr::Select(select) => unknown_in(&select.operand),
        Expr::List(list) => list.elements.iter().find_map(unknown_in),
        Expr::Map(map) => map.entries.iter().find_map(|entry| unknown_in_entry(&entry.expr, known)),
        Expr::Struct(of) => of.entries.iter().find_map(|entry| unknown_in_entry(&entry.expr, known)),
        Expr::Comprehension(of) => {
            let named = [&of.iter_var, &of.accu_var].into_iter().chain(&of.iter_var2);
            let inside: Vec<_> = known.iter().copied().chain(named.map(String::as_str)).collect();
            let outside = [&of.iter_range, &of.accu_init].into_iter().find_map(unknown_in);
            outside.or_else(|| {
                let steps = [&of.loop_cond, &of.loop_step, &of.result];
                steps.into_iter().find_map(|inner| unknown(inner, &inside))
            })
        }
        Expr::Unspecified | Expr::Literal(_) => None,
    }
}

fn unknown_in_entry<'e>(entry: &'e EntryExpr, known: &[&'e str]) -> Option<&'e str> {
    match entry {
        EntryExpr::StructField(field) => unknown(&field.value, known),
        EntryExpr::MapEntry(entry) => unknown(&entry.key, known).or_else(|| unknown(&entry.value, known)),
    }
}
