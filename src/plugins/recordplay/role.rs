//! The roles of Record&Play's handles.

use super::*;
use crate::plugins::roles::roles;

roles! { RecordPlay {
    /// A recorder of Record&Play: `session.attach::<recordplay::role::Recorder>()`. Its handle sends what is recorded.
    Recorder { Record, Configure, Pause, Resume, Stop }
    /// A player of Record&Play: `session.attach::<recordplay::role::Player>()`. Its handle receives a recording.
    Player { Play, Start, Stop }
} }
