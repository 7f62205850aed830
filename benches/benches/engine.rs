//! The engine's hot paths by the clock: `cargo bench --package bifrons-benches --bench engine`.

use bifrons_benches::{SCENARIOS, World};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

fn engine(criterion: &mut Criterion) {
    for scenario in SCENARIOS {
        let begin = || World::new(scenario.handles);
        criterion.bench_function(scenario.name, |bencher| {
            bencher.iter_batched_ref(begin, scenario.run, BatchSize::LargeInput);
        });
    }
}

criterion_group!(benches, engine);
criterion_main!(benches);
