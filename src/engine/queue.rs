//! The events of one handle, held until they are read.

use std::collections::VecDeque;

use super::types::{Droppable, Event};
use crate::wire::Kind;

/// How a handle's events reach its user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    /// Nobody has looked yet, or the reader is busy: hold them.
    Hold,
    /// A reader waits: tell it.
    Awaited,
    /// As they come.
    Flow,
}

pub(super) struct Queue<In> {
    events: VecDeque<Event<In>>,
    pub(super) delivery: Delivery,
    pub(super) droppable: Option<Droppable<In>>,
}

impl<In> Queue<In> {
    pub(super) const fn new() -> Self {
        Self { events: VecDeque::new(), delivery: Delivery::Hold, droppable: None }
    }

    pub(super) fn push(&mut self, event: Event<In>) {
        self.events.push_back(event);
    }

    pub(super) fn pop(&mut self) -> Option<Event<In>> {
        let event = self.events.pop_front();
        if self.events.is_empty() && self.events.capacity() > 64 {
            self.events = VecDeque::new();
        }
        event
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// Drops the oldest event that may go and leaves a mark in its place; false if none may.
    pub(super) fn shed(&mut self) -> bool {
        let droppable = self.droppable;
        let Some(place) = self.events.iter().position(|event| may_go(event, droppable)) else {
            return false;
        };
        let before = place.checked_sub(1).and_then(|i| self.events.get_mut(i));
        if let Some(Event::Missed { count }) = before {
            *count += 1;
            self.events.remove(place);
        } else if let Some(event) = self.events.get_mut(place) {
            *event = Event::Missed { count: 1 };
        }
        true
    }
}

fn may_go<In>(event: &Event<In>, droppable: Option<Droppable<In>>) -> bool {
    match event {
        Event::Message { kind: Kind::Media | Kind::Slowlink, .. } => true,
        Event::Message { kind: Kind::Event, message } => droppable.is_some_and(|may_go| may_go(message)),
        _ => false,
    }
}
