//! The links between the documentation of both languages, and the reference's pages.

use crate::model::Request;
use crate::parts::snake;

/// Where docs.rs has the documentation of the crate.
pub const RUST: &str = "https://docs.rs/bifrons/latest/bifrons";

/// Where the pages of the reference are, for the documentation of both languages.
const PAGES: &str = "https://github.com/bifrons/bifrons/blob/main/docs/reference";

/// The line of JavaScript's documentation that leads to Rust's.
pub fn link_to_rust(module: &str, request: &Request) -> String {
    format!("[In Rust]({})", rust_page(module, &request.shape))
}

/// The line of Rust's documentation that leads to JavaScript's, which the page of the plugin has.
pub fn link_to_javascript(plugin: &str, request: &Request) -> String {
    format!("[In JavaScript]({PAGES}/plugins/{plugin}.md#{})", anchor(&request.shape))
}

/// The page of a struct, whose module is such as `plugins/echotest`.
pub fn rust_page(module: &str, shape: &str) -> String {
    format!("{RUST}/{module}/struct.{shape}.html")
}

/// The anchor of a request in its plugin's page.
pub fn anchor(shape: &str) -> String {
    snake(shape)
}

/// The first sentence, for a cell of a table.
pub fn first_sentence(docs: &[String]) -> String {
    let paragraph: Vec<&str> = docs.iter().take_while(|line| !line.is_empty()).map(|line| &**line).collect();
    let paragraph = paragraph.join(" ");
    paragraph.split_inclusive(". ").next().unwrap_or_default().trim_end().replace('|', "\\|")
}
