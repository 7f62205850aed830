//! The events of the handles: held until they are read, within bounds.

use std::collections::VecDeque;
use std::time::Duration;

use super::Engine;
use super::end::EndReason;
use super::event::{Droppable, Event};
use super::keys::HandleKey;
use super::notice::Notice;
use super::output::Output;
use super::timers::Timer;
use crate::time::Time;
use crate::wire::Kind;

/// How many times `max_events` a handle holds at most; with more it ends.
const OVERFLOW: usize = 4;
/// How long reading stops at most when the whole connection holds too many events.
const LONGEST_STOP: Duration = Duration::from_secs(1);

/// How a handle's events reach its user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    /// The engine holds them: the application has not read the handle yet, or is busy with an event.
    Hold,
    /// The application waits for an event: the engine reports the next one.
    Awaited,
    /// The engine emits each as it comes.
    Flow,
}

/// The events of one handle. Above the bound each event is looked at once: it goes to `kept`, or it is dropped.
pub(super) struct EventQueue<In> {
    /// Older than `recent`: events that may not be dropped, and marks in place of those that were.
    kept: VecDeque<Event<In>>,
    /// Not looked at yet.
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

    /// Drops the oldest event that may go and leaves a mark in its place; false if none may.
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

/// The events that all handles of the connection hold, and whether reading has stopped for their number.
#[derive(Debug, Default)]
pub(super) struct Backpressure {
    held: usize,
    state: Reading,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    On,
    /// Stopped, until this time at the latest.
    Stopped(Time),
    /// It went on all the same: for each event that comes a droppable one goes.
    Shedding,
}

impl Backpressure {
    pub(super) fn holds(&self, at: Time) -> bool {
        self.state == Reading::Stopped(at)
    }
}

impl<In, Out: Clone> Engine<In, Out> {
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
        self.backpressure.held += 1;
        if !ended && (is_full || self.backpressure.state == Reading::Shedding) {
            self.on_full_queue(key);
        }
        if self.backpressure.held > self.config.max_held_events {
            self.stop_reading();
        }
    }

    /// Takes the next held event of a handle.
    pub(super) fn pop_event(&mut self, key: HandleKey) -> Option<Event<In>> {
        let queue = &mut self.sessions.handle_mut(key)?.queue;
        let event = queue.pop()?;
        queue.overfull &= queue.len() > self.config.max_events / 2;
        self.relieve(1);
        Some(event)
    }

    /// Removes a handle with whatever was not read.
    pub(super) fn forget_handle(&mut self, key: HandleKey) {
        self.recovery.forget_handle(key);
        if let Some(handle) = self.sessions.remove_handle(key) {
            self.relieve(handle.queue.len());
        }
    }

    /// Droppable events go, oldest first; without one, and far above the bound, the handle ends.
    fn on_full_queue(&mut self, key: HandleKey) {
        let limit = self.config.max_events;
        let Some(handle) = self.sessions.handle_mut(key) else { return };
        let queue = &mut handle.queue;
        let before = queue.len();
        let mut dropped = 0;
        while (queue.len() > limit || dropped == 0) && queue.drop_oldest() {
            dropped += 1;
        }
        self.backpressure.held -= before - queue.len();
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
        self.notice(Notice::ReadingStopped { events: self.backpressure.held });
    }

    /// Reads on: the application may itself wait for a response, which comes after these events.
    pub(super) fn on_backpressure_due(&mut self) {
        self.backpressure.state = Reading::Shedding;
        self.read_on();
    }

    /// So many events are held no longer.
    fn relieve(&mut self, events: usize) {
        self.backpressure.held -= events;
        if self.backpressure.state == Reading::On || self.backpressure.held > self.config.max_held_events / 2
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
