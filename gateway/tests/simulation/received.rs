//! What pages get: theirs, once, and nothing else.

use bifrons_gateway::core::relay::{EventOf, PageId};
use serde_json::Value;

use super::browser::{Handle, Session, What};
use super::users::{TENANTS, User};
use super::world::{Due, MOST, World};

const RESPONSES: [&str; 5] = ["success", "error", "ack", "pong", "server_info"];

/// What a handle of the flow plugin may become.
const PLUGINS_OF_FLOWS: [&str; 3] =
    ["janus.plugin.videoroom", "janus.plugin.streaming", "janus.plugin.videocall"];

impl World {
    pub(crate) fn receive(&mut self, page: PageId, text: &str) {
        let Some(connection) = self.connections.get_mut(&page) else { return };
        let (browser, is_socket) = (connection.browser, connection.is_socket);
        self.step(|| format!("page {} gets {text}", page.0));
        let message: Value = serde_json::from_str(text).unwrap();
        self.check_text(browser, text, &message);
        let kind = message["janus"].as_str().unwrap_or_default();
        match message["transaction"].as_str().filter(|_| RESPONSES.contains(&kind)) {
            Some(transaction) => self.receive_response(page, transaction, kind, &message),
            None if kind == "error" => self.note("response: error without a transaction"),
            None => self.receive_event(browser, Some(page), &message),
        }
        if !is_socket {
            return self.end_post(page);
        }
        self.wait_unread(page, text.len());
    }

    /// Whether the driver drops the event, as the page does not read.
    pub(crate) fn drops(&mut self, page: PageId, text: &str, event: EventOf) -> bool {
        let unread = self.connections.get(&page).and_then(|of| of.unread).unwrap_or_default();
        let drops = unread + text.len() > 2_000 && event.may_be_dropped(text);
        if drops {
            self.note("page: an event is dropped");
            self.gateway.note_dropped();
        }
        drops
    }

    /// A page that does not read is left by the driver.
    fn wait_unread(&mut self, page: PageId, bytes: usize) {
        let Some(unread) = self.connections.get_mut(&page).and_then(|of| of.unread.as_mut()) else { return };
        *unread += bytes;
        if *unread > 4_000 {
            self.note("page: left, as it does not read");
            self.lose_page(page);
            self.gateway.page_closed(self.now, page);
        }
    }

    fn receive_response(&mut self, page: PageId, transaction: &str, kind: &str, message: &Value) {
        let now = self.now;
        self.must(self.requests.contains_key(transaction), || format!("nothing was asked: {message}"));
        let request = self.requests.get_mut(transaction).unwrap();
        let outcome = request.outcome.replace(kind.to_owned());
        let (of, is_denied, what) = (request.connection, request.is_denied, request.what);
        let (browser, session, took) = (request.browser, request.session, now.since(request.sent));
        let (handle, room) = (request.handle, request.room.filter(|_| request.reached > 0));
        let by_host = request.is_answered_by_host;
        self.must(of == page, || format!("page {} gets the response of page {}: {message}", page.0, of.0));
        self.must(outcome.is_none(), || format!("a second outcome after {outcome:?}: {message}"));
        self.must(!is_denied || kind == "error", || format!("allowed, though denied: {message}"));
        self.must(took.as_secs() < 30, || format!("a response after {took:?}: {message}"));
        if kind == "error" {
            let reason = message["error"]["reason"].as_str().unwrap_or_default();
            if reason.starts_with("the user has as many rooms") {
                self.note("limit: as many rooms as a user may create");
            }
            let is_unknown = message["error"]["code"] == 458 && !is_denied;
            if let Some(of) = self.sessions.get_mut(&session).filter(|_| is_unknown) {
                of.is_unknown = true;
            }
            return self.note(format!("response: error {}", message["error"]["code"]));
        }
        self.note(format!("response: {kind}"));
        if let Some(own) = message["plugindata"]["data"].get("own") {
            self.must(by_host && own == transaction, || format!("a response of the host's: {message}"));
            self.note("response: of the host application");
        }
        match what {
            What::Create => self.note_created(page, browser, message),
            What::Claim => self.note_claimed(page, browser, session),
            What::Attach(plugin) => self.note_attached(session, plugin, message),
            What::Destroy => self.sessions.get_mut(&session).unwrap().is_over = true,
            What::Message => {
                let of = self.sessions.get_mut(&session).and_then(|of| of.handles.get_mut(&handle));
                of.into_iter().for_each(|of| of.rooms.extend(room));
            }
            What::Detach => {
                let of = self.sessions.get_mut(&session).and_then(|of| of.handles.get_mut(&handle));
                of.into_iter().for_each(|of| of.is_gone = true);
            }
            What::Other => {}
        }
    }

    fn note_created(&mut self, page: PageId, browser: usize, message: &Value) {
        let id = message["data"]["id"].as_u64().unwrap();
        let Self { browsers, connections, .. } = self;
        let (user, is_http) = (browsers[browser].user, !connections[&page].is_socket);
        let session = Session {
            user,
            browser,
            connection: (!is_http).then_some(page),
            is_http,
            is_over: false,
            is_unknown: false,
            handles: Default::default(),
        };
        let before = self.sessions.insert(id, session);
        self.must(before.is_none(), || format!("an id twice: {message}"));
        self.check_limits(user);
        if is_http {
            self.later(Default::default(), Due::Polls(browser, id));
        }
    }

    fn note_claimed(&mut self, page: PageId, browser: usize, session: u64) {
        let is_http = !self.connections[&page].is_socket;
        let entry = self.sessions.get_mut(&session).unwrap();
        // A session of the same connection stays there.
        (entry.browser, entry.is_http) = (browser, is_http);
        entry.connection = (!is_http).then_some(page);
        self.note("page: session claimed");
        if is_http {
            self.later(Default::default(), Due::Polls(browser, session));
        }
    }

