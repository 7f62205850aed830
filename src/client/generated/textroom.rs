// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::textroom::{
    Ack, Allow, Allowed, Announcement, Create, Created, Destroy, Done, Edit, Existence, Exists, Kick, List,
    ListParticipants, Negotiation, Participants, Restart, Rooms, Setup, TextRoom,
};

impl Handle<TextRoom> {
    /// Creates a room (`"request": "create"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#create)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn create(&self, request: Create) -> Result<Created> {
        self.request(request).await
    }

    /// Changes the settings of a room (`"request": "edit"`). Fields that are not set stay as they are.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#edit)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn edit(&self, request: Edit) -> Result<Created> {
        self.request(request).await
    }

    /// Destroys a room (`"request": "destroy"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#destroy)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn destroy(&self, request: Destroy) -> Result<Created> {
        self.request(request).await
    }

    /// Checks whether a room exists (`"request": "exists"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#exists)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn exists(&self, request: Exists) -> Result<Existence> {
        self.request(request).await
    }

    /// Lists the rooms (`"request": "list"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#list)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list(&self, request: List) -> Result<Rooms> {
        self.request(request).await
    }

    /// Lists the participants of a room (`"request": "listparticipants"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#list_participants)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
        self.request(request).await
    }

    /// Changes the list of tokens that may join a room (`"request": "allowed"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#allow)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn allow(&self, request: Allow) -> Result<Allowed> {
        self.request(request).await
    }

    /// Kicks a participant from a room (`"request": "kick"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#kick)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn kick(&self, request: Kick) -> Result<Done> {
        self.request(request).await
    }

    /// Sends an announcement to all participants of a room (`"request": "announcement"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#announcement)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn announcement(&self, request: Announcement) -> Result<Done> {
        self.request(request).await
    }

    /// Starts the PeerConnection of the data channel (`"request": "setup"`). The response carries an SDP offer; answer it
    /// with `Ack`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#setup)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn setup(&self, request: Setup) -> Result<Negotiation> {
        self.request(request).await
    }

    /// Answers the SDP offer of `Setup` or `Restart` (`"request": "ack"`).
    ///
    /// Without the answer the request fails before it is sent (`InvalidArgument`), because Janus would respond `ok` and
    /// do nothing.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#ack)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn ack(&self, request: Ack) -> Result<Negotiation> {
        self.request(request).await
    }

    /// Restarts ICE (`"request": "restart"`). The response carries an SDP offer; answer it with `Ack`.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/textroom.md#restart)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn restart(&self, request: Restart) -> Result<Negotiation> {
        self.request(request).await
    }
}
