//! The requests of a client's user.

use bifrons::CreateOptions;
use bifrons::engine::{Completion, RequestId, RequestOptions, SessionKey, Target, Timeout};
use bifrons::time::Time;
use bifrons::wire::{AttachOptions, Verb};

use super::{Client, MOST_REQUESTS};
use crate::rng::Rng;

impl Client {
    /// Sends requests of each kind; only requests to ended sessions and handles may be refused.
    pub(crate) fn request_all(&mut self, now: Time) -> Vec<RequestId> {
        (self.expected_events, self.received_events) = (0, 0);
        let mut requests = vec![self.engine.create(now, CreateOptions::default()), self.engine.ping(now)];
        for session in self.sessions.clone() {
            requests.push(self.attach(now, session, "janus.plugin.echotest"));
        }
        for handle in self.living() {
            let options = RequestOptions { completion: Completion::FirstEvent, ..RequestOptions::default() };
            requests.push(self.engine.message(now, handle, "\"body\":{\"audio\":true}".into(), options));
            let hang_up = self.engine.hangup(now, handle);
            if self.hung_up.insert(handle) {
                self.hang_ups.insert(hang_up);
            }
            requests.push(hang_up);
        }
        self.requests += requests.len() as u64;
        self.open.extend(&requests);
        requests
    }

    /// Sends one random request.
    pub(crate) fn act(&mut self, now: Time, rng: &mut Rng) {
        let sessions: Vec<_> = self.sessions.iter().copied().collect();
        let handles = self.living();
        let (session, handle) = (rng.pick(&sessions).copied(), rng.pick(&handles).copied());
        let request = match (rng.below(27), session, handle) {
            (0..=2, _, _) if sessions.len() < 3 => Some(self.engine.create(now, CreateOptions::default())),
            (3..=6, Some(session), _) if handles.len() < 12 => {
                let plugin = if rng.one_in(20) { "janus.plugin.nothing" } else { "janus.plugin.echotest" };
                Some(self.attach(now, session, plugin))
            }
            (7..=13, _, Some(handle)) => {
                let completion =
                    *rng.pick(&[Completion::FirstEvent, Completion::PluginDecides]).expect("two");
                let timeout = match rng.below(8) {
                    0 => Timeout::After(rng.span(50, 400)),
                    1 => Timeout::After(rng.span(10_000, 60_000)),
                    _ => Timeout::Default,
                };
                let options = RequestOptions { completion, timeout, ..RequestOptions::default() };
                Some(self.engine.message(now, handle, "\"body\":{\"audio\":true}".into(), options))
            }
            (14, _, Some(handle)) => {
                Some(self.engine.trickle(now, handle, "\"candidate\":{\"completed\":true}".into()))
            }
            (15, _, Some(handle)) => {
                self.hung_up.insert(handle);
                Some(self.engine.hangup(now, handle))
            }
            (16, _, Some(handle)) => {
                let detach = self.engine.detach(now, handle);
                self.endings.insert(detach);
                Some(detach)
            }
            (17, Some(session), _) if rng.one_in(4) => {
                let destroy = self.engine.destroy(now, session);
                self.endings.insert(destroy);
                Some(destroy)
            }
            (18, _, _) => Some(self.engine.info(now)),
            (19, _, _) => Some(self.engine.ping(now)),
            (20, Some(session), _) => {
                let options = RequestOptions::default();
                Some(self.engine.request(now, Target::Session(session), Verb::Keepalive, None, options))
            }
            (21..=22, _, _) => {
                let open: Vec<_> = self.open.iter().copied().collect();
                if let Some(request) = rng.pick(&open) {
                    self.engine.cancel(now, *request);
                }
                None
            }
            (23, _, Some(handle)) => {
                // No one fetches the events of a released handle; those that come by
                // themselves end with its end.
                if self.reader.forget(handle) {
                    self.handles.insert(handle, true);
                }
                self.engine.release(now, handle);
                None
            }
            (25..=26, _, Some(handle)) => {
                self.read_late(handle);
                None
            }
            (24, _, _) if rng.one_in(200) => {
                (0..=MOST_REQUESTS).for_each(|_| {
                    let ping = self.engine.ping(now);
                    self.begin(ping);
                });
                None
            }
            _ => None,
        };
        if let Some(request) = request {
            self.begin(request);
        }
    }

    fn attach(&mut self, now: Time, session: SessionKey, plugin: &str) -> RequestId {
        let options = AttachOptions { plugin: plugin.into(), ..AttachOptions::default() };
        let request = self.engine.attach(now, session, options);
        self.attaching.insert(request, session);
        request
    }

    fn begin(&mut self, request: RequestId) {
        self.requests += 1;
        assert!(self.open.insert(request), "{request:?} was there before");
    }
}
