//! The host application: what it takes from users while they are connected.

use std::collections::BTreeMap;

use bifrons::Id;
use bifrons_gateway::core::relay::Settings;
use bifrons_gateway::core::revocation::Change;

use super::users::{self, Token, User};
use super::world::{Due, World};

#[derive(Default)]
pub(crate) struct Host {
    /// When tokens were revoked, and users removed from a room: in seconds since 1970.
    revoked: BTreeMap<User, f64>,
    banned: BTreeMap<(User, u64), f64>,
    /// Whether an issuer is gone.
    issuer_is_gone: bool,
}

impl Host {
    pub(crate) fn has_revoked(&self, token: &Token) -> bool {
        self.revoked.get(&token.user).is_some_and(|revoked| token.issued as f64 <= *revoked)
    }

    pub(crate) fn has_banned(&self, token: &Token, room: u64) -> bool {
        self.banned.get(&(token.user, room)).is_some_and(|banned| token.issued as f64 <= *banned)
    }
}

impl World {
    /// The host application changes something.
    pub(crate) fn change_something(&mut self) {
        if self.is_ending {
            return;
        }
        let after = self.rng.span(2_000, 9_000);
        self.later(after, Due::Host);
        let user = User::ALL[self.rng.below(6) as usize];
        let (tenant, name) = (user.tenant(), user.name());
        let unix = self.unix().as_secs_f64();
        let room = user.rooms()[self.rng.below(3) as usize];
        match self.rng.below(10) {
            0..3 => {
                self.step(|| format!("host: {tenant}/{name} is removed from {room}"));
                self.note("host: ban");
                self.host.banned.insert((user, room), unix);
                self.gateway.ban(self.now, tenant, Some(&name), &Id::Number(room));
            }
            3 | 4 => {
                self.step(|| format!("host: the tokens of {tenant}/{name} are revoked"));
                self.note("host: revoke");
                self.host.revoked.insert(user, unix);
                self.gateway.change(self.now, tenant, &name, Change::Revoke);
            }
            5 | 6 => {
                let sessions: Vec<_> = self.live_sessions().collect();
                if let Some(session) = self.rng.pick(&sessions).copied() {
                    self.step(|| format!("host: the session {session} ends"));
                    self.note("host: session ended");
                    self.gateway.end_session(self.now, session);
                }
            }
            7 | 8 => self.reload(),
            _ if self.rng.one_in(8) => {
                self.step(|| "host: drain".to_owned());
                self.note("host: drain");
                self.gateway.drain();
            }
            _ => {}
        }
    }

    /// Another configuration: an issuer is gone, or there again.
    fn reload(&mut self) {
        let is_gone = !self.host.issuer_is_gone && self.rng.one_in(4);
        self.set_issuers(is_gone);
        self.note(if is_gone { "host: reload without an issuer" } else { "host: reload" });
    }

    /// All issuers are there again.
    pub(crate) fn restore_issuers(&mut self) {
        if self.host.issuer_is_gone {
            self.set_issuers(false);
        }
    }

    fn set_issuers(&mut self, is_gone: bool) {
        self.step(|| format!("host: reload; the second issuer is gone: {is_gone}"));
        self.host.issuer_is_gone = is_gone;
        let mut issuers = users::issuers();
        if is_gone {
            issuers.pop();
        }
        let settings = Settings { issuers, ..self.gateway.settings().clone() };
        self.gateway.reload(self.now, settings).unwrap();
    }
}
