//! Bifrons.
