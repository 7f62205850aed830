//! The roles of AudioBridge's handles.

use super::*;
use crate::plugins::roles::roles;

roles! { AudioBridge {
    /// A participant of AudioBridge: `session.attach::<audiobridge::role::Participant>()`. Its handle joins a room, sends its
    /// audio, receives the mix, and has the room's events.
    Participant { Join, Configure, ChangeRoom, Leave, AudioHangup, ResetDecoder }
    /// Who creates and administers rooms of AudioBridge: `session.attach::<audiobridge::role::Manager>()`. Its handle joins no
    /// room.
    Manager {
        Create, Edit, Destroy, Exists, List, ListParticipants, Allow, EnableRecording, EnableMjrs, StartForward,
        StopForward, ListForward, PlayFile, IsPlaying, StopFile, StopAllFiles, ListAnnouncements, Kick, KickAll, Mute,
        Unmute, MuteRoom, UnmuteRoom, Suspend, Resume, DenoiseEnable, DenoiseDisable,
    }
} }
