//! The section `admin`.

use std::net::IpAddr;

use super::secrets;
use super::section::Section;
use crate::listening::{Admin, Listen};

pub(super) fn read(mut section: Section<'_, '_>) -> Admin {
    let default = Admin::default();
    Admin {
        address: section.take_or("address", default.address),
        secret: secrets::take(&mut section, ["secret", "secret_file", "secret_env"]),
    }
}

/// Notes that operators and pages have the same address.
pub(super) fn check_address(file: &Section<'_, '_>, admin: Option<&Admin>, listen: &Listen) {
    let Some(admin) = admin else { return };
    let (one, other) = (admin.address, listen.address);
    let has = |one: IpAddr, other: IpAddr| {
        one == other || one.is_unspecified() && (one.is_ipv6() || other.is_ipv4())
    };
    let is_same_host = has(one.ip(), other.ip()) || has(other.ip(), one.ip());
    // With the port 0 each gets one of its own.
    if one.port() == other.port() && one.port() != 0 && is_same_host {
        let text =
            format!("`address` of [admin] is that of [listen], {other}: give one of them another port");
        file.problem_at(&["admin", "address"], text);
    }
}
