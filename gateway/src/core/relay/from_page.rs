//! What pages ask for.

use std::sync::Arc;

use bifrons::engine::RequestId;
use bifrons::wire::Verb;
use serde_json::{Map, Value, json};

use super::answer::About;
use super::counters::known_verb;
use super::page::Purpose;
use super::request::{Head, PageRequest, Path};
use super::{Asked, CloseCode, Gateway, PageId, Pending, RequestKind};
use crate::core::identity::Identity;
use crate::core::limits::Class;
use crate::core::refusal::{Cause, Refusal};

/// The most requests of a page that are refused one after the other, as they come too often.
const MOST_TOO_OFTEN: u32 = 100;

/// How far a request has come.
pub(super) enum Step {
    Done,
    /// Its token is being checked.
    TokenIsChecked,
    /// It goes on by itself: the host application is to decide, or steps come first.
    Later,
}

impl Gateway {
    /// Carries out a page's request, unless its token must be checked first.
    pub(super) fn on_page_message(&mut self, page: PageId, text: &str, is_checked: bool) {
        let request = match self.pages.get(&page).map(|page| &page.purpose) {
            Some(Purpose::Poll { poll, ends }) => {
                let (poll, ends) = (*poll, *ends);
                return self.start_poll(page, poll, ends);
            }
            Some(Purpose::Operator) => return self.identify(page),
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
        let mut kind = RequestKind { verb: known_verb(&head.verb), ..RequestKind::default() };
        let carried_out = self.carry_out(page, &request, &head, &about, is_checked, &mut kind);
        match carried_out {
            Ok(Step::Done) => self.finish(page, kind, &about, Ok(())),
            Ok(Step::TokenIsChecked) => self.wait_first(page, text),
            Ok(Step::Later) => {}
            Err(refusal) => self.finish(page, kind, &about, Err(refusal)),
        }
    }

    /// Counts a request whose decision is made, and responds to one that is refused.
    pub(super) fn finish(
        &mut self,
        page: PageId,
        mut kind: RequestKind,
        about: &About,
        carried_out: Result<(), Refusal>,
    ) {
        let refusal = carried_out.err();
        kind.decision = refusal.as_ref().map_or("allowed", |refusal| refusal.cause.name());
        self.counters.count_request(kind);
        if let Some(refusal) = &refusal {
            self.send(page, about.refusal(refusal));
        }
        self.note_too_often(page, refusal.is_some_and(|refusal| refusal.cause == Cause::TooOften));
    }

    /// A page that goes on though its requests come too often is left: to refuse them costs something, too.
    fn note_too_often(&mut self, page: PageId, is_too_often: bool) {
        let Some(entry) = self.pages.get_mut(&page) else { return };
        entry.too_often = if is_too_often { entry.too_often + 1 } else { 0 };
        if entry.too_often >= MOST_TOO_OFTEN {
            self.close_page(page, CloseCode::TooOften);
        }
    }

    fn carry_out(
        &mut self,
        page: PageId,
        request: &PageRequest<'_>,
        head: &Head<'_>,
        about: &About,
        is_checked: bool,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        let path = request.path()?;
        if let Some(token) = request.token()? {
            if !is_checked && !self.take_token(page, &token) {
                return Ok(Step::TokenIsChecked);
            }
            // A request with a bad token is refused, whatever the token before it was.
            if let Some(refusal) = self.pages.get_mut(&page).and_then(|page| page.refusal.take()) {
                return Err(refusal);
            }
        }
        match &*head.verb {
            "keepalive" => {}
            "attach" | "create" => self.count(page, Class::Create)?,
            _ => self.count(page, Class::Request)?,
        }
        match path {
            Path::Root => self.at_root(page, &head.verb, about)?,
            Path::Session(session) => self.at_session(page, session, request, head, about)?,
            Path::Handle(session, handle) => {
                return self.at_handle(page, (session, handle), request, head, about, kind);
            }
        }
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
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        if self.sessions.is_flow((session, handle)) {
            self.own_session(page, session)?;
            return self.at_flow(page, (session, handle), request, head, about, kind);
        }
        let (place, identity) = self.place(page, (session, handle))?;
        match &*head.verb {
            "keepalive" => self.send(page, about.bare("ack")),
            "claim" => self.claim(page, session, about)?,
            "message" => return self.message(page, place, identity, request, about, kind),
            "trickle" => self.trickle(page, &place, request, about)?,
            "hangup" => self.end(page, &place, Verb::Hangup, about),
            "detach" => self.end(page, &place, Verb::Detach, about),
            verb @ ("attach" | "destroy") => return Err(unhandled(verb)),
            verb => return Err(unknown(verb)),
        }
        Ok(Step::Done)
    }

    /// Counts a request of this class.
    pub(super) fn count(&mut self, page: PageId, class: Class) -> Result<(), Refusal> {
        let Some(entry) = self.pages.get(&page) else { return Ok(()) };
        let limits = &self.settings.limits.rates;
        self.rates.count(self.now, limits, class, entry.address, entry.identity.as_deref())
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

    /// Notes what the response to this request of Janus is for.
    pub(super) fn expect(
        &mut self,
        upstream: usize,
        request: RequestId,
        page: PageId,
        about: About,
        what: Asked,
    ) {
        self.pending.insert((upstream, request), Pending { page, about, what, since: self.now });
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

pub(super) fn unhandled(verb: &str) -> Refusal {
    Refusal::new(Cause::WrongPath, format!("Unhandled request '{verb}' at this path"))
}

pub(super) fn unknown(verb: &str) -> Refusal {
    Refusal::new(Cause::UnknownVerb, format!("Unknown request '{verb}'"))
}
