//! What pages ask for.

use std::sync::Arc;

use bifrons::engine::{HandleKey, RequestId, RequestOptions, Target};
use bifrons::wire::Verb;
use serde_json::{Map, Value, json};

use super::answer::About;
use super::page::Purpose;
use super::request::{Head, PageRequest, Path};
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

/// The most rooms that a handle may ask to join.
const MOST_ENTERED: usize = 16;

/// How far a request has come.
enum Step {
    Done,
    /// Its token is being checked.
    Waits,
}

impl Gateway {
    /// Carries out a page's request, unless its token must be checked first.
    pub(super) fn on_page_message(&mut self, page: PageId, text: &str, is_checked: bool) {
        let request = match self.pages.get(&page).map(|page| &page.purpose) {
            Some(Purpose::Poll { poll, ends }) => {
                let (poll, ends) = (*poll, *ends);
                return self.start_poll(page, poll, ends);
            }
            Some(Purpose::Post(ids)) => PageRequest::read_posted(text, *ids),
            _ => PageRequest::read(text),
        };
        let request = match request {
            Ok(request) => request,
            Err(refusal) => return self.send(page, About::default().refusal(&refusal)),
        };
        let head = match request.head() {
            Ok(head) => head,
            Err(refusal) => return self.send(page, request.about(None).refusal(&refusal)),
        };
        let about = request.about(Some(head.transaction.clone().into_owned()));
        match self.carry_out(page, &request, &head, &about, is_checked) {
            Ok(Step::Done) => {}
            Ok(Step::Waits) => self.wait_first(page, text),
            Err(refusal) => self.send(page, about.refusal(&refusal)),
        }
    }

    fn carry_out(
        &mut self,
        page: PageId,
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
        is_checked: bool,
    ) -> Result<Step, Refusal> {
        let path = request.path()?;
        if let Some(token) = request.token()? {
            if !is_checked && !self.take_token(page, &token) {
                return Ok(Step::Waits);
            }
            // A request with a bad token is refused, whatever the token before it was.
            if let Some(refusal) = self.pages.get_mut(&page).and_then(|page| page.refusal.take()) {
                return Err(refusal);
            }
        }
        match path {
            Path::Root => self.at_root(page, &head.verb, about),
            Path::Session(session) => self.at_session(page, session, request, head, about),
            Path::Handle(session, handle) => self.at_handle(page, (session, handle), request, head, about),
        }?;
        Ok(Step::Done)
    }

    fn at_root(&mut self, page: PageId, verb: &str, about: &About) -> Result<(), Refusal> {
        match verb {
            "ping" => self.send(page, about.bare("pong")),
            "info" => self.send(page, about.message("server_info", server_info())),
            "create" => self.create(page, about)?,
            verb => return Err(unhandled(verb)),
        }
        Ok(())
    }

    fn at_session(
        &mut self,
        page: PageId,
        session: u64,
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        if head.verb == "claim" {
            return self.claim(page, session, about);
        }
        let index = self.own_session(page, session)?;
        match &*head.verb {
            "keepalive" => self.send(page, about.bare("ack")),
            "attach" => self.attach(page, (index, session), request, about)?,
            "destroy" => self.destroy(page, session, about)?,
            verb @ ("detach" | "hangup" | "message" | "trickle") => return Err(unhandled(verb)),
            verb => return Err(unknown(verb)),
        }
        Ok(())
    }

    fn at_handle(
        &mut self,
        page: PageId,
        (session, handle): (u64, u64),
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let (place, identity) = self.place(page, (session, handle))?;
        match &*head.verb {
            "keepalive" => self.send(page, about.bare("ack")),
            "claim" => self.claim(page, session, about)?,
            "message" => self.message(page, &place, &identity, (request, &head.transaction), about)?,
            "trickle" => self.trickle(page, &place, request, about)?,
            "hangup" => self.end(page, &place, Verb::Hangup, about),
            "detach" => self.end(page, &place, Verb::Detach, about),
            verb @ ("attach" | "destroy") => return Err(unhandled(verb)),
            verb => return Err(unknown(verb)),
        }
        Ok(())
    }

    pub(super) fn identity(&self, page: PageId) -> Result<Arc<Identity>, Refusal> {
        let page = self.pages.get(&page);
        let none = || {
            let of_handshake = page.and_then(|page| page.refusal.clone());
            of_handshake.unwrap_or_else(|| {
                Refusal::new(Cause::NoToken, "the request needs a token (the member token)")
            })
        };
        let identity = page.and_then(|page| page.identity.clone()).ok_or_else(none)?;
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

    /// The session, if it is of the same user: as with Janus, responses go to the connection of the request, and events
    /// to that of the session.
    pub(super) fn own_session(&mut self, page: PageId, session: u64) -> Result<usize, Refusal> {
        let Some(who) = self.pages.get(&page).and_then(|page| page.identity.as_ref()) else {
            return Err(self.identity(page).err().unwrap_or_else(|| no_session(session)));
        };
        let own = self.sessions.get(session).filter(|entry| who.is_same_subject(&entry.identity));
        let upstream = own.map(|session| session.upstream).ok_or_else(|| no_session(session))?;
        self.note_use(page, session);
        Ok(upstream)
    }

    /// The place of a request, and who asks: the token of the request's connection decides, which must be valid now.
    fn place(
        &mut self,
        page: PageId,
        (session, handle): (u64, u64),
    ) -> Result<(Place, Arc<Identity>), Refusal> {
        let upstream = self.own_session(page, session)?;
        let identity = self.identity(page)?;
        let entry = self.sessions.get(session).ok_or_else(|| no_session(session))?;
        let found = entry.handles.get(&handle).ok_or_else(|| {
            Refusal::new(Cause::NoSuchHandle, format!("No such handle {handle} in session {session}"))
        })?;
        let place = Place { session, handle, upstream, key: found.key, plugin: found.plugin };
        Ok((place, identity))
    }

    /// The page claims a session that it had by another connection.
    fn claim(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let entry = self.sessions.get(session).filter(|entry| entry.identity.is_same_subject(&identity));
        let before = entry.ok_or_else(|| no_session(session))?.page;
        if before != Some(page) {
            self.sessions.enter(session, page, identity);
            if let Some(entry) = self.pages.get_mut(&page) {
                entry.sessions.push(session);
            }
            if let Some(before) = before {
                self.leave_page(before, session);
            }
        }
        self.send(page, about.bare("success"));
        self.keep_for_polls(page, session);
        Ok(())
    }

    /// The session is no longer this page's.
    pub(super) fn leave_page(&mut self, page: PageId, session: u64) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        entry.sessions.retain(|of_page| *of_page != session);
        if matches!(entry.purpose, Purpose::Mailbox(_)) {
            self.leave(page);
        }
    }

