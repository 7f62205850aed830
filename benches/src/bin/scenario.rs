//! Runs one scenario once, so that its instructions can be counted: `scenario NAME`.

use bifrons_benches::{SCENARIOS, World};

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    match SCENARIOS.iter().find(|scenario| scenario.name == name) {
        Some(scenario) => (scenario.run)(&mut World::new(scenario.handles)),
        None => SCENARIOS.iter().for_each(|scenario| println!("{}", scenario.name)),
    }
}
