//! The reference: a page for each plugin, for the Admin API, for the events of Janus itself, and for the
//! configurations of the client and of the gateway.
//! Each request has links to its documentation in both languages and to that of Janus.

mod configuration;
mod gateway;
mod janode;
mod janus;
mod plugin;

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::model::Plugin;
use crate::shared::Shared;

/// Returns the pages with their texts.
///
/// # Errors
/// A method of Janode that Bifrons does not have; a configuration that can't be read.
pub(crate) fn write(
    plugins: &[Plugin],
    admin: &Plugin,
    shared: &Shared,
    root: &Path,
) -> Result<Vec<(PathBuf, String)>> {
    let folder = root.join("docs/reference");
    let mut pages = Vec::new();
    for plugin in plugins {
        let text = plugin::write(plugin)?;
        pages.push((folder.join(format!("plugins/{}.md", plugin.name)), text));
    }
    pages.push((folder.join("plugins/admin.md"), plugin::write_admin(admin)?));
    pages.push((folder.join("events.md"), plugin::write_events(plugins, shared)));
    pages.push((folder.join("configuration.md"), configuration::write(root)?));
    pages.push((folder.join("gateway.md"), gateway::write(root)?));
    Ok(pages)
}
