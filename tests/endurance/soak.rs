//! Short calls for a long time, with random outages.

use std::sync::Arc;
use std::time::Duration;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Connection, Error, Handle};
use futures::future::join_all;
use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep};

use crate::callers::Group;
use crate::memory;
use crate::outcomes::Outcomes;
use crate::rng::Rng;
use crate::stage::{RECLAIM, Stage, within_deadline};
use crate::support::proxy::Fault;
use crate::support::sdp;

const CALLERS: usize = 16;
const PACE: Duration = Duration::from_millis(200);
const REPORT_INTERVAL: Duration = Duration::from_secs(10);

/// Makes calls in two halves; the second one uses no further memory.
pub(crate) async fn run(span: Duration, mut rng: Rng) {
    let stage = Stage::open(&["--reclaim", RECLAIM]).await;
    let connection = stage.connect(false).await;
    let outcomes = Arc::new(Outcomes::default());
    let groups = [(); 2].map(|()| Arc::new(Group::new(&connection, &outcomes, PACE)));
    let soak = Soak { begun: Instant::now(), stage, connection, outcomes, groups };
    soak.call_until(soak.begun + span / 2, &mut rng).await;
    let before = memory::resident();
    soak.call_until(soak.begun + span, &mut rng).await;
    memory::assert_released(before, "the second half");
    soak.end().await;
}

struct Soak {
    begun: Instant,
    stage: Stage,
    connection: Connection,
    outcomes: Arc<Outcomes>,
    groups: [Arc<Group>; 2],
}

impl Soak {
    async fn call_until(&self, end: Instant, rng: &mut Rng) {
        let callers = (0..CALLERS).map(|index| {
            let (group, outcomes) = (Arc::clone(&self.groups[index % 2]), Arc::clone(&self.outcomes));
            tokio::spawn(async move {
                while Instant::now() < end {
                    let echo = group.attach().await;
                    // `outcomes` counts the requests that an outage lost; every handle is detached.
                    let _ = call(&echo, &outcomes).await;
                    let _ = outcomes.request(echo.detach()).await;
                    sleep(PACE).await;
                }
            })
        });
        let callers = join_all(callers.collect::<Vec<_>>());
        let calling = async {
            self.cause_outages_until(end, rng).await;
            let ended = within_deadline("the callers' end", callers, String::new).await;
            ended.into_iter().for_each(|caller| caller.expect("no caller panics"));
        };
        tokio::select! {
            () = calling => self.report(),
            () = self.keep_reporting() => {}
        }
    }

    async fn cause_outages_until(&self, end: Instant, rng: &mut Rng) {
        while Instant::now() < end {
            sleep(rng.span(500, 8_000)).await;
            let fault = rng.pick(&[Fault::Close, Fault::Reset, Fault::CloseInFrame]).expect("not empty");
            self.stage.proxy.accept(rng.one_in(2));
            self.stage.proxy.inject(*fault);
            sleep(rng.span(0, 1_000)).await;
            self.stage.proxy.accept(true);
        }
    }

    async fn keep_reporting(&self) {
        let mut ticks = interval_at(Instant::now() + REPORT_INTERVAL, REPORT_INTERVAL);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            self.report();
        }
    }

    fn report(&self) {
        let (counts, stats) = (self.outcomes.counts(), self.connection.stats());
        println!(
            "{:4} s: {} succeeded of {}, {} lost, {} timed out; {} reconnects, {} requests sent again; {} KB resident",
            self.begun.elapsed().as_secs(),
            counts.succeeded,
            counts.requests,
            counts.lost,
            counts.timed_out,
            stats.reconnects,
            stats.repeated,
            memory::resident()
        );
    }

    /// Checks that the outcomes match the statistics, and that no session is left in Janus.
    async fn end(self) {
        // The last outage may not have ended.
        self.outcomes.request(self.connection.ping()).await.expect("a connection");
        assert!(self.connection.stats().reconnects > 0);
        self.outcomes.assert_consistent(self.connection.stats());
        self.connection.close().await;
        assert!(self.stage.sessions().await.is_empty(), "sessions are left in Janus");
    }
}

async fn call(echo: &Handle<EchoTest>, outcomes: &Outcomes) -> Result<(), Error> {
    let start = Start::default().audio(true).jsep(sdp::offer());
    outcomes.request(echo.start(start)).await?;
    outcomes
        .request(echo.trickle(Candidate::of_mid("candidate:1 1 udp 1 127.0.0.1 41234 typ host", "0")))
        .await?;
    outcomes.request(echo.trickle_complete()).await
}
