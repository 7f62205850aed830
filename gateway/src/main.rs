//! The program `bifrons-gateway`.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    bifrons_gateway::program::main()
}
