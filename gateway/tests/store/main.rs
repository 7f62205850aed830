//! One suite for each engine that replicas can share: what its operations do, and what they do while parts of it fail.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod engine;
mod faults;
mod messages;
mod proxy;
mod records;
mod watches;

use std::time::Duration;

use bifrons_gateway::store::Table;
use engine::{Engine, Kind};

/// Within this time what a test waits for has happened, also on a machine that does other work.
const LIMIT: Duration = Duration::from_secs(20);

/// Records that stay.
const RECORDS: Table = Table { name: "records", lease: None };
/// Records that live for a moment.
const LEASES: Table = Table { name: "leases", lease: Some(Duration::from_secs(2)) };

macro_rules! suite {
    ($engine:ident: $kind:expr, $($part:ident: $($test:ident)*;)*) => {
        mod $engine {
            $($(
                #[tokio::test]
                async fn $test() {
                    crate::$part::$test(crate::Engine::start($kind).await).await;
                }
            )*)*
        }
    };
}

macro_rules! with_faults {
    ($engine:ident: $kind:expr) => {
        suite! { $engine: $kind,
            records: a_record_is_written_by_its_revision values_and_names_are_kept of_many_writers_one_succeeds
                a_lease_ends_unless_it_is_renewed;
            watches: a_watch_reports_what_is_there_and_what_changes a_watch_reports_the_end_of_a_lease;
            messages: all_who_serve_get_what_is_published a_request_has_one_reply without_a_reply_there_is_a_reason;
            faults: an_engine_that_is_killed_is_unavailable_and_comes_back_empty an_engine_that_hangs_ends_no_lease
                what_a_lost_connection_has_missed_is_reported_once a_slow_engine_is_used
                a_record_that_vanishes_is_gone a_replica_that_is_cut_off_fails_alone
                without_an_engine_a_store_waits_for_it;
        }
    };
}

suite! { in_process: crate::Kind::InProcess,
    records: a_record_is_written_by_its_revision values_and_names_are_kept of_many_writers_one_succeeds
        a_lease_ends_unless_it_is_renewed;
    watches: a_watch_reports_what_is_there_and_what_changes a_watch_reports_the_end_of_a_lease;
    messages: all_who_serve_get_what_is_published a_request_has_one_reply without_a_reply_there_is_a_reason;
}
with_faults! { nats_of_debian: crate::Kind::Nats }
with_faults! { newer_nats: crate::Kind::NewerNats }
with_faults! { redis: crate::Kind::Redis }
