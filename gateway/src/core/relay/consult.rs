//! The host application's say in a request: it may change the request, respond to it itself, or refuse it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bifrons::time::Time;

use super::answer::About;
use super::at_handle::{Decided, Place};
use super::case::{Case, CaseFlow, Verdict};
use super::flow::Running;
use super::{Action, Gateway, PageId, RequestKind};
use crate::core::definitions::Request;
use crate::core::identity::Identity;
use crate::core::refusal::{Cause, Refusal};

/// A request that the host application decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Consultation(u64);

/// A request that waits for the host application.
pub(super) struct Consulted {
    until: Time,
    what: Subject,
}

/// What the host application decides about.
enum Subject {
    Request(Box<Asking>),
    Flow(Box<Running>),
}

struct Asking {
    page: PageId,
    place: Place,
    who: Arc<Identity>,
    decided: Decided,
    kind: RequestKind,
    about: About,
}

/// The requests that wait for the host application.
#[derive(Default)]
pub(super) struct Consultations {
    open: BTreeMap<Consultation, Consulted>,
    until: BTreeSet<(Time, Consultation)>,
    last: u64,
}

impl Consultations {
    /// When the next one has waited long enough.
    pub(super) fn next_until(&self) -> Option<Time> {
        self.until.first().map(|(until, _)| *until)
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    fn remove(&mut self, consultation: Consultation) -> Option<Consulted> {
        let consulted = self.open.remove(&consultation)?;
        self.until.remove(&(consulted.until, consultation));
        Some(consulted)
    }
}

impl Gateway {
    /// Asks the host application; the page's next messages wait.
    pub(super) fn consult(
        &mut self,
        page: PageId,
        place: Place,
        who: Arc<Identity>,
        decided: Decided,
        kind: RequestKind,
        about: About,
    ) {
        let case = Case {
            who: who.clone(),
            session: place.session,
            handle: place.handle,
            plugin: kind.plugin,
            request: kind.request,
            body: decided.allowed.body.clone(),
            app: decided.app.clone(),
            publishes: decided.allowed.published.names().collect(),
            flow: None,
        };
        let asking = Asking { page, place, who, decided, kind, about };
        self.open_consultation(case, Subject::Request(Box::new(asking)));
        if let Some(page) = self.pages.get_mut(&page) {
            page.is_waiting = true;
        }
    }

    /// Asks the host application about a flow, before anything of it is done.
    pub(super) fn consult_about_flow(&mut self, name: Arc<str>, running: Box<Running>) {
        let last = &running.plan.last;
        let steps = running.plan.steps.iter().map(|step| step.body.clone()).collect();
        let case = Case {
            who: running.who.clone(),
            session: running.at.0,
            handle: running.at.1,
            plugin: running.plan.plugin.name,
            request: last.allowed.request.map_or("other", Request::verb),
            body: last.allowed.body.clone(),
            app: last.app.clone(),
            publishes: last.allowed.published.names().collect(),
            flow: Some(CaseFlow { name, steps }),
        };
        self.open_consultation(case, Subject::Flow(running));
    }

    fn open_consultation(&mut self, case: Case, what: Subject) {
        self.consultations.last += 1;
        let consultation = Consultation(self.consultations.last);
        let until = self.now + self.settings.verdict_within;
        self.consultations.until.insert((until, consultation));
        self.consultations.open.insert(consultation, Consulted { until, what });
        self.actions.push_back(Action::Consult { consultation, case: Box::new(case) });
    }

    /// The host application has decided. A decision that comes too late, or a second one, has no effect.
    pub fn consulted(&mut self, now: Time, consultation: Consultation, verdict: Verdict) {
        self.advance(now);
        match self.consultations.remove(consultation) {
            Some(consulted) => {
                self.counters.failed_verdicts += u64::from(matches!(verdict, Verdict::Undecided { .. }));
                self.settle(consulted, verdict);
            }
            None => self.counters.late_verdicts += 1,
        }
    }

    /// Refuses what has waited for the host application long enough.
    pub(super) fn refuse_undecided(&mut self) {
        while let Some((_, consultation)) =
            self.consultations.until.first().copied().filter(|(until, _)| *until <= self.now)
        {
            let Some(consulted) = self.consultations.remove(consultation) else { return };
            self.counters.failed_verdicts += 1;
            let reason = "the application has not decided in time; try again".to_owned();
            self.settle(consulted, Verdict::Refuse { code: None, reason });
        }
    }

    fn settle(&mut self, consulted: Consulted, verdict: Verdict) {
        let asking = match consulted.what {
            Subject::Request(asking) => *asking,
            Subject::Flow(running) => return self.on_flow_verdict(running, verdict),
        };
        let Asking { page, place, who, mut decided, kind, about } = asking;
        let carried_out = self.may_go_on(page, &place, &who).and_then(|()| match verdict {
            Verdict::Allow => self.pass_on(page, &place, &who, decided, &about),
            Verdict::Change(body) => {
                decided.allowed.body = body;
                self.pass_on(page, &place, &who, decided, &about)
            }
            Verdict::Respond(data) => {
                let about = About { sender: Some(place.handle), ..about.clone() };
                self.send(page, about.of_plugin(place.plugin.package, data));
                Ok(())
            }
            Verdict::Refuse { code, reason } => {
                Err(Refusal::new(Cause::ByApplication, reason).with_code(code))
            }
            Verdict::Undecided { .. } => Err(undecided()),
        });
        self.finish(page, kind, &about, carried_out);
        self.resume(page);
    }

    /// Whether the request still is what the application has decided about.
    fn may_go_on(&mut self, page: PageId, place: &Place, who: &Arc<Identity>) -> Result<(), Refusal> {
        let (now, identity) = self.place(page, (place.session, place.handle))?;
        match now.key == place.key && Arc::ptr_eq(&identity, who) {
            true => Ok(()),
            false => {
                let text = "what the user may do has changed while the application decided; try again";
                Err(Refusal::new(Cause::ByApplication, text))
            }
        }
    }
}

/// What a request comes to that the host application has failed to decide about.
pub(super) fn undecided() -> Refusal {
    Refusal::new(Cause::ByApplication, "the application has failed to decide; try again later")
}
