//! Reads from Janus's messages who has joined a room, and who has left it.

use std::borrow::Cow;

use bifrons::Id;
use serde::Deserialize;

use super::Gateway;
use super::rooms::RoomKey;

/// The plugins whose rooms are observed.
const OBSERVED: [&str; 2] = ["videoroom", "audiobridge"];

/// An event that ends a user's time in a room has few members.
const LONGEST_END: usize = 2048;

#[derive(Deserialize)]
struct Message<'m> {
    #[serde(borrow)]
    janus: Cow<'m, str>,
    plugindata: Option<PluginData<'m>>,
}

#[derive(Deserialize)]
struct PluginData<'m> {
    #[serde(borrow)]
    data: Data<'m>,
}

#[derive(Deserialize)]
struct Data<'m> {
    #[serde(borrow, alias = "videoroom", alias = "audiobridge")]
    kind: Cow<'m, str>,
    room: Option<Id>,
    /// The user's own id.
    id: Option<Id>,
    /// `"ok"` for the user itself, or the id of another user who has left.
    leaving: Option<Id>,
    kicked: Option<Id>,
    kicked_all: Option<Id>,
    unpublished: Option<Id>,
}

impl Gateway {
    /// Notes what an event says about the user of this handle.
    pub(super) fn note_presence(&mut self, at: (u64, u64), text: &str) {
        let Some(session) = self.sessions.get(at.0) else { return };
        let Some(plugin) = session.handles.get(&at.1).map(|handle| handle.plugin.name) else { return };
        if !OBSERVED.contains(&plugin) || !may_matter(text, plugin) {
            return;
        }
        let (tenant, subject) = (session.identity.tenant.clone(), session.identity.subject.clone());
        let Ok(message) = serde_json::from_str::<Message<'_>>(text) else { return };
        let unix = self.tokens.unix(self.now);
        if let Some(Data { room: Some(id), kind, .. }) =
            message.plugindata.as_ref().map(|plugin| &plugin.data)
            && kind == "destroyed"
        {
            self.note_destroyed(plugin, id);
        }
        let rooms = self.sessions.rooms();
        match (&*message.janus, message.plugindata.map(|plugin| plugin.data)) {
            ("webrtcup", _) => rooms.publish(at, true),
            // With its PeerConnection a user of AudioBridge leaves the room.
            ("hangup", _) if plugin == "audiobridge" => rooms.leave(at),
            ("hangup", _) => rooms.publish(at, false),
            (_, Some(data)) => match (&*data.kind, data.room, data.id) {
                // AudioBridge reports other users without an id at this place.
                ("joined" | "roomchanged", Some(id), own @ Some(_)) => {
                    rooms.join(at, RoomKey { tenant, plugin, id }, subject, own, unix);
                }
                ("left" | "destroyed", _, _) => rooms.leave(at),
                ("event", _, _) => {
                    let is_ok = |id: &Option<Id>| matches!(id, Some(Id::Text(text)) if text == "ok");
                    if plugin == "videoroom" {
                        if is_ok(&data.leaving) {
                            rooms.leave(at);
                        } else if is_ok(&data.unpublished) {
                            rooms.publish(at, false);
                        }
                    }
                    for id in [data.kicked, data.kicked_all].iter().flatten() {
                        rooms.leave_as(at, id);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// Notes that a user has created a room, if this response reports it.
    pub(super) fn note_created(&mut self, session: u64, plugin: &'static str, text: &str) {
        if !OBSERVED.contains(&plugin) || kind_of(text, plugin) != Some("created") {
            return;
        }
        let Some(who) = self.sessions.get(session).map(|session| session.identity.clone()) else { return };
        let Ok(message) = serde_json::from_str::<Message<'_>>(text) else { return };
        let unix = self.tokens.unix(self.now);
        if let Some(id) = message.plugindata.and_then(|plugin| plugin.data.room) {
            let key = RoomKey { tenant: who.tenant.clone(), plugin, id };
            self.sessions.rooms().created(&key, (session, who.subject.clone()), unix);
        }
    }
}

/// Whether to read an event at all: most say nothing about who is where, and the large ones hold a session description.
fn may_matter(text: &str, plugin: &str) -> bool {
    match kind_of(text, plugin) {
        Some("joined" | "roomchanged" | "left" | "destroyed") => true,
        Some("event") => text.len() <= LONGEST_END,
        Some(_) => false,
        None => text.contains("\"webrtcup\"") || text.contains("\"hangup\""),
    }
}

/// The value of the member that is named as the plugin, which says what the data are.
fn kind_of<'t>(text: &'t str, plugin: &str) -> Option<&'t str> {
    let mut places = text.match_indices(plugin);
    let after = places.find_map(|(at, _)| {
        let is_name = text.get(..at)?.ends_with('"');
        text.get(at + plugin.len()..)?.strip_prefix('"').filter(|_| is_name)
    })?;
    let value = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    value.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_found_behind_the_name_of_the_plugin() {
        let text = r#"{"janus":"event","plugindata":{"plugin":"janus.plugin.videoroom","data":{"videoroom" : "joined"}}}"#;
        assert_eq!(kind_of(text, "videoroom"), Some("joined"));
        assert_eq!(kind_of(text, "audiobridge"), None);
        assert_eq!(kind_of(r#"{"videoroom":1}"#, "videoroom"), None);
        assert!(may_matter(text, "videoroom"));
        assert!(may_matter(r#"{"janus":"hangup","sender":1}"#, "videoroom"));
        assert!(!may_matter(r#"{"janus":"media","sender":1}"#, "videoroom"));
    }
}
