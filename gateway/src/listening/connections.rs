//! How many connections there are, and from where.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::addresses::{is_trusted, network};
use super::listen::Listen;

/// The connections of a listener.
#[derive(Debug, Default)]
pub(crate) struct Connections(Mutex<Counts>);

#[derive(Debug, Default)]
struct Counts {
    open: usize,
    by_network: HashMap<IpAddr, usize>,
    refused: u64,
}

/// A connection; it counts until this is dropped.
#[derive(Debug)]
pub(crate) struct Connection {
    of: Arc<Connections>,
    network: IpAddr,
}

impl Connections {
    /// Counts a connection from this address; `None` if there are as many as there may be.
    pub(crate) fn open(self: &Arc<Self>, address: IpAddr, listen: &Listen) -> Option<Connection> {
        let mut counts = self.counts();
        let network = network(address);
        let of_network = counts.by_network.get(&network).copied().unwrap_or_default();
        let is_proxy = is_trusted(address.to_canonical(), &listen.trusted_proxies);
        if counts.open >= listen.max_connections
            || (of_network >= listen.max_connections_per_address && !is_proxy)
        {
            counts.refused += 1;
            return None;
        }
        counts.open += 1;
        counts.by_network.insert(network, of_network + 1);
        Some(Connection { of: self.clone(), network })
    }

    /// The connections that are open, and those that were refused.
    pub(crate) fn numbers(&self) -> (usize, u64) {
        let counts = self.counts();
        (counts.open, counts.refused)
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut counts = self.of.counts();
        counts.open -= 1;
        if let Some(count) = counts.by_network.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                counts.by_network.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_and_each_network_are_limited() {
        let listen = Listen {
            max_connections: 6,
            max_connections_per_address: 2,
            trusted_proxies: vec!["10.0.0.1/32".parse().unwrap()],
            ..Listen::default()
        };
        let connections = Arc::new(Connections::default());
        let open = |address: &str| connections.open(address.parse().unwrap(), &listen);
        let mut held = vec![open("2001:db8::1").unwrap(), open("2001:db8::2").unwrap()];
        assert!(open("2001:db8::3").is_none());
        held.push(open("2001:db8:0:1::1").unwrap());
        held.extend((0..3).map(|_| open("::ffff:10.0.0.1").unwrap()));
        assert!(open("10.0.0.1").is_none() && open("192.0.2.1").is_none());
        assert_eq!(connections.numbers(), (6, 3));
        held.remove(0);
        held.push(open("2001:db8::3").unwrap());
        held.clear();
        assert_eq!(connections.numbers(), (0, 3));
        assert!(connections.counts().by_network.is_empty());
    }
}
