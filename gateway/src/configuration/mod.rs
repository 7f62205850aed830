//! The configuration of the program: one TOML file. `gateway.toml`, beside the crate's manifest, documents each setting.

mod admin;
mod flows;
mod grants;
mod issuers;
mod janus;
mod known;
mod limits;
mod listen;
mod log;
mod policy;
mod presets;
mod problems;
mod rules;
mod secrets;
mod section;
mod store;
#[cfg(test)]
mod template;
mod urls;
mod webhooks;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bifrons::Secret;
use serde::Deserialize;
use serde_json::Value;
use toml::de::{DeTable, ValueDeserializer};

use self::janus::Janus;
pub(crate) use self::log::Log;
#[cfg(feature = "program")]
pub(crate) use self::log::LogFormat;
pub(crate) use self::problems::Problems;
pub(crate) use self::secrets::{Secrets, Sources};
use self::section::{File, Section};
#[cfg(feature = "program")]
pub(crate) use self::store::Engine;
pub(crate) use self::store::Store;
use crate::asking::PolicyUrl;
use crate::core::ice::IceServers;
use crate::core::keys::Keys;
use crate::core::relay::{AtExpiry, Settings, WARN_BEFORE};
use crate::core::rules::Rules;
use crate::listening::{Admin, Listen};
use crate::reporting::Webhook;

/// The sections that are read at the start only.
const FIXED: [&str; 6] = ["admin", "janus", "listen", "log", "store", "webhooks_queue"];

/// The sections that the npm package has something else for.
const OF_PROGRAM: [(&str, &str); 3] = [
    ("policy", "[policy] is for the program: here your say in requests is the function `policy`"),
    ("store", "[store] is for the program: here there are no replicas yet"),
    ("webhooks_queue", "[webhooks_queue] is for the program: here reports wait in memory"),
];

/// How the addresses of STUN and TURN servers begin.
const ICE_SCHEMES: [&str; 4] = ["stun:", "stuns:", "turn:", "turns:"];

/// How long credentials of TURN servers are valid by default: longer than a call.
const ICE_VALID_FOR: Duration = Duration::from_secs(12 * 3600);

/// What settings are read from.
#[derive(Clone, Copy)]
pub(crate) struct Source<'s> {
    /// The name for readers.
    pub path: &'s Path,
    /// Where the paths in it begin.
    pub folder: &'s Path,
    /// The text, in TOML.
    pub text: &'s str,
    /// Whether a secret may stand in it: not in a file.
    pub may_hold_secrets: bool,
}

/// What the file says.
pub(crate) struct Configuration {
    pub settings: Settings,
    /// The authorities of Janus's certificate, in PEM; the system's if there is none.
    pub janus_authority: Option<Arc<str>>,
    pub listen: Listen,
    /// How operators reach the gateway; not at all without it.
    pub admin: Option<Admin>,
    /// Where the application's policy is asked by HTTP.
    #[cfg_attr(not(feature = "program"), allow(dead_code, reason = "it is for the program"))]
    pub policy: Option<PolicyUrl>,
    pub webhooks: Vec<Webhook>,
    /// What this gateway shares with others; `None` if it is the only one.
    #[cfg_attr(not(feature = "program"), allow(dead_code, reason = "it is for the program"))]
    pub store: Option<Store>,
    /// The folder in which reports wait; in memory without one.
    #[cfg_attr(not(feature = "program"), allow(dead_code, reason = "it is for the program"))]
    pub webhooks_queue: Option<PathBuf>,
    #[cfg_attr(not(feature = "program"), allow(dead_code, reason = "it is the log of the program"))]
    pub log: Log,
    /// What may be meant, or be a mistake.
    #[cfg_attr(not(feature = "program"), allow(dead_code, reason = "the program shows it"))]
    pub notes: Problems,
    /// How long sessions go on once the program is asked to end.
    pub drain: Duration,
    fixed: Fixed,
}

/// What needs a restart when it changes.
struct Fixed {
    settings: BTreeMap<String, Value>,
    secrets: Vec<Secret>,
}

