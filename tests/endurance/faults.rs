//! Each fault alone, and all faults mixed.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::callers::{Callers, Size};
use crate::memory;
use crate::outcomes::{Counts, Outcomes};
use crate::rng::Rng;
use crate::stage::{RECLAIM, REQUEST_TIMEOUT, Stage, time_of_outages};
use crate::support::proxy::Fault;

#[derive(Clone, Copy)]
enum Injection {
    None,
    Proxy(Fault),
    /// The proxy accepts no connection for this time.
    Unreachable(Duration),
    /// Janus is suspended for this time.
    Suspended(Duration),
    Restarted,
}

struct Case {
    name: &'static str,
    injection: Injection,
    rebuild: bool,
    /// Whether Janus keeps the sessions.
    kept: bool,
}

const FIRST: &str = "none";

const fn case(name: &'static str, injection: Injection) -> Case {
    Case { name, injection, rebuild: false, kept: true }
}

fn cases(suspension: Duration) -> Vec<Case> {
    vec![
        case(FIRST, Injection::None),
        case("connection closed", Injection::Proxy(Fault::Close)),
        case("connection reset", Injection::Proxy(Fault::Reset)),
        case("connection closed in a frame", Injection::Proxy(Fault::CloseInFrame)),
        case("connection silent", Injection::Proxy(Fault::Silent)),
        case("connection half-open", Injection::Proxy(Fault::HalfOpen)),
        case("connection slow", Injection::Proxy(Fault::Slow)),
        case("Janus unreachable for 2 s", Injection::Unreachable(Duration::from_secs(2))),
        case("Janus suspended", Injection::Suspended(suspension)),
        Case { kept: false, ..case("Janus restarted", Injection::Restarted) },
        Case { kept: false, rebuild: true, ..case("Janus restarted, with rebuild", Injection::Restarted) },
    ]
}

pub(crate) async fn run(full: bool, mut rng: Rng) {
    let (size, suspension, mixed_span) = match full {
        true => (Size { sessions: 10, handles: 1_000 }, Duration::from_secs(20), Duration::from_secs(120)),
        false => (Size { sessions: 4, handles: 40 }, Duration::from_secs(2), Duration::from_secs(15)),
    };
    println!("{} handles on {} sessions, each making calls", size.handles, size.sessions);
    println!("{HEAD}");
    let stage = Stage::open(&["--reclaim", RECLAIM]).await;
    for case in cases(suspension) {
        inject_one(&stage, &case, size).await;
    }
    let without_reclaim = Stage::open(&[]).await;
    let short_outage = Injection::Unreachable(Duration::from_millis(500));
    inject_one(
        &without_reclaim,
        &Case { kept: false, ..case("closed, reclaim timeout 0", short_outage) },
        size,
    )
    .await;
    for rebuild in [false, true] {
        inject_mixed(&stage, &mut rng, mixed_span / 2, rebuild, size).await;
    }
}

const HEAD: &str = "fault                           requests succeeded  refused     lost timed out  outage s  RSS before after, KB";

fn print(name: &str, counts: Counts, outage: Duration, before: u64) {
    let Counts { requests, succeeded, refused, lost, timed_out } = counts;
    let (outage, after) = (outage.as_secs_f64(), memory::resident());
    println!(
        "{name:30} {requests:9} {succeeded:9} {refused:8} {lost:8} {timed_out:9} {outage:9.1} {before:11} {after:9}"
    );
}

