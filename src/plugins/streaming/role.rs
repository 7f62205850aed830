//! The roles of Streaming's handles.

use super::*;
use crate::plugins::roles::roles;

roles! { Streaming {
    /// A viewer of Streaming: `session.attach::<streaming::role::Viewer>()`. Its handle watches a mountpoint.
    Viewer { Watch, Start, Pause, Stop, Configure, Switch }
    /// Who creates and administers mountpoints: `session.attach::<streaming::role::Manager>()`. Its handle watches none.
    Manager {
        CreateRtpMountpoint, CreateLiveMountpoint, CreateOndemandMountpoint, CreateRtspMountpoint, DestroyMountpoint,
        Edit, List, Info, Enable, Disable, KickAll, StartRecording, StopRecording,
    }
} }
