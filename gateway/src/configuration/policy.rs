//! The section `policy`.

use std::time::Duration;

use super::rules::check_plugin;
use super::section::Section;
use super::{known, secrets, urls};
use crate::asking::PolicyUrl;
use crate::core::definitions::{PLUGINS, Request};
use crate::core::nearest::did_you_mean;

/// How long a decision may take by default.
pub(super) const WITHIN: Duration = Duration::from_secs(1);

/// Reads where the policy is asked, and how long it may take.
pub(super) fn read(mut section: Section<'_, '_>) -> (Option<PolicyUrl>, Duration) {
    let url = section.demand_text("url");
    urls::check(&section, "url", &url);
    let secret = secrets::take(&mut section, ["secret", "secret_file", "secret_env"]);
    if !section.names().iter().any(|name| name.starts_with("secret")) {
        let text = "[policy] needs the secret that signs its questions: `secret_file` or `secret_env`";
        section.problem("url", text);
    }
    let any = || vec!["*".to_owned()];
    let (plugins, requests) = (section.take_or("plugins", any()), section.take_or("requests", any()));
    check_names(&section, &plugins, &requests);
    let within = section.seconds_or("within", WITHIN);
    if within.is_zero() {
        section.problem("within", "`within` must be above 0");
    }
    let cache = section.seconds_or("cache", Duration::ZERO);
    (secret.map(|secret| PolicyUrl { url, secret, plugins, requests, cache }), within)
}

/// A name that nothing has is a request that the policy would not be asked about.
fn check_names(section: &Section<'_, '_>, plugins: &[String], requests: &[String]) {
    for plugin in plugins {
        check_plugin(section, "plugins", plugin);
    }
    for (setting, names) in [("plugins", plugins), ("requests", requests)] {
        if names.is_empty() {
            section
                .problem(setting, format!("`{setting}` is empty: the policy would be asked about nothing"));
        }
    }
    let all = || PLUGINS.iter().flat_map(|plugin| plugin.requests).map(Request::verb).collect();
    let known = match plugins.iter().any(|plugin| plugin == "*") {
        true => Some(all()),
        false => known::requests(plugins),
    };
    let Some(known) = known else { return };
    for name in requests.iter().filter(|name| *name != "*" && !known.contains(&***name)) {
        let nearest = did_you_mean(name, known.iter().copied());
        section.problem("requests", format!("no plugin of [policy] has a request `{name}`{nearest}"));
    }
}
