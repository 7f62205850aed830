//! Methods of JavaScript's objects that Rust calls, as `extern "C"` blocks declare them.

use syn::{FnArg, ForeignItem, ForeignItemFn, Item, Type};

use crate::model::type_name;

/// Returns the methods whose `this` is an object of this type.
pub fn methods<'i>(items: &'i [Item], of: &str) -> Vec<&'i ForeignItemFn> {
    let blocks = items.iter().filter_map(|item| match item {
        Item::ForeignMod(item) => Some(&item.items),
        _ => None,
    });
    let functions = blocks.flatten().filter_map(|item| match item {
        ForeignItem::Fn(item) => Some(item),
        _ => None,
    });
    functions.filter(|function| this(function).is_some_and(|this| this == of)).collect()
}

fn this(function: &ForeignItemFn) -> Option<String> {
    let FnArg::Typed(this) = function.sig.inputs.first()? else { return None };
    let Type::Reference(this) = &*this.ty else { return None };
    Some(type_name(&this.elem))
}
