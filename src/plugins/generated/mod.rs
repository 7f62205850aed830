//! The constructors and setters of requests, written by `codegen` from the definitions.

#![allow(unused_imports, clippy::wildcard_imports, reason = "each file names what all of them may need")]

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
