//! A mock Janus server for tests, on ports of this machine: signalling as Janus 1.1.2, or a newer version, has it, no media.
//!
//!     cargo run --features mock-janus --bin mock-janus -- --port 8188 --admin-port 7188

use std::process::ExitCode;
use std::time::Duration;

use bifrons::mock::{MockJanus, Settings};

const USAGE: &str = "usage: mock-janus [options]

Starts a mock Janus server and prints one line of JSON that says where
it is. It ends when standard input closes.

  --port P            of the Janus API (default: a free one)
  --admin-port P      of the Admin API (default: a free one)
  --api-secret S      every request needs this secret
  --admin-secret S    secret of the Admin API (default: janusoverlord)
  --token-auth        stored tokens
  --session-timeout N seconds (default: 60; 0 for never)
  --reclaim N         reclaim_session_timeout, seconds (default: 0)
  --janus-version N   of Janus to behave as, as a number (default: 1102; 1401 for 1.4.1)
  --seed N            the seed of all that is random (default: the ids differ from start to start)
  --no-media          PeerConnections never come up";

fn main() -> ExitCode {
    match start(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("mock-janus: {error}");
            ExitCode::from(64)
        }
    }
}

fn start(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    let (mut settings, mut port, mut admin_port) = (Settings::default(), 0, 0);
    while let Some(option) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{option} takes a value"));
        match option.as_str() {
            "--port" => port = number(&value()?)?,
            "--admin-port" => admin_port = number(&value()?)?,
            "--api-secret" => settings.api_secret = Some(value()?.into()),
            "--admin-secret" => settings.admin_secret = Some(value()?.into()),
            "--token-auth" => settings.token_auth = true,
            "--session-timeout" => settings.session_timeout = Duration::from_secs(number(&value()?)?),
            "--reclaim" => settings.reclaim_session_timeout = Duration::from_secs(number(&value()?)?),
            "--janus-version" => settings.version = number(&value()?)?,
            "--seed" => settings.seed = Some(number(&value()?)?),
            "--no-media" => settings.media = false,
            "--help" => {
                println!("{USAGE}");
                return Ok(());
            }
            other => return Err(format!("unknown option '{other}'\n{USAGE}")),
        }
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let janus =
        runtime.block_on(MockJanus::listen(settings, port, admin_port)).map_err(|error| error.to_string())?;
    println!("{{\"ws\":\"{}\",\"admin_ws\":\"{}\"}}", janus.url(), janus.admin_url());
    // The program that started this one has the other end.
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink()).map_err(|error| error.to_string())?;
    Ok(())
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("'{text}' is no usable number"))
}
