//! The steps: each gives the engine one input. A step listed twice is twice as likely.

use std::time::Duration;

use bifrons::engine::{
    Capabilities, Completion, HandleKey, Idempotency, RequestOptions, SessionKey, Target, Timeout,
};
use bifrons::error::{Error, ErrorCode};
use bifrons::wire::{AttachOptions, Verb};
use bifrons::{CreateOptions, HandleId, SessionId};

use super::{Model, Sent, lost};

type Step = fn(&mut Model, u8, u8);

/// Every step by its name.
pub const STEPS: &[(&str, Step)] = &[
    ("connect", |model, _, _| model.engine.connect(model.now)),
    ("opened", |model, which, _| {
        if let Some(transport) = model.transport {
            model.engine.handle_opened(
                model.now,
                transport,
                Capabilities { can_probe: which % 2 == 0, claims: which % 4 < 2, queues: false },
            );
        }
    }),
    ("opened", |model, _, _| model.step("opened", 0, 0)),
    ("attempt fails", |model, _, how| {
        let code = if how < 16 { ErrorCode::InvalidConfig } else { ErrorCode::ConnectFailed };
        // Only before the transport connection opens: otherwise too many are lost.
        if let (Some(transport), true) = (model.transport, model.sent.is_empty()) {
            model.close(transport, Error::new(code, "failed"));
        }
    }),
    ("transport lost", |model, _, how| {
        if let (Some(transport), 0..16) = (model.transport, how) {
            model.close(transport, lost());
        }
    }),
    ("reconnected", |model, which, how| {
        if model.outage && how < 192 {
            model.pass(Duration::from_millis(400));
            model.step("opened", how, 0);
            model.step("respond to all", which, how);
        }
    }),
    ("respond to all", |model, which, how| {
        // Responses cause new requests: a rebuilt session, its handles.
        for _ in 0..how % 4 {
            let from = model.responded.max(model.sent.len().saturating_sub(4));
            model.responded = model.sent.len();
            let batch: Vec<Sent> = model.sent[from..].into();
            for sent in &batch {
                respond(model, sent, if which % 8 == 1 { 205 } else { 0 });
                model.drain();
            }
        }
    }),
    ("close", |model, which, how| {
        if how < 8 {
            model.engine.close(model.now, which % 4 != 0);
        }
    }),
    ("time passes", |model, which, _| model.pass(Duration::from_millis(u64::from(which)))),
    ("time passes", |model, which, _| model.pass(Duration::from_millis(u64::from(which) * 40))),
    ("transport alive", |model, which, _| {
        if which % 16 == 0 {
            model.engine.check(model.now);
        } else if let Some(transport) = model.transport {
            model.engine.handle_alive(model.now, transport);
        }
    }),
    ("writable", |model, which, _| model.engine.handle_writable(which % 4 != 0)),
    ("create", |model, _, how| {
        let keepalive = (how > 200).then(|| Duration::from_millis(u64::from(how) * 10));
        let request = model.engine.create(model.now, CreateOptions { id: None, keepalive });
        model.add_request(request);
    }),
    ("claim", |model, which, how| {
        let id = if how % 2 == 0 { known_session(model, which) } else { 500 + u64::from(which) };
        let id = SessionId::new(id).expect("small");
        let request = model.engine.claim(model.now, id, None);
        model.add_request(request);
    }),
    ("attach", |model, which, _| {
        let session = session(model, which);
        let request = model.engine.attach(model.now, session, AttachOptions::default());
        model.add_request(request);
    }),
    ("attach", |model, which, _| model.step("attach", which, 0)),
    ("adopt", |model, which, how| {
        let id = HandleId::new(700 + u64::from(how % 4)).expect("small");
        let session = session(model, which);
        let request = model.engine.adopt(model.now, session, id);
        model.add_request(request);
    }),
    ("message", |model, which, how| {
        let completion =
            [Completion::Direct, Completion::FirstEvent, Completion::PluginDecides, Completion::Uncorrelated]
                [usize::from(how % 4)];
        let timeout = [Timeout::Default, Timeout::Never, Timeout::After(Duration::from_millis(500))];
        let transaction = (how > 180).then(|| (how % 16).to_string().into());
        let idempotency = if how % 5 == 0 { Idempotency::Idempotent } else { Idempotency::NotIdempotent };
        let timeout = timeout[usize::from(how / 3 % 3)];
        let options =
            RequestOptions { completion, timeout, transaction, idempotency, ..RequestOptions::default() };
        let handle = handle(model, which);
        let request = model.engine.message(model.now, handle, "\"body\":{}".into(), options);
        model.add_request(request);
    }),
    ("message", |model, which, how| model.step("message", which, how)),
    ("hangup", |model, which, _| {
        let handle = handle(model, which);
        let request = model.engine.hangup(model.now, handle);
        model.add_request(request);
    }),
    ("detach", |model, which, _| {
        let handle = handle(model, which);
        let request = model.engine.detach(model.now, handle);
        model.add_request(request);
    }),
    ("destroy", |model, which, how| {
        if how < 64 {
            let session = session(model, which);
            let request = model.engine.destroy(model.now, session);
            model.add_request(request);
        }
    }),
    ("raw", |model, which, how| {
        let target = match how % 3 {
            0 => Target::Connection,
            1 => Target::Session(session(model, which)),
            _ => Target::Handle(handle(model, which)),
        };
        let options = RequestOptions::default();
        let request = model.engine.request(model.now, target, Verb::Other("any".into()), None, options);
        model.add_request(request);
    }),
    ("cancel", |model, which, _| {
        if let Some(request) =
            model.pending.iter().copied().nth(usize::from(which) % model.pending.len().max(1))
        {
            model.engine.cancel(model.now, request);
        }
    }),
    ("set timeout", |model, which, how| {
        if let Some(request) =
            model.pending.iter().copied().nth(usize::from(which) % model.pending.len().max(1))
        {
            let timeout = Timeout::After(Duration::from_millis(u64::from(how)));
            model.engine.set_timeout(model.now, request, timeout);
        }
    }),
    ("request fails", |model, which, how| {
        if let Some(sent) = sent(model, which) {
            match how % 2 {
                0 => model.engine.handle_failed(model.now, sent.request, lost()),
                _ => model.engine.handle_refused(model.now, sent.request, lost()),
            }
        }
    }),
    ("release", |model, which, how| {
        if how < 64 {
            let handle = handle(model, which);
            model.engine.release(model.now, handle);
        }
    }),
    ("forget", |model, which, how| {
        if how < 32 {
            let session = session(model, which);
            model.engine.forget(model.now, session);
        }
    }),
    ("read", |model, which, _| {
        let handle = handle(model, which);
        model.read(handle);
    }),
    ("flow", |model, which, how| {
        let handle = handle(model, which);
        match how % 4 {
            0 => model.engine.flow(handle),
            _ => model.engine.hold(handle),
        }
    }),
    ("respond", |model, which, how| {
        if let Some(sent) = sent(model, which) {
            respond(model, &sent, how);
        }
    }),
    ("respond", |model, which, _| model.step("respond", which, 0)),
    ("respond", |model, which, _| model.step("respond", which, 0)),
    ("response event", |model, which, how| {
        let messages = model.sent.iter().rev().filter(|sent| sent.verb == "message");
        if let Some(sent) = messages.take(3).nth(usize::from(which % 4)).cloned() {
            let transaction = format!(",\"transaction\":{:?}", sent.transaction);
            let (session, handle) = (sent.session.unwrap_or(0), sent.handle.unwrap_or(0));
            let sender = if how > 240 { handle + 1 } else { handle };
            send_event(model, "event", session, sender, &transaction);
        }
    }),
    ("response event", |model, which, _| model.step("response event", which / 4, 0)),
    ("event", |model, which, how| {
        let kinds = ["event", "media", "slowlink", "webrtcup", "hangup", "trickle", "ice-failed", "new"];
        let (session, handle) = known_handle(model, which);
        send_event(model, kinds[usize::from(how) % kinds.len()], session, handle, "");
    }),
    ("events", |model, which, how| {
        let (session, handle) = known_handle(model, which);
        let kind = if how % 2 == 0 { "media" } else { "event" };
        for _ in 0..how % 24 {
            send_event(model, kind, session, handle, "");
            model.drain();
        }
    }),
    ("detached", |model, which, how| {
        if how < 64 {
            let (session, handle) = known_handle(model, which);
            send_event(model, "detached", session, handle, "");
        }
    }),
    ("session times out", |model, which, how| {
        if how < 48 {
            let session = known_session(model, which);
            model.receive(&format!("{{\"janus\":\"timeout\",\"session_id\":{session}}}"));
        }
    }),
    ("malformed", |model, which, _| model.receive(MALFORMED[usize::from(which) % MALFORMED.len()])),
    ("old transport", |model, which, _| {
        if let Some(transport) = model.old_transport {
            model.receive_on(transport, MALFORMED[usize::from(which) % MALFORMED.len()]);
        }
    }),
];

