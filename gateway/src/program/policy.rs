//! `policy test` and `policy explain`: how requests are decided, without Janus and without secrets.

use std::io::Read;
use std::path::Path;

use serde_json::{Map, Value};

use super::Failure;
use super::files;
use crate::core::recorded::{Decision, Expected, Recorded};
use crate::core::relay::Settings;

/// Decides each recorded request of a file, and prints the decisions.
pub(super) fn test(path: &Path, config: &Path) -> Result<(), Failure> {
    let settings = loaded(config)?;
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::input(format!("{}: the file can't be read: {error}", path.display())))?;
    let (mut count, mut failed, mut wrong) = (0, 0, Vec::new());
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match Tested::of(line, &settings) {
            Ok(tested) => {
                count += 1;
                failed += usize::from(!tested.differences.is_empty());
                tested.print(number);
            }
            Err(text) => wrong.push(format!("{}:{number}: {text}", path.display())),
        }
    }
    println!("{count} requests, {} decided as expected", count - failed);
    if !wrong.is_empty() {
        return Err(Failure::input(wrong.join("\n")));
    }
    match (count, failed) {
        (0, _) => Err(Failure::input(format!("{}: the file has no request", path.display()))),
        (_, 0) => Ok(()),
        (_, failed) => Err(Failure::new(format!("{failed} of {count} requests are not decided as expected"))),
    }
}

/// Reads the settings, and says what is not asked.
fn loaded(config: &Path) -> Result<Settings, Failure> {
    let configuration = files::load_without_secrets(config)?;
    if let Some(policy) = configuration.policy {
        eprintln!(
            "note: the policy at {} is not asked here: it may refuse or change what is allowed",
            policy.url
        );
    }
    Ok(configuration.settings)
}

/// A request of the file, as it was decided.
struct Tested {
    name: String,
    unknown_roles: Vec<String>,
    decision: Decision,
    differences: Vec<String>,
}

impl Tested {
    fn of(line: &str, settings: &Settings) -> Result<Self, String> {
        let recorded: Recorded = serde_json::from_str(line).map_err(|error| in_a_line(&error))?;
        let (name, expected) = (recorded.name.clone(), recorded.expect);
        let expected = expected.ok_or("`expect` is missing: \"allow\" or {\"deny\": code}")?;
        let (expected_body, unknown_roles) =
            (recorded.expect_body.clone(), recorded.unknown_roles(&settings.issuers));
        let decision = recorded.decide(settings)?;
        let differences = differences(&decision, expected, expected_body.as_ref());
        Ok(Self { name, unknown_roles, decision, differences })
    }

    fn print(&self, number: usize) {
        let Self { name, unknown_roles, decision, differences } = self;
        let mark = if differences.is_empty() { "ok  " } else { "FAIL" };
        let end = if name.is_empty() { "" } else { ": " };
        println!("{mark} {number:>4}  {name}{end}{}", decision.explanation());
        for difference in differences {
            println!("             {difference}");
        }
        for role in unknown_roles {
            println!("             note: the issuer has no role `{role}`; it grants nothing");
        }
    }
}

/// An error of a text of one line: the place in it is the column.
fn in_a_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    format!("{reason} (column {})", error.column())
}

fn differences(decision: &Decision, expected: Expected, body: Option<&Map<String, Value>>) -> Vec<String> {
    let mut differences = Vec::new();
    if !expected.is_met_by(decision) {
        differences.push(format!("expected: {}", expected.shown()));
    }
    if let (Some(expected), Ok(allowed)) = (body, &decision.result)
        && *expected != allowed.body
    {
        differences.push(format!("expected body: {}", Value::Object(expected.clone())));
        differences.push(format!("body:          {}", Value::Object(allowed.body.clone())));
    }
    differences
}

/// Decides the request on the standard input.
pub(super) fn explain(config: &Path) -> Result<(), Failure> {
    let settings = loaded(config)?;
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|error| Failure::input(format!("the standard input can't be read: {error}")))?;
    let decision =
        decided(&text, &settings).map_err(|text| Failure::input(format!("standard input: {text}")))?;
    println!("{}", decision.explanation());
    if let Ok(allowed) = decision.result {
        println!("{}", Value::Object(allowed.body));
    }
    Ok(())
}

fn decided(text: &str, settings: &Settings) -> Result<Decision, String> {
    let recorded: Recorded = serde_json::from_str(text).map_err(|error| error.to_string())?;
    recorded.decide(settings)
}
