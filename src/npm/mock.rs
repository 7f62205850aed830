//! The mock Janus server as one class, for `bifrons/testing`: a module of its own.

use std::time::Duration;

use wasm_bindgen::prelude::*;

use crate::config::Api;
use crate::mock::{self, ClientId, Fault, Output, Server, Settings, SipRace};
use crate::secret::Secret;
use crate::time::Time;
use crate::wire::Jsep;

/// A mock Janus server. Each call has the time, in milliseconds.
#[wasm_bindgen]
#[allow(missing_debug_implementations, reason = "JavaScript does not see it")]
pub struct MockJanus(Server);

/// As `testing.js` has put them together.
#[derive(serde::Deserialize)]
struct Options {
    api_secret: Option<String>,
    admin_secret: Option<String>,
    token_auth: bool,
    session_timeout: f64,
    reclaim_session_timeout: f64,
    media: bool,
    version: f64,
    seed: Option<f64>,
}

fn wrong(text: &str) -> JsError {
    JsError::new(text)
}

fn moment(milliseconds: f64) -> Time {
    Time::from_micros((milliseconds * 1000.0) as u64)
}

fn sip_race(name: &str) -> Result<SipRace, JsError> {
    match name {
        "ringing_before_calling" => Ok(SipRace::RingingBeforeCalling),
        "answer_not_sent" => Ok(SipRace::AnswerNotSent),
        "no_declining" => Ok(SipRace::NoDeclining),
        "reinvite_not_sent" => Ok(SipRace::ReinviteNotSent),
        _ => Err(wrong(&format!("there is no SIP race '{name}'"))),
    }
}

/// The SDP of an offer with these kinds of media.
#[wasm_bindgen]
pub fn offer_of(kinds: Vec<String>) -> Result<String, JsError> {
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    Ok(mock::offer_of(&kinds)?.sdp)
}

/// The SDP of an answer to an offer.
#[wasm_bindgen]
pub fn answer_to(offer: String) -> Result<String, JsError> {
    Ok(mock::answer_to(&Jsep::offer(offer))?.sdp)
}

#[wasm_bindgen]
impl MockJanus {
    /// Creates a mock server without clients.
    #[wasm_bindgen(constructor)]
    pub fn new(options: JsValue) -> Result<Self, JsError> {
        let options: Options = serde_wasm_bindgen::from_value(options)
            .map_err(|_| wrong("an option of MockJanus.start has a wrong type"))?;
        let seconds =
            |span: f64| Duration::try_from_secs_f64(span).map_err(|_| wrong("a timeout must be seconds"));
        Ok(Self(Server::new(Settings {
            api_secret: options.api_secret.map(Secret::from),
            admin_secret: options.admin_secret.map(Secret::from),
            token_auth: options.token_auth,
            session_timeout: seconds(options.session_timeout)?,
            reclaim_session_timeout: seconds(options.reclaim_session_timeout)?,
            media: options.media,
            version: options.version as u64,
            seed: options.seed.map(|seed| seed as u64),
        })))
    }

    /// A client connected; returns its number.
    pub fn connect(&mut self, now: f64, admin: bool) -> f64 {
        let api = if admin { Api::Admin } else { Api::Janus };
        self.0.connect(moment(now), api).0 as f64
    }

    /// A client's connection is gone.
    pub fn disconnect(&mut self, now: f64, client: f64) {
        self.0.disconnect(moment(now), ClientId(client as u64));
    }

    /// A client sent a message.
    pub fn message(&mut self, now: f64, client: f64, text: &str) {
        self.0.message(moment(now), ClientId(client as u64), text);
    }

    /// Time has passed.
    pub fn timeout(&mut self, now: f64) {
        self.0.handle_timeout(moment(now));
    }

    /// Makes something go wrong; `value` is what the fault's name asks for.
    pub fn inject(&mut self, now: f64, fault: &str, value: JsValue) -> Result<(), JsError> {
        let number = value.as_f64();
        let fault = match (fault, number, value.as_bool(), value.as_string()) {
            ("delay", Some(milliseconds), ..) => {
                Fault::Delay(Duration::from_micros((milliseconds * 1000.0) as u64))
            }
            ("lose", Some(count), ..) => Fault::Lose(count as u32),
            ("ack_first", _, choice, _) => Fault::AckFirst(choice),
            ("threads", _, Some(on), _) => Fault::Threads(on),
            ("early_events", _, Some(on), _) => Fault::EarlyEvents(on),
            ("sip_race", .., None) if value.is_undefined() => Fault::SipRace(None),
            ("sip_race", .., Some(race)) => Fault::SipRace(Some(sip_race(&race)?)),
            ("silent", _, Some(on), _) => Fault::Silent(on),
            ("stop_reading", _, Some(on), _) => Fault::StopReading(on),
            ("send_text", .., Some(text)) => Fault::SendText(text),
            ("disconnect", ..) => Fault::Disconnect,
            ("forget_sessions", ..) => Fault::ForgetSessions,
            ("forget_handles", ..) => Fault::ForgetHandles,
            ("expire_sessions", ..) => Fault::ExpireSessions,
            ("restart", ..) => Fault::Restart,
            _ => return Err(wrong(&format!("there is no fault '{fault}', or its value has a wrong type"))),
        };
        self.0.inject(moment(now), fault);
        Ok(())
    }

    /// The next thing to do: `[client, text]` to send, `[client]` to hang up, whether to read, or
    /// the moment to call again, which is infinite for never.
    pub fn poll(&mut self) -> JsValue {
        match self.0.poll_output() {
            Output::Message { client, text } => {
                js_sys::Array::of2(&(client.0 as f64).into(), &text.into()).into()
            }
            Output::HangUp { client } => js_sys::Array::of1(&(client.0 as f64).into()).into(),
            Output::Read { on } => on.into(),
            Output::Wait { until } => {
                until.map_or(f64::INFINITY, |until| (until.as_micros() as f64 / 1000.0).ceil()).into()
            }
        }
    }

    /// The ids of the sessions that live.
    pub fn sessions(&self) -> Vec<f64> {
        self.0.sessions().into_iter().map(|id| id as f64).collect()
    }
}
