//! The rooms and mountpoints that pages have created: each counts for its creator.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::bodies::Wish;
use super::browser::{Browser, Connection, What};
use super::users::{Quality, User};
use super::world::{MOST, World};

const PLUGINS: [&str; 4] = ["videoroom", "audiobridge", "textroom", "streaming"];

/// What Janus has reported: plugin and id.
#[derive(Debug, Default)]
pub(crate) struct Rooms {
    created: BTreeSet<(String, String)>,
    has_changed: bool,
}

impl World {
    /// Notes a room that is created or destroyed.
    pub(crate) fn note_rooms(&mut self, text: &str) {
        let message: Value = serde_json::from_str(text).unwrap_or_default();
        let Some(plugin) = message["plugindata"]["plugin"].as_str() else { return };
        let plugin = plugin.trim_start_matches("janus.plugin.");
        let data = &message["plugindata"]["data"];
        let id =
            [&data["room"], &data["stream"]["id"], &data["destroyed"]].into_iter().find(|id| !id.is_null());
        let Some(id) = id else { return };
        let room = (plugin.to_owned(), id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        let has_changed = match data[plugin].as_str() {
            Some("created") => self.rooms.created.insert(room),
            Some("destroyed") if message["janus"] == "success" => self.rooms.created.remove(&room),
            _ => return,
        };
        self.rooms.has_changed |= has_changed;
    }

    /// Janus has lost its rooms.
    pub(crate) fn forget_rooms(&mut self) {
        self.rooms.created.clear();
    }

    /// Each room that there is counts.
    pub(crate) fn check_rooms_count(&mut self) {
        if !std::mem::take(&mut self.rooms.has_changed) {
            return;
        }
        let (count, created) = (self.gateway.load().created_rooms, &self.rooms.created);
        self.must(created.len() <= count, || format!("{count} rooms count, of {created:?}"));
    }

    /// When the rooms are destroyed, none counts, and a user may create as many as its limit says.
    pub(crate) fn check_rooms_are_back(&mut self) {
        for tenant in [0, 1] {
            let user = User { tenant, number: 0 };
            let Some(handles) = self.attach_all(user) else { continue };
            self.on_all(user, &handles, "destroy");
            let created = self.on_all(user, &handles, "create");
            self.must(created == MOST.rooms, || format!("{user:?} creates {created} rooms"));
            self.must(self.gateway.load().created_rooms >= created, || "too few rooms count".to_owned());
            let destroyed = self.on_all(user, &handles, "destroy");
            self.must(destroyed >= created, || format!("{user:?} destroys {destroyed} rooms"));
        }
        self.leave_all();
        self.pass(20);
        let left = self.gateway.load().created_rooms;
        self.must(left == 0 || self.gateway.is_draining(), || {
            format!("{left} rooms count, and all are destroyed")
        });
    }

    /// A new session of this user with a handle of each plugin; `None` if it gets none.
    fn attach_all(&mut self, user: User) -> Option<Vec<(&'static str, (u64, u64))>> {
        let (number, page) = (self.browsers.len(), self.new_page());
        let mut browser = Browser::new(number, user, false);
        browser.connection = Some(page);
        self.browsers.push(browser);
        self.connections.insert(page, Connection::new(number, true, None));
        let address = self.browsers[number].address();
        self.gateway.page_opened(self.now, page, address, None);
        let token = user.token(Quality::Good, self.unix());
        self.send_wish(number, page, Some(token), Wish::new(What::Create, "create"));
        self.pass(2);
        let session = self.live_sessions().find(|id| self.sessions[id].connection == Some(page))?;
        for plugin in PLUGINS {
            self.send_wish(number, page, None, Wish { session, ..Wish::attach(plugin) });
        }
        self.pass(2);
        let handles = self.sessions[&session].handles.iter().map(|(id, of)| (of.plugin, (session, *id)));
        Some(handles.collect())
    }

    /// Asks for each room of the user's tenant, and returns for how many Janus has done it.
    fn on_all(&mut self, user: User, handles: &[(&'static str, (u64, u64))], verb: &str) -> usize {
        let before = self.rooms.created.len();
        for (plugin, (session, handle)) in handles.iter().copied() {
            for room in user.rooms() {
                let mut wish = Wish { session, handle, ..Wish::new(What::Message, "message") };
                wish.message["body"] = body(plugin, verb, room);
                let (browser, page) = (self.sessions[&session].browser, self.sessions[&session].connection);
                self.send_wish(browser, page.unwrap(), None, wish);
            }
            self.pass(4);
        }
        self.rooms.created.len().abs_diff(before)
    }
}

fn body(plugin: &str, verb: &str, room: u64) -> Value {
    let media = [json!({ "type": "audio", "mid": "a", "port": 0, "pt": 111, "codec": "opus" })];
    match (plugin, verb) {
        ("streaming", "create") => {
            json!({ "request": verb, "type": "rtp", "id": room, "description": "x", "media": media })
        }
        ("streaming", _) => json!({ "request": verb, "id": room }),
        (_, "create") => json!({ "request": verb, "room": room, "description": "x" }),
        _ => json!({ "request": verb, "room": room }),
    }
}
