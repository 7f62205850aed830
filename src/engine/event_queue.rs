//! The unread events of the handles, within bounds.

use std::collections::VecDeque;
use std::time::Duration;

use super::Engine;
use super::end_reason::EndReason;
use super::event::{Droppable, Event};
use super::keys::{HandleKey, TransportId};
use super::notice::Notice;
use super::output::Output;
use super::timers::Timer;
use crate::id::{HandleId, SessionId};
use crate::time::Time;
use crate::wire::Kind;

/// A handle ends when it has more unread events than this times `max_events`.
const OVERFLOW: usize = 4;
/// The maximum time without reading from the socket, when the connection has too many unread events.
const LONGEST_STOP: Duration = Duration::from_secs(1);

/// How the application gets the events of a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    /// The engine holds them: the application has not read the handle yet, or is busy with an event.
    Hold,
    /// The application waits for an event: the engine reports the next one.
    Awaited,
    /// The engine emits each as it comes.
    Flow,
}

/// The unread events of one handle. Above the bound each event is examined once: it is kept, or it is dropped.
pub(super) struct EventQueue<In> {
    /// Older than `recent`: events that may not be dropped, and a `Missed` in place of those that were.
    kept: VecDeque<Event<In>>,
    /// Not examined yet.
    recent: VecDeque<Event<In>>,
    pub(super) delivery: Delivery,
    pub(super) droppable: Option<Droppable<In>>,
    /// Events were dropped since the queue was last half empty.
    overfull: bool,
}

impl<In> EventQueue<In> {
    pub(super) const fn new() -> Self {
        Self {
            kept: VecDeque::new(),
            recent: VecDeque::new(),
            delivery: Delivery::Hold,
            droppable: None,
            overfull: false,
        }
    }

    pub(super) fn push(&mut self, event: Event<In>) {
        self.recent.push_back(event);
    }

    pub(super) fn pop(&mut self) -> Option<Event<In>> {
        let event = self.kept.pop_front().or_else(|| self.recent.pop_front());
        if self.len() == 0 && self.kept.capacity() + self.recent.capacity() > 64 {
            (self.kept, self.recent) = (VecDeque::new(), VecDeque::new());
        }
        event
    }

    pub(super) fn len(&self) -> usize {
        self.kept.len() + self.recent.len()
    }

    /// Drops the oldest droppable event and leaves a `Missed` in its place; false if there is none.
    fn drop_oldest(&mut self) -> bool {
        while let Some(event) = self.recent.pop_front() {
            if !may_go(&event, self.droppable) {
                self.kept.push_back(event);
            } else if let Some(Event::Missed { count }) = self.kept.back_mut() {
                *count += 1;
                return true;
            } else {
                self.kept.push_back(Event::Missed { count: 1 });
                return true;
            }
        }
        false
    }
}

fn may_go<In>(event: &Event<In>, droppable: Option<Droppable<In>>) -> bool {
    match event {
        Event::Message { kind: Kind::Media | Kind::Slowlink, .. } => true,
        Event::Message { kind: Kind::Event, message } => droppable.is_some_and(|may_go| may_go(message)),
        _ => false,
    }
}

/// The number of unread events of all handles, and whether reading from the socket has stopped.
#[derive(Debug, Default)]
pub(super) struct Backpressure {
    unread: usize,
    state: Reading,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    On,
    /// Stopped, until this time at the latest.
    Stopped(Time),
    /// Reading has resumed though too many are unread: each new event drops a droppable one.
    Shedding,
}

