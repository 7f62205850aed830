//! Lock files name no registry, and no hash of the package, which differs in each build.

use super::source::Source;

/// Folders whose packages are installed as locked.
pub(crate) const LOCKED: [&str; 10] = [
    "examples",
    "examples/browser",
    "examples/express",
    "examples/react",
    "examples/recipes",
    "tests/applications",
    "scripts/npm/tools",
    "scripts/npm/runtimes",
    "scripts/npm/firefox",
    "scripts/npm/docs",
];

pub(crate) fn breaches(locks: &[Source]) -> Vec<String> {
    let mut findings = Vec::new();
    for lock in locks {
        let lines: Vec<_> = lock.text.lines().map(str::trim).collect();
        for (index, line) in lines.iter().enumerate() {
            if line.starts_with("\"resolved\": \"http") {
                findings.push(lock.breach(index + 1, "a registry is named; see scripts/lock-examples"));
            }
            let next = lines.get(index + 1).copied().unwrap_or_default();
            if line.starts_with("\"resolved\": \"file:") && next.starts_with("\"integrity\"") {
                findings.push(lock.breach(index + 2, "the package's hash; see scripts/lock-examples"));
            }
        }
    }
    findings
}
