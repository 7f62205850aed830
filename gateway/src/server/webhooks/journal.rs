//! A file with the reports that wait for a webhook, as lines of JSON: each report, and the id of each one that is done.
//!
//! A thread of its own writes, so that no page waits for a disk. It writes what has come meanwhile at once, and then waits for the
//! disk (`fdatasync`). So a report is in the file soon after it was made, but not before it is sent.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::reporting::Message;

/// The most entries that wait for the disk; more are not written.
const MOST_UNWRITTEN: usize = 20_000;

/// So many lines that are not needed make the file worth being written again.
const NEEDLESS_LINES: usize = 1_000;

/// The journal of a webhook.
#[derive(Debug)]
pub(super) struct Journal {
    entries: SyncSender<Entry>,
    /// The disk is too slow, and the log has shown it.
    is_behind: AtomicBool,
}

enum Entry {
    Add(Arc<Message>),
    Done(Arc<Message>),
    /// What came before is written.
    Written(oneshot::Sender<()>),
}

/// The line of a report that is done.
#[derive(Serialize, Deserialize)]
struct Done<'l> {
    done: &'l str,
}

impl Journal {
    /// Opens a journal, and returns the reports that wait in it.
    pub(super) fn open(path: PathBuf) -> io::Result<(Self, Vec<Message>)> {
        let waiting = read(&path)?;
        let file = rewrite(&path, &waiting)?;
        let (entries, received) = sync_channel(MOST_UNWRITTEN);
        let writer = Writer { file, lines: waiting.len(), waiting: waiting.len(), path, has_failed: false };
        thread::Builder::new().name("webhook-journal".to_owned()).spawn(move || writer.run(&received))?;
        Ok((Self { entries, is_behind: AtomicBool::new(false) }, waiting))
    }

    pub(super) fn add(&self, message: Arc<Message>) {
        self.note(Entry::Add(message));
    }

    /// The report was delivered or dropped.
    pub(super) fn done(&self, message: Arc<Message>) {
        self.note(Entry::Done(message));
    }

    /// Never waits, as pages would.
    fn note(&self, entry: Entry) {
        let is_behind = self.entries.try_send(entry).is_err();
        if is_behind && !self.is_behind.swap(true, Ordering::Relaxed) {
            tracing::error!("the disk is too slow for the reports of a webhook: some wait in memory alone");
        }
    }

    /// Waits until all that was noted is written.
    pub(super) async fn written(&self) {
        let (done, written) = oneshot::channel();
        if self.entries.try_send(Entry::Written(done)).is_ok() {
            // It ends with the writer.
            let _ = written.await;
        }
    }
}

struct Writer {
    path: PathBuf,
    file: File,
    /// The lines in the file, and the reports that wait in it.
    lines: usize,
    waiting: usize,
    has_failed: bool,
}

impl Writer {
    /// Writes until the journal is given up.
    fn run(mut self, entries: &Receiver<Entry>) {
        while let Ok(first) = entries.recv() {
            let (mut text, mut waiting_for_it) = (Vec::new(), Vec::new());
            for entry in std::iter::once(first).chain(entries.try_iter().take(MOST_UNWRITTEN)) {
                match entry {
                    Entry::Add(message) => {
                        add_line(&mut text, &*message);
                        (self.lines, self.waiting) = (self.lines + 1, self.waiting + 1);
                    }
                    Entry::Done(message) => {
                        add_line(&mut text, &Done { done: &message.id });
                        (self.lines, self.waiting) = (self.lines + 1, self.waiting.saturating_sub(1));
                    }
                    Entry::Written(done) => waiting_for_it.push(done),
                }
            }
            let written = self.write(&text);
            self.note_outcome(written);
            for done in waiting_for_it {
                let _ = done.send(());
            }
        }
    }

    fn write(&mut self, text: &[u8]) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if self.has_failed {
            // A line may have been broken off.
            self.file.write_all(b"\n")?;
        }
        self.file.write_all(text)?;
        self.file.sync_data()?;
        if self.lines >= 2 * self.waiting + NEEDLESS_LINES {
            let waiting = read(&self.path)?;
            self.file = rewrite(&self.path, &waiting)?;
            (self.lines, self.waiting) = (waiting.len(), waiting.len());
        }
        Ok(())
    }

    fn note_outcome(&mut self, written: io::Result<()>) {
        let path = self.path.display();
        match (written, self.has_failed) {
            (Err(error), false) => {
                tracing::error!(%path, %error, "reports can't be written, and wait in memory alone");
                self.has_failed = true;
            }
            (Ok(()), true) => {
                tracing::info!(%path, "reports are written again");
                self.has_failed = false;
            }
            (Err(_), true) | (Ok(()), false) => {}
        }
    }
}

fn add_line(text: &mut Vec<u8>, line: &impl Serialize) {
    // It has texts as keys, and is always JSON.
    let _ = serde_json::to_writer(&mut *text, line);
    text.push(b'\n');
}