impl Backpressure {
    pub(super) fn holds(&self, at: Time) -> bool {
        self.state == Reading::Stopped(at)
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    /// Returns the handle of an event of its plugin without a transaction, if the application is to have the event at
    /// once: the caller passes it on, and [`handle_message`](Self::handle_message) does not get it. `None` for an event
    /// that the engine has to see: one that may be the response to a request, has to wait, or follows another output.
    pub fn pass_event(
        &mut self,
        now: Time,
        transport: TransportId,
        session: SessionId,
        sender: HandleId,
    ) -> Option<HandleKey> {
        if !self.outputs.is_empty() || self.requests.has_uncorrelated() {
            return None;
        }
        let key = self.sessions.handle_by_id(self.sessions.by_id(session)?, sender)?;
        self.sessions.handle(key).filter(|handle| handle.queue.delivery == Delivery::Flow)?;
        self.advance(now);
        if !self.note_sign_of_life(transport) {
            return None;
        }
        self.stats.events += 1;
        Some(key)
    }

    pub(super) fn push_event(&mut self, key: HandleKey, event: Event<In>) {
        let Some(handle) = self.sessions.handle_mut(key) else { return };
        self.stats.events += 1;
        let ended = matches!(event, Event::Ended(_));
        match handle.queue.delivery {
            Delivery::Flow => {
                self.outputs.push_back(Output::Event { handle: key, event });
                if ended {
                    self.forget_handle(key);
                }
                return;
            }
            Delivery::Awaited => {
                handle.queue.delivery = Delivery::Hold;
                self.outputs.push_back(Output::Readable { handle: key, ended });
            }
            Delivery::Hold if ended => self.outputs.push_back(Output::Readable { handle: key, ended }),
            Delivery::Hold => {}
        }
        handle.queue.push(event);
        let is_full = handle.queue.len() > self.config.max_events;
        self.backpressure.unread += 1;
        if !ended && (is_full || self.backpressure.state == Reading::Shedding) {
            self.on_full_queue(key);
        }
        if self.backpressure.unread > self.config.max_held_events {
            self.stop_reading();
        }
    }

    /// Removes and returns the next unread event of a handle.
    pub(super) fn pop_event(&mut self, key: HandleKey) -> Option<Event<In>> {
        let queue = &mut self.sessions.handle_mut(key)?.queue;
        let event = queue.pop()?;
        queue.overfull &= queue.len() > self.config.max_events / 2;
        self.relieve(1);
        Some(event)
    }

    /// Removes a handle with its unread events.
    pub(super) fn forget_handle(&mut self, key: HandleKey) {
        self.recovery.forget_handle(key);
        if let Some(handle) = self.sessions.remove_handle(key) {
            self.relieve(handle.queue.len());
        }
    }

    /// Drops droppable events, oldest first; ends the handle above the second bound.
    fn on_full_queue(&mut self, key: HandleKey) {
        let limit = self.config.max_events;
        let Some(handle) = self.sessions.handle_mut(key) else { return };
        let queue = &mut handle.queue;
        let before = queue.len();
        let mut dropped = 0;
        while (queue.len() > limit || dropped == 0) && queue.drop_oldest() {
            dropped += 1;
        }
        self.backpressure.unread -= before - queue.len();
        self.stats.dropped += dropped;
        let first = dropped > 0 && !queue.overfull;
        queue.overfull |= first;
        let overflow = queue.len() > OVERFLOW.saturating_mul(limit);
        let (session, id) = (handle.session, handle.id);
        if first {
            self.notice(Notice::SlowReader { handle: key });
        }
        if overflow {
            let session = self.session_id(session).filter(|_| !self.recovery.is_rebuilding_handle(key));
            if let Some(session) = session {
                self.clean_up(session, Some(id));
            }
            self.end_handle(key, EndReason::Overflow);
        }
    }

    fn stop_reading(&mut self) {
        let (Reading::On, Some((transport, _))) = (self.backpressure.state, self.connection.transport())
        else {
            return;
        };
        let until = self.now + LONGEST_STOP;
        self.backpressure.state = Reading::Stopped(until);
        self.timers.set(until, Timer::Backpressure);
        self.stats.reading_stops += 1;
        self.outputs.push_back(Output::Reading { transport, on: false });
        self.notice(Notice::ReadingStopped { events: self.backpressure.unread });
    }

    /// Reads on: the application may itself wait for a response, which comes after these events.
    pub(super) fn on_backpressure_due(&mut self) {
        self.backpressure.state = Reading::Shedding;
        self.read_on();
    }

    /// Counts events that were read or dropped.
    fn relieve(&mut self, events: usize) {
        self.backpressure.unread -= events;
        if self.backpressure.state == Reading::On
            || self.backpressure.unread > self.config.max_held_events / 2
        {
            return;
        }
        if self.backpressure.state != Reading::Shedding {
            self.read_on();
        }
        self.backpressure.state = Reading::On;
    }

    fn read_on(&mut self) {
        if let Some((transport, _)) = self.connection.transport() {
            self.outputs.push_back(Output::Reading { transport, on: true });
        }
    }
}
