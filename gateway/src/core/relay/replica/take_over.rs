//! A session that is not here, and that its page claims: its replica leaves it, or is dead, and it goes on here.

use std::sync::Arc;
use std::time::Duration;

use bifrons::engine::{Created, Reply, SessionKey};
use bifrons::time::Time;
use bifrons::{Error, ErrorCode, HandleId, SessionId};

use super::hand_over::{Ask, HandedOver};
use super::record::{HandleRecord, Record};
use super::{Place, Purpose, Recorded, StoreAction, StoreFailure, Stored};
use crate::core::definitions::{PLUGINS, Plugin};
use crate::core::identity::Identity;
use crate::core::limits::Held;
use crate::core::refusal::Refusal;
use crate::core::relay::answer::About;
use crate::core::relay::at_session::{no_session, unavailable};
use crate::core::relay::expiry::Expiry;
use crate::core::relay::from_janus::failed;
use crate::core::relay::sessions::{Handle, Session};
use crate::core::relay::upstream::Text;
use crate::core::relay::{Asked, Gateway, PageId};

/// How long it may take until the session's replica replies, or is known to be dead.
const WITHIN: Duration = Duration::from_secs(15);
/// How long a question to the session's replica may take.
const ASK_WITHIN: Duration = Duration::from_secs(1);

/// A claim that is under way.
pub(super) struct Claim {
    page: PageId,
    about: About,
    who: Arc<Identity>,
    until: Time,
    /// The record, and its revision.
    record: Option<(Record, u64)>,
    here: Option<Here>,
}

/// The session once Janus has given it to this replica.
struct Here {
    upstream: usize,
    key: SessionKey,
    held: Held,
    /// The handles that Janus still has.
    adopted: Vec<(u64, Handle)>,
    /// Those that it has no longer.
    lost: Vec<u64>,
    /// How many are not decided.
    open: usize,
}

/// How far a claim has come: what the store is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// What the record is.
    Record,
    /// The replica, to hand the session over.
    Owner,
    /// Whether the replica lives.
    Lease,
    /// To make the session this replica's.
    Swap,
}

/// A handle that is adopted.
pub(in crate::core::relay) struct Adopted {
    session: u64,
    plugin: &'static Plugin,
    record: HandleRecord,
    held: Held,
}

impl Gateway {
    /// The page claims a session that is not here. It gets its response once it is.
    pub(in crate::core::relay) fn claim_elsewhere(
        &mut self,
        page: PageId,
        session: u64,
        about: &About,
    ) -> Result<(), Refusal> {
        let who = self.identity(page)?;
        let replica = self.replica.as_mut().ok_or_else(|| no_session(session))?;
        let until = self.now + WITHIN;
        let claim = Claim { page, about: about.clone(), who, until, record: None, here: None };
        if let Some(before) = replica.claims.get_mut(&session) {
            if !before.who.is_same_subject(&claim.who) {
                return Err(no_session(session));
            }
            // The newest connection of the page gets the session.
            let (page, about) = (before.page, std::mem::replace(&mut before.about, claim.about));
            (before.page, before.who) = (claim.page, claim.who);
            self.send(page, about.refusal(&unavailable("another connection claims the session")));
            return Ok(());
        }
        replica.claims.insert(session, claim);
        self.go_on_with_claim(session, Stage::Record);
        Ok(())
    }

    fn go_on_with_claim(&mut self, session: u64, stage: Stage) {
        let Some(replica) = &mut self.replica else { return };
        let operation = replica.begin(Purpose::Claim(session, stage));
        let Some(claim) = replica.claims.get_mut(&session) else { return };
        let place = Place::Session(session);
        let action = match (stage, &mut claim.record) {
            (Stage::Owner, Some((record, _))) => {
                let text = serde_json::to_string(&Ask::HandOver(session)).unwrap_or_default();
                StoreAction::Ask {
                    operation,
                    replica: record.owner.as_str().into(),
                    text,
                    within: ASK_WITHIN,
                }
            }
            (Stage::Lease, Some((record, _))) => {
                StoreAction::Get { operation, place: Place::Replica(record.owner.as_str().into()) }
            }
            (Stage::Swap, Some((record, revision))) => {
                record.owner = replica.id.as_ref().to_owned();
                record.epoch += 1;
                StoreAction::Swap { operation, place, value: record.text(), revision: *revision }
            }
            _ => StoreAction::Get { operation, place },
        };
        self.store(action);
    }

