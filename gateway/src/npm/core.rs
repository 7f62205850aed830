//! The gateway as one class: the settings, pages, and results of actions.

use std::net::IpAddr;
use std::time::Duration;

use bifrons::engine::TransportId;
use bifrons::time::Time;
use wasm_bindgen::prelude::*;

use super::actions::Actions;
use super::settings::{self, Given};
use super::slots::Slots;
use crate::configuration::Configuration;
use crate::core::relay::{Consultation, EventOf, Gateway, PageId, PathIds, Poll, Verdict};
use crate::core::token::Check;
use crate::listening::connections::Connection;

#[wasm_bindgen(module = "/src/npm/random.js")]
extern "C" {
    fn random() -> u64;
}

pub(super) fn random_bytes() -> [u8; 16] {
    (u128::from(random()) << 64 | u128::from(random())).to_be_bytes()
}

/// A gateway.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "JavaScript does not see it")]
pub struct Core {
    pub(super) gateway: Gateway,
    pub(super) actions: Actions,
    pub(super) configuration: Configuration,
    /// Where the settings come from.
    pub(super) given: Given,
    pub(super) janus: Slots<(usize, TransportId)>,
    pub(super) checks: Slots<Check>,
    pub(super) consultations: Slots<Consultation>,
    pub(super) connections: Slots<Connection>,
    pub(super) counts: std::sync::Arc<crate::listening::connections::Connections>,
    /// The newest time, and a time at which the system's clock showed this.
    now: Time,
    clock: (Time, Duration),
}

#[wasm_bindgen]
impl Core {
    /// Reads the settings; a text of JSON with all problems is thrown. [`start`](Self::start) connects to Janus.
    #[wasm_bindgen(constructor)]
    pub fn new(given: Given, actions: Actions) -> Result<Self, JsValue> {
        let configuration = given.read()?;
        let gateway = Gateway::new(configuration.settings.clone(), Box::new(random))
            .map_err(|error| JsValue::from_str(error.message()))?;
        Ok(Self {
            gateway,
            actions,
            configuration,
            given,
            janus: Slots::default(),
            checks: Slots::default(),
            consultations: Slots::default(),
            connections: Slots::default(),
            counts: std::sync::Arc::default(),
            now: Time::ZERO,
            clock: (Time::ZERO, Duration::ZERO),
        })
    }

    /// What the driver needs of the settings, as JSON.
    pub fn settings(&self) -> String {
        settings::shown(&self.configuration)
    }

    /// Connects to Janus. `unix` is what the system's clock shows, in milliseconds since 1970.
    pub fn start(&mut self, now: f64, unix: f64) -> f64 {
        let now = self.at(now);
        self.clock = (now, span(unix));
        self.gateway.start(now, span(unix));
        self.deliver()
    }

    /// Notes what the system's clock shows.
    #[wasm_bindgen(js_name = setClock)]
    pub fn set_clock(&mut self, now: f64, unix: f64) {
        let now = self.at(now);
        self.clock = (now, span(unix));
        self.gateway.set_clock(now, span(unix));
    }

    /// Takes other settings, and returns the names of those that differ and need a restart.
    pub fn reload(&mut self, now: f64, given: Given) -> Result<Vec<String>, JsValue> {
        let now = self.at(now);
        let read = given.read()?;
        let needing_restart = read.needing_restart(&self.configuration);
        self.configuration.take_reloaded(read);
        self.given = given;
        let reloaded = self.gateway.reload(now, self.configuration.settings.clone());
        reloaded.map_err(|error| JsValue::from_str(error.message()))?;
        Ok(needing_restart)
    }

    /// Delivers what the last call that returned no deadline has caused.
    pub fn settle(&mut self) -> f64 {
        self.deliver()
    }

    /// Whether a page that reads slowly misses this event, which then counts as dropped.
    pub fn drops(&mut self, event: usize, text: &[u8]) -> bool {
        let text = std::str::from_utf8(text).unwrap_or_default();
        let may_be_dropped = EventOf::from_number(event).is_some_and(|event| event.may_be_dropped(text));
        if may_be_dropped {
            self.gateway.note_dropped();
        }
        may_be_dropped
    }

    /// Handles what is due.
    #[wasm_bindgen(js_name = handleTimeout)]
    pub fn handle_timeout(&mut self, now: f64) -> f64 {
        let now = self.at(now);
        self.gateway.handle_timeout(now);
        self.deliver()
    }

