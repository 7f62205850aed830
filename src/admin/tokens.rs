//! Stored tokens: what they open, for servers with `token_auth` and without `token_auth_secret`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Request;
use crate::engine::Idempotency;
use crate::secret::Secret;

/// Adds a token.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AddToken {
    /// The token.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The plugins that it opens, by package name; all without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugins: Option<Vec<String>>,
}

impl Request for AddToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "add_token";
    const WITHIN_DATA: bool = true;
}

/// Lets a token open more plugins.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AllowToken {
    /// The token.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The plugins, by package name.
    pub plugins: Vec<String>,
}

impl Request for AllowToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "allow_token";
    const WITHIN_DATA: bool = true;
}

/// Lets a token open fewer plugins.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DisallowToken {
    /// The token.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
    /// The plugins, by package name.
    pub plugins: Vec<String>,
}

impl Request for DisallowToken {
    type Reply = TokenPlugins;
    const VERB: &'static str = "disallow_token";
    const WITHIN_DATA: bool = true;
}

/// What a token opens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenPlugins {
    /// The plugins, by package name.
    pub plugins: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Lists the tokens that open anything.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListTokens {}

impl Request for ListTokens {
    type Reply = Tokens;
    const VERB: &'static str = "list_tokens";
    const IDEMPOTENCY: Idempotency = Idempotency::Idempotent;
    const WITHIN_DATA: bool = true;
}

/// The tokens.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tokens {
    /// Each.
    pub tokens: Option<Vec<Token>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// A token.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Token {
    /// Its text.
    #[serde(serialize_with = "Secret::on_the_wire")]
    pub token: Option<Secret>,
    /// The plugins that it opens, by package name.
    pub allowed_plugins: Option<Vec<String>>,
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}

/// Removes a token.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemoveToken {
    /// The token.
    #[serde(serialize_with = "Secret::always_on_the_wire")]
    pub token: Secret,
}

impl Request for RemoveToken {
    type Reply = Removed;
    const VERB: &'static str = "remove_token";
}

/// It is gone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Removed {
    /// Fields that this version does not know.
    #[serde(flatten, deserialize_with = "crate::wire::lenient::extra")]
    pub extra: Map<String, Value>,
}
