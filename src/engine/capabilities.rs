//! The capabilities of a transport.

/// The capabilities of a transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// Whether it carries out [`Output::Probe`](super::Output::Probe); otherwise the engine probes the server with
    /// Janus's `ping`.
    pub can_probe: bool,
    /// Whether a session belongs to its transport connection, so that it must be claimed on a new one.
    pub claims: bool,
    /// Whether it may queue a request that it accepted (HTTP sends the requests of a handle one by one): it
    /// [reports](super::Engine::handle_sent) each request that it sends, and carries out
    /// [`Output::Cancel`](super::Output::Cancel).
    pub queues: bool,
}