    fn note_attached(&mut self, session: u64, plugin: &'static str, message: &Value) {
        let id = message["data"]["id"].as_u64().unwrap();
        let entry = self.sessions.get_mut(&session).unwrap();
        let before = entry.handles.insert(id, Handle { plugin, is_gone: false, rooms: Vec::new() });
        let user = entry.user;
        self.must(before.is_none(), || format!("an id twice: {message}"));
        self.note(format!("attached: {plugin}"));
        self.check_limits(user);
    }

    /// The sessions and handles that the user surely has: those whose WebSocket is open.
    fn check_limits(&mut self, user: User) {
        let own: Vec<_> = self
            .sessions
            .values()
            .filter(|of| of.user == user && !of.is_over && of.connection.is_some())
            .collect();
        let handles = own.iter().flat_map(|of| of.handles.values()).filter(|handle| !handle.is_gone).count();
        let (sessions, is_full) = (own.len(), own.len() == MOST.sessions);
        self.must(sessions <= MOST.sessions, || format!("{user:?} has {sessions} sessions"));
        self.must(handles <= MOST.handles, || format!("{user:?} has {handles} handles"));
        if is_full {
            self.note("limit: as many sessions as a user may have");
        }
        if handles == MOST.handles {
            self.note("limit: as many handles as a user may have");
        }
    }

    /// An event, by a WebSocket or by a poll.
    pub(crate) fn receive_event(&mut self, browser: usize, page: Option<PageId>, message: &Value) {
        self.check_text(browser, &message.to_string(), message);
        let id = message["session_id"].as_u64().unwrap_or_default();
        let kind = message["janus"].as_str().unwrap_or_default().to_owned();
        self.must(self.sessions.contains_key(&id), || format!("no such session: {message}"));
        let (sender, plugin) = (message["sender"].as_u64(), message["plugindata"]["plugin"].as_str());
        let may_be_unknown = sender.is_none_or(|sender| {
            !self.sessions[&id].handles.contains_key(&sender) && self.has_lost_handle(id)
        });
        let session = self.sessions.get_mut(&id).unwrap();
        let is_own = session.browser == browser && session.connection == page;
        let (is_over, user) = (session.is_over, session.user);
        let handle = sender.and_then(|sender| session.handles.get_mut(&sender));
        let is_flow = plugin.is_some() && handle.as_ref().is_some_and(|handle| handle.plugin == "flow");
        let fits = match (&handle, plugin) {
            (Some(Handle { plugin: "flow", .. }), Some(plugin)) => PLUGINS_OF_FLOWS.contains(&plugin),
            (Some(handle), Some(plugin)) => plugin.ends_with(handle.plugin),
            (None, _) => may_be_unknown,
            (Some(_), None) => true,
        };
        match (&*kind, handle) {
            ("detached", Some(handle)) => handle.is_gone = true,
            ("timeout", _) => session.is_over = true,
            _ => {}
        }
        self.must(is_own, || format!("browser {browser}, page {page:?} gets an event of another: {message}"));
        self.must(!is_over, || format!("an event of a session that is over: {message}"));
        self.must(fits, || format!("an event of a handle that is not there: {message}"));
        self.note(format!("event: {kind}"));
        if let Some(sender) = sender.filter(|_| is_flow) {
            if let Some(event) = message["plugindata"]["data"]["result"]["event"].as_str() {
                self.note(format!("call: {event}"));
            }
            self.note_flow((id, sender), !message["plugindata"]["data"]["error_code"].is_null());
        }
        let Some(transaction) = message["transaction"].as_str() else { return };
        let request = self.requests.get(transaction);
        let fits = request.is_some_and(|request| {
            let is_answered = request.outcome.is_some();
            is_answered
                && !request.is_denied
                && self.browsers[request.browser].user == user
                && (request.session, Some(request.handle)) == (id, sender)
        });
        self.must(fits, || {
            format!("an event for another request, or before its ack: {message}\n{request:?}")
        });
    }

    /// A handle that has not entered its room is as it was before.
    fn note_flow(&mut self, (session, handle): (u64, u64), has_failed: bool) {
        self.note(if has_failed { "flow: undone" } else { "flow: entered" });
        let of = self.sessions.get_mut(&session).and_then(|of| of.handles.get_mut(&handle));
        of.into_iter().filter(|_| has_failed).for_each(|of| of.rooms.clear());
    }

    /// Whether the session may have a handle of which no page knows: the one that attached it was gone by then.
    fn has_lost_handle(&self, session: u64) -> bool {
        self.requests.values().any(|request| {
            let is_gone = request.outcome.as_deref() == Some("gone");
            is_gone && request.session == session && matches!(request.what, What::Attach(_))
        })
    }

    /// Nothing of another tenant, and no id of Janus's, is for a page.
    fn check_text(&self, browser: usize, text: &str, message: &Value) {
        let user = self.browsers[browser].user;
        let other = User { tenant: 1 - user.tenant, ..user };
        let marker = format!("tenant-{}", TENANTS[other.tenant]);
        self.must(!text.contains(&marker), || format!("page of {browser} gets {text}"));
        self.must(!names_room(message, &other.rooms()), || format!("a room of another tenant: {text}"));
        let id = self.spy.find_id(text);
        self.must(id.is_none(), || format!("an id of Janus: {text}"));
    }
}

fn names_room(value: &Value, rooms: &[u64]) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(|element| names_room(element, rooms)),
        Value::Object(members) => members.iter().any(|(name, value)| match value.as_u64() {
            Some(number) => matches!(&**name, "room" | "id") && rooms.contains(&number),
            None => names_room(value, rooms),
        }),
        _ => false,
    }
}
