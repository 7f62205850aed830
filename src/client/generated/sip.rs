// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

use crate::client::Handle;
use crate::error::Result;
use crate::plugins::sip::{
    Accept, Accepted, Call, Decline, Declined, Done, DtmfInfo, ForwardStopped, Forwarders, Forwarding, Hold,
    Info, Keyframe, ListForward, Progress, Recording, Register, Registered, Reset, SendRinging, Sip,
    SipHangup, SipMessage, StartForward, StopForward, Subscribe, Transfer, Unhold, Unregister, Unregistered,
    Unsubscribe, Update,
};

impl Handle<Sip> {
    /// Registers an identity at a SIP server; the answer is the server's.
    ///
    /// It waits for 10 s. How a registration goes on later is told by events.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn register(&self, request: Register) -> Result<Registered> {
        self.request(request).await
    }

    /// Ends the registration; the answer is the server's.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unregister(&self, request: Unregister) -> Result<Unregistered> {
        self.request(request).await
    }

    /// Asks to be told of something (SUBSCRIBE); `subscribe_succeeded` or `subscribe_failed` follows.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn subscribe(&self, request: Subscribe) -> Result<Done> {
        self.request(request).await
    }

    /// Ends a subscription.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unsubscribe(&self, request: Unsubscribe) -> Result<Done> {
        self.request(request).await
    }

    /// Calls somebody; the answer is that the call was taken.
    ///
    /// It waits for 120 s. What happens until then is told by events: `calling`, `ringing`, and
    /// `progress` with the answer to the offer where there is early media, in which case the
    /// call's own answer has none. A call that is not taken is refused with SIP's code.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn call(&self, request: Call) -> Result<Accepted> {
        self.request(request).await
    }

    /// Takes a call, with the answer to its offer, or with an offer where it had none.
    ///
    /// Janus 1.1.2 tells of a call a moment before it answers `180 Ringing`, and loses what is
    /// answered in between: a program that takes calls by itself should let a second pass.
    ///
    /// Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
    /// in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
    /// first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
    /// tells of the delivery has made the call answerable.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn accept(&self, request: Accept) -> Result<Accepted> {
        self.request(request).await
    }

    /// Answers a call's offer before the call is taken (`183`, early media; Janus 1.3.1 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn progress(&self, request: Progress) -> Result<Accepted> {
        self.request(request).await
    }

    /// Says that it rings (`180`; Janus 1.3.3 and newer), where `automatic_ringing` is off.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn send_ringing(&self, request: SendRinging) -> Result<Done> {
        self.request(request).await
    }

    /// Declines a call, or a transfer.
    ///
    /// Janus tells of a call some microseconds before its SIP stack can answer the call. It confirms an answer that comes
    /// in between, but never sends the answer to the caller. A person's click comes later. A program that answers at once
    /// first sends a `SipMessage` to an address that nobody has, and waits for its `MessageDelivery`: the thread that
    /// tells of the delivery has made the call answerable.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn decline(&self, request: Decline) -> Result<Declined> {
        self.request(request).await
    }

    /// Renegotiates the call with a new offer, or answers the peer's (`updatingcall`).
    ///
    /// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
    /// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
    /// its `MessageDelivery` when the peer has answered them all.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn update(&self, request: Update) -> Result<Accepted> {
        self.request(request).await
    }

    /// Holds the call.
    ///
    /// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
    /// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
    /// its `MessageDelivery` when the peer has answered them all.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn hold(&self, request: Hold) -> Result<Done> {
        self.request(request).await
    }

    /// Resumes the call.
    ///
    /// Janus's SIP stack does not send it while an INFO, a DTMF or a message of the call waits for the peer's response,
    /// though Janus confirms it. Wait for the delivery of these first: a `SipMessage` of the call that is sent last has
    /// its `MessageDelivery` when the peer has answered them all.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn unhold(&self, request: Unhold) -> Result<Done> {
        self.request(request).await
    }

    /// Asks the peer to call somebody else.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn transfer(&self, request: Transfer) -> Result<Done> {
        self.request(request).await
    }

    /// Ends the call. The inherited `hangup` ends only the PeerConnection, which ends the call, too.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn sip_hangup(&self, request: SipHangup) -> Result<Done> {
        self.request(request).await
    }

    /// Forgets a call that is stuck.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn reset(&self, request: Reset) -> Result<Done> {
        self.request(request).await
    }

    /// Records the call on the server; at least one of the four streams must be named.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn recording(&self, request: Recording) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a SIP INFO.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn info(&self, request: Info) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a SIP MESSAGE, in the call or to anybody; `messagedelivery` tells how it went.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn sip_message(&self, request: SipMessage) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a key as a SIP INFO.
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn dtmf_info(&self, request: DtmfInfo) -> Result<Done> {
        self.request(request).await
    }

    /// Asks for a keyframe (Janus 1.3.1 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn keyframe(&self, request: Keyframe) -> Result<Done> {
        self.request(request).await
    }

    /// Forwards the call's media as plain RTP (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Ends a forwarder (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the forwarders (Janus 1.4.0 and newer).
    ///
    /// # Errors
    /// A refusal by Janus or by the plugin, with its number; a timeout.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }
}
