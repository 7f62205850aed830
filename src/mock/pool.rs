//! How the mock server carries out the requests of its thread pool.

use std::time::Duration;

use serde_json::Value;

use super::ClientId;
use super::server::Server;
use super::threads::Waiting;

/// A message waits for its thread for less than this.
const LONGEST_WAIT: Duration = Duration::from_millis(4);

impl Server {
    /// Whether the request waits for a thread now.
    pub(super) fn wait_for_thread(&mut self, client: ClientId, text: &str) -> bool {
        if !self.threads.on {
            return false;
        }
        let Ok(request) = serde_json::from_str::<Value>(text) else { return false };
        if request["janus"] != "message" {
            return false;
        }
        let wait = LONGEST_WAIT.mul_f64((self.world.random() % 1024) as f64 / 1024.0);
        self.threads.count += 1;
        let waiting = Waiting { client, session: request["session_id"].as_u64(), text: text.to_owned() };
        self.threads.waiting.insert((self.world.now + wait, self.threads.count), waiting);
        true
    }

    pub(super) fn run_due_threads(&mut self) {
        while let Some(entry) = self.threads.waiting.first_entry().filter(|it| it.key().0 <= self.world.now) {
            let Waiting { client, text, .. } = entry.remove();
            self.janus_request(client, &text);
        }
    }

    /// Some threads of a session that has just ended may be faster than the response to that.
    pub(super) fn run_threads_of(&mut self, session: u64) {
        if self.world.random() % 2 == 0 {
            self.run_threads(|waiting| waiting.session == Some(session));
        }
    }

    pub(super) fn run_threads(&mut self, which: impl Fn(&Waiting) -> bool) {
        let all = std::mem::take(&mut self.threads.waiting);
        for (key, waiting) in all {
            match which(&waiting) {
                true => self.janus_request(waiting.client, &waiting.text),
                false => drop(self.threads.waiting.insert(key, waiting)),
            }
        }
    }
}
