//! The policy of a host application that is asked by HTTP.

mod cache;

use std::sync::{Arc, Mutex, PoisonError};

use futures_util::future::BoxFuture;
use http_body_util::{BodyExt, Limited};
use hyper::StatusCode;
use ring::digest::{SHA256, digest};
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::time::Instant;

use self::cache::{Cache, Key};
use super::Policy;
use super::http_client::{self, HttpClient, with_causes};
use super::signed_post::signed_post;
use crate::asking::PolicyUrl;
use crate::core::relay::{Case, Verdict};

/// The most requests at once; others wait.
const MOST_REQUESTS: usize = 64;

/// The longest response, in bytes: as long as the longest message of a page by default.
const LONGEST_RESPONSE: usize = 256 << 10;

/// A policy that asks the host application by HTTP: one signed POST for each request of a page.
///
/// The case is JSON in its body, and so is the verdict in the response's: `{"verdict":"allow"}`,
/// `{"verdict":"change","body":{…}}`, `{"verdict":"respond","data":…}` or
/// `{"verdict":"refuse","reason":"…","code":403}`. Whatever else comes of it, the page's request is refused: no response in
/// time, another status than 200, a redirect, what is no verdict, or more than 256 KB.
#[derive(Clone, Debug)]
pub struct HttpPolicy(Arc<Asked>);

#[derive(Debug)]
struct Asked {
    at: PolicyUrl,
    client: HttpClient,
    requests: Semaphore,
    cache: Mutex<Cache>,
}

impl HttpPolicy {
    /// Returns the policy at this URL.
    ///
    /// # Errors
    /// This process can't use TLS.
    pub fn new(at: PolicyUrl) -> bifrons::Result<Self> {
        Ok(Self(Arc::new(Asked {
            client: http_client::new()?,
            requests: Semaphore::new(MOST_REQUESTS),
            cache: Mutex::new(Cache::new(at.cache)),
            at,
        })))
    }
}

impl Policy for HttpPolicy {
    fn decide(&self, case: Case) -> BoxFuture<'static, Verdict> {
        let asked = self.0.clone();
        Box::pin(async move { asked.decide(&case).await })
    }
}

impl Asked {
    async fn decide(&self, case: &Case) -> Verdict {
        if !self.is_about(case) {
            return Verdict::Allow;
        }
        let key = (!self.at.cache.is_zero()).then(|| key_of(case));
        if let Some(verdict) = key.and_then(|key| self.cache().get(&key, Instant::now())) {
            return verdict;
        }
        match self.ask(case).await {
            Ok((verdict, length)) => {
                if let Some(key) = key {
                    self.cache().add(key, verdict.clone(), length, Instant::now());
                }
                verdict
            }
            Err(why) => {
                Verdict::Undecided { why: format!("the policy at {} has failed: {why}", self.at.url) }
            }
        }
    }

    /// Whether it is asked about the request, or about one that comes before it in its flow. What the gateway does not know is
    /// always asked about, as it has no name to be left out by.
    fn is_about(&self, case: &Case) -> bool {
        let has = |names: &[String], name: &str| names.iter().any(|one| one == "*" || one == name);
        let steps = case.flow.iter().flat_map(|flow| &flow.steps);
        let steps = steps.filter_map(|step| step.get("request").and_then(Value::as_str));
        let mut requests = steps.chain([case.request]);
        has(&self.at.plugins, case.plugin)
            && requests.any(|request| request == "other" || has(&self.at.requests, request))
    }

    /// Returns the verdict, and the length of its text.
    async fn ask(&self, case: &Case) -> Result<(Verdict, usize), String> {
        // It is never closed.
        let _permit = self.requests.acquire().await.map_err(|error| error.to_string())?;
        let request = signed_post(&self.at.url, &self.at.secret, case.to_json())?;
        let response = self.client.request(request).await.map_err(|error| with_causes(&error))?;
        if response.status() != StatusCode::OK {
            return Err(format!("the response's status is {}, not 200", response.status()));
        }
        let body = Limited::new(response.into_body(), LONGEST_RESPONSE).collect().await;
        let body =
            body.map_err(|_| "the response is longer than 256 KB, or broke off".to_owned())?.to_bytes();
        // The error's own text may have a part of the response.
        let verdict = Verdict::from_json(&body).map_err(|error| {
            format!("the response is no verdict (line {}, column {})", error.line(), error.column())
        })?;
        Ok((verdict, body.len()))
    }

    fn cache(&self) -> std::sync::MutexGuard<'_, Cache> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key_of(case: &Case) -> Key {
    let mut key = Key::default();
    key.copy_from_slice(digest(&SHA256, case.identifying().as_bytes()).as_ref());
    key
}
