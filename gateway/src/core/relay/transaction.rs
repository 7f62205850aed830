//! Transactions: pages choose theirs, and two may choose the same. What Janus gets has a number before it, so that a
//! message says by itself which request of the page it belongs to, also to another replica.

/// The transaction for Janus.
pub(super) fn for_janus(number: u64, of_page: &str) -> Box<str> {
    format!("{number:x}.{of_page}").into()
}

/// The page's transaction in one of Janus's.
pub(super) fn of_page(for_janus: &str) -> Option<&str> {
    let (number, text) = for_janus.split_once('.')?;
    u64::from_str_radix(number, 16).ok().map(|_| text)
}
