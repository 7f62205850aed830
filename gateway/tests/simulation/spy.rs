//! What may reach Janus, and what may not leave it.

use std::collections::{BTreeMap, HashSet};

use bifrons_gateway::core::relay::PageId;
use serde_json::Value;

use super::users::MAX_BITRATE;
use super::world::World;

#[derive(Default)]
pub(crate) struct Spy {
    /// The ids that Janus has given to sessions and handles.
    ids: HashSet<String>,
    /// The last request of each connection to a session that has reached Janus.
    last: BTreeMap<(PageId, u64), u64>,
}

impl Spy {
    /// Notes the ids in a message of Janus.
    pub(crate) fn note_ids(&mut self, text: &str) {
        if let Ok(message) = serde_json::from_str::<Value>(text)
            && let Some(id) = message["data"]["id"].as_u64()
        {
            self.ids.insert(id.to_string());
        }
    }

    /// An id of Janus's in a text for a page.
    pub(crate) fn find_id<'t>(&self, text: &'t str) -> Option<&'t str> {
        let numbers = text.split(|of: char| !of.is_ascii_digit()).filter(|number| number.len() > 8);
        numbers.into_iter().find(|number| self.ids.contains(*number))
    }
}

impl World {
    /// Checks what the gateway sends to Janus.
    pub(crate) fn spy_on(&mut self, text: &str) {
        let message: Value = serde_json::from_str(text).unwrap();
        for secret in ["token", "apisecret"] {
            self.must(message.get(secret).is_none(), || format!("{secret} has reached Janus: {text}"));
        }
        let Some(body) = message.get("body") else { return };
        self.must(body.get("app").is_none(), || format!("app has reached Janus: {text}"));
        let transaction = message["transaction"].as_str().unwrap_or_default();
        let Some((_, marked)) = transaction.split_once('.') else { return };
        let Some(request) = self.requests.get_mut(marked) else { return };
        request.reached += 1;
        let (is_denied, by_host, again) =
            (request.is_denied, request.is_answered_by_host, request.reached > 1);
        let (connection, session, index) = (request.connection, request.session, request.index);
        let user = self.browsers[request.browser].user;
        self.must(!is_denied, || format!("a request that was denied has reached Janus: {text}"));
        self.must(!by_host, || format!("Janus gets what the host application has responded to: {text}"));
        let number = |value: &Value| value.as_u64().or_else(|| value.as_str()?.parse().ok());
        for name in ["room", "id"] {
            let room = body.get(name).and_then(number).filter(|room| (1000..3000).contains(room));
            let is_own = room.is_none_or(|room| user.rooms().contains(&room));
            self.must(is_own, || format!("another tenant's room has reached Janus: {text}"));
        }
        if body["ptype"] == "publisher" {
            let is_limited =
                body["bitrate"].as_u64().is_none_or(|bitrate| (1..=MAX_BITRATE).contains(&bitrate));
            let has_one = message.get("jsep").is_none() || body.get("bitrate").is_some();
            self.must(is_limited && has_one, || format!("more than the highest bitrate: {text}"));
        }
        self.note("Janus: a request of a page");
        if again {
            return self.note("Janus: a request twice");
        }
        if !self.connections.get(&connection).is_some_and(|connection| connection.is_socket) {
            return;
        }
        let last = self.spy.last.insert((connection, session), index);
        self.must(last.is_none_or(|last| last < index), || format!("{index} overtaken by {last:?}: {text}"));
    }
}