const MALFORMED: &[&str] = &[
    "",
    "nonsense",
    "[1,2]",
    "{}",
    "{\"janus\":5}",
    "{\"janus\":\"unheard\"}",
    "{\"janus\":\"success\"}",
    "{\"janus\":\"success\",\"transaction\":\"unknown\"}",
    "{\"janus\":\"success\",\"transaction\":\"4000000\"}",
    "{\"janus\":\"event\"}",
    "{\"janus\":\"event\",\"session_id\":1,\"sender\":1}",
    "{\"janus\":\"event\",\"session_id\":9007199254740993,\"sender\":-1}",
    "{\"janus\":\"server_info\",\"transaction\":\"0\",\"session-timeout\":1}",
    "{\"janus\":\"keepalive\"}",
];

fn sent(model: &Model, which: u8) -> Option<Sent> {
    // Mostly the newest request, sometimes an older one, for late and repeated responses.
    let newest = model.sent.len().checked_sub(1)?;
    let back = if which < 200 { usize::from(which % 3) } else { usize::from(which - 200) };
    model.sent.get(newest.saturating_sub(back)).cloned()
}

fn respond(model: &mut Model, sent: &Sent, how: u8) {
    let session = sent.session.map_or(String::new(), |id| format!(",\"session_id\":{id}"));
    let more = match (how, sent.verb.as_str()) {
        (0..180, "create" | "attach") => {
            model.next_id += 1;
            format!("\"success\",\"data\":{{\"id\":{}}}", model.next_id)
        }
        (0..180, "info") => "\"server_info\",\"session-timeout\":20".to_owned(),
        (0..180, "message") => "\"ack\"".to_owned(),
        (0..200, _) => "\"success\"".to_owned(),
        (200..210, _) => "\"error\",\"error\":{\"code\":403,\"reason\":\"no\"}".to_owned(),
        (210..215, _) => "\"error\",\"error\":{\"code\":458,\"reason\":\"no\"}".to_owned(),
        (215..225, _) => "\"error\",\"error\":{\"code\":459,\"reason\":\"no\"}".to_owned(),
        (225..235, _) => "\"error\"".to_owned(),
        (235..245, _) => "\"success\",\"data\":{\"id\":\"x\"}".to_owned(),
        _ => "\"unheard\"".to_owned(),
    };
    model.receive(&format!("{{\"janus\":{more},\"transaction\":{:?}{session}}}", sent.transaction));
}

fn send_event(model: &mut Model, kind: &str, session: u64, handle: u64, more: &str) {
    let data = "\"plugindata\":{\"plugin\":\"p\",\"data\":{}}";
    model.receive(&format!(
        "{{\"janus\":\"{kind}\",\"session_id\":{session},\"sender\":{handle},{data}{more}}}"
    ));
}

/// Mostly the newest, as older ones have often ended.
fn pick<T: Copy>(all: &[T], which: u8) -> Option<T> {
    let newest = all.len().checked_sub(1)?;
    all.get(newest.saturating_sub(usize::from(which / 64))).copied()
}

fn session(model: &Model, which: u8) -> SessionKey {
    pick(&model.sessions, which).map_or(SessionKey::from_number(0), |(key, _)| key)
}

fn handle(model: &Model, which: u8) -> HandleKey {
    pick(&model.handles, which).map_or(HandleKey::from_number(0), |(key, ..)| key)
}

fn known_session(model: &Model, which: u8) -> u64 {
    pick(&model.sessions, which).map_or(0, |(_, id)| id)
}

fn known_handle(model: &Model, which: u8) -> (u64, u64) {
    pick(&model.handles, which).map_or((0, 0), |(_, session, handle)| (session, handle))
}
