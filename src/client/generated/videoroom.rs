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
    VideoRoom, role,
};

impl Handle<VideoRoom> {
    /// Forwards the media of a publisher to another host over RTP (`"request": "rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Sends the media of a publisher to a room of another Janus server (`"request": "publish_remotely"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#publish_remotely)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn publish_remotely(&self, request: PublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Stops sending a publisher to another Janus server (`"request": "unpublish_remotely"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unpublish_remotely)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unpublish_remotely(&self, request: UnpublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Lists the Janus servers that a publisher is sent to (`"request": "listremotes"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_remotes)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_remotes(&self, request: ListRemotes) -> Result<Remotes> {
        self.request(request).await
    }

    /// Adds a publisher whose media come from another Janus server (`"request": "add_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#add_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn add_remote_publisher(&self, request: AddRemotePublisher) -> Result<Remote> {
        self.request(request).await
    }

    /// Changes a publisher that was added with `AddRemotePublisher` (`"request": "update_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#update_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update_remote_publisher(&self, request: UpdateRemotePublisher) -> Result<Done> {
        self.request(request).await
    }

    /// Removes a publisher that was added with `AddRemotePublisher` (`"request": "remove_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#remove_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn remove_remote_publisher(&self, request: RemoveRemotePublisher) -> Result<Done> {
        self.request(request).await
    }

    /// Creates a room (`"request": "create"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#create)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a room (`"request": "destroy"`). Publishers receive `Destroyed`; subscribers receive no plugin event.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#destroy)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Checks whether a room exists (`"request": "exists"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#exists)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Changes the list of tokens that may join a room (`"request": "allowed"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#allow)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Kicks a participant from a room (`"request": "kick"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#kick)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes or unmutes a stream of a participant (`"request": "moderate"`). All participants receive `Moderated`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#moderate)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn moderate(&self, request: Moderate) -> Result<Done> {
        self.request(request).await
    }

    /// Lists the participants of a room (`"request": "listparticipants"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_participants)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Starts or stops recording all publishers of a room (`"request": "enable_recording"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#enable_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Joins a room as a publisher, without media (`"request": "join"`, `"ptype": "publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_publisher(&self, request: JoinPublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Joins a room as a publisher and publishes with one request (`"request": "joinandconfigure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_configure_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_configure_publisher(&self, request: JoinConfigurePublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Publishes media with an SDP offer; the response carries the SDP answer (`"request": "publish"`).
    ///
    /// Without an offer the request fails before it is sent (`InvalidArgument`), because Janus would respond `ok` and
    /// publish nothing.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#publish)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn publish(&self, request: Publish) -> Result<Configured> {
        self.request(request).await
    }

    /// Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Stops publishing; the handle stays in the room (`"request": "unpublish"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unpublish)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unpublish(&self, request: Unpublish) -> Result<Unpublished> {
        self.request(request).await
    }

    /// Leaves the room (`"request": "leave"`). The handle can't join again.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#leave)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn leave(&self, request: Leave) -> Result<Leaving> {
        self.request(request).await
    }

    /// Subscribes to streams of a room; the response carries an SDP offer. Answer it with `Start` (`"request": "join"`,
    /// `"ptype": "subscriber"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_subscriber)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_subscriber(&self, request: JoinSubscriber) -> Result<Attached> {
        self.request(request).await
    }

    /// Answers the SDP offer of Janus, or resumes a paused subscription (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Started> {
        self.request(request).await
    }

    /// Pauses all streams of the subscription (`"request": "pause"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Paused> {
        self.request(request).await
    }

    /// Replaces subscribed streams by streams of other publishers, without a new offer (`"request": "switch"`).
    ///
    /// The codecs must be the same: Janus skips other streams. If an inactive m-line becomes active, `Updated` follows with
    /// an SDP offer.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#switch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }

    /// Adds streams to the subscription (`"request": "subscribe"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#subscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn subscribe(&self, request: Subscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Removes streams from the subscription (`"request": "unsubscribe"`). Janus ignores streams that are not subscribed
    /// to.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unsubscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unsubscribe(&self, request: Unsubscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Adds and removes streams with one new SDP offer (`"request": "update"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#update)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update(&self, request: Update) -> Result<Updated> {
        self.request(request).await
    }
}