    fn attach(
        &mut self,
        page: PageId,
        (index, session): (usize, u64),
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let identity = self.identity(page)?;
        let name = request.plugin()?;
        let opaque_id = request.opaque_id()?;
        let no_plugin = || Refusal::new(Cause::UnknownPlugin, format!("No such plugin '{name}'"));
        let plugin = plugin(&name).ok_or_else(no_plugin)?;
        if !may_attach(&identity.grants, plugin) && !self.settings.rules.names_plugin(&identity, plugin.name)
        {
            let text = format!("the token grants nothing of the plugin {}", plugin.name);
            return Err(Refusal::new(Cause::NotGranted, text).with_code(Some(405)));
        }
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        if entry.handles.len() >= self.settings.limits.handles {
            return Err(Refusal::new(Cause::TooMany, "the session has as many handles as it may have"));
        }
        let sent = self.upstreams[index].attach(self.now, entry.key, plugin.package, opaque_id.as_deref());
        self.expect(index, sent, page, about.clone(), Asked::Attach(plugin));
        Ok(())
    }

    fn destroy(&mut self, page: PageId, session: u64, about: &About) -> Result<(), Refusal> {
        let Some(entry) = self.sessions.get(session) else { return Err(no_session(session)) };
        let index = entry.upstream;
        let sent = self.upstreams[index].engine.destroy(self.now, entry.key);
        self.expect(index, sent, page, about.clone(), Asked::Other);
        Ok(())
    }

    fn message(
        &mut self,
        page: PageId,
        place: &Place,
        identity: &Identity,
        (request, transaction): (&PageRequest<'_>, &str),
        about: &About,
    ) -> Result<(), Refusal> {
        let body = request.body()?;
        let jsep = request.jsep()?;
        let handle = self.sessions.get(place.session).and_then(|session| session.handles.get(&place.handle));
        let entered = handle.map(|handle| &*handle.entered).unwrap_or_default();
        let asking = Asking {
            grants: &identity.grants,
            keys: &self.settings.keys,
            plugin: place.plugin,
            entered,
            offer: jsep.as_ref().and_then(offer),
        };
        let allowed = self.settings.rules.decide(identity, &asking, body)?;
        let mut members = format!("\"body\":{}", Value::Object(allowed.body));
        if let Some(jsep) = jsep {
            members.push_str(",\"jsep\":");
            members.push_str(&Value::Object(jsep).to_string());
        }
        if allowed.request.is_some_and(|request| enters(place.plugin, request))
            && let Some(session) = self.sessions.get_mut(place.session)
            && let Some(handle) = session.handles.get_mut(&place.handle)
            && let Some(id) = allowed.id.filter(|id| !handle.entered.contains(id))
        {
            if handle.entered.len() >= MOST_ENTERED {
                let text = "the handle has asked for too many rooms; attach a new one";
                return Err(Refusal::new(Cause::TooMany, text));
            }
            handle.entered.push(id);
        }
        self.next_transaction += 1;
        let transaction = transaction::for_janus(self.next_transaction, transaction);
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
        place: &Place,
        request: &PageRequest<'_>,
        about: &About,
    ) -> Result<(), Refusal> {
        let members = request.candidates()?;
        let sent = self.upstreams[place.upstream].engine.trickle(self.now, place.key, members);
        self.expect(place.upstream, sent, page, about.clone(), Asked::Other);
        Ok(())
    }

    fn end(&mut self, page: PageId, place: &Place, verb: Verb, about: &About) {
        let engine = &mut self.upstreams[place.upstream].engine;
        let sent = engine.request(self.now, Target::Handle(place.key), verb, None, RequestOptions::default());
        self.expect(place.upstream, sent, page, about.clone(), Asked::Other);
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

fn unhandled(verb: &str) -> Refusal {
    Refusal::new(Cause::WrongPath, format!("Unhandled request '{verb}' at this path"))
}

fn unknown(verb: &str) -> Refusal {
    Refusal::new(Cause::UnknownVerb, format!("Unknown request '{verb}'"))
}

fn no_session(session: u64) -> Refusal {
    Refusal::new(Cause::NoSuchSession, format!("No such session {session}"))
}

pub(super) fn unavailable(text: &'static str) -> Refusal {
    Refusal::new(Cause::Unavailable, text)
}
