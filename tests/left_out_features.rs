//! An address that needs a feature which was left out is refused with the feature's name. `scripts/versions` runs this
//! without the default features, too.

#![cfg(all(not(target_family = "wasm"), feature = "native"))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

use bifrons::{ErrorCode, Retry};

#[tokio::test]
async fn an_address_names_the_feature_that_it_needs() {
    // It needs two.
    let https = match cfg!(feature = "http") {
        true => ("tls", cfg!(feature = "tls")),
        false => ("http", false),
    };
    let addresses = [
        ("http://127.0.0.1:1/janus", "http", cfg!(feature = "http")),
        ("https://127.0.0.1:1/janus", https.0, https.1),
        ("wss://127.0.0.1:1", "tls", cfg!(feature = "tls")),
        ("ws+unix:///none.sock", "unix", cfg!(feature = "unix")),
        ("unix:///none.sock", "unix", cfg!(feature = "unix")),
    ];
    for (url, feature, _) in addresses.into_iter().filter(|(.., is_enabled)| !is_enabled) {
        let once = bifrons::connect(url).retry(Retry { max_retries: 0, ..Retry::default() });
        let error = once.await.unwrap_err();
        assert_eq!(error.code(), ErrorCode::Unsupported, "{url}: {error}");
        assert!(
            error.message().contains(&format!("enable the feature {feature} of bifrons")),
            "{url}: {error}"
        );
    }
}
