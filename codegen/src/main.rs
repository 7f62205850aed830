//! `cargo run -p bifrons-codegen` writes the generated files; with `--check` it only lists those that are out of date.
//! `--from DIR --to DIR` reads the definitions of the tests.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    run().unwrap_or_else(|error| {
        eprintln!("error: {error}");
        ExitCode::FAILURE
    })
}

fn run() -> bifrons_codegen::Result<ExitCode> {
    let args: Vec<String> = env::args().skip(1).collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let from = value("--from").map_or(root.join("src/plugins"), PathBuf::from);
    let mut stale = 0;
    for (path, text) in bifrons_codegen::generate(&from, value("--to").map(Path::new), &root)? {
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            continue;
        }
        if args.iter().any(|arg| arg == "--check") {
            eprintln!("{} is out of date: run make generate", path.display());
            stale += 1;
        } else {
            fs::create_dir_all(path.parent().unwrap_or(&path))?;
            fs::write(&path, text)?;
            println!("wrote {}", path.display());
        }
    }
    Ok(if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