impl Handle<role::Publisher> {
    /// Joins a room as a publisher, without media (`"request": "join"`, `"ptype": "publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_publisher(&self, request: JoinPublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Joins a room as a publisher and publishes with one request (`"request": "joinandconfigure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_configure_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_configure_publisher(&self, request: JoinConfigurePublisher) -> Result<Joined> {
        self.request(request).await
    }

    /// Publishes media with an SDP offer; the response carries the SDP answer (`"request": "publish"`).
    ///
    /// Without an offer the request fails before it is sent (`InvalidArgument`), because Janus would respond `ok` and
    /// publish nothing.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#publish)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn publish(&self, request: Publish) -> Result<Configured> {
        self.request(request).await
    }

    /// Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Stops publishing; the handle stays in the room (`"request": "unpublish"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unpublish)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unpublish(&self, request: Unpublish) -> Result<Unpublished> {
        self.request(request).await
    }

    /// Leaves the room (`"request": "leave"`). The handle can't join again.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#leave)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn leave(&self, request: Leave) -> Result<Leaving> {
        self.request(request).await
    }
}

impl Handle<role::Subscriber> {
    /// Subscribes to streams of a room; the response carries an SDP offer. Answer it with `Start` (`"request": "join"`,
    /// `"ptype": "subscriber"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#join_subscriber)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn join_subscriber(&self, request: JoinSubscriber) -> Result<Attached> {
        self.request(request).await
    }

    /// Answers the SDP offer of Janus, or resumes a paused subscription (`"request": "start"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#start)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start(&self, request: Start) -> Result<Started> {
        self.request(request).await
    }

    /// Pauses all streams of the subscription (`"request": "pause"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#pause)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn pause(&self, request: Pause) -> Result<Paused> {
        self.request(request).await
    }

    /// Replaces subscribed streams by streams of other publishers, without a new offer (`"request": "switch"`).
    ///
    /// The codecs must be the same: Janus skips other streams. If an inactive m-line becomes active, `Updated` follows with
    /// an SDP offer.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#switch)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn switch(&self, request: Switch) -> Result<Switched> {
        self.request(request).await
    }

    /// Changes a publisher or a subscription, or renegotiates with an SDP offer (`"request": "configure"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#configure)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn configure(&self, request: Configure) -> Result<Configured> {
        self.request(request).await
    }

    /// Adds streams to the subscription (`"request": "subscribe"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#subscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn subscribe(&self, request: Subscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Removes streams from the subscription (`"request": "unsubscribe"`). Janus ignores streams that are not subscribed
    /// to.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unsubscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unsubscribe(&self, request: Unsubscribe) -> Result<Updated> {
        self.request(request).await
    }

    /// Adds and removes streams with one new SDP offer (`"request": "update"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#update)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update(&self, request: Update) -> Result<Updated> {
        self.request(request).await
    }

    /// Leaves the room (`"request": "leave"`). The handle can't join again.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#leave)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn leave(&self, request: Leave) -> Result<Leaving> {
        self.request(request).await
    }
}

impl Handle<role::Manager> {
    /// Creates a room (`"request": "create"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#create)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a room (`"request": "destroy"`). Publishers receive `Destroyed`; subscribers receive no plugin event.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#destroy)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Checks whether a room exists (`"request": "exists"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#exists)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Changes the list of tokens that may join a room (`"request": "allowed"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#allow)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Kicks a participant from a room (`"request": "kick"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#kick)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Mutes or unmutes a stream of a participant (`"request": "moderate"`). All participants receive `Moderated`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#moderate)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn moderate(&self, request: Moderate) -> Result<Done> {
        self.request(request).await
    }

    /// Lists the participants of a room (`"request": "listparticipants"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_participants)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Starts or stops recording all publishers of a room (`"request": "enable_recording"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#enable_recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn enable_recording(&self, request: EnableRecording) -> Result<Recording> {
        self.request(request).await
    }

    /// Forwards the media of a publisher to another host over RTP (`"request": "rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of a room (`"request": "listforwarders"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }

    /// Sends the media of a publisher to a room of another Janus server (`"request": "publish_remotely"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#publish_remotely)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn publish_remotely(&self, request: PublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Stops sending a publisher to another Janus server (`"request": "unpublish_remotely"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#unpublish_remotely)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unpublish_remotely(&self, request: UnpublishRemotely) -> Result<Remote> {
        self.request(request).await
    }

    /// Lists the Janus servers that a publisher is sent to (`"request": "listremotes"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#list_remotes)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_remotes(&self, request: ListRemotes) -> Result<Remotes> {
        self.request(request).await
    }

    /// Adds a publisher whose media come from another Janus server (`"request": "add_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#add_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn add_remote_publisher(&self, request: AddRemotePublisher) -> Result<Remote> {
        self.request(request).await
    }

    /// Changes a publisher that was added with `AddRemotePublisher` (`"request": "update_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#update_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update_remote_publisher(&self, request: UpdateRemotePublisher) -> Result<Done> {
        self.request(request).await
    }

    /// Removes a publisher that was added with `AddRemotePublisher` (`"request": "remove_remote_publisher"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/videoroom.md#remove_remote_publisher)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn remove_remote_publisher(&self, request: RemoveRemotePublisher) -> Result<Done> {
        self.request(request).await
    }
}
