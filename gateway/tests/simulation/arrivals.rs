//! Messages of browsers on their way to the gateway, and what it must refuse of them.

use bifrons_gateway::core::relay::{PageId, PathIds};

use super::browser::What;
use super::world::{Due, World};

impl World {
    pub(crate) fn deliver(&mut self, page: PageId, text: String, transaction: Option<String>) {
        let arrives = self.now + self.rng.span(0, 60);
        let Some(connection) = self.connections.get_mut(&page) else { return };
        connection.last = connection.last.max(arrives);
        let arrives = connection.last;
        self.at(arrives, Due::Arrives { connection: page, text, transaction });
    }

    pub(crate) fn arrive(&mut self, page: PageId, text: &str, transaction: Option<String>) {
        if !self.connections.contains_key(&page) {
            return;
        }
        self.step(|| format!("page {}: {}", page.0, without_token(text)));
        if let Some(transaction) = &transaction {
            let is_denied = self.is_denied(page, transaction);
            let request = self.requests.get_mut(transaction).unwrap();
            request.is_denied |= is_denied;
            request.sent = self.now;
        }
        match self.connections[&page].is_socket {
            true => self.gateway.page_message(self.now, page, text),
            false => self.post(page, None, text, PathIds::default()),
        }
    }

    /// Whether the gateway must refuse the request that has come now. It may refuse more.
    fn is_denied(&mut self, page: PageId, transaction: &str) -> bool {
        let request = &self.requests[transaction];
        if let Some(token) = request.token.clone() {
            if !self.is_valid(&token) {
                return true;
            }
            self.connections.get_mut(&page).unwrap().known = Some(token);
        }
        let request = &self.requests[transaction];
        let session = self.sessions.get(&request.session);
        let Some(who) = self.connections[&page].known.clone() else {
            return request.what != What::Other || request.session > 0;
        };
        let is_foreign = request.session > 0 && session.is_none_or(|session| session.user != who.user);
        let is_valid = self.is_valid(&who);
        let of_handle = session.and_then(|session| session.handles.get(&request.handle));
        // One that has entered a room is gone with it, and the event of one that has not may be lost.
        let of_rooms = of_handle.iter().filter(|handle| handle.plugin != "flow");
        let rooms = of_rooms.flat_map(|handle| &handle.rooms).chain(&request.room);
        let is_banned = rooms.into_iter().any(|room| self.host.has_banned(&who, *room));
        match request.what {
            What::Create | What::Claim | What::Attach(_) => !is_valid || is_foreign,
            What::Destroy | What::Detach | What::Other => is_foreign,
            What::Message => !is_valid || is_foreign || is_banned,
        }
    }
}

fn without_token(text: &str) -> String {
    let Some((before, rest)) = text.split_once("\"token\":\"") else { return text.to_owned() };
    format!("{before}\"token\":\"…{}", rest.find('"').map_or("", |end| &rest[end..]))
}