    pub(super) fn on_claim(&mut self, session: u64, stage: Stage, result: Result<Stored, StoreFailure>) {
        let Some(replica) = &mut self.replica else { return };
        let Some(claim) = replica.claims.get_mut(&session) else { return };
        let may_go_on = self.now < claim.until;
        match (stage, result) {
            (Stage::Record, Ok(Stored::Entry(found))) => {
                let read = found.and_then(|(text, revision)| Some((Record::read(&text)?, revision)));
                let is_own = |record: &Record| {
                    (&*record.tenant, &*record.subject) == (&*claim.who.tenant, &*claim.who.subject)
                };
                let Some((record, revision)) = read.filter(|(record, _)| is_own(record)) else {
                    return self.refuse_claim(session, &no_session(session));
                };
                let stage = if *record.owner == *replica.id { Stage::Swap } else { Stage::Owner };
                claim.record = Some((record, revision));
                self.go_on_with_claim(session, stage);
            }
            (Stage::Owner, Ok(Stored::Reply(text))) => {
                let handed_over = serde_json::from_str(&text).ok().and_then(|HandedOver { record }| record);
                if let (Some(newer), Some((record, _))) = (handed_over, &mut claim.record)
                    && newer.janus_session == record.janus_session
                {
                    *record = newer;
                }
                self.go_on_with_claim(session, Stage::Swap);
            }
            // The process has ended.
            (Stage::Owner, Err(StoreFailure::NoResponder)) | (Stage::Lease, Ok(Stored::Entry(None))) => {
                self.go_on_with_claim(session, Stage::Swap);
            }
            (Stage::Owner, Err(StoreFailure::NoReply)) => self.go_on_with_claim(session, Stage::Lease),
            // It may be slow, or suspended: then its lease will be over.
            (Stage::Lease, Ok(Stored::Entry(Some(_)))) if may_go_on => {
                self.go_on_with_claim(session, Stage::Owner);
            }
            (Stage::Swap, Ok(Stored::Written(revision))) => {
                if let Some((_, known)) = &mut claim.record {
                    *known = revision;
                }
                self.claim_in_janus(session);
            }
            (Stage::Swap, Err(StoreFailure::Changed)) if may_go_on => {
                self.go_on_with_claim(session, Stage::Record);
            }
            _ => self.refuse_claim(session, &unavailable("the session can't be taken over now; try again")),
        }
    }

    fn refuse_claim(&mut self, session: u64, refusal: &Refusal) {
        if let Some(claim) = self.replica.as_mut().and_then(|replica| replica.claims.remove(&session)) {
            self.send(claim.page, claim.about.refusal(refusal));
        }
    }

    /// Another replica takes the session, which is on its way to this one.
    pub(super) fn abandon_claim(&mut self, session: u64) {
        let Some(claim) = self.replica.as_mut().and_then(|replica| replica.claims.remove(&session)) else {
            return;
        };
        if let Some(Here { upstream, key, .. }) = claim.here {
            self.upstreams[upstream].engine.leave(self.now, key);
        }
        self.send(claim.page, claim.about.refusal(&unavailable("another connection claims the session")));
    }

    fn claim_in_janus(&mut self, session: u64) {
        let Some(index) = self.next_connected() else {
            return self.refuse_claim(session, &unavailable("Janus can't be reached; try again"));
        };
        let Some(claim) = self.replica.as_ref().and_then(|replica| replica.claims.get(&session)) else {
            return;
        };
        let id = claim.record.as_ref().and_then(|(record, _)| SessionId::new(record.janus_session));
        let Some(id) = id else { return self.refuse_claim(session, &no_session(session)) };
        let (page, about) = (claim.page, claim.about.clone());
        let request = self.upstreams[index].engine.claim(self.now, id, None);
        self.expect(index, request, page, about, Asked::Claim(session));
    }

