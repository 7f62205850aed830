//! The sections `webhooks`.

use super::secrets;
use super::section::Section;
use crate::core::relay::OccurrenceKind;
use crate::server::Webhook;

pub(super) fn read(mut section: Section<'_, '_>) -> Option<Webhook> {
    let url = section.demand_text("url");
    check_url(&section, &url);
    let secret = secrets::take(&mut section, ["secret", "secret_file", "secret_env"]);
    if !section.names().iter().any(|name| name.starts_with("secret")) {
        section.problem("url", "a webhook needs the secret that signs it: `secret_file` or `secret_env`");
    }
    let events = section.take_or("events", OccurrenceKind::ALL.to_vec());
    Some(Webhook { url, secret: secret?, events })
}

fn check_url(section: &Section<'_, '_>, url: &str) {
    let uri = url.parse::<hyper::Uri>().ok();
    let is_http =
        uri.is_some_and(|uri| matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some());
    if !url.is_empty() && (!is_http || url.contains('@')) {
        section.problem("url", "`url` is an https:// URL without a password");
    }
}
