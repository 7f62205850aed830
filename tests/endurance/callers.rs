//! Callers that make calls during every fault.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Connection, ErrorCode, Handle, RawRequest, Result, Session};
use futures::FutureExt;
use futures::future::join_all;
use serde_json::json;
use tokio::sync::{Mutex, Notify, watch};
use tokio::task::JoinHandle;

use crate::outcomes::Outcomes;
use crate::stage::within_deadline;
use crate::support::sdp;

/// The number of sessions and handles.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) sessions: usize,
    pub(crate) handles: usize,
}

/// One in this number of callers has a PeerConnection, which is a thread in Janus.
const WITH_MEDIA: usize = 50;

/// The time between the rounds of two callers.
const STEP: Duration = Duration::from_millis(3);

/// A session in which callers attach.
pub(crate) struct Group {
    connection: Connection,
    session: Mutex<Option<Session>>,
    outcomes: Arc<Outcomes>,
    pace: Duration,
}

pub(crate) struct Callers {
    rounds: Vec<Arc<AtomicU64>>,
    tasks: Vec<JoinHandle<Handle<EchoTest>>>,
    progress: Arc<Notify>,
    stop: watch::Sender<bool>,
}

impl Callers {
    pub(crate) fn start(connection: &Connection, size: Size, outcomes: &Arc<Outcomes>) -> Self {
        let steps = |count: usize| STEP * u32::try_from(count).expect("not so many");
        let pace = steps(size.handles);
        let groups: Vec<_> =
            (0..size.sessions).map(|_| Arc::new(Group::new(connection, outcomes, pace))).collect();
        let mut callers = Self {
            rounds: Vec::new(),
            tasks: Vec::new(),
            progress: Arc::new(Notify::new()),
            stop: watch::Sender::new(false),
        };
        for index in 0..size.handles {
            let caller = Caller {
                group: Arc::clone(&groups[index % groups.len()]),
                rounds: Arc::default(),
                progress: Arc::clone(&callers.progress),
                stop: callers.stop.subscribe(),
            };
            callers.rounds.push(Arc::clone(&caller.rounds));
            // The callers start one after another, so that some requests are pending at any time.
            callers.tasks.push(tokio::spawn(caller.run(index % WITH_MEDIA == 0, steps(index))));
        }
        callers
    }

    /// Waits until each caller has completed this number of further rounds.
    pub(crate) async fn each_completes(&self, what: &str, further: u64) {
        let wanted: Vec<_> =
            self.rounds.iter().map(|rounds| rounds.load(Ordering::Relaxed) + further).collect();
        let behind = || {
            self.rounds
                .iter()
                .zip(&wanted)
                .filter(|(has, wants)| has.load(Ordering::Relaxed) < **wants)
                .count()
        };
        let wait = async {
            while behind() > 0 {
                self.progress.notified().await;
            }
        };
        within_deadline(what, wait, || format!("{} callers are behind", behind())).await;
    }

    /// Lets each caller complete its round; returns the handles.
    pub(crate) async fn stop(self) -> Vec<Handle<EchoTest>> {
        self.stop.send_replace(true);
        let ended = within_deadline("the callers' end", join_all(self.tasks), String::new).await;
        ended.into_iter().map(|task| task.expect("no caller panics")).collect()
    }
}

impl Group {
    pub(crate) fn new(connection: &Connection, outcomes: &Arc<Outcomes>, pace: Duration) -> Self {
        Self {
            connection: connection.clone(),
            session: Mutex::default(),
            outcomes: Arc::clone(outcomes),
            pace,
        }
    }

    /// Attaches a handle in the group's session, or in a new session if it has ended.
    pub(crate) async fn attach(&self) -> Handle<EchoTest> {
        loop {
            let session = self.session().await;
            if let Ok(handle) = self.outcomes.request(session.attach()).await {
                return handle;
            }
            tokio::time::sleep(self.pace).await;
        }
    }

    async fn session(&self) -> Session {
        let mut place = self.session.lock().await;
        loop {
            match &*place {
                Some(session) if session.ended().now_or_never().is_none() => return session.clone(),
                _ => *place = self.outcomes.request(self.connection.create()).await.ok(),
            }
        }
    }
}

struct Caller {
    group: Arc<Group>,
    rounds: Arc<AtomicU64>,
    progress: Arc<Notify>,
    stop: watch::Receiver<bool>,
}

impl Caller {
    async fn run(mut self, with_media: bool, delay: Duration) -> Handle<EchoTest> {
        let mut echo = self.group.attach().await;
        tokio::time::sleep(delay).await;
        let mut jsep = with_media.then(sdp::offer);
        while !*self.stop.borrow() {
            let start = {
                let mut request = Start::default().audio(true);
                request.jsep = jsep.take();
                request
            };
            match self.round(&echo, start).await {
                Ok(()) => {
                    self.rounds.fetch_add(1, Ordering::Relaxed);
                    self.progress.notify_waiters();
                }
                Err(ErrorCode::HandleDetached) => echo = self.group.attach().await,
                Err(_) => {}
            }
            let _ = tokio::time::timeout(self.group.pace, self.stop.wait_for(|stop| *stop)).await;
        }
        echo
    }

    /// Sends a request that succeeds, an idempotent request, and a request that is refused.
    async fn round(&self, echo: &Handle<EchoTest>, start: Start) -> Result<(), ErrorCode> {
        let outcomes = &self.group.outcomes;
        let response = outcomes.request(echo.start(start)).await.map_err(|error| error.code())?;
        assert_eq!(response.result, "ok");
        let candidate = Candidate::of_mid("candidate:1 1 udp 2015363327 127.0.0.1 41234 typ host", "0");
        outcomes.request(echo.trickle(candidate)).await.map_err(|error| error.code())?;
        match outcomes
            .request(echo.raw_request(RawRequest::new("nonsense"), &json!({})))
            .await
            .map_err(|error| error.code())
        {
            Err(ErrorCode::JanusRefused) => Ok(()),
            Err(code) => Err(code),
            Ok(response) => panic!("Janus accepts an unknown request: {response}"),
        }
    }
}
