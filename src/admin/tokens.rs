//! Requests about stored tokens, for servers with `token_auth` and without `token_auth_secret`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;
use crate::secret::Secret;

/// Adds a token (`"janus": "add_token"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AddToken {
    /// The token to manage.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The package names of the plugins that the token allows; all plugins by default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugins: Option<Vec<String>>,
}

impl Request for AddToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "add_token";
    const WITHIN_DATA: bool = true;
}

/// Allows a token to use more plugins (`"janus": "allow_token"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct AllowToken {
    /// The token to manage.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The package names of the plugins; at least one.
    pub plugins: Vec<String>,
}

impl Request for AllowToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "allow_token";
    const WITHIN_DATA: bool = true;
}

/// Disallows a token to use some plugins (`"janus": "disallow_token"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DisallowToken {
    /// The token to manage.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The package names of the plugins; at least one.
    pub plugins: Vec<String>,
}

impl Request for DisallowToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "disallow_token";
    const WITHIN_DATA: bool = true;
}

/// The response to `AddToken`, `AllowToken` and `DisallowToken`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenPlugins {
    /// The package names of the plugins that the token allows now.
    pub plugins: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Lists the tokens that allow at least one plugin (`"janus": "list_tokens"`).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ListTokens {}

impl Request for ListTokens {
    type Reply = Tokens;
    const VERB: &'static str = "list_tokens";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const WITHIN_DATA: bool = true;
}

/// The response to `ListTokens`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tokens {
    /// The tokens with their plugins.
    pub tokens: Vec<Token>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A stored token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Token {
    /// The text of the token.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The package names of the plugins that the token allows.
    pub allowed_plugins: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Removes a token (`"janus": "remove_token"`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RemoveToken {
    /// The token to manage.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
}

impl Request for RemoveToken {
    type Reply = Removed;
    const VERB: &'static str = "remove_token";
}

/// An acknowledgement: the token is removed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Removed {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
