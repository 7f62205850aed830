//! Fetches the keys of issuers.

use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper::Uri;

use super::http_client::{HttpClient, with_causes};
use crate::core::token::VerifyingKey;

/// How long keys may take to come.
const LIMIT: Duration = Duration::from_secs(5);

/// The largest set of keys, in bytes.
const LARGEST_SET: usize = 256 << 10;

/// A client for sets of keys.
pub(super) struct KeyClient(HttpClient);

impl KeyClient {
    pub(super) const fn new(client: HttpClient) -> Self {
        Self(client)
    }

    /// Fetches the set of keys at this URL.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) async fn fetch(&self, url: &str) -> Result<String, String> {
        let uri: Uri = url.parse().map_err(|_| "it is no URL".to_owned())?;
        tokio::time::timeout(LIMIT, self.get(uri)).await.map_err(|_| "no response within 5 s".to_owned())?
    }

    async fn get(&self, uri: Uri) -> Result<String, String> {
        let response = self.0.get(uri).await.map_err(|error| with_causes(&error))?;
        if !response.status().is_success() {
            return Err(format!("the response's status is {}", response.status()));
        }
        let body = Limited::new(response.into_body(), LARGEST_SET).collect().await;
        let bytes =
            body.map_err(|_| "the response is larger than 256 KB, or broke off".to_owned())?.to_bytes();
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| "the response is no text".to_owned())?;
        VerifyingKey::read_set(&text, false)?;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::http::{StatusCode, header};
    use axum::routing::get;
    use tokio::net::TcpListener;

    use super::super::http_client;
    use super::*;

    /// What is fetched from each path of a server.
    async fn fetched(path: &str) -> Result<String, String> {
        let of_size = |size: usize| format!("{{\"keys\":[]}}{}", " ".repeat(size - 11));
        let routes = Router::new()
            .route("/keys", get(|| async { "{\"keys\":[]}" }))
            .route("/largest", get(move || async move { of_size(LARGEST_SET) }))
            .route("/larger", get(move || async move { of_size(LARGEST_SET + 1) }))
            .route("/elsewhere", get(|| async { (StatusCode::FOUND, [(header::LOCATION, "/keys")]) }))
            .route("/bytes", get(|| async { vec![0xff_u8] }))
            .route("/html", get(|| async { "<html>" }))
            .route("/never", get(std::future::pending::<()>));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}{path}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        KeyClient::new(http_client::new().unwrap()).fetch(&url).await
    }

    #[tokio::test]
    async fn each_fault_has_its_reason() {
        assert_eq!(fetched("/keys").await.unwrap(), "{\"keys\":[]}");
        assert_eq!(fetched("/largest").await.unwrap().len(), LARGEST_SET);
        for (path, reason) in [
            ("/larger", "the response is larger than 256 KB, or broke off"),
            ("/elsewhere", "the response's status is 302 Found"),
            ("/missing", "the response's status is 404 Not Found"),
            ("/bytes", "the response is no text"),
            ("/html", "it is no JSON Web Key Set"),
        ] {
            assert_eq!(fetched(path).await.unwrap_err(), reason);
        }
        let client = KeyClient::new(http_client::new().unwrap());
        assert_eq!(client.fetch("no URL").await.unwrap_err(), "it is no URL");
        let refused = client.fetch("http://127.0.0.1:1/keys").await.unwrap_err();
        assert!(refused.contains("Connection refused"), "{refused}");
        assert!(client.fetch("file:///etc/passwd").await.is_err());
    }

    #[tokio::test(start_paused = true)]
    async fn a_server_that_does_not_respond_has_five_seconds() {
        let since = tokio::time::Instant::now();
        assert_eq!(fetched("/never").await.unwrap_err(), "no response within 5 s");
        assert!((LIMIT..LIMIT + Duration::from_secs(1)).contains(&since.elapsed()), "{:?}", since.elapsed());
    }
}
