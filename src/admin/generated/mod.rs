//! The constructors and setters of requests, written by `codegen` from the definitions.

#![allow(clippy::wildcard_imports, reason = "it is about all requests")]

mod requests;
