//! The plugins' requests as methods of their handles (generated, but for this file).

mod admin;
mod audiobridge;
mod duktape;
mod echotest;
mod lua;
mod nosip;
mod recordplay;
mod sip;
mod streaming;
mod textroom;
mod videocall;
mod videoroom;
mod voicemail;
