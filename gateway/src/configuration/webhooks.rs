//! The sections `webhooks` and `webhooks_queue`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::section::Section;
use super::{secrets, urls};
use crate::core::nearest::did_you_mean;
use crate::core::relay::OccurrenceKind;
use crate::core::token::Issuer;
use crate::reporting::Webhook;

pub(super) fn read(sections: Vec<Section<'_, '_>>, issuers: &[Issuer]) -> Vec<Webhook> {
    sections.into_iter().filter_map(|section| webhook(section, issuers)).collect()
}

fn webhook(mut section: Section<'_, '_>, issuers: &[Issuer]) -> Option<Webhook> {
    let url = section.demand_text("url");
    urls::check(&section, "url", &url);
    let secret = secrets::take(&mut section, ["secret", "secret_file", "secret_env"]);
    if !section.names().iter().any(|name| name.starts_with("secret")) {
        section.problem("url", "a webhook needs the secret that signs it: `secret_file` or `secret_env`");
    }
    let issuer = section.take::<String>("issuer");
    if let Some(issuer) = &issuer
        && issuers.iter().all(|known| *known.name != **issuer)
    {
        let nearest = did_you_mean(issuer, issuers.iter().map(|known| &*known.name));
        section.problem("issuer", format!("no issuer has the name `{issuer}`{nearest}"));
    }
    let events = section.take::<Vec<OccurrenceKind>>("events");
    let names_refused = events.iter().flatten().any(|kind| *kind == OccurrenceKind::TokenRefused);
    if issuer.is_some() && names_refused {
        let text = "`token_refused` is about no issuer: only a webhook without `issuer` gets it";
        section.note_at(&["events"], text);
    }
    Some(Webhook { url, secret: secret?, events: events.unwrap_or(OccurrenceKind::ALL.to_vec()), issuer })
}

/// Notes webhooks that would share a file of the queue.
pub(super) fn check_files(file: &Section<'_, '_>, webhooks: &[Webhook]) {
    let mut files = BTreeSet::new();
    for Webhook { url, issuer, .. } in webhooks {
        if !files.insert((url, issuer)) {
            let text = format!(
                "[webhooks_queue]: two webhooks have the `url` {url} and the same `issuer`: make one of them, with the \
                 `events` of both"
            );
            file.problem_at(&["webhooks_queue"], text);
        }
    }
}

/// Reads the folder in which reports wait.
pub(super) fn read_queue(mut section: Section<'_, '_>) -> PathBuf {
    let folder = section.demand_text("folder");
    section.file().folder.join(folder)
}
