//! The section `store`: the engine that replicas share.

use bifrons::Secret;

use super::secrets;
use super::section::Section;

/// The engine that replicas share.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "program"), allow(dead_code, reason = "the program connects to it"))]
pub(crate) struct Store {
    pub engine: Engine,
    pub urls: Vec<String>,
    pub user: Option<String>,
    pub password: Option<Secret>,
    pub prefix: String,
    pub copies: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Nats,
    Redis,
}

impl Engine {
    fn of(url: &str) -> Option<Self> {
        match url.split_once("://")?.0 {
            "nats" | "tls" => Some(Self::Nats),
            "redis" | "rediss" => Some(Self::Redis),
            _ => None,
        }
    }
}

/// Reads the section; `None` if it has a problem.
pub(super) fn read(mut section: Section<'_, '_>) -> Option<Store> {
    let urls: Vec<String> = section.demand("urls");
    let engines: Vec<_> = urls.iter().map(|url| Engine::of(url)).collect();
    let text = match &engines[..] {
        [] => "`urls` needs at least one URL, such as nats://127.0.0.1:4222 or redis://127.0.0.1:6379",
        _ if engines.contains(&None) => {
            "a store is by nats:// or tls:// (NATS), or by redis:// or rediss:// (Redis)"
        }
        [Some(Engine::Redis), _, ..] => "of Redis there is one URL",
        _ if engines.iter().any(|engine| *engine != engines[0]) => "`urls` are those of one engine",
        _ if urls.iter().any(|url| url.contains('@')) => {
            "a URL must not hold a password: use `user` and `password_file`"
        }
        _ => "",
    };
    if !text.is_empty() {
        section.problem("urls", text);
    }
    let user = section.take("user");
    let password = secrets::take(&mut section, ["password", "password_file", "password_env"]);
    let prefix = section.take_or("prefix", "bifrons".to_owned());
    if prefix.is_empty() || !prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    {
        section.problem("prefix", "`prefix` has letters, digits, `-` and `_`");
    }
    let copies = section.count_or("copies", 1);
    if ![1, 3, 5].contains(&copies) {
        section
            .problem("copies", "`copies` is 1, 3 or 5: the servers of a NATS cluster that have each record");
    }
    let engine = engines.first().copied().flatten()?;
    Some(Store { engine, urls, user, password, prefix, copies })
}
