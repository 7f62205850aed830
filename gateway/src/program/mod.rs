//! The program `bifrons-gateway`: command line, configuration, log, signals.

mod check;
mod cli;
mod files;
mod log;
mod overlaps;
mod policy;
mod run;
mod signals;
mod store;
mod token;

use std::process::ExitCode;

use clap::Parser;

use self::cli::{Cli, Command, Policy, Token};
use crate::configuration::Problems;

/// Why a command fails: the text for the user, and the code of the exit.
#[derive(Debug)]
struct Failure {
    text: String,
    code: u8,
}

impl Failure {
    /// Something went wrong, or is not as it was expected.
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: 1 }
    }

    /// What the user has given is wrong: the command line, or a file.
    fn input(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: 2 }
    }
}

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::input(problems.to_string())
    }
}

/// Runs the program with the arguments of the process. The exit is 0; 1 if something failed, or was not as expected; 2 if
/// the command line or a file is wrong.
#[must_use]
pub fn main() -> ExitCode {
    let done = match Cli::parse() {
        Cli { command: Some(command), .. } => match command {
            Command::CheckConfig { file } => check::check(&file),
            Command::Policy(Policy::Test { file, config }) => policy::test(&file, &config),
            Command::Policy(Policy::Explain { config }) => policy::explain(&config),
            Command::Token(Token::Mint(mint)) => token::mint(&mint),
            Command::Token(Token::Inspect { token, config }) => token::inspect(token, &config),
        },
        Cli { config: Some(config), .. } => run::run(&config),
        // The command line demands one of the two.
        Cli { config: None, command: None } => Ok(()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { text, code }) => {
            eprintln!("{text}");
            ExitCode::from(code)
        }
    }
}
