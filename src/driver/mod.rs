//! The loop that carries out the engine's output over a transport and a clock.

mod pump;

pub use self::pump::{Core, OutputSink, Pump};
pub use crate::transport::{Engine, Output};

cfg_if::cfg_if! {
    if #[cfg(target_family = "wasm")] {
        mod web;

        pub use self::web::{Wake, spawn};
    } else {
        mod native;

        pub use self::native::{Clock, Task, TimeSource, Wake};

        cfg_if::cfg_if! {
            if #[cfg(feature = "native")] {
                mod tokio;

                pub use self::tokio::{TokioClock, spawn};
            } else {
                mod none;

                pub use self::none::spawn;
            }
        }
    }
}
