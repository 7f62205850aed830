//! The limits of the demo's server: its connections and pages, in total and for each address. Each page may cost a
//! connection, a session and a token of Janus, so this limits them, too.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::StatusCode;
use tokio::time::Instant;

const CONNECTIONS: u32 = 500;
const CONNECTIONS_PER_ADDRESS: u32 = 50;
const PAGES: u32 = 100;
const PAGES_PER_ADDRESS: u32 = 20;
const NEW_PAGES: RateLimit = RateLimit::new(100.0, 20.0);
const NEW_PAGES_PER_ADDRESS: RateLimit = RateLimit::new(30.0, 1.0);

/// A token bucket.
#[derive(Clone)]
pub(crate) struct RateLimit {
    burst: f64,
    per_second: f64,
    left: f64,
    at: Option<Instant>,
}

impl RateLimit {
    pub(crate) const fn new(burst: f64, per_second: f64) -> Self {
        Self { burst, per_second, left: burst, at: None }
    }

    pub(crate) fn take(&mut self) -> bool {
        let allowed = self.allows();
        if allowed {
            self.left -= 1.0;
        }
        allowed
    }

    fn allows(&mut self) -> bool {
        self.refill();
        self.left >= 1.0
    }

    fn is_unused(&mut self) -> bool {
        self.refill();
        self.left >= self.burst
    }

    fn refill(&mut self) {
        let now = Instant::now();
        let since = self.at.map_or(0.0, |at| (now - at).as_secs_f64());
        self.left = (self.left + since * self.per_second).min(self.burst);
        self.at = Some(now);
    }
}

#[derive(Clone, Default)]
pub(crate) struct Admission(Arc<Mutex<Counts>>);

struct Counts {
    addresses: HashMap<IpAddr, Address>,
    connections: u32,
    pages: u32,
    new_pages: RateLimit,
}

impl Default for Counts {
    fn default() -> Self {
        Self { addresses: HashMap::new(), connections: 0, pages: 0, new_pages: NEW_PAGES }
    }
}

struct Address {
    connections: u32,
    pages: u32,
    new_pages: RateLimit,
}

impl Address {
    fn is_unused(&mut self) -> bool {
        self.connections == 0 && self.pages == 0 && self.new_pages.is_unused()
    }
}

/// A connection or a page that is counted until this is dropped.
pub(crate) struct Place {
    admission: Admission,
    leave: fn(&mut Counts, IpAddr),
    key: IpAddr,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.admission.with(|counts| (self.leave)(counts, self.key));
    }
}

impl Admission {
    /// A place for a connection; `None` if there are too many, of this address or in total. Those of a proxy all come
    /// from its address.
    pub(crate) fn accept_connection(&self, address: IpAddr, is_of_proxy: bool) -> Option<Place> {
        let key = key_of(address);
        let most = if is_of_proxy { CONNECTIONS } else { CONNECTIONS_PER_ADDRESS };
        let accepted = self.with(|counts| counts.accept_connection(key, most));
        accepted.then(|| Place { admission: self.clone(), leave: Counts::leave_connection, key })
    }

    /// A place for a page, or the status by which it is refused.
    pub(crate) fn accept_page(&self, address: IpAddr) -> Result<Place, StatusCode> {
        let key = key_of(address);
        self.with(|counts| counts.accept_page(key))?;
        Ok(Place { admission: self.clone(), leave: Counts::leave_page, key })
    }

    fn with<T>(&self, change: impl FnOnce(&mut Counts) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Counts {
    fn accept_connection(&mut self, key: IpAddr, most_of_address: u32) -> bool {
        let is_full = self.connections >= CONNECTIONS;
        let address = self.address(key);
        if is_full || address.connections >= most_of_address {
            self.remove_unused(key);
            return false;
        }
        address.connections += 1;
        self.connections += 1;
        true
    }

    fn leave_connection(&mut self, key: IpAddr) {
        self.connections -= 1;
        self.address(key).connections -= 1;
        self.remove_unused(key);
    }

    /// A refused address does not use the limit that all addresses share.
    fn accept_page(&mut self, key: IpAddr) -> Result<(), StatusCode> {
        // Those that left before their limit had recovered.
        self.addresses.retain(|_, address| !address.is_unused());
        let address = self.address(key);
        if address.pages >= PAGES_PER_ADDRESS || !address.new_pages.allows() {
            return Err(StatusCode::TOO_MANY_REQUESTS);
        }
        if self.pages >= PAGES || !self.new_pages.take() {
            return Err(StatusCode::SERVICE_UNAVAILABLE);
        }
        self.pages += 1;
        let address = self.address(key);
        address.pages += 1;
        address.new_pages.take();
        Ok(())
    }

    fn leave_page(&mut self, key: IpAddr) {
        self.pages -= 1;
        self.address(key).pages -= 1;
        self.remove_unused(key);
    }

    fn address(&mut self, key: IpAddr) -> &mut Address {
        let unused = || Address { connections: 0, pages: 0, new_pages: NEW_PAGES_PER_ADDRESS };
        self.addresses.entry(key).or_insert_with(unused)
    }

    fn remove_unused(&mut self, key: IpAddr) {
        if self.address(key).is_unused() {
            self.addresses.remove(&key);
        }
    }
}

/// What an address counts as: with IPv6 its first 64 bits, as one machine may have all other bits.
fn key_of(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
        v4 => v4,
    }
}
