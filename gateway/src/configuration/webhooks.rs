//! The sections `webhooks`.

use super::section::Section;
use super::{secrets, urls};
use crate::core::relay::OccurrenceKind;
use crate::reporting::Webhook;

pub(super) fn read(mut section: Section<'_, '_>) -> Option<Webhook> {
    let url = section.demand_text("url");
    urls::check(&section, "url", &url);
    let secret = secrets::take(&mut section, ["secret", "secret_file", "secret_env"]);
    if !section.names().iter().any(|name| name.starts_with("secret")) {
        section.problem("url", "a webhook needs the secret that signs it: `secret_file` or `secret_env`");
    }
    let events = section.take_or("events", OccurrenceKind::ALL.to_vec());
    Some(Webhook { url, secret: secret?, events })
}