impl Configuration {
    /// Reads settings, and the secrets that they name.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub(crate) fn read(source: Source<'_>, secrets: Secrets<'_>) -> Result<Self, Problems> {
        Self::read_noting(source, secrets, &RefCell::default())
    }

    /// Notes the settings that were asked for, and whether they are there.
    fn read_noting(
        source: Source<'_>,
        secrets: Secrets<'_>,
        settings: &RefCell<Vec<(String, bool)>>,
    ) -> Result<Self, Problems> {
        let Source { path, folder, text, may_hold_secrets } = source;
        let mut problems = Problems::new(path, text);
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            problems.add(error.span().map_or(0, |span| span.start), error.message());
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let (notes, problems) = (RefCell::new(problems.clone()), RefCell::new(problems));
        let file = File { problems: &problems, notes: &notes, secrets, may_hold_secrets, folder, settings };
        let read = read_sections(Section::new(&file, "", 0, Some(table.get_ref())), table.get_ref());
        let (mut problems, mut notes) = (problems.into_inner(), notes.into_inner());
        if problems.is_empty() {
            notes.sort();
            return Ok(Self { notes, ..read });
        }
        problems.sort();
        Err(problems)
    }

    /// Takes what was reloaded from `read`; the rest stays what the program runs with.
    pub(crate) fn take_reloaded(&mut self, read: Self) {
        let (janus, connections) = (self.settings.janus.clone(), self.settings.connections);
        self.settings = Settings { janus, connections, ..read.settings };
        self.drain = read.drain;
        self.policy = read.policy;
        self.webhooks = read.webhooks;
    }

    /// The settings that differ from these, and need a restart.
    pub(crate) fn needing_restart(&self, running: &Self) -> Vec<String> {
        let (now, before) = (&self.fixed.settings, &running.fixed.settings);
        let names = now.keys().chain(before.keys().filter(|name| !now.contains_key(*name)));
        let mut changed: Vec<_> = names.filter(|name| now.get(*name) != before.get(*name)).cloned().collect();
        if self.fixed.secrets != running.fixed.secrets {
            changed.push("a secret of [janus], [admin] or [store]".to_owned());
        }
        changed
    }
}

fn read_sections(mut file: Section<'_, '_>, table: &DeTable<'_>) -> Configuration {
    if cfg!(target_family = "wasm") {
        OF_PROGRAM.iter().for_each(|(section, text)| file.refuse(section, text));
    }
    let Janus { config: janus, connections, authority: janus_authority, mut secrets } =
        janus::read(file.section("janus"));
    let listen = listen::read(file.section("listen"));
    let admin = file.optional_section("admin").map(admin::read);
    secrets.extend(admin.as_ref().and_then(|admin| admin.secret.clone()));
    let store = file.optional_section("store").and_then(store::read);
    secrets.extend(store.as_ref().and_then(|store| store.password.clone()));
    admin::check_address(&file, admin.as_ref(), &listen);
    let presets = presets::read(&mut file);
    let issuers = issuers::read(file.sections("issuers"), &presets);
    let rules = rules::read(file.sections("rules"), &issuers);
    let keys = rules::read_keys(file.sections("keys"));
    let limits = limits::read(file.section("limits"));
    let ice_servers = file.sections("ice_servers").into_iter().map(ice_servers).collect();
    let webhooks = webhooks::read(file.sections("webhooks"), &issuers);
    let webhooks_queue = file.optional_section("webhooks_queue").map(webhooks::read_queue);
    if webhooks_queue.is_some() {
        webhooks::check_files(&file, &webhooks);
    }
    let policy = file.optional_section("policy").map(policy::read);
    let (policy, verdict_within) = policy.unwrap_or((None, policy::WITHIN));
    let flows = flows::read(file.sections("flows"), &issuers);
    let mut sessions = file.section("sessions");
    let grace = sessions.seconds_or("grace", Duration::from_secs(30));
    let drain = sessions.seconds_or("drain", Duration::from_secs(30));
    let warn_before = sessions.seconds_or("warn_before", WARN_BEFORE);
    let at_expiry = sessions.take_or("at_expiry", AtExpiry::default());
    Configuration {
        settings: Settings {
            janus: janus.into(),
            connections,
            issuers,
            rules: Rules::new(rules),
            keys: Keys::new(keys),
            consults: policy.is_some(),
            verdict_within,
            replica: None,
            presets,
            flows,
            ice_servers,
            warn_before,
            at_expiry,
            grace,
            limits,
        },
        janus_authority,
        listen,
        admin,
        policy,
        webhooks,
        store,
        webhooks_queue,
        log: log::read(file.section("log")),
        notes: Problems::new(Path::new(""), ""),
        drain,
        fixed: Fixed { settings: fixed(table), secrets },
    }
}

fn ice_servers(mut section: Section<'_, '_>) -> IceServers {
    let urls: Vec<String> = section.demand("urls");
    for url in urls.iter().filter(|url| !ICE_SCHEMES.iter().any(|scheme| url.starts_with(scheme))) {
        section.problem("urls", format!("`{url}` does not begin with one of {}", ICE_SCHEMES.join(", ")));
    }
    let secret = secrets::take(&mut section, ["secret", "secret_file", "secret_env"]);
    IceServers { urls, secret, valid_for: section.seconds_or("valid_for", ICE_VALID_FOR) }
}

/// The settings of the sections that are read at the start only.
fn fixed(table: &DeTable<'_>) -> BTreeMap<String, Value> {
    let settings = FIXED.iter().flat_map(|section| {
        let table = table.get(*section).and_then(|section| section.get_ref().as_table());
        let settings = table.into_iter().flatten();
        settings.map(move |(name, value)| {
            let value = Value::deserialize(ValueDeserializer::from(value.clone()));
            (format!("{section}.{}", name.get_ref()), value.unwrap_or_default())
        })
    });
    settings.collect()
}
