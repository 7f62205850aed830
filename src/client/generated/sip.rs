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
    /// Registers an identity at a SIP server (`"request": "register"`). The response is the server's.
    ///
    /// The timeout is 10 s. Events report later changes of the registration.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#register)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn register(&self, request: Register) -> Result<Registered> {
        self.request(request).await
    }

    /// Ends the registration (`"request": "unregister"`). The response is the server's.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#unregister)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unregister(&self, request: Unregister) -> Result<Unregistered> {
        self.request(request).await
    }

    /// Subscribes to an event package with SUBSCRIBE (`"request": "subscribe"`). The event `SubscribeSucceeded` or
    /// `SubscribeFailed` follows.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#subscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn subscribe(&self, request: Subscribe) -> Result<Done> {
        self.request(request).await
    }

    /// Ends a subscription (`"request": "unsubscribe"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#unsubscribe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unsubscribe(&self, request: Unsubscribe) -> Result<Done> {
        self.request(request).await
    }

    /// Calls a SIP URI with an SDP offer (`"request": "call"`). The response arrives when the peer accepts the call.
    ///
    /// The timeout is 120 s. Until then, events report the state: `calling`, `ringing` and `progress`. With early media,
    /// `progress` carries the SDP answer and the response carries none. If the call is not accepted, the request fails
    /// with the SIP status code.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#call)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn call(&self, request: Call) -> Result<Accepted> {
        self.request(request).await
    }

    /// Accepts an incoming call with an SDP answer, or with an SDP offer if the caller sent none (`"request": "accept"`).
    ///
    /// Janus 1.1.2 reports a call shortly before it sends `180 Ringing`, and loses an answer that comes in between: a
    /// program that accepts calls automatically should wait for one second.
    ///
    /// Newer versions report a call some microseconds before their SIP stack can answer the call. They acknowledge an
    /// answer that comes in between, but never send the answer to the caller. A person's click comes later. A program
    /// that answers at once first sends a `SipMessage` to an address that does not exist, and waits for its
    /// `MessageDelivery`: the thread that reports the delivery has made the call answerable.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#accept)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn accept(&self, request: Accept) -> Result<Accepted> {
        self.request(request).await
    }

    /// Answers the caller's offer before the call is accepted: `183 Session Progress`, early media (`"request":
    /// "progress"`; Janus 1.3.1 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#progress)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn progress(&self, request: Progress) -> Result<Accepted> {
        self.request(request).await
    }

    /// Sends `180 Ringing` for an incoming call, if `automatic_ringing` is false (`"request": "send_ringing"`; Janus
    /// 1.3.3 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#send_ringing)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn send_ringing(&self, request: SendRinging) -> Result<Done> {
        self.request(request).await
    }

    /// Declines an incoming call or a transfer (`"request": "decline"`).
    ///
    /// Janus reports a call some microseconds before its SIP stack can answer the call. It acknowledges an answer that
    /// comes in between, but never sends the answer to the caller. A person's click comes later. A program that answers
    /// at once first sends a `SipMessage` to an address that does not exist, and waits for its `MessageDelivery`: the
    /// thread that reports the delivery has made the call answerable.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#decline)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn decline(&self, request: Decline) -> Result<Declined> {
        self.request(request).await
    }

    /// Renegotiates the call with an SDP offer, or answers the peer's offer of `UpdatingCall` (`"request": "update"`).
    ///
    /// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
    /// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
    /// has its `MessageDelivery` when the peer has answered all of them.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#update)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn update(&self, request: Update) -> Result<Accepted> {
        self.request(request).await
    }

    /// Puts the call on hold (`"request": "hold"`).
    ///
    /// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
    /// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
    /// has its `MessageDelivery` when the peer has answered all of them.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#hold)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn hold(&self, request: Hold) -> Result<Done> {
        self.request(request).await
    }

    /// Resumes a call that is on hold (`"request": "unhold"`).
    ///
    /// Janus's SIP stack does not send the re-INVITE while an INFO, a DTMF or a MESSAGE of the call waits for the peer's
    /// response, though Janus acknowledges the request. Wait for their delivery first: the `SipMessage` that is sent last
    /// has its `MessageDelivery` when the peer has answered all of them.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#unhold)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn unhold(&self, request: Unhold) -> Result<Done> {
        self.request(request).await
    }

    /// Asks the peer with REFER to call another SIP URI (`"request": "transfer"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#transfer)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn transfer(&self, request: Transfer) -> Result<Done> {
        self.request(request).await
    }

    /// Ends the call (`"request": "hangup"`). The inherited `hangup` closes only the PeerConnection, which ends the call,
    /// too.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#sip_hangup)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn sip_hangup(&self, request: SipHangup) -> Result<Done> {
        self.request(request).await
    }

    /// Resets the call state of the handle, for a call that does not end (`"request": "reset"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#reset)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn reset(&self, request: Reset) -> Result<Done> {
        self.request(request).await
    }

    /// Records the call on the server (`"request": "recording"`). At least one of the four streams must be true.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#recording)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn recording(&self, request: Recording) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a SIP INFO in the call (`"request": "info"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#info)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn info(&self, request: Info) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a SIP MESSAGE in the call or to a SIP URI (`"request": "message"`). The event `MessageDelivery` reports the
    /// peer's response.
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#sip_message)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn sip_message(&self, request: SipMessage) -> Result<Done> {
        self.request(request).await
    }

    /// Sends a DTMF digit as a SIP INFO (`"request": "dtmf_info"`).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#dtmf_info)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn dtmf_info(&self, request: DtmfInfo) -> Result<Done> {
        self.request(request).await
    }

    /// Requests key frames (`"request": "keyframe"`; Janus 1.3.1 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#keyframe)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn keyframe(&self, request: Keyframe) -> Result<Done> {
        self.request(request).await
    }

    /// Forwards the media of the call over RTP (`"request": "rtp_forward"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#start_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn start_forward(&self, request: StartForward) -> Result<Forwarding> {
        self.request(request).await
    }

    /// Stops an RTP forwarder (`"request": "stop_rtp_forward"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#stop_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn stop_forward(&self, request: StopForward) -> Result<ForwardStopped> {
        self.request(request).await
    }

    /// Lists the RTP forwarders of the call (`"request": "listforwarders"`; Janus 1.4.0 and newer).
    ///
    /// [In JavaScript](https://github.com/bifrons/bifrons/blob/main/docs/reference/plugins/sip.md#list_forward)
    ///
    /// # Errors
    /// The error of Janus or of the plugin with its code, a timeout, or a lost connection.
    pub async fn list_forward(&self, request: ListForward) -> Result<Forwarders> {
        self.request(request).await
    }
}
