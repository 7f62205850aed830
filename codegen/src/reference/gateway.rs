//! The page about the configuration of the gateway, from its template.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::error::{Problem, Result};

/// Settings beside each other that share their explanation.
#[derive(Default)]
struct Row {
    names: Vec<String>,
    values: Vec<String>,
    meaning: String,
}

/// Returns the page.
///
/// # Errors
/// The template can't be read, or has a line that is neither a comment, nor a table, nor a setting.
pub(super) fn write(root: &Path) -> Result<String> {
    let template = root.join("gateway/gateway.toml");
    page(&fs::read_to_string(&template)?).map_err(|problem| problem.in_file(template))
}

fn page(template: &str) -> std::result::Result<String, Problem> {
    let mut page = "<!-- Generated from gateway/gateway.toml; run `make generate`. -->\n\n# Configuration of the gateway\n".to_owned();
    let (mut comment, mut rows) = (Vec::new(), Vec::<Row>::new());
    for line in template.lines() {
        let plain = line.strip_prefix('#').unwrap_or(line);
        if let Some(title) = line.strip_prefix("# ── ").and_then(|title| title.strip_suffix(" ──")) {
            end_table(&mut page, &mut rows);
            end_comment(&mut page, &mut comment);
            let _ = write!(page, "\n## {title}\n");
        } else if line.is_empty() {
            if rows.is_empty() {
                end_comment(&mut page, &mut comment);
            }
        } else if line == "#" {
            comment.push("");
        } else if let Some(text) = line.strip_prefix("# ") {
            comment.push(text);
        } else if plain.starts_with('[') {
            end_table(&mut page, &mut rows);
            let _ = write!(page, "\n### `{plain}`\n");
            end_comment(&mut page, &mut comment);
        } else {
            let (name, value) = plain
                .split_once(" = ")
                .ok_or_else(|| Problem::new(line, "it is no comment, no table and no setting"))?;
            match rows.last_mut().filter(|_| comment.is_empty()) {
                Some(row) => {
                    row.names.push(name.to_owned());
                    row.values.push(value.to_owned());
                }
                None => rows.push(Row {
                    names: vec![name.to_owned()],
                    values: vec![value.to_owned()],
                    meaning: std::mem::take(&mut comment).join(" "),
                }),
            }
        }
    }
    end_table(&mut page, &mut rows);
    end_comment(&mut page, &mut comment);
    Ok(page)
}

/// Writes a comment that is no setting's: an empty line in it begins another paragraph, and an indented one is code.
fn end_comment(page: &mut String, comment: &mut Vec<&str>) {
    if comment.is_empty() {
        return;
    }
    page.push('\n');
    let mut is_code = false;
    for line in comment.drain(..) {
        if line.starts_with("  ") != is_code {
            is_code = !is_code;
            page.push_str(if is_code { "```sh\n" } else { "```\n" });
        }
        let _ = writeln!(page, "{}", if is_code { line.trim_start() } else { line });
    }
    if is_code {
        page.push_str("```\n");
    }
}

fn end_table(page: &mut String, rows: &mut Vec<Row>) {
    if rows.is_empty() {
        return;
    }
    page.push_str("\n| setting | default, or example | meaning |\n|---|---|---|\n");
    let code = |texts: &[String]| {
        let cells: Vec<_> = texts.iter().map(|text| format!("`{}`", text.replace('|', "\\|"))).collect();
        cells.join("<br>")
    };
    for Row { names, values, meaning } in rows.drain(..) {
        let _ = writeln!(page, "| {} | {} | {} |", code(&names), code(&values), meaning.replace('|', "\\|"));
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_setting_has_its_comment_and_those_that_follow_share_it() {
        let page = page("# Text.\n#\n#   program --config x\n\n# ── Part ──\n\n# A table.\n[a.b]\n# How long.\n#one = 5\n#two = [1, 2]\n\n# More.\n#three = \"x\"\n").unwrap();
        let expected = "\nText.\n\n```sh\nprogram --config x\n```\n\n## Part\n\n### `[a.b]`\n\nA table.\n\n\
            | setting | default, or example | meaning |\n|---|---|---|\n\
            | `one`<br>`two` | `5`<br>`[1, 2]` | How long. |\n| `three` | `\"x\"` | More. |\n";
        assert!(page.ends_with(expected), "{page}");
    }

    #[test]
    fn a_line_of_another_kind_is_refused() {
        assert!(page("what\n").is_err());
    }
}