    /// A page has connected by WebSocket. Throws a reason if too many do from its address.
    #[wasm_bindgen(js_name = pageOpened)]
    pub fn page_opened(
        &mut self,
        now: f64,
        page: f64,
        address: &str,
        token: Option<String>,
    ) -> Result<f64, JsValue> {
        let (now, address) = (self.at(now), parsed(address));
        self.gateway.admit(now, address).map_err(|refusal| JsValue::from_str(&refusal.reason))?;
        self.gateway.page_opened(now, PageId(page as u64), address, token.as_deref());
        Ok(self.deliver())
    }

    /// A request over HTTP has come; the ids in its path are negative where there are none.
    #[wasm_bindgen(js_name = postOpened)]
    #[allow(clippy::too_many_arguments, reason = "the parts of a request")]
    pub fn post_opened(
        &mut self,
        now: f64,
        page: f64,
        address: &str,
        token: Option<String>,
        session: f64,
        handle: f64,
        body: &[u8],
    ) -> f64 {
        let now = self.at(now);
        let id = |id: f64| (id >= 0.0).then_some(id as u64);
        let ids = PathIds { session: id(session), handle: id(handle) };
        let page = PageId(page as u64);
        self.gateway.post_opened(now, page, parsed(address), token.as_deref(), ids);
        self.gateway.page_message(now, page, &String::from_utf8_lossy(body));
        self.deliver()
    }

    /// A long poll has come.
    #[wasm_bindgen(js_name = pollOpened)]
    pub fn poll_opened(
        &mut self,
        now: f64,
        page: f64,
        address: &str,
        token: Option<String>,
        session: f64,
        max_events: f64,
    ) -> f64 {
        let now = self.at(now);
        let poll = Poll { session: session as u64, max_events: max_events as usize };
        self.gateway.poll_opened(now, PageId(page as u64), parsed(address), token.as_deref(), poll);
        self.deliver()
    }

    /// A page has sent a message.
    #[wasm_bindgen(js_name = pageMessage)]
    pub fn page_message(&mut self, now: f64, page: f64, text: &[u8]) -> f64 {
        let now = self.at(now);
        self.gateway.page_message(now, PageId(page as u64), &String::from_utf8_lossy(text));
        self.deliver()
    }

    /// A page's connection is closed.
    #[wasm_bindgen(js_name = pageClosed)]
    pub fn page_closed(&mut self, now: f64, page: f64) -> f64 {
        let now = self.at(now);
        self.gateway.page_closed(now, PageId(page as u64));
        self.deliver()
    }

    /// The signature of a token was checked.
    #[wasm_bindgen(js_name = signatureChecked)]
    pub fn signature_checked(&mut self, now: f64, check: f64, is_valid: bool) -> f64 {
        let now = self.at(now);
        if let Some(check) = self.checks.take(check) {
            self.gateway.signature_checked(now, check, is_valid);
        }
        self.deliver()
    }

    /// The keys of an issuer were fetched, or not.
    #[wasm_bindgen(js_name = keysFetched)]
    pub fn keys_fetched(&mut self, now: f64, issuer: f64, keys: Option<String>) -> f64 {
        let now = self.at(now);
        self.gateway.keys_fetched(now, issuer as usize, keys.as_deref());
        self.deliver()
    }

    /// The application has decided: `allow`, `change` with the body, `respond` with the data (both as JSON), or `refuse` with the reason.
    /// What is none of these refuses.
    pub fn consulted(
        &mut self,
        now: f64,
        consultation: f64,
        kind: &str,
        text: &str,
        code: Option<f64>,
    ) -> f64 {
        let now = self.at(now);
        if let Some(consultation) = self.consultations.take(consultation) {
            self.gateway.consulted(now, consultation, verdict(kind, text, code));
        }
        self.deliver()
    }

    pub(super) fn at(&mut self, now: f64) -> Time {
        self.now = self.now.max(Time::from_micros((now * 1000.0) as u64));
        self.now
    }

    pub(super) fn unix(&self) -> Duration {
        let (at, unix) = self.clock;
        unix + self.now.since(at)
    }
}

fn verdict(kind: &str, text: &str, code: Option<f64>) -> Verdict {
    // The package logs why.
    let undecided = || Verdict::Undecided { why: String::new() };
    match kind {
        "allow" => Verdict::Allow,
        "change" => serde_json::from_str(text).map_or_else(|_| undecided(), Verdict::Change),
        "respond" => serde_json::from_str(text).map_or_else(|_| undecided(), Verdict::Respond),
        "refuse" => Verdict::Refuse { code: code.map(|code| code as i64), reason: text.to_owned() },
        _ => undecided(),
    }
}

fn parsed(address: &str) -> IpAddr {
    address.parse().unwrap_or(std::net::Ipv6Addr::UNSPECIFIED.into())
}

fn span(milliseconds: f64) -> Duration {
    Duration::from_micros((milliseconds * 1000.0) as u64)
}
