//! Requests about handles.

use std::sync::Arc;

use bifrons::Id;
use bifrons::engine::{HandleKey, RequestOptions, Target};
use bifrons::wire::Verb;
use serde_json::{Map, Value};

use super::answer::About;
use super::at_session::no_session;
use super::from_page::Step;
use super::request::PageRequest;
use super::{Asked, Gateway, PageId, RequestKind, Settings, transaction};
use crate::core::decision::{Allowed, Asking};
use crate::core::definitions::{Plugin, Request};
use crate::core::identity::Identity;
use crate::core::limits::Class;
use crate::core::offer::Description;
use crate::core::refusal::{Cause, Refusal};
use crate::core::rights::{enters, reads_offers};

/// Where a request goes: a handle of a session of the page.
pub(super) struct Place {
    pub session: u64,
    pub handle: u64,
    pub upstream: usize,
    pub key: HandleKey,
    pub plugin: &'static Plugin,
}

/// A session description, and its text.
pub(crate) type Described<'a> = (Description<'a>, &'a str);

/// A request that grants or rules allow.
pub(crate) struct Decided {
    pub allowed: Allowed,
    /// The text of its description.
    pub jsep: Option<Box<str>>,
    /// What is the host application's own in the body.
    pub app: Option<Value>,
}

/// The most rooms that a handle may ask to join.
const MOST_ENTERED: usize = 16;

impl Settings {
    /// Decides about a request by grants and rules.
    pub(super) fn decide(
        &self,
        who: &Identity,
        plugin: &'static Plugin,
        entered: &[Id],
        jsep: Option<Described<'_>>,
        body: Map<String, Value>,
    ) -> Result<Decided, Refusal> {
        let judges_offers = reads_offers(plugin) || self.rules.have_conditions(plugin.name);
        let offer = jsep.as_ref().filter(|_| judges_offers).and_then(|(description, _)| description.offer());
        let app = body.get("app").filter(|_| self.consults).cloned();
        let asking = Asking {
            grants: &who.grants,
            at_most: who.at_most.as_deref(),
            keys: &self.keys,
            plugin,
            entered,
            banned: &who.banned,
            offer: offer.as_deref(),
        };
        let allowed = self.rules.decide(who, &asking, body)?;
        Ok(Decided { allowed, jsep: jsep.map(|(_, text)| text.into()), app })
    }
}

impl Gateway {
    /// The place of a request, and who asks: the token of the request's connection decides, which must be valid now.
    pub(super) fn place(
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

    pub(super) fn message(
        &mut self,
        page: PageId,
        place: Place,
        identity: Arc<Identity>,
        request: &PageRequest<'_>,
        about: &About,
        kind: &mut RequestKind,
    ) -> Result<Step, Refusal> {
        kind.plugin = place.plugin.name;
        let body = request.body()?;
        kind.request = place.plugin.request(&body).map_or("other", Request::verb);
        let handle = self.sessions.get(place.session).and_then(|session| session.handles.get(&place.handle));
        let entered = handle.map(|handle| &*handle.entered).unwrap_or_default();
        let decided = self.settings.decide(&identity, place.plugin, entered, request.jsep()?, body)?;
        if decided.allowed.creates() {
            self.count(page, Class::Create)?;
        }
        self.go_on(page, place, identity, decided, about, kind)
    }

    /// Goes on with a request that grants or rules allow: the host application is asked, or Janus gets it.
    pub(super) fn go_on(
        &mut self,
        page: PageId,
        place: Place,
        who: Arc<Identity>,
        decided: Decided,
        about: &About,
        kind: &RequestKind,
    ) -> Result<Step, Refusal> {
        if self.settings.consults {
            self.consult(page, place, who, decided, *kind, about.clone());
            return Ok(Step::Later);
        }
        self.pass_on(page, &place, &who, decided, about)?;
        Ok(Step::Done)
    }

    /// Passes a request on to Janus, as it was decided about.
    pub(super) fn pass_on(
        &mut self,
        page: PageId,
        place: &Place,
        who: &Identity,
        decided: Decided,
        about: &About,
    ) -> Result<(), Refusal> {
        let Decided { allowed, jsep, .. } = decided;
        self.note_allowed(place, &allowed)?;
        let room = self.room_change(who, place.plugin, allowed.request, &allowed.body)?;
        let (plugin, request, by_rule) = (place.plugin, allowed.request, allowed.by_rule);
        self.next_transaction += 1;
        let what = Asked::Message { number: self.next_transaction, plugin, request, by_rule, room };
        let mut members = format!("\"body\":{}", Value::Object(allowed.body));
        if let Some(jsep) = jsep {
            members.push_str(",\"jsep\":");
            members.push_str(&jsep);
        }
        let of_page = about.transaction.as_deref().unwrap_or_default();
        let transaction = transaction::for_janus(self.next_transaction, of_page);
        let sent = self.upstreams[place.upstream].message(self.now, place.key, members, transaction);
        let about = About { sender: Some(place.handle), ..about.clone() };
        self.expect(place.upstream, sent, page, about, what);
        Ok(())
    }

    /// Notes what the handle may publish now, and where it may be.
    fn note_allowed(&mut self, place: &Place, allowed: &Allowed) -> Result<(), Refusal> {
        let handle =
            self.sessions.get_mut(place.session).and_then(|session| session.handles.get_mut(&place.handle));
        let Some(handle) = handle else { return Ok(()) };
        handle.published = handle.published.with(allowed.published);
        let enters = allowed.request.is_some_and(|request| enters(place.plugin, request));
        let Some(id) = allowed.id.as_ref().filter(|id| enters && !handle.entered.contains(id)) else {
            return Ok(());
        };
        if handle.entered.len() >= MOST_ENTERED {
            let text = "the handle has asked for too many rooms; attach a new one";
            return Err(Refusal::new(Cause::TooMany, text));
        }
        handle.entered.push(id.clone());
        self.note_for_record(place.session);
        Ok(())
    }

    pub(super) fn trickle(
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

    pub(super) fn end(&mut self, page: PageId, place: &Place, verb: Verb, about: &About) {
        let engine = &mut self.upstreams[place.upstream].engine;
        let sent = engine.request(self.now, Target::Handle(place.key), verb, None, RequestOptions::default());
        self.expect(place.upstream, sent, page, about.clone(), Asked::Other);
    }
}
