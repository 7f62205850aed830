//! Definitions in a folder of a test, and what the generator must say about those that it refuses.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use bifrons_codegen::Error;

/// A folder that is removed at the end of the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("bifrons-codegen-{}-{number}", process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Checks that the error names this file and this item, and that its problem has this text.
pub fn refusal_of<T: Debug>(
    result: Result<T, Error>,
    expected_file: &str,
    expected_item: &str,
    text_part: &str,
) {
    match result {
        Err(error @ Error::Definition { .. }) => {
            let text = error.to_string();
            let Error::Definition { file, item, problem } = error else { unreachable!() };
            assert!(file.ends_with(expected_file), "{text}");
            assert_eq!(item, expected_item, "{text}");
            assert!(problem.contains(text_part), "{text}");
            assert!(text.contains(expected_file) && text.contains(text_part), "{text}");
        }
        other => panic!("expected a refusal of {expected_item}, found {other:?}"),
    }
}
