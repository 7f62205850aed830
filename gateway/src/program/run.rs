//! Runs the gateway: listens, reads the configuration again, and ends.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};

use super::files;
use super::signals::{Signal, Signals};
use super::{Failure, log, store};
use crate::configuration::Configuration;
use crate::core::token::{Algorithm, Issuer};
use crate::server::{Admin, HttpPolicy, Listener, Parts, Policy, Server, store_is_available};

/// How often the log shows how many sessions are left.
const PROGRESS_INTERVAL: Duration = Duration::from_secs(5);

/// After this time without a connection to Janus, the log names what to check.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Runs until a signal ends it.
pub(super) fn run(path: &Path) -> Result<(), Failure> {
    let configuration = files::load(path)?;
    log::start(&configuration.log);
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure::new(format!("the runtime can't be started: {error}")))?;
    runtime.block_on(serve(path, configuration))
}

async fn serve(path: &Path, mut configuration: Configuration) -> Result<(), Failure> {
    let mut signals =
        Signals::new().map_err(|error| Failure::new(format!("signals can't be received: {error}")))?;
    let store = match &configuration.store {
        None => None,
        Some(store) => {
            let store = store::connect(store).await?;
            tokio::select! {
                () = store_is_available(&store) => Some(store),
                () = ended(&mut signals) => return Ok(()),
            }
        }
    };
    let parts = Parts {
        settings: configuration.settings.clone(),
        policy: policy_of(&configuration).map_err(not_started)?,
        janus_authority: configuration.janus_authority.clone(),
        store,
    };
    let server = Server::start_with(parts).map_err(not_started)?;
    if let Some(folder) = &configuration.webhooks_queue {
        server.keep_reports_in(folder).map_err(not_started)?;
    }
    server.set_webhooks(configuration.webhooks.clone());
    let listener = server.listen(&configuration.listen).await.map_err(|error| {
        let text = "change [listen], or end the program that has the port";
        Failure::new(format!("{}; {text}", error.message()))
    })?;
    let (address, secure) = (listener.address(), if configuration.listen.tls.is_some() { "s" } else { "" });
    tracing::info!("listening at ws{secure}://{address}/ and http{secure}://{address}/janus");
    let _operators = listen_to_operators(&server, configuration.admin.as_ref()).await?;
    if configuration.settings.issuers.is_empty() {
        tracing::warn!("the configuration has no issuer: no token is accepted, and each request is refused");
    }
    suggest_token(path, &configuration.settings.issuers);
    tokio::spawn(report_connection(server.clone(), configuration.settings.janus.clone()));
    while let Signal::Reload = signals.next().await {
        reload(path, &server, &mut configuration);
        if let Err(error) = listener.reload_certificates() {
            tracing::error!(%error, "the certificate is not reloaded, and the old one stays");
        }
    }
    end(&server, &mut signals, configuration.drain).await;
    Ok(())
}

/// Waits for the signal to end.
async fn ended(signals: &mut Signals) {
    while let Signal::Reload = signals.next().await {
        tracing::warn!("not reloaded: the gateway is starting");
    }
}

fn not_started(error: bifrons::Error) -> Failure {
    Failure::new(error.to_string())
}

async fn listen_to_operators(
    server: &Arc<Server>,
    admin: Option<&Admin>,
) -> Result<Option<Listener>, Failure> {
    let Some(admin) = admin else { return Ok(None) };
    let listener = server.listen_to_operators(admin).await.map_err(|error| {
        let text = "change [admin], or end the program that has the port";
        Failure::new(format!("{}; {text}", error.message()))
    })?;
    tracing::info!("operators: http://{}/", listener.address());
    if !admin.address.ip().is_loopback() {
        tracing::warn!(
            "[admin] is reachable from other hosts without TLS: use a proxy, or a private network"
        );
    }
    Ok(Some(listener))
}

/// Logs how a first token is minted, where an issuer has a secret.
fn suggest_token(path: &Path, issuers: &[Issuer]) {
    let shared = issuers.iter().find(|issuer| issuer.algorithms.contains(&Algorithm::HS256));
    if let Some(Issuer { name, .. }) = shared {
        tracing::info!(
            "a token for a try: bifrons-gateway token mint --config {} --issuer {name} --subject anna --grants \
             '{{\"plugins\":[\"echotest\"]}}'",
            path.display()
        );
    }
}

/// Reports when a connection to Janus is open, and when none is.
async fn report_connection(server: Arc<Server>, janus: Arc<bifrons::Config>) {
    let addresses: Vec<_> = janus.addresses.iter().map(bifrons::Address::shown).collect();
    let addresses = addresses.join(", ");
    loop {
        if timeout(CONNECT_TIMEOUT, server.connected()).await.is_err() {
            tracing::warn!(
                "no connection to Janus at {addresses}: check that it runs, and that its WebSocket transport listens \
                 there; trying on"
            );
            server.connected().await;
        }
        tracing::info!("connected to Janus at {addresses}");
        server.disconnected().await;
        if server.is_draining() {
            return;
        }
        tracing::warn!("the connection to Janus is lost; trying to connect again");
    }
}

fn policy_of(configuration: &Configuration) -> bifrons::Result<Option<Arc<dyn Policy>>> {
    let Some(at) = configuration.policy.clone() else { return Ok(None) };
    Ok(Some(Arc::new(HttpPolicy::new(at)?)))
}

/// Reads the configuration again. A bad one changes nothing.
fn reload(path: &Path, server: &Arc<Server>, configuration: &mut Configuration) {
    let read = match files::load(path) {
        Ok(read) => read,
        Err(problems) => {
            tracing::error!("the configuration is not reloaded, and the old one stays:\n{problems}");
            return;
        }
    };
    for setting in read.needing_restart(configuration) {
        tracing::warn!(setting, "not applied: a change of this setting needs a restart");
    }
    configuration.take_reloaded(read);
    let reloaded = policy_of(configuration)
        .and_then(|policy| server.reload_with_policy(configuration.settings.clone(), policy));
    if let Err(error) = reloaded {
        tracing::error!(%error, "the configuration is not reloaded");
        return;
    }
    server.set_webhooks(configuration.webhooks.clone());
    tracing::info!("the configuration is reloaded");
}

/// Lets the sessions go on for a time, then ends them; a second signal ends them at once.
async fn end(server: &Arc<Server>, signals: &mut Signals, drain: Duration) {
    server.drain();
    let (sessions, _) = server.counts();
    tracing::info!(
        sessions,
        "shutting down: nothing new is accepted; sessions have {} s to end",
        drain.as_secs()
    );
    let deadline = Instant::now() + drain;
    let mut progress = interval_at(Instant::now() + PROGRESS_INTERVAL, PROGRESS_INTERVAL);
    progress.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            () = server.drained() => break,
            () = tokio::time::sleep_until(deadline) => {
                tracing::warn!(sessions = server.counts().0, "the time is over; the sessions are ended");
                break;
            }
            signal = signals.next() => match signal {
                Signal::End => {
                    tracing::warn!(sessions = server.counts().0, "a second signal; the sessions are ended at once");
                    break;
                }
                Signal::Reload => tracing::warn!("not reloaded: the gateway is shutting down"),
            },
            _ = progress.tick() => {
                let left = deadline.saturating_duration_since(Instant::now()).as_secs();
                tracing::info!(sessions = server.counts().0, "shutting down; {left} s are left");
            }
        }
    }
    server.stop().await;
    tracing::info!("the gateway has ended");
}
