//! Reads the plugins' definitions in `src/plugins` and writes what follows from them:
//! the package's JavaScript and TypeScript, and the methods of the Rust client's handles.
//!
//! `cargo run -p bifrons-codegen` writes the files; with `--check` it only says which
//! of them are out of date. `--from DIR --to DIR` serve other definitions (the tests').

mod admin;
mod attributes;
mod channel;
mod javascript;
mod model;
mod rust;
mod table;
mod typescript;

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use model::Plugin;

fn main() -> io::Result<ExitCode> {
    let args: Vec<String> = env::args().skip(1).collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let from = value("--from").map_or(root.join("src/plugins"), PathBuf::from);
    let mut stale = 0;
    for (path, text) in generate(&from, value("--to").map(Path::new), &root)? {
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if args.iter().any(|arg| arg == "--check") {
            eprintln!("{} is out of date: run make generate", path.display());
            stale += 1;
        } else {
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(&path, text)?;
            println!("wrote {}", path.display());
        }
    }
    Ok(if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn generate(from: &Path, to: Option<&Path>, root: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    let mut definitions: Vec<_> = fs::read_dir(from)?.collect::<Result<_, _>>()?;
    definitions.sort_by_key(fs::DirEntry::path);
    let plugins: Vec<Plugin> = definitions
        .iter()
        .filter_map(|entry| Plugin::read(&entry.path()).transpose())
        .collect::<Result<_, _>>()?;
    for plugin in &plugins {
        let name = &plugin.name;
        let packaged = to.map_or_else(|| root.join("pkg-template"), Path::to_owned);
        files.push((packaged.join(format!("plugins/{name}.js")), javascript::write(plugin)));
        files.push((packaged.join(format!("plugins/{name}.d.ts")), typescript::write(plugin)));
        if let Some(adaptors) = &plugin.adaptors {
            let text = format!("{}// @ts-nocheck\n\n{adaptors}", javascript::HEADER);
            files.push((packaged.join(format!("lib/adaptors/{name}.js")), text));
        }
        if to.is_none() {
            let methods = formatted(&rust::write(plugin))?;
            files.push((root.join(format!("src/client/methods/{name}.rs")), methods));
        }
    }
    if to.is_none() {
        let admin = Plugin::read_all(&root.join("src/admin"))?;
        files.push((root.join("src/client/methods/admin.rs"), formatted(&admin::rust(&admin))?));
        files.push((root.join("pkg-template/lib/admin.js"), admin::javascript(&admin)));
        files.push((root.join("pkg-template/admin.d.ts"), admin::typescript(&admin)));
        files.push((root.join("codegen/tests/frames/table.rs"), formatted(&table::write(&plugins))?));
    }
    Ok(files)
}

/// The text as rustfmt would have it, so that formatting is no change.
fn formatted(text: &str) -> io::Result<String> {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rustfmt.toml");
    let mut rustfmt = Command::new("rustfmt")
        .arg("--config-path")
        .arg(config)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    if let Some(mut input) = rustfmt.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = rustfmt.wait_with_output()?;
    String::from_utf8(output.stdout).map_err(io::Error::other)
}
