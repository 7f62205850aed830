//! The folder in which reports wait: one journal for each webhook.

use std::collections::HashMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bifrons::{Error, ErrorCode};
use data_encoding::HEXLOWER;
use ring::digest::{SHA256, digest};

use super::journal::Journal;
use crate::reporting::{Message, Webhook};

/// How the names of journals end.
const ENDING: &str = ".jsonl";

/// A folder of this process alone.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// Its lock ends with the process, however that ends.
    _lock: File,
    /// By the names of their files. A webhook that is set again has the same one.
    journals: Mutex<HashMap<String, Arc<Journal>>>,
}

impl Folder {
    /// Opens the folder, and makes it if it is not there.
    pub(super) fn open(path: &Path) -> bifrons::Result<Self> {
        let unusable = |error| {
            let text = format!("reports can't wait in {}: {error}", path.display());
            Error::new(ErrorCode::InvalidConfig, text)
        };
        fs::create_dir_all(path).map_err(unusable)?;
        let lock = File::create(path.join("lock")).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock, journals: Mutex::default() }),
            Err(TryLockError::Error(error)) => Err(unusable(error)),
            Err(TryLockError::WouldBlock) => {
                let text = format!(
                    "another gateway has its reports in {}: give each gateway a folder of its own",
                    path.display()
                );
                Err(Error::new(ErrorCode::InvalidConfig, text))
            }
        }
    }

    /// The journal of a webhook, and the reports that have waited in it since before the start. Without one, its reports wait in
    /// memory alone.
    pub(super) fn journal(&self, webhook: &Webhook) -> Option<(Arc<Journal>, Vec<Message>)> {
        let name = name_of(webhook);
        let mut journals = self.journals();
        if let Some(journal) = journals.get(&name) {
            return Some((journal.clone(), Vec::new()));
        }
        let path = self.path.join(&name);
        match Journal::open(path.clone()) {
            Ok((journal, waiting)) => {
                let journal = Arc::new(journal);
                journals.insert(name, journal.clone());
                if !waiting.is_empty() {
                    let (url, reports) = (&webhook.url, waiting.len());
                    tracing::info!(url, reports, "reports have waited for the start, and are sent");
                }
                Some((journal, waiting))
            }
            Err(error) => {
                let (url, path) = (&webhook.url, path.display());
                tracing::error!(url, %path, %error, "the reports of a webhook wait in memory alone: the file can't be used");
                None
            }
        }
    }

    /// Logs which files with reports are of no webhook.
    pub(super) fn note_others(&self) {
        let journals = self.journals();
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            let has_reports = entry.metadata().is_ok_and(|file| file.len() > 0);
            if has_reports && name.ends_with(ENDING) && !journals.contains_key(&name) {
                let path = path.display();
                tracing::warn!(%path, "reports wait for a webhook that there is no longer: delete the file, or set the webhook again");
            }
        }
    }

    /// Waits until all that was noted is written.
    pub(super) async fn written(&self) {
        let journals: Vec<_> = self.journals().values().cloned().collect();
        for journal in journals {
            journal.written().await;
        }
    }

    fn journals(&self) -> MutexGuard<'_, HashMap<String, Arc<Journal>>> {
        self.journals.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The name follows from what makes it the same webhook: its secret and its events may change.
fn name_of(webhook: &Webhook) -> String {
    let what = format!("{}\n{}", webhook.url, webhook.issuer.as_deref().unwrap_or_default());
    let digest = digest(&SHA256, what.as_bytes());
    format!("{}{ENDING}", HEXLOWER.encode(digest.as_ref().get(..8).unwrap_or_default()))
}
