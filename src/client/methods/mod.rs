//! The plugins' requests as methods of their handles (generated, but for this file).

mod audiobridge;
mod echotest;
mod sip;
mod streaming;
mod textroom;
mod videoroom;
