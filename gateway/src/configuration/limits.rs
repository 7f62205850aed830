//! The section `limits`.

use super::section::Section;
use crate::core::limits::{Limits, PageLimits, Rate, RateLimits, Rates, SubjectLimits};

pub(super) fn read(mut section: Section<'_, '_>) -> Limits {
    let default = Limits::default();
    Limits {
        page: page(section.section("page"), default.page),
        subject: subject(section.section("subject"), default.subject),
        rates: rates(section.section("rates"), default.rates),
    }
}

fn page(mut section: Section<'_, '_>, default: PageLimits) -> PageLimits {
    PageLimits {
        message_bytes: section.count_or("message_bytes", default.message_bytes),
        waiting_messages: section.count_or("waiting_messages", default.waiting_messages),
        queue_bytes: section.count_or("queue_bytes", default.queue_bytes),
        write_within: section.seconds_or("write_within", default.write_within),
        token_within: section.seconds_or("token_within", default.token_within),
        poll_within: section.seconds_or("poll_within", default.poll_within),
        idle: section.seconds_or("idle", default.idle),
    }
}

fn subject(mut section: Section<'_, '_>, default: SubjectLimits) -> SubjectLimits {
    SubjectLimits {
        sessions: section.count_or("sessions", default.sessions),
        handles: section.count_or("handles", default.handles),
        rooms: section.count_or("rooms", default.rooms),
    }
}

fn rates(mut section: Section<'_, '_>, default: RateLimits) -> RateLimits {
    let mut address = section.section("address");
    let of_address = Rates {
        refused_tokens: rate(&mut address, "refused_tokens", default.address.refused_tokens),
        connections: rate(&mut address, "connections", default.address.connections),
        ..requests(&mut address, default.address)
    };
    RateLimits {
        subject: requests(&mut section.section("subject"), default.subject),
        address: of_address,
        tenant: requests(&mut section.section("tenant"), default.tenant),
    }
}

fn requests(section: &mut Section<'_, '_>, default: Rates) -> Rates {
    Rates {
        creates: rate(section, "creates", default.creates),
        requests: rate(section, "requests", default.requests),
        ..default
    }
}

/// A rate, or `"none"`.
fn rate(section: &mut Section<'_, '_>, name: &'static str, default: Option<Rate>) -> Option<Rate> {
    match section.value(name) {
        None => default,
        Some(value) if value.get_ref().as_str() == Some("none") => None,
        Some(_) => section.take(name),
    }
}
