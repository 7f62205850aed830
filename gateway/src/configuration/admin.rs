//! The section `admin`.

use super::secrets;
use super::section::Section;
use crate::listening::Admin;

pub(super) fn read(mut section: Section<'_, '_>) -> Admin {
    let default = Admin::default();
    Admin {
        address: section.take_or("address", default.address),
        secret: secrets::take(&mut section, ["secret", "secret_file", "secret_env"]),
    }
}