    /// Janus has given the session to this replica, or refuses.
    pub(in crate::core::relay) fn on_claimed(
        &mut self,
        upstream: usize,
        session: u64,
        result: Result<Reply<Text>, Error>,
    ) {
        let key = match result {
            Ok(Reply { created: Some(Created::Session(key, _)), .. }) => Ok(key),
            Ok(_) => return self.refuse_claim(session, &no_session(session)),
            Err(error) => Err(error),
        };
        let claim = self.replica.as_mut().and_then(|replica| replica.claims.get_mut(&session));
        let Some((claim, (record, revision))) =
            claim.and_then(|claim| claim.record.clone().map(|record| (claim, record)))
        else {
            // Another replica has it by now.
            return key.into_iter().for_each(|key| self.upstreams[upstream].engine.leave(self.now, key));
        };
        let key = match key {
            Ok(key) => key,
            Err(error) => {
                let (response, page) = (failed(&claim.about, &error), claim.page);
                if let Some(replica) = &mut self.replica {
                    replica.claims.remove(&session);
                }
                if error.code() == ErrorCode::SessionGone || error.janus_code() == Some(458) {
                    self.forget_record(session, &Recorded::of_move(record.epoch, revision));
                }
                return self.send(page, response);
            }
        };
        let handles = record.handles;
        let (held, of_handles) = self.usages.of_moved_session(&claim.who, handles.len());
        let (page, about) = (claim.page, claim.about.clone());
        let open = handles.len();
        claim.here = Some(Here { upstream, key, held, adopted: Vec::new(), lost: Vec::new(), open });
        for (record, held) in handles.into_iter().zip(of_handles) {
            let known = PLUGINS.iter().find(|plugin| plugin.name == record.plugin);
            let Some((plugin, id)) = known.zip(HandleId::new(record.janus_handle)) else {
                self.on_handle_decided(session, Err(record.id));
                continue;
            };
            let request = self.upstreams[upstream].engine.adopt(self.now, key, id);
            let adopted = Asked::Adopt(Box::new(Adopted { session, plugin, record, held }));
            self.expect(upstream, request, page, about.clone(), adopted);
        }
        if open == 0 {
            self.finish_claim(session);
        }
    }

    /// Janus still has the handle, or has it no longer.
    pub(in crate::core::relay) fn on_adopted(
        &mut self,
        adopted: Adopted,
        result: &Result<Reply<Text>, Error>,
    ) {
        let Adopted { session, plugin, record, held } = adopted;
        let decided = match result {
            Ok(Reply { created: Some(Created::Handle(key, _)), .. }) => {
                let published = record.kinds();
                Ok((record.id, Handle { key: *key, plugin, entered: record.entered, published, _held: held }))
            }
            _ => Err(record.id),
        };
        self.on_handle_decided(session, decided);
    }

    fn on_handle_decided(&mut self, session: u64, decided: Result<(u64, Handle), u64>) {
        let claim = self.replica.as_mut().and_then(|replica| replica.claims.get_mut(&session));
        let Some(here) = claim.and_then(|claim| claim.here.as_mut()) else { return };
        match decided {
            Ok(adopted) => here.adopted.push(adopted),
            Err(lost) => here.lost.push(lost),
        }
        here.open -= 1;
        if here.open == 0 {
            self.finish_claim(session);
        }
    }

    /// The session goes on here: the page gets its response, the end of what Janus has no longer, and the events.
    fn finish_claim(&mut self, session: u64) {
        let Some(claim) = self.replica.as_mut().and_then(|replica| replica.claims.remove(&session)) else {
            return;
        };
        let Claim { page, about, who, record: Some((record, revision)), here: Some(here), .. } = claim else {
            return;
        };
        let Here { upstream, key, held, adopted, lost, .. } = here;
        let recorded = Recorded::of_move(record.epoch, revision);
        let is_gone = self.upstreams[upstream].engine.session_id(key).is_none();
        let who = match self.revocations.apply(&who) {
            Ok(who) if !is_gone => who,
            refused => {
                self.upstreams[upstream].engine.forget(self.now, key);
                self.forget_record(session, &recorded);
                let refusal = refused.err().unwrap_or_else(|| no_session(session));
                return self.send(page, about.refusal(&refusal));
            }
        };
        let mut moved = Session::new((upstream, key), page, who.clone(), held);
        moved.recorded = recorded;
        self.sessions.add_as(session, moved);
        self.counters.sessions_taken_over += 1;
        self.sessions.set_expiry(session, Expiry::Ahead, self.warn_at(who.expires));
        match self.pages.get_mut(&page) {
            Some(entry) => entry.sessions.push(session),
            None => self.sessions.leave(session, self.now + self.settings.grace),
        }
        self.send(page, about.success(self.session_data(session, &who)));
        self.keep_for_polls(page, session);
        if !lost.is_empty() {
            self.note_for_record(session);
        }
        for handle in lost {
            self.send_to(session, |about| About { sender: Some(handle), ..about }.bare("detached"));
        }
        let keys: Vec<_> = adopted.iter().map(|(_, handle)| handle.key).collect();
        for (id, handle) in adopted {
            self.sessions.add_handle_as((session, id), handle);
        }
        keys.into_iter().for_each(|key| self.upstreams[upstream].engine.flow(key));
    }
}
