//! Users of two tenants, what they may do, and their tokens.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use bifrons_gateway::core::grants::Grants;
use bifrons_gateway::core::token::{Algorithm, AtMost, Issuer, Keys, VerifyingKey};
use bifrons_gateway::server::mint::Signer;
use serde_json::{Value, json};

/// What the system's clock shows when a run begins: the time since 1970.
pub(crate) const BEGIN: Duration = Duration::from_secs(1_800_000_000);

/// The highest bitrate that tokens may grant; they grant more.
pub(crate) const MAX_BITRATE: u64 = 300_000;

pub(crate) const TENANTS: [&str; 2] = ["a", "b"];

const SECRETS: [&[u8]; 3] = [
    b"the secret of the first tenant, 32+",
    b"the secret of the other tenant, 32+",
    b"a secret that no issuer has, 32 bytes",
];

static SIGNERS: LazyLock<[Signer; 3]> = LazyLock::new(|| {
    [("a", SECRETS[0]), ("b", SECRETS[1]), ("a", SECRETS[2])]
        .map(|(issuer, secret)| Signer::shared(issuer, secret).unwrap())
});

/// A user: its tenant's number, and its own in the tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct User {
    pub(crate) tenant: usize,
    pub(crate) number: usize,
}

/// What a user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Moderator,
    Member,
    Viewer,
}

/// How good a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quality {
    Good,
    /// It expires within the run.
    Short,
    Expired,
    Forged,
    OtherAudience,
}

#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) user: User,
    pub(crate) quality: Quality,
    /// When it was made, in whole seconds since 1970.
    pub(crate) issued: u64,
    /// From when on it is refused, the time that clocks may differ by included; in seconds since 1970.
    pub(crate) refused_from: u64,
}

impl User {
    pub(crate) const ALL: [Self; 6] = [
        Self { tenant: 0, number: 0 },
        Self { tenant: 0, number: 1 },
        Self { tenant: 0, number: 2 },
        Self { tenant: 1, number: 0 },
        Self { tenant: 1, number: 1 },
        Self { tenant: 1, number: 2 },
    ];

    /// Two tenants have users of the same names.
    pub(crate) fn name(self) -> String {
        format!("user-{}", self.number)
    }

    pub(crate) const fn tenant(self) -> &'static str {
        TENANTS[self.tenant]
    }

    pub(crate) const fn role(self) -> Role {
        match self.number {
            0 => Role::Moderator,
            1 => Role::Member,
            _ => Role::Viewer,
        }
    }

    /// The rooms, and the mountpoints, of its tenant.
    pub(crate) fn rooms(self) -> [u64; 3] {
        [1, 2, 3].map(|number| 1000 * (self.tenant as u64 + 1) + number)
    }

    fn grants(self) -> Value {
        let role = self.role();
        let (moderates, publishes) = (role == Role::Moderator, role != Role::Viewer);
        // The tokens of both tenants grant each other's rooms.
        let all = "*";
        let room = json!({ "id": all, "create": moderates, "destroy": moderates, "moderate": moderates,
            "list": moderates, "join": publishes, "subscribe": true, "max_bitrate": 500_000,
            "publish": if publishes { json!(["audio", "video"]) } else { json!([]) } });
        // The other rooms can be entered only if they were created before.
        let entered = json!({ "id": self.rooms()[0], "join": publishes, "preset": "class" });
        let text =
            json!({ "id": all, "create": moderates, "destroy": moderates, "join": true, "list": moderates });
        let stream =
            json!({ "id": all, "create": moderates, "destroy": moderates, "watch": true, "list": true });
        let call = json!({ "register_as": ["*"], "call": ["*"] });
        json!({ "room": [room, entered], "text": text, "stream": stream, "call": call, "plugins": ["echotest"] })
    }

    /// A token that is made at this time since 1970.
    pub(crate) fn token(self, quality: Quality, now: Duration) -> Token {
        let issued = now.as_secs();
        // The clocks may differ by a minute.
        let expires = match quality {
            Quality::Short => issued - 60 + 15,
            Quality::Expired => issued - 61,
            _ => issued + 3600,
        };
        let signer = match quality {
            Quality::Forged => &SIGNERS[2],
            _ => &SIGNERS[self.tenant],
        };
        let audience = if quality == Quality::OtherAudience { "elsewhere" } else { "gateway" };
        let issuer = self.tenant();
        let claims = json!({ "iss": issuer, "sub": self.name(), "aud": audience, "iat": issued, "exp": expires,
            "janus": self.grants() });
        let text = signer.sign(&claims).unwrap();
        Token { text, user: self, quality, issued, refused_from: expires + 60 }
    }
}

impl Token {
    pub(crate) fn is_good(&self) -> bool {
        matches!(self.quality, Quality::Good | Quality::Short)
    }
}

/// The most that tokens of a tenant may grant: its own rooms and mountpoints.
fn at_most(tenant: usize) -> AtMost {
    let own = format!("{}00*", tenant + 1);
    let room = json!({ "id": own, "create": true, "destroy": true, "moderate": true, "list": true, "join": true,
        "subscribe": true, "publish": ["audio", "video"], "max_bitrate": MAX_BITRATE });
    let text = json!({ "id": own, "create": true, "destroy": true, "join": true, "list": true });
    let stream = json!({ "id": own, "create": true, "destroy": true, "watch": true, "list": true });
    let names = [format!("tenant-{}-*", TENANTS[tenant])];
    let call = json!({ "register_as": names, "call": names });
    let grants =
        json!({ "room": room, "text": text, "stream": stream, "call": call, "plugins": ["echotest"] });
    serde_json::from_value::<Grants>(grants).unwrap().into()
}

pub(crate) fn issuers() -> Vec<Issuer> {
    let issuer = |tenant: usize| Issuer {
        name: TENANTS[tenant].into(),
        audiences: vec!["gateway".into()],
        algorithms: vec![Algorithm::HS256],
        keys: Keys::Fixed(vec![VerifyingKey::shared(SECRETS[tenant]).unwrap()]),
        role_claims: Vec::new(),
        roles: BTreeMap::new(),
        at_most: at_most(tenant),
    };
    vec![issuer(0), issuer(1)]
}
