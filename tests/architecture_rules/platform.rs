//! The platform is switched in the driver, by module, and nowhere else but where listed.

use super::source::{Source, words};

/// Places outside driver/, each with what it switches.
const LISTED: [(&str, &str); 4] = [
    ("src/lib.rs", "the module of the bindings"),
    ("src/client/mod.rs", "`connect`, whose native form spawns on tokio"),
    ("src/mock/mod.rs", "the mock server's port needs sockets, which no feature brings to WebAssembly"),
    ("src/client/connect.rs", "`connect_with`, for other executors, is native"),
];

const AT_MOST: usize = 10;

const SWITCHES: [&str; 6] =
    ["target_family", "target_arch", "target_os", "target_pointer_width", "unix", "windows"];

pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    let mut switches = 0;
    for source in sources.iter().filter(|source| source.is_rust_of("src/")) {
        for (index, line) in source.code().lines().enumerate() {
            let switch = line.contains("cfg") && words(line).any(|(_, word)| SWITCHES.contains(&word));
            switches += usize::from(switch);
            let named = switch || words(line).any(|(_, word)| word == "cfg_if");
            let allowed =
                source.path.starts_with("src/driver/") || LISTED.iter().any(|(path, _)| *path == source.path);
            if named && !allowed {
                found.push(source.breach(index + 1, "a platform switch outside driver/"));
            }
        }
    }
    if switches > AT_MOST {
        found.push(format!("src/: {switches} platform switches, {AT_MOST} at most"));
    }
    found
}
