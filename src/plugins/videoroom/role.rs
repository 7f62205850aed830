//! The roles of VideoRoom's handles.

use super::*;
use crate::plugins::roles::roles;

roles! { VideoRoom {
    /// A publisher of VideoRoom: `session.attach::<videoroom::role::Publisher>()`. Its handle joins a room, publishes, and has
    /// the room's events.
    Publisher {
        JoinPublisher, JoinConfigurePublisher, Publish, Configure, Unpublish, Leave,
    }
    /// A subscriber of VideoRoom: `session.attach::<videoroom::role::Subscriber>()`. Its handle receives the streams that it
    /// subscribes to.
    Subscriber {
        JoinSubscriber, Start, Pause, Switch, Configure, Subscribe, Unsubscribe, Update, Leave,
    }
    /// Who creates and administers rooms of VideoRoom: `session.attach::<videoroom::role::Manager>()`. Its handle joins no room.
    Manager {
        Create, Edit, Destroy, Exists, List, Allow, Kick, Moderate, ListParticipants, EnableRecording,
        StartForward, StopForward, ListForward, PublishRemotely, UnpublishRemotely, ListRemotes,
        AddRemotePublisher, UpdateRemotePublisher, RemoveRemotePublisher,
    }
} }
