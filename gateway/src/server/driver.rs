//! Carries out the core's actions.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};
use std::time::{Duration, SystemTime};

use bifrons::engine::TransportId;
use bifrons::time::Time;
use tokio::sync::{Notify, mpsc, oneshot};
use tokio::time::Instant;
use tokio_rustls::TlsConnector;

use super::authorities;
use super::builder::Parts;
use super::http_client;
use super::janus_socket;
use super::key_client::KeyClient;
use super::metrics::Times;
use super::policy::Policies;
use super::replicas::Shared;
use super::signatures::verify;
use super::webhooks::Webhooks;
use crate::core::identity::Identity;
use crate::core::refusal::Refusal;
use crate::core::relay::{Action, CloseCode, EventOf, Gateway, PageId, Polled, Settings};
use crate::core::token::TokenAction;
use crate::listening::connections::Connections;

/// What a page's connection is to do.
#[derive(Debug)]
pub(super) enum ToPage {
    Send(String),
    EndPoll(Polled),
    Identified(Result<Arc<Identity>, Refusal>),
    Close(CloseCode, Kept),
}

/// While it exists, the page's connection goes on; even one that waits for a page that reads nothing ends with it.
#[derive(Debug)]
pub(super) struct Kept(#[allow(dead_code, reason = "its end is what counts")] oneshot::Sender<()>);

/// The bytes that wait for a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Queued(Arc<AtomicUsize>);

impl Queued {
    /// How many would wait with a message of so many.
    fn would_be(&self, bytes: usize) -> usize {
        self.0.load(Ordering::Relaxed) + bytes
    }

    /// Adds the bytes of a message, and returns how many wait now.
    fn add(&self, bytes: usize) -> usize {
        self.0.fetch_add(bytes, Ordering::Relaxed) + bytes
    }

    /// These bytes go into the socket.
    pub(super) fn remove(&self, bytes: usize) {
        self.0.fetch_sub(bytes, Ordering::Relaxed);
    }
}

/// A page's end of its way to the gateway.
pub(super) struct OpenPage {
    pub page: PageId,
    pub actions: mpsc::UnboundedReceiver<ToPage>,
    pub queued: Queued,
    /// Ends when the gateway has left the page.
    pub left: oneshot::Receiver<()>,
}

/// What a connection to Janus is to do.
#[derive(Debug)]
pub(super) enum ToJanus {
    Send(String),
    Probe,
    Close,
}

/// The gateway on tokio.
pub struct Server {
    origin: Instant,
    settings: RwLock<Arc<Settings>>,
    pub(super) policies: Policies,
    pub(super) janus_tls: TlsConnector,
    keys: KeyClient,
    /// The connections of the listeners.
    pub(super) listeners: Mutex<Vec<Weak<Connections>>>,
    pub(super) times: Times,
    pub(super) webhooks: Webhooks,
    pub(super) store: Option<Shared>,
    state: Mutex<State>,
    /// There is a deadline before the time at which the gateway is called next.
    deadline_changed: Notify,
    /// A connection to Janus is open or lost.
    connection_changed: Notify,
    pub(super) reports_failed_attempt: AtomicBool,
    /// A session or the connection of a page has ended, while the gateway drains.
    pub(super) drain_progress: Notify,
}

struct State {
    gateway: Gateway,
    last_page: u64,
    /// The connections of pages whose task has not ended.
    open_pages: usize,
    pages: HashMap<PageId, PageLink>,
    janus: HashMap<(usize, TransportId), mpsc::UnboundedSender<ToJanus>>,
    deadline: Option<Time>,
    /// When the gateway is called next; `None` if it is not. With each message the deadline moves on, and nothing must
    /// wake for that: the gateway may be called when nothing is due.
    alarm: Option<Time>,
    queue_bytes: usize,
}

/// The gateway's end of the way to a page.
struct PageLink {
    to: mpsc::UnboundedSender<ToPage>,
    queued: Queued,
    kept: Kept,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Server").finish_non_exhaustive()
    }
}

