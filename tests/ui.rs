//! The mistakes that users make most don't compile, and the compiler's text leads to what is right.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the texts again; look at each change.

#![cfg(all(feature = "native", not(target_family = "wasm")))]

#[test]
fn common_mistakes_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
