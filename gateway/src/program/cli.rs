//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

/// A gateway between pages and Janus: tokens, rights and limits, over the Janus API.
#[derive(Debug, Parser)]
#[command(
    name = "bifrons-gateway",
    version,
    arg_required_else_help = true,
    args_conflicts_with_subcommands = true
)]
pub(super) struct Cli {
    /// Runs the gateway with this configuration. SIGHUP reads it again, SIGTERM ends the gateway.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Checks a configuration, and the secrets that it names.
    CheckConfig { file: PathBuf },
    /// Shows how requests are decided.
    #[command(subcommand)]
    Policy(Policy),
    /// Makes and reads tokens.
    #[command(subcommand)]
    Token(Token),
}

#[derive(Debug, Subcommand)]
pub(super) enum Policy {
    /// Decides recorded requests, one JSON object a line, and fails if a decision is not the expected one.
    Test {
        file: PathBuf,
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
    },
    /// Decides the request on the standard input, and shows the body that Janus would get.
    Explain {
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Token {
    /// Makes a token, and prints it.
    Mint(Mint),
    /// Shows a token, what it grants, and whether it is accepted. Other users of the host can read the arguments of a
    /// program: give a token that is still valid on the standard input.
    Inspect {
        /// The token; without it, or with `-`, it is read from the standard input.
        token: Option<String>,
        #[arg(long, value_name = "FILE")]
        config: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(super) struct Mint {
    #[arg(long, value_name = "FILE")]
    pub config: PathBuf,
    /// The name of an issuer of the configuration.
    #[arg(long)]
    pub issuer: String,
    /// The user (`sub`).
    #[arg(long)]
    pub subject: String,
    /// How long the token is valid, such as `30s`, `15m` or `1h`.
    #[arg(long, value_name = "TIME", default_value = "1h", value_parser = humantime::parse_duration)]
    pub valid: Duration,
    /// What the token grants (the claim `janus`): a file of JSON, or JSON.
    #[arg(long, value_name = "FILE|JSON", default_value = "{}")]
    pub grants: String,
    /// A role of the user; may be given several times.
    #[arg(long = "role", value_name = "NAME")]
    pub roles: Vec<String>,
    /// The audience (`aud`). Default: the first one of the issuer.
    #[arg(long)]
    pub audience: Option<String>,
    /// A private key of P-256 (ES256) or Ed25519 (EdDSA), as PKCS #8 in PEM or DER. Default: the issuer's secret.
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// The id of the key (`kid`), where the issuer has several.
    #[arg(long)]
    pub key_id: Option<String>,
}