impl Server {
    pub(crate) fn start_with(parts: Parts) -> bifrons::Result<Arc<Self>> {
        let Parts { settings, policy, janus_authority, store } = parts;
        let store = store.map(|store| Shared::new(store, random()));
        let replica = store.as_ref().map(Shared::settings);
        let settings = Settings { consults: policy.is_some(), replica, ..settings };
        let gateway = Gateway::new(settings.clone(), Box::new(random))?;
        let state = State {
            gateway,
            last_page: 0,
            open_pages: 0,
            pages: HashMap::new(),
            janus: HashMap::new(),
            deadline: None,
            alarm: None,
            queue_bytes: settings.limits.page.queue_bytes,
        };
        let client = http_client::new()?;
        let server = Arc::new(Self {
            origin: Instant::now(),
            settings: RwLock::new(Arc::new(settings)),
            policies: Policies::new(policy),
            janus_tls: Arc::new(authorities::trusting(janus_authority.as_deref())?).into(),
            keys: KeyClient::new(client.clone()),
            listeners: Mutex::default(),
            times: Times::default(),
            webhooks: Webhooks::new(client),
            store,
            state: Mutex::new(state),
            deadline_changed: Notify::new(),
            connection_changed: Notify::new(),
            reports_failed_attempt: AtomicBool::new(true),
            drain_progress: Notify::new(),
        });
        server.act(|gateway, now| gateway.start(now, unix()));
        server.serve_replicas();
        let weak = Arc::downgrade(&server);
        tokio::spawn(async move {
            while let Some(server) = weak.upgrade() {
                server.wait_for_deadline().await;
            }
        });
        Ok(server)
    }

    /// Waits until a connection to Janus is open.
    pub async fn connected(&self) {
        self.connection_is(true).await;
    }

    /// Waits until no connection to Janus is open.
    pub async fn disconnected(&self) {
        self.connection_is(false).await;
    }

    async fn connection_is(&self, connected: bool) {
        loop {
            let changed = self.connection_changed.notified();
            if self.state().gateway.is_connected() == connected {
                return;
            }
            changed.await;
        }
    }

    pub(super) fn is_connected(&self) -> bool {
        self.state().gateway.is_connected()
    }

