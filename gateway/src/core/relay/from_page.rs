//! What pages ask for.

use std::sync::Arc;

use bifrons::engine::{HandleKey, RequestId, RequestOptions, Target};
use bifrons::wire::Verb;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::answer::About;
use super::request::{PageRequest, PageVerb};
use super::{Asked, Gateway, PageId, Pending, transaction};
use crate::core::decision::Asking;
use crate::core::definitions::{Plugin, plugin};
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};
use crate::core::rights::{enters, may_attach};

/// Where a request goes: a handle of a session of the page.
struct Place {
    session: u64,
    handle: u64,
    upstream: usize,
    key: HandleKey,
    plugin: &'static Plugin,
}

impl Gateway {
    /// Carries out a page's request, unless its token must be checked first.
    pub(super) fn on_page_message(&mut self, page: PageId, text: &str, is_checked: bool) {
        let request = match PageRequest::read(text) {
            Ok(request) => request,
            // As Janus does: without the transaction of what can't be read.
            Err(refusal) => return self.send(page, About::default().refusal(&refusal)),
        };
        let unchecked = request.token.as_ref().filter(|_| !is_checked);
        if unchecked.is_some_and(|token| !self.take_token(page, token)) {
            return self.wait_first(page, text);
        }
        let about = About {
            transaction: Some(request.transaction.clone().into_owned()),
            session: request.session_id,
            sender: None,
        };
        if let Err(refusal) = self.carry_out(page, &request, &about) {
            self.send(page, about.refusal(&refusal));
        }
    }

    fn carry_out(&mut self, page: PageId, request: &PageRequest<'_>, about: &About) -> Result<(), Refusal> {
        let verb = request.verb()?;
        match (verb, request.session_id, request.handle_id) {
            (PageVerb::Ping, None, None) => self.send(page, about.bare("pong")),
            (PageVerb::Info, None, None) => self.send(page, about.message("server_info", server_info())),
            (PageVerb::Create, None, None) => self.create(page, about)?,
            (PageVerb::Keepalive, Some(session), _) => {
                self.own_session(page, session)?;
                self.send(page, about.bare("ack"));
            }
            (PageVerb::Claim, Some(session), None) => self.claim(page, session, about)?,
            (PageVerb::Attach, Some(session), None) => self.attach(page, session, request, about)?,
            (PageVerb::Destroy, Some(session), None) => self.destroy(page, session, about)?,
            (PageVerb::Message, Some(session), Some(handle)) => {
                self.message(page, (session, handle), request, about)?
            }
            (PageVerb::Trickle, Some(session), Some(handle)) => {
                self.trickle(page, (session, handle), request, about)?
            }
            (PageVerb::Hangup | PageVerb::Detach, Some(session), Some(handle)) => {
                self.end(page, (session, handle), verb, about)?;
            }
            _ => {
                let text = "the request needs another session_id or handle_id, or none";
                return Err(Refusal::new(Cause::WrongPath, text));
            }
        }
        Ok(())
    }

    fn identity(&self, page: PageId) -> Result<Arc<Identity>, Refusal> {
        let page = self.pages.get(&page);
        if let Some(refusal) = page.and_then(|page| page.refusal.clone()) {
            return Err(refusal);
        }
        let identity = page.and_then(|page| page.identity.clone());
        let identity = identity
            .ok_or_else(|| Refusal::new(Cause::NoToken, "the request needs a token (the member token)"))?;
        match self.now < identity.expires {
            true => Ok(identity),
            false => Err(Refusal::new(Cause::TokenRefused, "the token has expired; send a newer one")),
        }
    }

