//! Generates code from the plugins' definitions in `src/plugins`: the package's JavaScript and TypeScript, the methods
//! of the Rust client's handles, and the coverage table. [`shared`] writes what is not about plugins.

mod admin;
mod attributes;
mod channel;
mod checks;
mod coverage;
mod error;
mod error_codes;
mod expressions;
mod fields;
mod gateway;
mod grants;
pub mod inventory;
mod javascript;
mod links;
pub mod model;
mod parts;
mod reader;
mod reference;
mod roles;
mod rust;
mod setters;
mod shapes;
pub mod shared;
mod table;
mod typescript;
mod words;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub use error::{Error, Result};
use model::{Plugin, WordSet};

/// Returns the generated files of the definitions in `from`, with their texts.
///
/// # Errors
/// A file that can't be read; something in a definition that the generator does not implement.
pub fn generate(from: &Path, to: Option<&Path>, root: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    let mut definitions: Vec<_> = fs::read_dir(from)?.collect::<io::Result<_>>()?;
    definitions.sort_by_key(fs::DirEntry::path);
    let plugins: Vec<Plugin> = definitions
        .iter()
        .filter_map(|entry| Plugin::read(&entry.path()).transpose())
        .collect::<Result<_>>()?;
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
            files.push((root.join(format!("src/client/generated/{name}.rs")), methods));
            files.push((root.join(format!("src/plugins/generated/{name}.md")), rust::table(plugin)));
            let setters = formatted(&setters::of_plugin(plugin))?;
            files.push((root.join(format!("src/plugins/generated/{name}.rs")), setters));
        }
    }
    if to.is_none() {
        let mut words = Plugin::read_all(&from.join("words.rs"))?.words;
        let class = "Admin".to_owned();
        let admin =
            Plugin { class, shared_words: words.clone(), ..Plugin::read_all(&root.join("src/admin"))? };
        files.push((root.join("src/client/generated/admin.rs"), formatted(&admin::rust(&admin))?));
        let setters = formatted(&setters::of_admin(&admin))?;
        files.push((root.join("src/admin/generated/requests.rs"), setters));
        files.push((root.join("pkg-template/lib/admin.js"), admin::javascript(&admin)));
        files.push((root.join("pkg-template/admin.d.ts"), admin::typescript(&admin)));
        files.push((root.join("pkg-template/server_info.d.ts"), admin::server_info(&server_info(root)?)));
        words.push(package_names(&plugins));
        let shared = shared::Shared::read(root, words)?;
        for (path, text) in shared.write() {
            files.push((root.join("pkg-template").join(path), text));
        }
        files.extend(reference::write(&plugins, &admin, &shared, root)?);
        files
            .push((root.join("codegen/tests/support/table.rs"), formatted(&table::write(&plugins, &admin))?));
        files.push((root.join("docs/reference/error-codes.md"), error_codes::write(&plugins, root)?));
        files.push((root.join("gateway/src/core/definitions/generated.rs"), gateway::write(&plugins)));
        let grants = grants::Types::read(root)?;
        files.push((root.join("pkg-template/grants.d.ts"), grants.typescript()));
        files.push((root.join("pkg-template/token/grants.js"), grants.javascript()));
        files.push((root.join("COVERAGE.md"), coverage::write(&plugins, &root.join("tests"))?));
    }
    Ok(files)
}

/// The description of a server, whose names in TypeScript begin with `Server`.
fn server_info(root: &Path) -> Result<Plugin> {
    let read = Plugin::read_all(&root.join("src/client/server_info.rs"))?;
    let mut info = Plugin { class: "Server".to_owned(), ..read };
    for shape in &mut info.shapes {
        shape.name = shape.name.trim_start_matches("Server").to_owned();
    }
    Ok(info)
}

/// The package names, which are a type in TypeScript only.
fn package_names(plugins: &[Plugin]) -> WordSet {
    WordSet {
        name: "PluginName".to_owned(),
        docs: vec!["The package name of a plugin.".to_owned()],
        words: plugins.iter().map(|plugin| plugin.package.clone()).collect(),
    }
}

/// Formats the text with rustfmt, so that `cargo fmt` changes nothing.
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
