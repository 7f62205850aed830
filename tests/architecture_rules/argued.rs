//! Nothing panics without an argument: no `unwrap`, and `expect` states why it holds.

use super::source::Source;

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.is_rust_of("src/")) {
        for (index, line) in source.code_with_literals().lines().enumerate() {
            if line.contains(".unwrap()") {
                found.push(source.breach(index + 1, "`unwrap`: use `expect` with the argument why it holds"));
            }
            if line
                .split(".expect(\"")
                .nth(1)
                .is_some_and(|message| message.split('"').next().unwrap_or_default().split(' ').count() < 3)
            {
                found.push(source.breach(index + 1, "the message of `expect` is the argument why it holds"));
            }
            if ["clippy::unwrap_used", "clippy::expect_used"].iter().any(|lint| line.contains(lint))
                && !line.contains("reason =")
            {
                found.push(source.breach(index + 1, "a lint is put aside with a reason, on its line"));
            }
        }
    }
    found
}
