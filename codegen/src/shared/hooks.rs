//! The hooks through which the engine's output reaches JavaScript.

use syn::{FnArg, Item, Pat, Type};

use super::foreign::methods;
use crate::error::Problem;
use crate::expressions::Read;
use crate::model::{type_argument, type_name};

/// A function that JavaScript gives to the engine.
#[derive(Debug)]
pub struct Hook {
    pub name: String,
    /// The parameters, with their types in TypeScript.
    pub takes: Vec<(String, &'static str)>,
}

/// Reads the methods of `Hooks`.
///
/// # Errors
/// There are no hooks; a parameter of a type that the generator does not implement.
pub fn read(items: &[Item]) -> Result<Vec<Hook>, Problem> {
    let mut hooks = Vec::new();
    for method in methods(items, "Hooks") {
        let name = method.sig.ident.to_string();
        let takes = method.sig.inputs.iter().skip(1).map(parameter).collect::<Read<_>>();
        hooks.push(Hook { takes: takes.map_err(|text| Problem::new(format!("Hooks: {name}"), text))?, name });
    }
    match hooks.is_empty() {
        true => Err(Problem::new("Hooks", "the methods are missing")),
        false => Ok(hooks),
    }
}

fn parameter(parameter: &FnArg) -> Read<(String, &'static str)> {
    const UNKNOWN: &str = "expected a parameter with a name";
    let FnArg::Typed(parameter) = parameter else { return Err(UNKNOWN.to_owned()) };
    let Pat::Ident(name) = &*parameter.pat else { return Err(UNKNOWN.to_owned()) };
    let name = name.ident.to_string();
    let ty = match &*name {
        "failure" => "import('./errors.js').Failure",
        "fault" => "import('../shared.js').Fault",
        "reason" => "import('../shared.js').EndReason",
        _ => typescript(&parameter.ty).ok_or_else(|| format!("the type of `{name}` is not implemented"))?,
    };
    Ok((name, ty))
}

fn typescript(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Reference(text) if type_name(&text.elem) == "str" => Some("string"),
        ty => match &*type_name(ty) {
            "bool" => Some("boolean"),
            "f64" | "u32" => Some("number"),
            "JsValue" => Some("any"),
            "Vec" if is_of_number(ty) => Some("Float64Array"),
            "Option" if is_of_number(ty) => Some("number | undefined"),
            _ => None,
        },
    }
}

fn is_of_number(ty: &Type) -> bool {
    type_argument(ty).is_some_and(|ty| type_name(ty) == "f64")
}
