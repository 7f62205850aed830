//! The capabilities of a transport.

/// What a transport can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// It takes [`Output::Probe`]; a silent transport that doesn't is probed by a `ping` request.
    pub can_probe: bool,
    /// Sessions belong to the transport: on a new one they must be claimed.
    pub claims: bool,
    /// It may hold a request back after it took it (HTTP sends the requests of a handle one by one): it
    /// [reports](super::Engine::handle_sent) each request that leaves, and takes [`Output::Cancel`].
    pub queues: bool,
}
