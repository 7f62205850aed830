// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::videoroom::{
    AddRemotePublisher, Allow, Allowed, Attached, Configure, Configured, Create, Created, Destroy, Done,
    Edit, EnableRecording, Existence, Exists, ForwardStopped, Forwarders, Forwarding, JoinConfigurePublisher,
    JoinPublisher, JoinSubscriber, Joined, Kick, Leave, Leaving, List, ListForward, ListParticipants,
    ListRemotes, Moderate, Participants, Pause, Paused, Publish, PublishRemotely, Recording, Remote, Remotes,
    RemoveRemotePublisher, Rooms, Start, StartForward, Started, StopForward, Subscribe, Switch, Switched,
    Unpublish, UnpublishRemotely, Unpublished, Unsubscribe, Update, UpdateRemotePublisher, Updated,
    VideoRoom,
};

impl Handle<VideoRoom> {
    /// Forwards a publisher's media to a host.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Ends a forwarder.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the forwarders of a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Sends a publisher to another server's room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn publish_remotely(&self, request: PublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Ends what `PublishRemotely` began.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unpublish_remotely(&self, request: UnpublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Lists where a publisher is sent.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_remotes(&self, request: ListRemotes) -> Result<Remotes> {
        self.request(request).await
    }

    /// Takes in a publisher of another server's room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn add_remote_publisher(&self, request: AddRemotePublisher) -> Result<Remote> {
        self.request(request).await
    }

    /// ConnectionEvents a publisher that was taken in.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn update_remote_publisher(&self, request: UpdateRemotePublisher) -> Result<Done> {
        self.request(request).await
    }

    /// Lets a publisher that was taken in go.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn remove_remote_publisher(&self, request: RemoveRemotePublisher) -> Result<Done> {
        self.request(request).await
    }

    /// Makes a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// ConnectionEvents a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Ends a room; publishers are told, subscribers are not.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Asks whether a room exists.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// ConnectionEvents which tokens may join.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Throws a participant out.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes or unmutes a participant's stream; all are told.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn moderate(&self, request: Moderate) -> Result<Done> {
        self.request(request).await
    }

    /// Lists who is in a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Begins or ends recording all of a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Joins a room as a publisher, without media yet.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn join_publisher(&self, request: JoinPublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Joins a room as a publisher and publishes, in one go.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn join_configure_publisher(&self, request: JoinConfigurePublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Begins to publish with an offer; the answer comes back. Without an offer it is refused before it is sent
    /// (`InvalidArgument`), as Janus would say "ok" and publish nothing.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn publish(&self, request: Publish) -> Result<Configured> {
        self.request(request).await
    }

    /// ConnectionEvents a publisher or a subscriber, or renegotiates with an offer.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Ends publishing; the handle stays in the room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unpublish(&self, request: Unpublish) -> Result<Unpublished> {
        self.request(request).await
    }

    /// Leaves the room; the handle can't join again.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn leave(&self, request: Leave) -> Result<Leaving> {
        self.request(request).await
    }

    /// Subscribes to streams of a room; an offer comes back, to be answered with `Start`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn join_subscriber(&self, request: JoinSubscriber) -> Result<Attached> {
        self.request(request).await
    }

    /// Answers an offer, or resumes what `Pause` paused.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start(&self, request: Start) -> Result<Started> {
        self.request(request).await
    }

    /// Pauses all streams.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn pause(&self, request: Pause) -> Result<Paused> {
        self.request(request).await
    }

    /// Takes other publishers' streams in the place of those subscribed to, without a new offer.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }

    /// Subscribes to more streams.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn subscribe(&self, request: Subscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Ends subscriptions.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unsubscribe(&self, request: Unsubscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Subscribes and unsubscribes in one go, with one new offer.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn update(&self, request: Update) -> Result<Updated> {
        self.request(request).await
    }
}
