//! Faults one by one, and mixed.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, sleep};

use crate::books::{Books, Counts};
use crate::callers::{Callers, Size};
use crate::memory;
use crate::rng::Rng;
use crate::stage::{RECLAIM, REQUEST_TIMEOUT, Stage, time_away};
use crate::support::proxy::Fault;

#[derive(Clone, Copy)]
enum Trouble {
    None,
    TransportId(Fault),
    /// No connection comes through for so long.
    KeptOut(Duration),
    /// Janus stands still for so long.
    Stopped(Duration),
    Restarted,
}

struct Case {
    name: &'static str,
    trouble: Trouble,
    rebuild: bool,
    /// What becomes of the sessions in Janus.
    kept: bool,
}

const FIRST: &str = "none";

const fn case(name: &'static str, trouble: Trouble) -> Case {
    Case { name, trouble, rebuild: false, kept: true }
}

fn cases(standstill: Duration) -> Vec<Case> {
    vec![
        case(FIRST, Trouble::None),
        case("the line is cut", Trouble::TransportId(Fault::Cut)),
        case("the line is reset", Trouble::TransportId(Fault::Reset)),
        case("the line is cut in a frame", Trouble::TransportId(Fault::CutInFrame)),
        case("the line goes silent", Trouble::TransportId(Fault::Silent)),
        case("the line is half open", Trouble::TransportId(Fault::HalfOpen)),
        case("the line is slow", Trouble::TransportId(Fault::Slow)),
        case("no line comes through for 2 s", Trouble::KeptOut(Duration::from_secs(2))),
        case("Janus stands still", Trouble::Stopped(standstill)),
        Case { kept: false, ..case("Janus is started anew", Trouble::Restarted) },
        Case { kept: false, rebuild: true, ..case("the same, with rebuild", Trouble::Restarted) },
    ]
}

pub(crate) async fn run(at_length: bool, mut rng: Rng) {
    let (size, standstill, mixing) = match at_length {
        true => (Size { sessions: 10, handles: 1_000 }, Duration::from_secs(20), Duration::from_secs(120)),
        false => (Size { sessions: 4, handles: 40 }, Duration::from_secs(2), Duration::from_secs(15)),
    };
    println!("{} handles on {} sessions, each making calls", size.handles, size.sessions);
    println!("{HEAD}");
    let stage = Stage::open(&["--reclaim", RECLAIM]).await;
    for case in cases(standstill) {
        suffer(&stage, &case, size).await;
    }
    let forgetful = Stage::open(&[]).await;
    let short_cut = Trouble::KeptOut(Duration::from_millis(500));
    suffer(&forgetful, &Case { kept: false, ..case("the line is cut, reclaim time 0", short_cut) }, size)
        .await;
    for rebuild in [false, true] {
        mix(&stage, &mut rng, mixing / 2, rebuild, size).await;
    }
}

const HEAD: &str = "fault                            asked answered  refused     lost timed out    away s  RSS before     after, KB";

fn print(name: &str, counts: Counts, away: Duration, before: u64) {
    let Counts { asked, answered, refused, lost, timed_out } = counts;
    let (away, after) = (away.as_secs_f64(), memory::resident());
    println!(
        "{name:30} {asked:7} {answered:8} {refused:8} {lost:8} {timed_out:9} {away:9.1} {before:11} {after:9}"
    );
}

/// Goes through one fault while callers call.
async fn suffer(stage: &Stage, case: &Case, size: Size) {
    let call = Call::begin(stage, case.name, case.rebuild, size).await;
    let sessions = stage.sessions().await;
    inflict(stage, case.trouble).await;
    call.callers.each_completes(case.name, 2).await;
    let now = stage.sessions().await;
    assert_eq!(now.len(), size.sessions, "{}", case.name);
    assert_eq!(now.iter().all(|id| sessions.contains(id)), case.kept, "{}: {sessions:?}, {now:?}", case.name);
    let replaced = call.connection.stats().reconnects > 0;
    assert_eq!(
        replaced,
        !matches!(case.trouble, Trouble::None | Trouble::TransportId(Fault::Slow)),
        "{}",
        case.name
    );
    let counts = call.end(case.name).await;
    let is_long = matches!(case.trouble, Trouble::Stopped(span) if span > REQUEST_TIMEOUT);
    assert!(is_long || counts.timed_out == 0, "{}: {counts:?}", case.name);
    assert!(stage.sessions().await.is_empty(), "{}: nothing is left in Janus", case.name);
}

/// Goes through faults at random, also before the last one is over.
async fn mix(stage: &Stage, rng: &mut Rng, span: Duration, rebuild: bool, size: Size) {
    let name = if rebuild { "mixed, with rebuild" } else { "mixed" };
    let call = Call::begin(stage, name, rebuild, size).await;
    let begun = Instant::now();
    while begun.elapsed() < span {
        inflict(stage, any(rng)).await;
        sleep(rng.span(0, 3_000)).await;
    }
    call.callers.each_completes(name, 2).await;
    assert!(call.connection.stats().reconnects > 0, "{name}");
    call.end(name).await;
    stage.until_empty().await;
}

fn any(rng: &mut Rng) -> Trouble {
    const LINE: [Fault; 6] =
        [Fault::Cut, Fault::Reset, Fault::CutInFrame, Fault::Silent, Fault::HalfOpen, Fault::Slow];
    match rng.below(10) {
        0 => Trouble::Restarted,
        1 => Trouble::Stopped(rng.span(100, 3_000)),
        2 => Trouble::KeptOut(rng.span(100, 3_000)),
        _ => Trouble::TransportId(*rng.pick(&LINE).expect("there are some")),
    }
}

async fn inflict(stage: &Stage, trouble: Trouble) {
    match trouble {
        Trouble::None => {}
        Trouble::TransportId(fault) => stage.proxy.inflict(fault),
        Trouble::KeptOut(span) => {
            stage.proxy.let_in(false);
            stage.proxy.inflict(Fault::Cut);
            sleep(span).await;
            stage.proxy.let_in(true);
        }
        Trouble::Stopped(span) => {
            stage.signal("-STOP");
            sleep(span).await;
            stage.signal("-CONT");
        }
        Trouble::Restarted => stage.restart().await,
    }
}

/// A connection on which callers call, from its beginning to its end.
struct Call {
    connection: bifrons::Connection,
    callers: Callers,
    books: Arc<Books>,
    away: std::pin::Pin<Box<dyn Future<Output = Duration>>>,
    before: u64,
}

impl Call {
    async fn begin(stage: &Stage, name: &str, rebuild: bool, size: Size) -> Self {
        let before = memory::resident();
        let books = Arc::new(Books::default());
        let connection = stage.connect(rebuild).await;
        let away = Box::pin(time_away(&connection));
        let callers = Callers::start(&connection, size, &books);
        callers.each_completes(name, 1).await;
        Self { connection, callers, books, away, before }
    }

    /// It adds up, nothing hangs, and nothing is held any more.
    async fn end(self, name: &str) -> Counts {
        let handles = self.callers.stop().await;
        self.books.assert_adds_up(self.connection.stats());
        drop(handles);
        self.connection.close().await;
        let rest = self.connection.stats();
        assert_eq!((rest.sessions, rest.handles, rest.in_flight), (0, 0, 0), "{name}");
        drop(self.connection);
        print(name, self.books.counts(), self.away.await, self.before);
        // The first one takes what the allocator keeps from then on.
        if name != FIRST {
            memory::assert_back(self.before, name);
        }
        self.books.counts()
    }
}