    fn create(&mut self, page: PageId, about: &About) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let count = self.pages.get(&page).map_or(0, |page| page.sessions.len());
        if count >= self.settings.limits.sessions {
            return Err(Refusal::new(Cause::TooMany, "the page has as many sessions as it may have"));
        }
        let index = self.next_connected().ok_or_else(|| unavailable("Janus can't be reached; try again"))?;
        let request = self.upstreams[index].create(self.now);
        self.expect(index, request, page, about.clone(), Asked::Create(identity));
        Ok(())
    }

    /// The next connection to Janus that is open.
    fn next_connected(&mut self) -> Option<usize> {
        let count = self.upstreams.len();
        let index = (0..count)
            .map(|step| (self.next_upstream + step) % count)
            .find(|at| self.upstreams[*at].is_connected)?;
        self.next_upstream = index + 1;
        Some(index)
    }

    /// The session, if it is this page's.
    fn own_session(&self, page: PageId, session: u64) -> Result<usize, Refusal> {
        let own = self.sessions.get(session).filter(|session| session.page == Some(page));
        own.map(|session| session.upstream).ok_or_else(|| no_session(session))
    }

    /// The place of a request, which needs a token that is valid now.
    fn place(&self, page: PageId, (session, handle): (u64, u64)) -> Result<(Place, Arc<Identity>), Refusal> {
        let upstream = self.own_session(page, session)?;
        self.identity(page)?;
        let entry = self.sessions.get(session).ok_or_else(|| no_session(session))?;
        let of_session = entry.handles.get(&handle);
        let found = of_session
            .ok_or_else(|| Refusal::new(Cause::NoSuchHandle, format!("no such handle {handle}")))?;
        let place = Place { session, handle, upstream, key: found.key, plugin: found.plugin };
        Ok((place, entry.identity.clone()))
    }

    /// The page claims a session that it had by another connection.
    fn claim(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let entry = self.sessions.get(session).filter(|entry| entry.identity.is_same_subject(&identity));
        let before = entry.ok_or_else(|| no_session(session))?.page;
        if before != Some(page) {
            self.sessions.enter(session, page);
            if let Some(entry) = self.pages.get_mut(&page) {
                entry.sessions.push(session);
            }
            if let Some(before) = before {
                self.leave_page(before, session);
            }
        }
        self.send(page, about.bare("success"));
        Ok(())
    }

    /// The session is no longer this page's.
    pub(super) fn leave_page(&mut self, page: PageId, session: u64) {
        if let Some(page) = self.pages.get_mut(&page) {
            page.sessions.retain(|of_page| *of_page != session);
        }
    }

    fn attach(
        &mut self,
        page: PageId,
        session: u64,
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let index = self.own_session(page, session)?;
        let identity = self.identity(page)?;
        let name = request.plugin.as_deref();
        let name = name.ok_or_else(|| Refusal::new(Cause::BadRequest, "the member plugin is missing"))?;
        let plugin = plugin(name)
            .ok_or_else(|| Refusal::new(Cause::UnknownPlugin, "the gateway does not know this plugin"))?;
        if !may_attach(&identity.grants, plugin) && !self.settings.rules.names_plugin(&identity, plugin.name)
        {
            return Err(Refusal::new(
                Cause::UnknownPlugin,
                format!("the token grants nothing of the plugin {}", plugin.name),
            ));
        }
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        if entry.handles.len() >= self.settings.limits.handles {
            return Err(Refusal::new(Cause::TooMany, "the session has as many handles as it may have"));
        }
        let sent =
            self.upstreams[index].attach(self.now, entry.key, plugin.package, request.opaque_id.as_deref());
        self.expect(index, sent, page, about.clone(), Asked::Attach(plugin));
        Ok(())
    }

    fn destroy(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let index = self.own_session(page, session)?;
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        let sent = self.upstreams[index].engine.destroy(self.now, entry.key);
        self.expect(index, sent, page, about.clone(), Asked::Other);
        Ok(())
    }

    fn message(
        &mut self,
        page: PageId,
        ids: (u64, u64),
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let (place, identity) = self.place(page, ids)?;
        let body =
            request.body.ok_or_else(|| Refusal::new(Cause::BadRequest, "the member body is missing"))?;
        let body = object(body, "body")?;
        let jsep = request.jsep.map(|jsep| object(jsep, "jsep")).transpose()?;
        let entered = self
            .sessions
            .get(place.session)
            .and_then(|session| session.handles.get(&place.handle)?.entered.as_ref());
        let asking = Asking {
            grants: &identity.grants,
            keys: &self.settings.keys,
            plugin: place.plugin,
            entered,
            offer: jsep.as_ref().and_then(offer),
        };
        let allowed = self.settings.rules.decide(&identity, &asking, body)?;
        let mut members = format!("\"body\":{}", Value::Object(allowed.body));
        if let Some(jsep) = jsep {
            members.push_str(",\"jsep\":");
            members.push_str(&Value::Object(jsep).to_string());
        }
        if allowed.request.is_some_and(|request| enters(place.plugin, request)) {
            if let Some(session) = self.sessions.get_mut(place.session) {
                if let Some(handle) = session.handles.get_mut(&place.handle) {
                    handle.entered = allowed.id;
                }
            }
        }
        self.next_transaction += 1;
        let transaction = transaction::for_janus(self.next_transaction, &request.transaction);
        let sent = self.upstreams[place.upstream].message(self.now, place.key, members, transaction);
        let about = About { sender: Some(place.handle), ..about.clone() };
        self.expect(
            place.upstream,
            sent,
            page,
            about,
            Asked::Message { plugin: place.plugin, request: allowed.request, by_rule: allowed.by_rule },
        );
        Ok(())
    }

    fn trickle(
        &mut self,
        page: PageId,
        ids: (u64, u64),
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let (place, _) = self.place(page, ids)?;
        let members = match (request.candidate, request.candidates) {
            (Some(candidate), None) => format!("\"candidate\":{candidate}"),
            (None, Some(candidates)) => format!("\"candidates\":{candidates}"),
            _ => return Err(Refusal::new(Cause::BadRequest, "one of candidate and candidates is needed")),
        };
        let sent = self.upstreams[place.upstream].engine.trickle(self.now, place.key, members);
        self.expect(place.upstream, sent, page, about.clone(), Asked::Other);
        Ok(())
    }

    fn end(&mut self, page: PageId, ids: (u64, u64), verb: PageVerb, about: &About) -> Result<(), Refusal> {
        let (place, _) = self.place(page, ids)?;
        let verb = if verb == PageVerb::Detach { Verb::Detach } else { Verb::Hangup };
        let engine = &mut self.upstreams[place.upstream].engine;
        let sent = engine.request(self.now, Target::Handle(place.key), verb, None, RequestOptions::default());
        self.expect(place.upstream, sent, page, about.clone(), Asked::Other);
        Ok(())
    }

    fn expect(&mut self, upstream: usize, request: RequestId, page: PageId, about: About, what: Asked) {
        self.pending.insert((upstream, request), Pending { page, about, what });
    }
}

/// What `info` reports: nothing of the servers behind.
fn server_info() -> Map<String, Value> {
    let info = json!({
        "name": "Bifrons gateway", "version_string": env!("CARGO_PKG_VERSION"), "author": "Bifrons", "plugins": {}, "transports": {},
    });
    match info {
        Value::Object(info) => info,
        _ => Map::new(),
    }
}

/// The SDP of a description, unless it is an answer: in each other case Janus may take it for an offer.
fn offer(jsep: &Map<String, Value>) -> Option<&str> {
    let kind = jsep.get("type").and_then(Value::as_str).unwrap_or_default();
    jsep.get("sdp").and_then(Value::as_str).filter(|_| !kind.eq_ignore_ascii_case("answer"))
}

fn object(text: &RawValue, name: &str) -> Result<Map<String, Value>, Refusal> {
    let read = serde_json::from_str(text.get());
    read.map_err(|_| Refusal::new(Cause::WrongType, format!("the member {name} is no object")))
}

fn no_session(session: u64) -> Refusal {
    Refusal::new(Cause::NoSuchSession, format!("no such session {session}"))
}

pub(super) fn unavailable(text: &'static str) -> Refusal {
    Refusal::new(Cause::Unavailable, text)
}
