//! The section `listen`.

use std::time::Duration;

use super::section::Section;
use crate::listening::{Listen, Tls};

pub(super) fn read(mut section: Section<'_, '_>) -> Listen {
    let default = Listen::default();
    Listen {
        address: section.take_or("address", default.address),
        tls: section.optional_section("tls").map(tls),
        trusted_proxies: section.take_or("trusted_proxies", default.trusted_proxies),
        origins: section.take_or("origins", default.origins),
        allow_missing_origin: section.take_or("allow_missing_origin", default.allow_missing_origin),
        hosts: section.take_or("hosts", default.hosts),
        max_connections: section.count_or("max_connections", default.max_connections),
        max_connections_per_address: section
            .count_or("max_connections_per_address", default.max_connections_per_address),
        handshake_timeout: span(&mut section, "handshake_timeout", default.handshake_timeout),
        header_timeout: span(&mut section, "header_timeout", default.header_timeout),
        body_timeout: span(&mut section, "body_timeout", default.body_timeout),
        write_timeout: span(&mut section, "write_timeout", default.write_timeout),
        ping_interval: span(&mut section, "ping_interval", default.ping_interval),
        pong_timeout: span(&mut section, "pong_timeout", default.pong_timeout),
    }
}

fn tls(mut section: Section<'_, '_>) -> Tls {
    let (certificates, key) = (section.demand_text("certificates"), section.demand_text("key"));
    let folder = section.file().folder;
    Tls { certificates: folder.join(certificates), key: folder.join(key) }
}

/// A number of seconds above 0.
fn span(section: &mut Section<'_, '_>, name: &'static str, default: Duration) -> Duration {
    let span = section.seconds_or(name, default);
    if span.is_zero() {
        section.problem(name, format!("`{name}` must be above 0"));
    }
    span
}