/// Injects one fault while the callers make calls.
async fn inject_one(stage: &Stage, case: &Case, size: Size) {
    let call = Call::begin(stage, case.name, case.rebuild, size).await;
    let sessions = stage.sessions().await;
    inject(stage, case.injection).await;
    call.callers.each_completes(case.name, 2).await;
    let now = stage.sessions().await;
    assert_eq!(now.len(), size.sessions, "{}", case.name);
    assert_eq!(now.iter().all(|id| sessions.contains(id)), case.kept, "{}: {sessions:?}, {now:?}", case.name);
    let replaced = call.connection.stats().reconnects > 0;
    assert_eq!(
        replaced,
        !matches!(case.injection, Injection::None | Injection::Proxy(Fault::Slow)),
        "{}",
        case.name
    );
    let counts = call.end(case.name).await;
    let is_long = matches!(case.injection, Injection::Suspended(span) if span > REQUEST_TIMEOUT);
    assert!(is_long || counts.timed_out == 0, "{}: {counts:?}", case.name);
    assert!(stage.sessions().await.is_empty(), "{}: sessions are left in Janus", case.name);
}

/// Injects random faults, also before the last one ends.
async fn inject_mixed(stage: &Stage, rng: &mut Rng, span: Duration, rebuild: bool, size: Size) {
    let name = if rebuild { "mixed, with rebuild" } else { "mixed" };
    let call = Call::begin(stage, name, rebuild, size).await;
    let begun = Instant::now();
    while begun.elapsed() < span {
        inject(stage, any(rng)).await;
        sleep(rng.span(0, 3_000)).await;
    }
    call.callers.each_completes(name, 2).await;
    assert!(call.connection.stats().reconnects > 0, "{name}");
    call.end(name).await;
    stage.until_empty().await;
}

fn any(rng: &mut Rng) -> Injection {
    const PROXY_FAULTS: [Fault; 6] =
        [Fault::Close, Fault::Reset, Fault::CloseInFrame, Fault::Silent, Fault::HalfOpen, Fault::Slow];
    match rng.below(10) {
        0 => Injection::Restarted,
        1 => Injection::Suspended(rng.span(100, 3_000)),
        2 => Injection::Unreachable(rng.span(100, 3_000)),
        _ => Injection::Proxy(*rng.pick(&PROXY_FAULTS).expect("not empty")),
    }
}

async fn inject(stage: &Stage, injection: Injection) {
    match injection {
        Injection::None => {}
        Injection::Proxy(fault) => stage.proxy.inject(fault),
        Injection::Unreachable(span) => {
            stage.proxy.accept(false);
            stage.proxy.inject(Fault::Close);
            sleep(span).await;
            stage.proxy.accept(true);
        }
        Injection::Suspended(span) => {
            stage.signal("-STOP");
            sleep(span).await;
            stage.signal("-CONT");
        }
        Injection::Restarted => stage.restart().await,
    }
}

/// A connection and its callers, from connect to close.
struct Call {
    connection: bifrons::Connection,
    callers: Callers,
    outcomes: Arc<Outcomes>,
    outage: std::pin::Pin<Box<dyn Future<Output = Duration>>>,
    before: u64,
}

impl Call {
    async fn begin(stage: &Stage, name: &str, rebuild: bool, size: Size) -> Self {
        let before = memory::resident();
        let outcomes = Arc::new(Outcomes::default());
        let connection = stage.connect(rebuild).await;
        let outage = Box::pin(time_of_outages(&connection));
        let callers = Callers::start(&connection, size, &outcomes);
        callers.each_completes(name, 1).await;
        Self { connection, callers, outcomes, outage, before }
    }

    /// Checks that the outcomes match the statistics, that no request is pending, and that the memory is released.
    async fn end(self, name: &str) -> Counts {
        let handles = self.callers.stop().await;
        self.outcomes.assert_consistent(self.connection.stats());
        drop(handles);
        self.connection.close().await;
        let rest = self.connection.stats();
        assert_eq!((rest.sessions, rest.handles, rest.in_flight), (0, 0, 0), "{name}");
        drop(self.connection);
        print(name, self.outcomes.counts(), self.outage.await, self.before);
        // The first run takes memory that the allocator keeps.
        if name != FIRST {
            memory::assert_released(self.before, name);
        }
        self.outcomes.counts()
    }
}
