//! Short calls for long, under random cuts.

use std::sync::Arc;
use std::time::Duration;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Connection, Error, Handle};
use futures::future::join_all;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep};

use crate::books::Books;
use crate::callers::Group;
use crate::rng::Rng;
use crate::memory;
use crate::stage::{RECLAIM, Stage, patiently};
use crate::support::proxy::Fault;
use crate::support::sdp;

const CALLERS: usize = 16;
const PACE: Duration = Duration::from_millis(200);
const TELL: Duration = Duration::from_secs(10);

/// Calls in two halves; the second must add nothing to what is held.
pub(crate) async fn run(span: Duration, mut rng: Rng) {
    let stage = Stage::open(&["--reclaim", RECLAIM]).await;
    let connection = stage.connect(false).await;
    let books = Arc::new(Books::default());
    let groups = [(); 2].map(|()| Arc::new(Group::new(&connection, &books, PACE)));
    let soak = Soak { begun: Instant::now(), stage, connection, books, groups };
    soak.call_until(soak.begun + span / 2, &mut rng).await;
    let before = memory::resident();
    soak.call_until(soak.begun + span, &mut rng).await;
    memory::assert_back(before, "the second half");
    soak.end().await;
}

struct Soak {
    begun: Instant,
    stage: Stage,
    connection: Connection,
    books: Arc<Books>,
    groups: [Arc<Group>; 2],
}

impl Soak {
    async fn call_until(&self, end: Instant, rng: &mut Rng) {
        let callers = (0..CALLERS).map(|index| {
            let (group, books) = (Arc::clone(&self.groups[index % 2]), Arc::clone(&self.books));
            tokio::spawn(async move {
                while Instant::now() < end {
                    let echo = group.attach().await;
                    // What a cut has lost of a call is in the books; each is ended.
                    let _ = call(&echo, &books).await;
                    let _ = books.ask(echo.detach()).await;
                    sleep(PACE).await;
                }
            })
        });
        let callers = join_all(callers.collect::<Vec<_>>());
        let calling = async {
            self.cut_until(end, rng).await;
            let ended = patiently("the callers' end", callers, String::new).await;
            ended.into_iter().for_each(|caller| caller.expect("no caller panics"));
        };
        tokio::select! {
            () = calling => self.tell(),
            () = self.keep_telling() => {}
        }
    }

    async fn cut_until(&self, end: Instant, rng: &mut Rng) {
        while Instant::now() < end {
            sleep(rng.span(500, 8_000)).await;
            let fault = rng.pick(&[Fault::Cut, Fault::Reset, Fault::CutInFrame]).expect("there are some");
            self.stage.proxy.let_in(rng.one_in(2));
            self.stage.proxy.inflict(*fault);
            sleep(rng.span(0, 1_000)).await;
            self.stage.proxy.let_in(true);
        }
    }

    async fn keep_telling(&self) {
        let mut ticks = interval_at(Instant::now() + TELL, TELL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.tell();
        }
    }

    fn tell(&self) {
        let (counts, stats) = (self.books.counts(), self.connection.stats());
        println!(
            "{:4} s: {} answered of {}, {} lost, {} timed out; {} lines replaced, {} requests repeated; {} KB resident",
            self.begun.elapsed().as_secs(),
            counts.answered,
            counts.asked,
            counts.lost,
            counts.timed_out,
            stats.reconnects,
            stats.repeated,
            memory::resident()
        );
    }

    /// It adds up, and nothing is left in Janus.
    async fn end(self) {
        // The last cut may have come last.
        self.books.ask(self.connection.ping()).await.expect("a line");
        assert!(self.connection.stats().reconnects > 0);
        self.books.assert_adds_up(self.connection.stats());
        self.connection.close().await;
        assert!(self.stage.sessions().await.is_empty(), "nothing is left in Janus");
    }
}

async fn call(echo: &Handle<EchoTest>, books: &Books) -> Result<(), Error> {
    let start = Start { audio: Some(true), jsep: Some(sdp::offer()), ..Start::default() };
    books.ask(echo.start(start)).await?;
    books.ask(echo.trickle(Candidate::of_mid("candidate:1 1 udp 1 127.0.0.1 41234 typ host", "0"))).await?;
    books.ask(echo.trickle_complete()).await
}
