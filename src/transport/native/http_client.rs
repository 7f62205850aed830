//! One exchange with Janus over HTTP, by hyper.

use std::error::Error as StdError;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, StatusCode, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde::Deserialize;
use tokio_tungstenite::tungstenite::Bytes;

use super::http_connector::HttpConnector;
use super::tls::Tls;
use super::tls_client::TlsClient;
use super::url::ServerUrl;
use super::websocket::basic_credentials;
use crate::config::{Address, Api, Config};
use crate::error::{Error, ErrorCode, Result};
use crate::id::SessionId;
use crate::transport::http_core::{Failure, FailureKind, MOST_EVENTS, POLL_LIMIT, POST_LIMIT};

/// Janus's HTTP interface at one address.
pub(super) struct HttpClient {
    client: Client<HttpConnector, Full<Bytes>>,
    /// The URL up to the end of its path, without a trailing slash.
    base: String,
    /// The URL's query with its question mark, or nothing.
    query: String,
    address: Address,
    api: Api,
    authorization: Option<HeaderValue>,
    limit: usize,
}

impl HttpClient {
    pub(super) fn new(address: &Address, config: &Config, tls: &Tls) -> Result<Self> {
        let server = ServerUrl::of(address)?;
        let base = format!("{}://{}", address.scheme()?, server.authority());
        let path = server.path().trim_end_matches('/').to_owned();
        let sample = format!("{base}{path}/info{}", server.query());
        sample.parse::<Uri>().map_err(|error| {
            Error::new(ErrorCode::InvalidConfig, format!("{} is no usable URL", address.shown()))
                .with_source(error)
        })?;
        let authorization = server.credentials.as_deref().map(basic_credentials).transpose()?;
        let host = server.host.trim_matches(['[', ']']);
        let tls = (address.scheme()? == "https").then(|| TlsClient::new(tls, host)).transpose()?;
        Ok(Self {
            client: Client::builder(TokioExecutor::new()).build(HttpConnector::new(tls)),
            base: format!("{base}{path}"),
            query: server.query(),
            address: address.shared(),
            api: config.api,
            authorization,
            limit: config.max_message_size,
        })
    }

    /// Checks that the server is Janus.
    pub(super) async fn greet(&self) -> Result<()> {
        #[derive(Deserialize)]
        struct Greeting<'a> {
            janus: &'a str,
        }
        let url = format!("{}/info{}", self.base, self.query);
        let (status, body) = match self.exchange(Method::GET, &url, Bytes::new()).await {
            Ok(answer) => answer,
            Err(Failure { error, .. }) => return Err(error.with_code(ErrorCode::ConnectFailed)),
        };
        match serde_json::from_slice(&body) {
            Ok(Greeting { janus: "server_info" }) if status == StatusCode::OK => Ok(()),
            _ => {
                let text = format!(
                    "HTTP {} instead of Janus's response; does the URL end in the path of the API that was \
                     asked for, such as /janus or /admin?",
                    status.as_u16()
                );
                Err(Error::new(ErrorCode::ConnectFailed, text))
            }
        }
    }

    /// Sends one request.
    pub(super) async fn post(&self, text: String) -> Result<Bytes, Failure> {
        let url = format!("{}{}", self.base, self.query);
        let post = self.exchange(Method::POST, &url, text.into());
        match within(POST_LIMIT, ErrorCode::ResponseLost, post).await? {
            (StatusCode::OK, body) => Ok(body),
            (status, _) => Err(Failure::new(FailureKind::Lost, no_answer(status))),
        }
    }

    /// Waits for events of a session.
    pub(super) async fn poll(&self, id: SessionId) -> Result<Bytes, Failure> {
        let begun = if self.query.is_empty() { "?" } else { "&" };
        // The token may be another one since the last poll.
        let credentials = query(&self.address, self.api);
        let query = format!("{}{begun}maxev={MOST_EVENTS}{credentials}", self.query);
        let url = format!("{}/{id}{query}", self.base);
        let poll = self.exchange(Method::GET, &url, Bytes::new());
        let refused = |text| Failure::new(FailureKind::Refused, Error::new(ErrorCode::SessionGone, text));
        match within(POLL_LIMIT, ErrorCode::ConnectionLost, poll).await? {
            (StatusCode::OK, body) => Ok(body),
            (StatusCode::NOT_FOUND, _) => {
                Err(refused("Janus does not have this session, or another connection claimed it"))
            }
            (StatusCode::FORBIDDEN, _) => Err(refused("Janus does not accept the secret or token")),
            (status, _) => {
                let text = format!("HTTP {} instead of a session's events", status.as_u16());
                Err(Failure::new(FailureKind::Lost, Error::new(ErrorCode::ConnectionLost, text)))
            }
        }
    }

    async fn exchange(&self, method: Method, url: &str, body: Bytes) -> Result<(StatusCode, Bytes), Failure> {
        let request = self.request(method, url, body).map_err(|error| {
            let text = "the URL is not usable";
            Failure::new(FailureKind::Unsent, Error::new(ErrorCode::InvalidConfig, text).with_source(error))
        })?;
        let response = self.client.request(request).await.map_err(|error| match error.is_connect() {
            true => {
                let unsent = Error::new(ErrorCode::ConnectionLost, "no connection to the server");
                Failure::new(FailureKind::Unsent, unsent.with_source(error))
            }
            false => Failure::new(FailureKind::Lost, interrupted(error)),
        })?;
        let status = response.status();
        let body = Limited::new(response.into_body(), self.limit).collect().await;
        let body = body.map_err(|error| Failure::new(FailureKind::Lost, interrupted(error)))?;
        Ok((status, body.to_bytes()))
    }

    fn request(&self, method: Method, url: &str, body: Bytes) -> hyper::http::Result<Request<Full<Bytes>>> {
        let mut request = Request::builder().method(method).uri(url);
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization.clone());
        }
        request.body(Full::new(body))
    }
}

/// An exchange with an upper limit, which a stalling server can't pass.
async fn within<T>(
    limit: Duration,
    code: ErrorCode,
    exchange: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    tokio::time::timeout(limit, exchange).await.unwrap_or_else(|_| {
        let text = format!("no response of the server within {} s", limit.as_secs());
        Err(Failure::new(FailureKind::TimedOut, Error::new(code, text)))
    })
}

/// A poll has no body to carry the secrets.
fn query(address: &Address, api: Api) -> String {
    let mut query = String::new();
    for (name, value) in address.secrets(api) {
        query.push('&');
        query.push_str(name);
        query.push('=');
        for byte in value.reveal().bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    query.push(char::from(byte));
                }
                byte => query.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    query
}

fn no_answer(status: StatusCode) -> Error {
    let text = format!(
        "HTTP {} instead of Janus's response; Janus may have carried the request out",
        status.as_u16()
    );
    Error::new(ErrorCode::ResponseLost, text)
}

fn interrupted(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Error {
    Error::new(ErrorCode::ResponseLost, "the exchange was interrupted").with_source(cause)
}
