//! Which server the native tests use: `BIFRONS_TEST_SERVER=mock` chooses the mock server.

use proc_macro::TokenStream;

/// The test needs a real Janus, for this reason. With `BIFRONS_TEST_SERVER=mock` it is ignored, and reported as such.
///
/// It stands above the attribute that makes the function a test.
///
/// # Panics
/// `BIFRONS_TEST_SERVER` has another value than `mock`.
#[proc_macro_attribute]
pub fn needs_janus(reason: TokenStream, test: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    match std::env::var("BIFRONS_TEST_SERVER").as_deref() {
        Ok("mock") => {
            let reason = reason.to_string();
            out.extend(tokens(&format!("#[ignore = \"needs a real Janus: {}\"]", reason.trim_matches('"'))));
        }
        Ok(other) => panic!("BIFRONS_TEST_SERVER is `mock` or not set, not `{other}`"),
        Err(_) => {}
    }
    out.extend(test);
    // Makes the compiler report the variable to cargo, which compiles the test again when it changes.
    out.extend(tokens("const _: Option<&str> = option_env!(\"BIFRONS_TEST_SERVER\");"));
    out
}

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