    /// The sessions of pages, and all their handles.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        self.state().gateway.counts()
    }

    pub(super) fn settings(&self) -> Arc<Settings> {
        self.settings.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set_settings(&self, settings: Settings) {
        self.state().queue_bytes = settings.limits.page.queue_bytes;
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
    }

    /// The connections of pages whose task has not ended.
    pub(super) fn open_pages(&self) -> usize {
        self.state().open_pages
    }

    pub(super) fn now(&self) -> Time {
        Time::from_micros(u64::try_from(self.origin.elapsed().as_micros()).unwrap_or(u64::MAX))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // After a panic the state is what it was before the message that led to it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads something from the core.
    pub(super) fn look<T>(&self, look: impl FnOnce(&Gateway) -> T) -> T {
        look(&self.state().gateway)
    }

    /// Gives the core something, and carries out what it wants.
    pub(super) fn act<T>(self: &Arc<Self>, act: impl FnOnce(&mut Gateway, Time) -> T) -> T {
        let mut state = self.state();
        let result = act(&mut state.gateway, self.now());
        self.carry_out(&mut state);
        if state.gateway.is_draining() {
            self.drain_progress.notify_waiters();
        }
        result
    }

    /// Opens a page; `open` gives it to the core.
    pub(super) fn open_page(self: &Arc<Self>, open: impl FnOnce(&mut Gateway, Time, PageId)) -> OpenPage {
        let (to, actions) = mpsc::unbounded_channel();
        let (kept, left) = oneshot::channel();
        let queued = Queued::default();
        let mut state = self.state();
        state.last_page += 1;
        state.open_pages += 1;
        let page = PageId(state.last_page);
        state.pages.insert(page, PageLink { to, queued: queued.clone(), kept: Kept(kept) });
        open(&mut state.gateway, self.now(), page);
        self.carry_out(&mut state);
        OpenPage { page, actions, queued, left }
    }

    pub(super) fn close_page(self: &Arc<Self>, page: PageId) {
        let mut state = self.state();
        state.pages.remove(&page);
        state.open_pages -= 1;
        drop(state);
        self.act(|gateway, now| gateway.page_closed(now, page));
    }

    fn carry_out(self: &Arc<Self>, state: &mut State) {
        loop {
            match state.gateway.poll_action() {
                Action::Send { page, text, event } => self.send_to_page(state, page, text, event),
                Action::EndPoll { page, response } => {
                    if let Some(link) = state.pages.remove(&page) {
                        let _ = link.to.send(ToPage::EndPoll(response));
                    }
                }
                Action::Identified { page, identity } => {
                    if let Some(link) = state.pages.remove(&page) {
                        let _ = link.to.send(ToPage::Identified(identity));
                    }
                }
                Action::Occurred(occurrence) => self.webhooks.send(&occurrence, unix()),
                Action::ClosePage { page, code } => {
                    tracing::debug!(page = page.0, reason = code.reason(), "the gateway closes a page");
                    if let Some(PageLink { to, kept, .. }) = state.pages.remove(&page) {
                        let _ = to.send(ToPage::Close(code, kept));
                    }
                }
                Action::Store(action) => self.use_store(action),
                Action::Token(action) => self.go_on_with_token(action),
                Action::Consult { consultation, case } => self.ask_policy(consultation, *case),
                Action::OpenJanus { upstream, transport, address } => {
                    let (sender, receiver) = mpsc::unbounded_channel();
                    state.janus.insert((upstream, transport), sender);
                    tokio::spawn(janus_socket::run(self.clone(), upstream, transport, address, receiver));
                }
                Action::CloseJanus { upstream, transport } => {
                    if let Some(to) = state.janus.remove(&(upstream, transport)) {
                        let _ = to.send(ToJanus::Close);
                    }
                }
                Action::ProbeJanus { upstream, transport } => {
                    tell(state, (upstream, transport), ToJanus::Probe);
                }
                Action::SendJanus { upstream, transport, text } => {
                    tell(state, (upstream, transport), ToJanus::Send(text));
                }
                Action::ConnectionChanged => self.connection_changed.notify_waiters(),
                Action::JanusLost { upstream, error } => {
                    tracing::error!(upstream, %error, "the connection to Janus is lost");
                }
                Action::Wait { until } => {
                    state.deadline = until;
                    if until.is_some_and(|until| state.alarm.is_none_or(|alarm| until < alarm)) {
                        state.alarm = until;
                        self.deadline_changed.notify_one();
                    }
                    return;
                }
            }
        }
    }

    /// Sends to a page; one that does not read is left. Before that, it misses the events that may be dropped.
    fn send_to_page(&self, state: &mut State, page: PageId, text: String, event: Option<EventOf>) {
        let Some(link) = state.pages.get(&page) else { return };
        if link.queued.would_be(text.len()) > state.queue_bytes / 2
            && event.is_some_and(|event| event.may_be_dropped(&text))
        {
            return state.gateway.note_dropped();
        }
        if link.queued.add(text.len()) <= state.queue_bytes {
            // A page that is gone is closed by its own task.
            let _ = link.to.send(ToPage::Send(text));
            return;
        }
        tracing::warn!(page = page.0, "the page does not read what is sent to it, and is left");
        state.pages.remove(&page);
        state.gateway.page_closed(self.now(), page);
    }

    fn go_on_with_token(self: &Arc<Self>, action: TokenAction) {
        let server = self.clone();
        match action {
            TokenAction::CheckSignature { check, key, message, signature } => {
                // A signature takes longer than all the rest of a request.
                tokio::spawn(async move {
                    let is_valid = verify(&key.material, &message, &signature);
                    server.act(|gateway, now| gateway.signature_checked(now, check, is_valid));
                });
            }
            TokenAction::FetchKeys { issuer, url } => {
                tokio::spawn(async move {
                    let keys = server.keys.fetch(&url).await;
                    if let Err(error) = &keys {
                        tracing::warn!(url, %error, "the keys of an issuer can't be fetched");
                    }
                    server.act(|gateway, now| gateway.keys_fetched(now, issuer, keys.ok().as_deref()));
                });
            }
        }
    }

    async fn wait_for_deadline(self: &Arc<Self>) {
        let until = {
            let mut state = self.state();
            state.alarm = state.deadline;
            state.alarm
        };
        let span = until.map_or(Duration::from_secs(3600), |until| until.since(self.now()));
        tokio::select! {
            () = tokio::time::sleep(span) => self.act(Gateway::handle_timeout),
            () = self.deadline_changed.notified() => {}
        }
    }
}

fn tell(state: &State, key: (usize, TransportId), what: ToJanus) {
    if let Some(to) = state.janus.get(&key) {
        let _ = to.send(what);
    }
}

/// The time since 1970, by the system's clock.
pub(super) fn unix() -> Duration {
    SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default()
}

/// From the system: without it ids could be guessed, and a gateway must not run.
#[allow(clippy::expect_used, reason = "a system without random numbers can't run a gateway")]
fn random() -> u64 {
    getrandom::u64().expect("the system gives random numbers")
}
