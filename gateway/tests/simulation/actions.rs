//! What the gateway and Janus want done.

use bifrons::mock::Output;
use bifrons::time::Time;
use bifrons_gateway::core::relay::{Action, Case, Consultation, PageId, Polled, Verdict};
use bifrons_gateway::core::token::TokenAction;
use bifrons_gateway::server::verify_signature;
use serde_json::{Map, Value, json};

use super::world::{Due, World};

impl World {
    /// Carries out all that is to be done now.
    pub(crate) fn settle(&mut self) {
        for _ in 0..100_000 {
            let acted = self.act_for_gateway();
            if !acted && !self.act_for_janus() {
                return;
            }
        }
        panic!("the gateway does not come to rest");
    }

    /// When Janus wants to be called.
    pub(crate) fn janus_until(&mut self) -> Option<Time> {
        match self.janus.poll_output() {
            Output::Wait { until } => until,
            _ => panic!("Janus has come to rest before"),
        }
    }

    fn act_for_gateway(&mut self) -> bool {
        match self.gateway.poll_action() {
            Action::Wait { until } => {
                self.gateway_until = until;
                return false;
            }
            Action::Send { page, text, event } => {
                if !event.is_some_and(|event| self.drops(page, &text, event)) {
                    self.receive(page, &text);
                }
            }
            Action::EndPoll { page, response } => self.end_poll(page, response),
            Action::ClosePage { page, code } => {
                self.step(|| format!("page {} is closed: {}", page.0, code.reason()));
                self.note(format!("closed: {}", code.reason()));
                self.lose_page(page);
            }
            Action::Token(TokenAction::CheckSignature { check, key, message, signature }) => {
                let is_valid = verify_signature(&key.material, &message, &signature);
                let after = self.rng.span(0, 30);
                self.later(after, Due::Signature(check, is_valid));
            }
            Action::Token(_) => panic!("no keys are fetched here"),
            Action::Consult { consultation, case } => self.consult(consultation, &case),
            Action::OpenJanus { upstream, transport, .. } => self.open_link(upstream, transport),
            Action::CloseJanus { upstream, transport } => self.close_link(upstream, transport),
            Action::ProbeJanus { upstream, transport } => self.probe(upstream, transport),
            Action::SendJanus { upstream, transport, text } => self.send_janus(upstream, transport, text),
            Action::Occurred(occurrence) => self.take_occurrence(occurrence),
            Action::ConnectionChanged => self.note("janus: connection changed"),
            Action::JanusLost { .. } => {
                self.step(|| "Janus is lost".to_owned());
                self.note("janus: lost");
                self.network.is_lost = true;
            }
            _ => panic!("an action that is not known here"),
        }
        true
    }

    fn act_for_janus(&mut self) -> bool {
        match self.janus.poll_output() {
            Output::Wait { .. } => return false,
            Output::Message { client, text } => {
                self.spy.note_ids(&text);
                let arrives = self.network.arrival_from(client, self.now, &mut self.rng);
                self.at(arrives, Due::FromJanus { client, text });
            }
            Output::HangUp { client } => self.hang_up(client),
            _ => {}
        }
        true
    }

    /// The host application decides about a request: in time, too late, twice, or never.
    fn consult(&mut self, consultation: Consultation, case: &Case) {
        let transaction = case.app.as_ref().and_then(|app| app["mark"].as_str()).map(str::to_owned);
        let deny = |world: &mut Self, transaction: &Option<String>| {
            if let Some(request) = transaction.as_ref().and_then(|name| world.requests.get_mut(name)) {
                request.is_denied = true;
            }
        };
        let (after, verdict, what) = match if self.is_ending { 12 } else { self.rng.below(12) } {
            0 => {
                deny(self, &transaction);
                return self.note("verdict: never");
            }
            1 => {
                deny(self, &transaction);
                (self.rng.span(1_100, 3_000), Verdict::Allow, "late")
            }
            2 => {
                deny(self, &transaction);
                (self.rng.span(0, 900), Verdict::Refuse { code: None, reason: "no".into() }, "refuse")
            }
            3 => {
                if let Some(request) = transaction.as_ref().and_then(|name| self.requests.get_mut(name)) {
                    request.is_answered_by_host = true;
                }
                (self.rng.span(0, 900), Verdict::Respond(json!({ "own": transaction })), "respond")
            }
            4 => {
                let mut body: Map<String, Value> = case.body.clone();
                body.insert("changed".to_owned(), true.into());
                (self.rng.span(0, 900), Verdict::Change(body), "change")
            }
            _ => (self.rng.span(0, 300), Verdict::Allow, "allow"),
        };
        self.note(format!("verdict: {what}"));
        if self.rng.one_in(10) {
            let twice = after + self.rng.span(0, 200);
            self.later(twice, Due::Verdict(consultation, Verdict::Allow, None));
        }
        self.later(after, Due::Verdict(consultation, verdict, transaction));
    }

    pub(crate) fn decide(&mut self, consultation: Consultation, verdict: Verdict, of: Option<String>) {
        self.step(|| format!("the host application decides about {of:?}"));
        self.gateway.consulted(self.now, consultation, verdict);
    }

    fn end_poll(&mut self, page: PageId, response: Polled) {
        let Some(connection) = self.connections.get(&page) else { return };
        let (browser, session) = (connection.browser, connection.polls.unwrap_or_default());
        self.connections.remove(&page);
        match response {
            Polled::Events(text) => {
                let events = match serde_json::from_str(&text).unwrap() {
                    Value::Array(events) => events,
                    event => vec![event],
                };
                for event in events {
                    if event["janus"] == "keepalive" {
                        self.note("poll: keepalive");
                    } else {
                        self.note("poll: event");
                        self.must(event["session_id"] == session, || format!("poll of {session}: {event}"));
                        self.receive_event(browser, None, &event);
                    }
                }
                self.poll_again(browser, session);
            }
            Polled::Forbidden(_) => self.note("poll: forbidden"),
            Polled::NotFound => self.note("poll: not found"),
        }
    }
}
