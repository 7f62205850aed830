//! The demo server's connection to Janus, which comes up when it can: pages are served meanwhile.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use bifrons::plugins::Plugin;
use bifrons::plugins::echotest::EchoTest;
use bifrons::{Address, Connect, Connection, ConnectionEvent, Recovery, Retry, Secret, SignedToken};
use serde::Serialize;
use tokio::sync::watch;

use crate::server_config::{Janus, Tokens};

/// What a page may use at the moment.
#[derive(Clone)]
pub(crate) struct Link {
    pub(crate) connection: Connection,
    pub(crate) version: Arc<str>,
    /// For the page itself, if the configuration allows it.
    pub(crate) direct: Option<Direct>,
}

/// The address and the token with which a page may speak to Janus itself.
#[derive(Clone, Serialize)]
pub(crate) struct Direct {
    url: String,
    token: String,
}

/// The link, or `None` during an outage.
pub(crate) type Links = watch::Receiver<Option<Link>>;

/// Where pages get their links.
#[derive(Clone)]
pub(crate) enum Source {
    Shared(Links),
    /// With signed tokens each page has a connection of its own.
    OwnOfPage(Arc<Janus>),
}

impl Source {
    pub(crate) fn new(janus: Janus) -> Self {
        if janus.tokens.is_some() {
            return Self::OwnOfPage(Arc::new(janus));
        }
        Self::Shared(keep(Arc::new(janus)))
    }

    pub(crate) fn for_page(&self) -> Links {
        match self {
            Self::Shared(links) => links.clone(),
            Self::OwnOfPage(janus) => keep(janus.clone()),
        }
    }

    /// Destroys the sessions that are left; those of a page's own connection end with it.
    pub(crate) async fn close(self) {
        let Self::Shared(links) = self else { return };
        let link = links.borrow().clone();
        if let Some(link) = link {
            link.connection.close().await;
        }
    }
}

/// Connects, again and again, for as long as there is a receiver of the links.
fn keep(janus: Arc<Janus>) -> Links {
    let (links, receiver) = watch::channel(None);
    tokio::spawn(async move {
        tokio::select! {
            () = links.closed() => {}
            () = connect_again_and_again(&janus, &links) => {}
        }
    });
    receiver
}

async fn connect_again_and_again(janus: &Janus, links: &watch::Sender<Option<Link>>) {
    loop {
        if let Err(error) = follow(janus, links).await {
            eprintln!("Janus is unavailable: {error:#}");
        }
        links.send_replace(None);
        tokio::time::sleep(janus.pause()).await;
    }
}

/// Follows one connection to its end. Media continue during an outage, and so do the calls.
async fn follow(janus: &Janus, links: &watch::Sender<Option<Link>>) -> bifrons::Result<()> {
    let (connect, direct) = credentials(janus)?;
    let connection = connect.await?;
    // Janus refuses a wrong secret or token only now.
    connection.create().await?.destroy().await?;
    let version = connection.info().await?.version_string.into();
    let link = Link { connection, version, direct };
    let mut events = link.connection.events();
    links.send_replace(Some(link.clone()));
    while let Some(event) = events.next().await {
        match event {
            ConnectionEvent::Reconnecting { .. } => links.send_replace(None),
            ConnectionEvent::Resumed { .. } => links.send_replace(Some(link.clone())),
            _ => continue,
        };
    }
    Ok(())
}

/// The addresses with the secret, or with a token that is signed for this connection.
fn credentials(janus: &Janus) -> bifrons::Result<(Connect, Option<Direct>)> {
    let signed = janus.tokens.as_ref().map(sign).transpose()?;
    // One attempt for each address; `connect_again_and_again` makes the next ones.
    let retry = Retry { max_retries: janus.address.len().saturating_sub(1) as u32, ..Retry::default() };
    let addresses = janus.address.iter().map(|server| {
        let address = Address::new(&*server.url);
        match (&signed, &server.apisecret) {
            (Some(token), _) => address.token(token.clone()),
            (None, Some(secret)) => address.api_secret(&**secret),
            (None, None) => address,
        }
    });
    let recovery = Recovery { within: None, ..Recovery::default() };
    let connect = Connect::to(addresses.collect()).retry(retry).recovery(recovery);
    let direct_url = janus.tokens.as_ref().and_then(|tokens| tokens.direct.clone());
    let direct = signed.zip(direct_url).map(|(token, url)| Direct { url, token: token.reveal().to_owned() });
    Ok((connect, direct))
}

#[allow(clippy::disallowed_methods, reason = "this server never runs in WebAssembly")]
fn sign(tokens: &Tokens) -> bifrons::Result<Secret> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    SignedToken::for_plugins(now + tokens.valid_s, [EchoTest::PACKAGE])?.sign(&tokens.secret)
}
