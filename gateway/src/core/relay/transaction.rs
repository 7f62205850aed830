//! Transactions: pages choose theirs, and two may choose the same. What Janus gets has a number before it, so that a
//! message says by itself which request of the page it belongs to, also to another replica.

use bifrons::wire::{Transaction, parse};

/// The transaction for Janus.
pub(super) fn for_janus(number: u64, of_page: &str) -> Box<str> {
    format!("{number:x}.{of_page}").into()
}

/// The number in the transaction of one of Janus's messages.
pub(super) fn number_in(message: &str) -> Option<u64> {
    let number = |transaction: Transaction<'_>| match transaction {
        Transaction::Text(text) => u64::from_str_radix(text.split_once('.')?.0, 16).ok(),
        Transaction::Number(_) => None,
    };
    parse(message, |envelope, _| envelope.transaction.and_then(number)).ok().flatten()
}

/// The page's transaction in one of Janus's.
pub(super) fn of_page(for_janus: &str) -> Option<&str> {
    let (number, text) = for_janus.split_once('.')?;
    u64::from_str_radix(number, 16).ok().map(|_| text)
}
