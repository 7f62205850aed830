//! Reads `roles!`, the roles of a plugin's handles.

use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Token};

use crate::model::Role;

/// Returns the roles.
pub fn roles(input: ParseStream<'_>) -> syn::Result<Vec<Role>> {
    input.parse::<Ident>()?;
    let all;
    syn::braced!(all in input);
    let mut roles = Vec::new();
    while !all.is_empty() {
        all.call(Attribute::parse_outer)?;
        let name = all.parse::<Ident>()?.to_string();
        let body;
        syn::braced!(body in all);
        let requests = Punctuated::<Ident, Token![,]>::parse_terminated(&body)?;
        roles.push(Role { name, requests: requests.iter().map(Ident::to_string).collect() });
    }
    Ok(roles)
}
