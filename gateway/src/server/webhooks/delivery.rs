//! Delivers one report: signed, again and again until the receiver has taken it.

use std::time::Duration;

use http_body_util::{BodyExt, Limited};
use hyper_util::client::legacy::Error;
use tokio::time::{Instant, sleep, timeout};

use super::queue::Queue;
use crate::reporting::Message;
use crate::server::http_client::with_causes;
use crate::server::signed_post::signed_post;

/// How long an attempt may take.
const ATTEMPT_LIMIT: Duration = Duration::from_secs(10);

/// The longest body of a response that is read, in bytes.
const LONGEST_BODY: usize = 16 << 10;

/// The time after which a report that no attempt has delivered is dropped.
const GIVE_UP_AFTER: Duration = Duration::from_secs(3600);

const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Delivers a report, and returns whether the receiver has taken it.
pub(super) async fn deliver(queue: &Queue, message: &Message) -> bool {
    let since = Instant::now();
    let mut pause = FIRST_PAUSE;
    loop {
        let Err(error) = attempt(queue, message).await else { return true };
        queue.count_failure();
        let url = &queue.webhook().url;
        if since.elapsed() + pause > GIVE_UP_AFTER {
            tracing::error!(
                url,
                id = message.id,
                error,
                "a webhook has not taken a report for an hour: it is dropped"
            );
            return false;
        }
        if pause == FIRST_PAUSE {
            tracing::warn!(url, id = message.id, error, "a webhook has not taken a report; it is sent again");
        }
        sleep(with_jitter(pause)).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Between half of it and all of it: many gateways must not come at once to a receiver that is back.
fn with_jitter(pause: Duration) -> Duration {
    // Without random numbers the gateway has not started.
    let part = getrandom::u32().map_or(1.0, |random| f64::from(random) / f64::from(u32::MAX));
    pause.mul_f64(0.5 + part / 2.0)
}

/// Sends a report once.
async fn attempt(queue: &Queue, message: &Message) -> Result<(), String> {
    // It is never closed.
    let _permit = queue.requests().acquire().await.map_err(|error| error.to_string())?;
    let webhook = queue.webhook();
    let request = signed_post(&webhook.url, &webhook.secret, message.body.clone())?;
    let exchange = async {
        let (head, body) = queue.client().request(request).await?.into_parts();
        // It says nothing, but a connection whose response was not read can't be used again.
        let _ = Limited::new(body, LONGEST_BODY).collect().await;
        Ok(head.status)
    };
    let status = timeout(ATTEMPT_LIMIT, exchange).await.map_err(|_| "no response within 10 s".to_owned())?;
    let status = status.map_err(|error: Error| with_causes(&error))?;
    match status.is_success() {
        true => Ok(()),
        false => Err(format!("the response's status is {status}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_differ() {
        let pauses: Vec<_> = (0..20).map(|_| with_jitter(LONGEST_PAUSE)).collect();
        assert!(pauses.iter().all(|pause| (LONGEST_PAUSE / 2..=LONGEST_PAUSE).contains(pause)));
        assert!(pauses.iter().any(|pause| *pause != pauses[0]));
    }
}