/// Reads the reports that wait. Lines that are damaged, as the last one after a loss of power, are left out.
fn read(path: &Path) -> io::Result<Vec<Message>> {
    let text = match fs::read(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        text => text?,
    };
    let (mut messages, mut places, mut damaged) = (Vec::new(), HashMap::new(), 0);
    for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        if let Ok(Done { done }) = serde_json::from_slice(line) {
            if let Some(message) = places.remove(done).and_then(|place: usize| messages.get_mut(place)) {
                *message = None;
            }
        } else if let Ok(message) = serde_json::from_slice::<Message>(line) {
            places.insert(message.id.clone(), messages.len());
            messages.push(Some(message));
        } else {
            damaged += 1;
        }
    }
    if damaged > 0 {
        tracing::warn!(path = %path.display(), damaged, "lines of a file with reports are damaged, and are left out");
    }
    Ok(messages.into_iter().flatten().collect())
}

/// Writes the file again, with these reports alone: as a whole or not at all. What is written to it later follows them.
fn rewrite(path: &Path, waiting: &[Message]) -> io::Result<File> {
    let mut text = Vec::new();
    waiting.iter().for_each(|message| add_line(&mut text, message));
    let new = path.with_extension("new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().append(true).create_new(true).open(&new)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    // The name, too, is on the disk then; only Unix has that.
    #[cfg(unix)]
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::core::relay::{Occurrence, OccurrenceKind, OfRoom};

    struct Place(PathBuf);

    impl Place {
        fn new(test: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("bifrons-journal-{test}-{}", std::process::id()));
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn path(&self) -> PathBuf {
            self.0.join("journal.jsonl")
        }

        fn text(&self) -> String {
            fs::read_to_string(self.path()).unwrap()
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn message(number: u64) -> Arc<Message> {
        let room = OfRoom { plugin: "videoroom", id: "a \"room\"\n".into(), sequence: number };
        let kind = OccurrenceKind::Joined;
        let room = Some(room);
        let occurrence = Occurrence { kind, tenant: None, subject: None, session: None, room, reason: None };
        let mut id = [0; 16];
        id[..8].copy_from_slice(&number.to_be_bytes());
        Arc::new(Message::of(&occurrence, Duration::ZERO, id))
    }

    fn ids(messages: &[Message]) -> Vec<&str> {
        messages.iter().map(|message| &*message.id).collect()
    }

    #[tokio::test]
    async fn what_is_not_done_is_there_again_in_order_and_as_it_was() {
        let place = Place::new("again");
        let (journal, waiting) = Journal::open(place.path()).unwrap();
        assert!(waiting.is_empty());
        let messages: Vec<_> = (0..5).map(message).collect();
        messages.iter().for_each(|message| journal.add(message.clone()));
        journal.done(messages[1].clone());
        journal.done(messages[3].clone());
        journal.written().await;
        drop(journal);
        let (_, waiting) = Journal::open(place.path()).unwrap();
        assert_eq!(ids(&waiting), [&*messages[0].id, &*messages[2].id, &*messages[4].id]);
        assert_eq!((&waiting[0].body, &waiting[0].lane), (&messages[0].body, &messages[0].lane));
        assert_eq!(place.text().lines().count(), 3, "what is done is no longer in the file");
    }

    #[tokio::test]
    async fn damaged_lines_are_left_out_and_what_comes_next_is_whole() {
        let place = Place::new("damaged");
        let line = |number| serde_json::to_string(&*message(number)).unwrap();
        let (one, two, last) = (line(1), line(2), line(3));
        let mut text = format!("{one}\nno JSON\n{{\"id\":5}}\n\n{two}\n").into_bytes();
        text.extend(b"\xff\xfe\n");
        text.extend(&last.as_bytes()[..last.len() / 2]);
        fs::write(place.path(), text).unwrap();
        let (journal, waiting) = Journal::open(place.path()).unwrap();
        assert_eq!(ids(&waiting), [&*message(1).id, &*message(2).id]);
        journal.add(message(4));
        journal.written().await;
        assert_eq!(ids(&read(&place.path()).unwrap()), [1, 2, 4].map(|number| message(number).id.clone()));
    }

    #[tokio::test]
    async fn the_file_stays_small() {
        let place = Place::new("small");
        let (journal, _) = Journal::open(place.path()).unwrap();
        journal.add(message(0));
        for number in 1..=5_000 {
            journal.add(message(number));
            journal.done(message(number));
            if number % 500 == 0 {
                journal.written().await;
            }
        }
        journal.written().await;
        let lines = place.text().lines().count();
        assert!(lines <= NEEDLESS_LINES + 1_002, "{lines}");
        assert_eq!(ids(&read(&place.path()).unwrap()), [&*message(0).id]);
    }

    #[test]
    fn a_folder_that_can_t_be_written_is_an_error() {
        let place = Place::new("unusable");
        assert!(Journal::open(place.0.join("missing/journal.jsonl")).is_err());
    }
}
