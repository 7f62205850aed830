//! The loop that carries out the engine's output over a transport and a clock.

mod pump;

use self::pump::Pump;
pub(crate) use self::pump::{Core, OutputSink};
pub(crate) use crate::transport::{Engine, Output};

cfg_if::cfg_if! {
    if #[cfg(target_family = "wasm")] {
        mod web;

        pub(crate) use self::web::{Wake, spawn};
    } else {
        mod native;
        mod sleep_clock;

        pub(crate) use self::native::{Task, Wake};
        pub use self::native::{Clock, TimeSource};
        pub use self::sleep_clock::SleepClock;

        cfg_if::cfg_if! {
            if #[cfg(feature = "native")] {
                mod tokio;

                pub use self::tokio::TokioClock;
                pub(crate) use self::tokio::spawn;
            } else {
                mod none;

                pub(crate) use self::none::spawn;
            }
        }
    }
}
