// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::textroom::{
    Ack, Allow, Allowed, Announcement, Create, Created, Destroy, Done, Edit, Existence, Exists, Kick, List,
    ListParticipants, Negotiation, Participants, Restart, Rooms, Setup, TextRoom,
};

impl Handle<TextRoom> {
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

    /// Ends a room.
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

    /// Lists who is in a room.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_participants(&self, request: ListParticipants) -> Result<Participants> {
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

    /// Tells all of a room something.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn announcement(&self, request: Announcement) -> Result<Done> {
        self.request(request).await
    }

    /// Begins a PeerConnection; an offer comes back, to be answered with `Ack`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn setup(&self, request: Setup) -> Result<Negotiation> {
        self.request(request).await
    }

    /// Answers an offer of `Setup` or `Restart`. Without the answer it is refused before it is sent
    /// (`InvalidArgument`), as Janus would say "ok" and do nothing.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn ack(&self, request: Ack) -> Result<Negotiation> {
        self.request(request).await
    }

    /// Restarts ICE; an offer comes back, to be answered with `Ack`.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn restart(&self, request: Restart) -> Result<Negotiation> {
        self.request(request).await
    }
}
