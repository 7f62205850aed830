//! Calls that go on whatever happens.

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

use crate::books::Books;
use crate::stage::patiently;
use crate::support::sdp;

/// How many, and in how many sessions.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub(crate) sessions: usize,
    pub(crate) handles: usize,
}

/// Of so many callers one has a PeerConnection: each is a thread in Janus.
const WITH_MEDIA: usize = 50;

/// From one caller's round to the next one's.
const STEP: Duration = Duration::from_millis(3);

/// A session in which callers attach.
pub(crate) struct Group {
    connection: Connection,
    session: Mutex<Option<Session>>,
    books: Arc<Books>,
    pace: Duration,
}

pub(crate) struct Callers {
    rounds: Vec<Arc<AtomicU64>>,
    tasks: Vec<JoinHandle<Handle<EchoTest>>>,
    progress: Arc<Notify>,
    stop: watch::Sender<bool>,
}

impl Callers {
    pub(crate) fn start(connection: &Connection, size: Size, books: &Arc<Books>) -> Self {
        let steps = |count: usize| STEP * u32::try_from(count).expect("not so many");
        let pace = steps(size.handles);
        let groups: Vec<_> =
            (0..size.sessions).map(|_| Arc::new(Group::new(connection, books, pace))).collect();
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
            // One after the other, so that at any time some requests are open.
            callers.tasks.push(tokio::spawn(caller.run(index % WITH_MEDIA == 0, steps(index))));
        }
        callers
    }

    /// Waits until each of them has been through so many further rounds.
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
        patiently(what, wait, || format!("{} callers are behind", behind())).await;
    }

    /// Lets each end what it has begun; gives what they hold.
    pub(crate) async fn stop(self) -> Vec<Handle<EchoTest>> {
        self.stop.send_replace(true);
        let ended = patiently("the callers' end", join_all(self.tasks), String::new).await;
        ended.into_iter().map(|task| task.expect("no caller panics")).collect()
    }
}

impl Group {
    pub(crate) fn new(connection: &Connection, books: &Arc<Books>, pace: Duration) -> Self {
        Self { connection: connection.clone(), session: Mutex::default(), books: Arc::clone(books), pace }
    }

    /// A handle in its session, or in a new one where that has ended.
    pub(crate) async fn attach(&self) -> Handle<EchoTest> {
        loop {
            let session = self.session().await;
            if let Ok(handle) = self.books.ask(session.attach()).await {
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
                _ => *place = self.books.ask(self.connection.create()).await.ok(),
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
            let start = Start { audio: Some(true), jsep: jsep.take(), ..Start::default() };
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

    /// Something that is answered, something that is safe to repeat, something that is refused.
    async fn round(&self, echo: &Handle<EchoTest>, start: Start) -> Result<(), ErrorCode> {
        let books = &self.group.books;
        let answer = books.ask(echo.start(start)).await.map_err(|error| error.code())?;
        assert_eq!(answer.result, "ok");
        let candidate = Candidate::of_mid("candidate:1 1 udp 2015363327 127.0.0.1 41234 typ host", "0");
        books.ask(echo.trickle(candidate)).await.map_err(|error| error.code())?;
        match books.ask(echo.raw(RawRequest::new("nonsense"), &json!({}))).await.map_err(|error| error.code())
        {
            Err(ErrorCode::JanusRefused) => Ok(()),
            Err(code) => Err(code),
            Ok(answer) => panic!("Janus knows no such request, but says {answer}"),
        }
    }
}
