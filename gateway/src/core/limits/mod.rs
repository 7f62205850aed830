//! Limits: of a page, of a user, and of how often users, addresses and tenants may ask.

mod rate;
mod usage;

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;
use std::time::Duration;

use bifrons::time::Time;

pub use rate::Rate;
pub(crate) use usage::{Held, Usages};

use self::rate::Buckets;
use super::identity::Identity;
use super::refusal::{Cause, Refusal};

/// All limits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// Those of one page.
    pub page: PageLimits,
    /// Those of one user: an issuer and a subject.
    pub subject: SubjectLimits,
    /// How often users, addresses and tenants may ask.
    pub rates: RateLimits,
}

/// The limits of one page.
#[derive(Clone, Copy, Debug)]
pub struct PageLimits {
    /// The longest message, in bytes.
    pub message_bytes: usize,
    /// The messages that wait while a token is checked.
    pub waiting_messages: usize,
    /// The bytes that may wait for a page which does not read them; then it is left. From half of them on, events that
    /// may be dropped are dropped.
    pub queue_bytes: usize,
    /// The time within which a page must take what is sent to it; then it is left.
    pub write_within: Duration,
    /// The time from the connection to a token that is accepted.
    pub token_within: Duration,
    /// The time that a long poll waits for an event; then a keepalive ends it.
    pub poll_within: Duration,
    /// The time after which a session over HTTP ends, if no request has named it.
    pub idle: Duration,
}

/// The limits of one user.
#[derive(Clone, Copy, Debug)]
pub struct SubjectLimits {
    /// The sessions.
    pub sessions: usize,
    /// The handles of all its sessions.
    pub handles: usize,
    /// The rooms and mountpoints that it has created, until they are destroyed.
    pub rooms: usize,
}

/// How often users, addresses and tenants may ask.
#[derive(Clone, Copy, Debug)]
pub struct RateLimits {
    /// One user.
    pub subject: Rates,
    /// One address, or one network (/64) of IPv6.
    pub address: Rates,
    /// One tenant.
    pub tenant: Rates,
}

/// How often one of them may ask; `None` is without limit. Keepalives are free.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rates {
    /// Sessions, handles and rooms are created.
    pub creates: Option<Rate>,
    /// All other requests.
    pub requests: Option<Rate>,
    /// Tokens are refused: then no new token is checked. It holds for addresses.
    pub refused_tokens: Option<Rate>,
    /// Connections are opened. It holds for addresses.
    pub connections: Option<Rate>,
}

impl Default for PageLimits {
    fn default() -> Self {
        Self {
            message_bytes: 256 << 10,
            waiting_messages: 64,
            queue_bytes: 1 << 20,
            write_within: Duration::from_secs(30),
            token_within: Duration::from_secs(2),
            poll_within: Duration::from_secs(30),
            idle: Duration::from_secs(60),
        }
    }
}

impl Default for SubjectLimits {
    fn default() -> Self {
        Self { sessions: 10, handles: 200, rooms: 50 }
    }
}

impl SubjectLimits {
    /// The limits of this user: its grants and the bound of its issuer lower them.
    fn of(self, who: &Identity) -> Self {
        let lower = |most: usize, to: Option<u64>| {
            to.map_or(most, |to| most.min(usize::try_from(to).unwrap_or(usize::MAX)))
        };
        who.deciding().filter_map(|grants| grants.limits).fold(self, |most, to| Self {
            sessions: lower(most.sessions, to.sessions),
            handles: lower(most.handles, to.handles),
            rooms: lower(most.rooms, to.rooms),
        })
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        let rate = |per_second: u32, burst| Some(Rate::each(Duration::from_secs(1) / per_second, burst));
        Self {
            subject: Rates { creates: rate(5, 100), requests: rate(50, 500), ..Rates::default() },
            address: Rates {
                creates: rate(50, 500),
                requests: rate(1_000, 5_000),
                refused_tokens: rate(1, 20),
                connections: rate(20, 200),
            },
            tenant: Rates::default(),
        }
    }
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    Create,
    Request,
    RefusedToken,
    Connection,
}

/// Whose limit it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Of {
    Subject(Arc<str>, Arc<str>),
    Address(IpAddr),
    Tenant(Arc<str>),
}

/// The buckets of all.
#[derive(Debug, Default)]
pub(crate) struct RateLimiter(Buckets<(Of, Class)>);

impl RateLimiter {
    /// Counts a request of this class: by its address, and by its user and tenant, if they are known. The unspecified
    /// address is one that the driver does not know.
    ///
    /// # Errors
    /// One of them has reached its limit.
    pub(crate) fn count(
        &mut self,
        now: Time,
        limits: &RateLimits,
        class: Class,
        address: IpAddr,
        who: Option<&Identity>,
    ) -> Result<(), Refusal> {
        let mut take = |of: Of, rates: &Rates, whose: &str| match rates.of(class) {
            Some(rate) => self.0.take(now, (of, class), rate).map_err(|wait| too_many(class, whose, wait)),
            None => Ok(()),
        };
        if !address.is_unspecified() {
            take(Of::Address(network(address)), &limits.address, "address")?;
        }
        if let Some(who) = who {
            take(Of::Subject(who.tenant.clone(), who.subject.clone()), &limits.subject, "user")?;
            take(Of::Tenant(who.tenant.clone()), &limits.tenant, "tenant")?;
        }
        Ok(())
    }

    /// Whether tokens of this address are still checked.
    ///
    /// # Errors
    /// Too many were refused.
    pub(crate) fn may_send_token(
        &self,
        now: Time,
        limits: &RateLimits,
        address: IpAddr,
    ) -> Result<(), Refusal> {
        let Some(rate) = limits.address.refused_tokens else { return Ok(()) };
        let key = (Of::Address(network(address)), Class::RefusedToken);
        self.0.peek(now, &key, rate).map_err(|wait| too_many(Class::RefusedToken, "address", wait))
    }
}

impl Rates {
    const fn of(&self, class: Class) -> Option<Rate> {
        match class {
            Class::Create => self.creates,
            Class::Request => self.requests,
            Class::RefusedToken => self.refused_tokens,
            Class::Connection => self.connections,
        }
    }
}

fn too_many(class: Class, whose: &str, wait: Duration) -> Refusal {
    let what = match class {
        Class::Create => "sessions, handles and rooms were created",
        Class::Request => "requests were sent",
        Class::RefusedToken => "tokens were refused",
        Class::Connection => "connections were opened",
    };
    let seconds = wait.as_secs_f64().ceil().max(1.0);
    Refusal::new(Cause::TooOften, format!("too many {what} by this {whose}; try again in {seconds} s"))
}

/// An address of IPv6 stands for its network: each customer of a provider has one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_network_of_ipv6_are_one() {
        let one = network("2001:db8::1".parse().unwrap());
        assert_eq!(one, network("2001:db8::ffff:1".parse().unwrap()));
        assert_ne!(one, network("2001:db8:0:1::1".parse().unwrap()));
        assert_eq!(network("::ffff:10.0.0.1".parse().unwrap()), "10.0.0.1".parse::<IpAddr>().unwrap());
        assert_ne!(network("10.0.0.1".parse().unwrap()), network("10.0.0.2".parse().unwrap()));
    }
}
