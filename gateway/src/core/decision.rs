//! The decision about a request to a plugin, by the grants of the page's token: it is refused, or it goes to Janus as
//! it was judged.

use bifrons::Id;
use serde_json::{Map, Value};

use super::definitions::{Field, Holds, Plugin, Request};
use super::fields::{Fate, walk};
use super::grants::{Grants, Pattern, RoomGrant, covers, is_same_id};
use super::keys::Keys;
use super::offer::{self, Kinds};
use super::refusal::{Cause, Refusal};
use super::rights::{Right, RoomRight, StreamRight, TextRight, needed, needed_by_field};

/// What a decision is about, besides the body.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// What the page's token grants.
    pub grants: &'a Grants,
    /// The most that tokens of its issuer may grant; `None` is without bound.
    pub at_most: Option<&'a Grants>,
    /// What Janus asks for, and pages don't have.
    pub keys: &'a Keys,
    /// The handle's plugin.
    pub plugin: &'static Plugin,
    /// The rooms that the handle may be in, or the mountpoints that it may watch: each that it asked for, since Janus may
    /// have refused one of them.
    pub entered: &'a [Id],
    /// The rooms and mountpoints from which the user was removed.
    pub banned: &'a [Id],
    /// The SDP offer that comes with the request.
    pub offer: Option<&'a str>,
}

/// A request that is allowed.
#[derive(Debug)]
pub struct Allowed {
    /// The request; `None` if the definitions don't know it, and a rule allows it.
    pub request: Option<&'static Request>,
    /// The right that allows it; `None` if a rule does.
    pub right: Option<Right>,
    /// The room or mountpoint that the body names.
    pub id: Option<Id>,
    /// The body for Janus.
    pub body: Map<String, Value>,
    /// What the offer publishes in a room.
    pub published: Kinds,
    /// Whether a rule allows it.
    pub by_rule: bool,
    /// The rules that apply, by their places: [`Rules::applied`](super::rules::Rules::applied) has their names.
    pub rules: Vec<usize>,
}

impl Allowed {
    /// Whether the request creates a room or a mountpoint.
    #[must_use]
    pub fn creates(&self) -> bool {
        self.request.is_some_and(Request::creates)
    }
}

/// Decides about the request with this body.
///
/// # Errors
/// Why it is refused.
pub fn decide(asking: &Asking<'_>, mut body: Map<String, Value>) -> Result<Allowed, Refusal> {
    let plugin = asking.plugin;
    let request = plugin.request(&body).ok_or_else(|| unknown_request(&body))?;
    let right = needed(plugin, request).ok_or_else(|| {
        refused(format!("the request {} is for servers: no token grants it", request.verb()))
    })?;
    let published = match right {
        Right::Room(_) | Right::RoomEntered => asking.offer.map(offer::published).unwrap_or_default(),
        _ => Kinds::default(),
    };
    let case = Case { asking, grants: asking.grants, by: By::Token, request, right, published };
    case.decide(&mut body)?;
    if let Some(at_most) = asking.at_most {
        // With the defaults that the token has added.
        Case { grants: at_most, by: By::Issuer, ..case }.decide(&mut body)?;
    }
    let id = named(request, &body);
    check_ban(asking, id.as_ref())?;
    let about = case.about(id.as_ref()).first().copied().flatten();
    asking.keys.add_to((plugin, request), &mut body, about);
    Ok(Allowed {
        request: Some(request),
        right: Some(right),
        id,
        body,
        published,
        by_rule: false,
        rules: Vec::new(),
    })
}

/// The room or mountpoint that the body names.
pub(crate) fn named(request: &Request, body: &Map<String, Value>) -> Option<Id> {
    let names_it = |field: &&Field| matches!(field.holds, Holds::Room | Holds::Mountpoint);
    let mut fields = request.fields?.0.iter().filter(names_it);
    let field = fields.find(|field| body.contains_key(field.name))?;
    id_of(field, body.get(field.name)?).ok()
}

/// Refuses what is about a room from which the user was removed: the one that the body names, or one that the handle
/// may be in.
///
/// # Errors
/// It is about such a room.
pub(crate) fn check_ban(asking: &Asking<'_>, named: Option<&Id>) -> Result<(), Refusal> {
    let is_banned = |id: &Id| asking.banned.iter().any(|banned| is_same_id(banned, id));
    match asking.entered.iter().chain(named).any(is_banned) {
        true => Err(refused("the user was removed from this room; a newer token is needed".to_owned())),
        false => Ok(()),
    }
}

/// One request, and the grants by which it is decided.
#[derive(Clone, Copy)]
struct Case<'a> {
    asking: &'a Asking<'a>,
    grants: &'a Grants,
    by: By,
    request: &'static Request,
    right: Right,
    published: Kinds,
}

/// Whose grants they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Token,
    /// The most that tokens of the issuer may grant.
    Issuer,
}

impl Case<'_> {
    /// Decides by these grants, and adds their defaults and their limit of the bitrate.
    fn decide(&self, body: &mut Map<String, Value>) -> Result<(), Refusal> {
        self.check_fields(body)?;
        let id = named(self.request, body);
        let about = self.about(id.as_ref());
        for id in &about {
            self.check_right(self.right, *id)?;
            self.check_flags(body, *id)?;
            self.check_offer(*id)?;
        }
        self.add(body, &about);
        Ok(())
    }

    /// Removes what only the gateway may say, and checks each value that has a right of its own.
    fn check_fields(&self, body: &mut Map<String, Value>) -> Result<(), Refusal> {
        let Some(shape) = self.request.fields else { return Ok(()) };
        let constants: Vec<_> =
            self.request.body.iter().filter_map(|(name, _)| body.remove_entry(*name)).collect();
        walk(body, shape, Fate::Remove, &mut |field, value| self.check_field(field, value))?;
        body.extend(constants);
        Ok(())
    }

    fn check_field(&self, field: &Field, value: &Value) -> Result<Fate, Refusal> {
        match field.holds {
            Holds::AccessKey if self.by == By::Token => return Ok(Fate::Remove),
            Holds::Room | Holds::Feed | Holds::Mountpoint => drop(id_of(field, value)?),
            Holds::Bitrate if !value.is_u64() => return Err(wrong_type(field, "a number")),
            Holds::Parts(_) if !value.is_object() => return Err(wrong_type(field, "an object")),
            Holds::User => self.check_user(field, text_of(field, value)?)?,
            Holds::SipUri => self.check_sip(field, text_of(field, value)?)?,
            Holds::File => {
                self.check_pattern(
                    field,
                    text_of(field, value)?,
                    &self.grants.files,
                    "files",
                    Pattern::fits_file,
                )?;
            }
            Holds::Host | Holds::Interface => {
                self.check_pattern(
                    field,
                    text_of(field, value)?,
                    &self.grants.hosts,
                    "hosts",
                    Pattern::fits_host,
                )?;
            }
            Holds::Url => {
                self.check_pattern(
                    field,
                    text_of(field, value)?,
                    &self.grants.urls,
                    "urls",
                    Pattern::fits_url,
                )?;
            }
            _ => {}
        }
        Ok(Fate::Keep)
    }

    fn check_pattern(
        &self,
        field: &Field,
        text: &str,
        patterns: &[Pattern],
        grant: &str,
        fits: fn(&Pattern, &str) -> bool,
    ) -> Result<(), Refusal> {
        match patterns.iter().any(|pattern| fits(pattern, text)) {
            true => Ok(()),
            false => Err(self.not_granted(&format!("{grant} (the field {})", field.name))),
        }
    }

    /// The names of VideoCall; those of TextRoom are a moderator's.
    fn check_user(&self, field: &Field, name: &str) -> Result<(), Refusal> {
        let (Right::Call, Some(call)) = (self.right, &self.grants.call) else { return Ok(()) };
        let (patterns, grant) = match self.request.name {
            "Register" => (&call.register_as, "call.register_as"),
            _ => (&call.call, "call.call"),
        };
        self.check_pattern(field, name, patterns, grant, Pattern::fits_name)
    }

    fn check_sip(&self, field: &Field, uri: &str) -> Result<(), Refusal> {
        let Some(sip) = &self.grants.sip else { return Ok(()) };
        let (patterns, grant) = match field.name {
            "username" => (&sip.register_as, "sip.register_as"),
            "proxy" | "outbound_proxy" => (&sip.proxies, "sip.proxies"),
            _ => (&sip.call, "sip.call"),
        };
        self.check_pattern(field, uri, patterns, grant, Pattern::fits_sip)
    }

    /// What the request is about: what the body names, else each that the handle may be in. `None` is what Janus is to
    /// choose, or nothing.
    fn about<'i>(&'i self, named: Option<&'i Id>) -> Vec<Option<&'i Id>> {
        match named {
            None if !self.chooses_id() && !self.asking.entered.is_empty() => {
                self.asking.entered.iter().map(Some).collect()
            }
            named => vec![named],
        }
    }

    /// Whether Janus chooses the id if the body has none.
    fn chooses_id(&self) -> bool {
        matches!(
            self.right,
            Right::Room(RoomRight::Create)
                | Right::Text(TextRight::Create)
                | Right::Stream(StreamRight::Create)
        )
    }

    fn check_right(&self, right: Right, id: Option<&Id>) -> Result<(), Refusal> {
        let (grants, plugin) = (self.grants, self.asking.plugin);
        let is_granted = match id {
            None if self.is_about_all() => right.is_granted_somewhere(grants, plugin),
            id => right.is_granted(grants, plugin, id),
        };
        match is_granted {
            true => Ok(()),
            false => Err(self.not_granted(right.name())),
        }
    }

    /// Whether the request names no room because it is about all of them, or about none.
    fn is_about_all(&self) -> bool {
        self.request.name == "List" || matches!(self.right, Right::Text(TextRight::Join))
    }

    /// Flags with rights of their own, and what else the plugin's own grant has.
    fn check_flags(&self, body: &Map<String, Value>, id: Option<&Id>) -> Result<(), Refusal> {
        for (name, value) in body {
            // Janus takes each value but these for true, or refuses it.
            if matches!(value, Value::Bool(false)) {
                continue;
            }
            if let Some(right) = needed_by_field(self.asking.plugin, name) {
                self.check_right(right, id)?;
            }
            if let (Right::Call, "record", Some(call)) = (self.right, &**name, &self.grants.call) {
                self.demand(call.record, "call.record")?;
            }
        }
        match (self.right, &self.grants.sip) {
            (Right::Sip, Some(sip)) => {
                let has_headers = ["headers", "contact_params"].iter().any(|name| body.contains_key(*name));
                self.demand(!has_headers || sip.headers, "sip.headers")?;
                self.demand(self.request.name != "Recording" || sip.record, "sip.record")?;
                // A helper speaks for the account of another handle, which may be another page's.
                let is_helper = body.contains_key("master_id");
                self.demand(!is_helper, "helpers (the field master_id)")?;
                let is_named = self.request.name != "Register" || body.contains_key("username");
                self.demand(is_named, "sip.register_as (the field username is missing)")
            }
            _ => Ok(()),
        }
    }

    /// What an offer publishes is decided by its m-lines, whatever the request is: Janus negotiates it before the plugin
    /// looks at the body.
    fn check_offer(&self, id: Option<&Id>) -> Result<(), Refusal> {
        let lacking = self.published.without(self.grants.publishes(id));
        let names: Vec<_> = lacking.names().collect();
        self.demand(lacking.is_empty(), &format!("room.publish of {}", names.join(" and ")))
    }

    /// The grants for this room.
    fn covering<'i>(&'i self, id: Option<&'i Id>) -> impl Iterator<Item = &'i RoomGrant> {
        self.grants.room.iter().filter(move |grant| covers(&grant.id, id))
    }

    /// Adds the defaults and the limit of the bitrate.
    fn add(&self, body: &mut Map<String, Value>, about: &[Option<&Id>]) {
        let Some(shape) = self.request.fields else { return };
        if matches!(self.right, Right::Room(_) | Right::RoomEntered) {
            for (name, value) in
                about.iter().flat_map(|id| self.covering(*id)).flat_map(|grant| &grant.defaults)
            {
                if shape.field(name).is_some() && !body.contains_key(name) {
                    body.insert(name.clone(), value.clone());
                }
            }
            let limit_of = |id: &Option<&Id>| self.covering(*id).filter_map(|grant| grant.max_bitrate).max();
            if let Some(limit) = about.iter().filter_map(limit_of).min() {
                self.limit_bitrate(body, limit);
            }
        }
    }

    /// To Janus a bitrate of 0 is unlimited, and so is an offer without one.
    fn limit_bitrate(&self, body: &mut Map<String, Value>, limit: u64) {
        let fields = self.request.fields.iter().flat_map(|shape| shape.0);
        for field in fields.filter(|field| matches!(field.holds, Holds::Bitrate)) {
            match body.get(field.name).and_then(Value::as_u64) {
                Some(bitrate) if (1..=limit).contains(&bitrate) => {}
                None if self.asking.offer.is_none() => {}
                _ => drop(body.insert(field.name.to_owned(), limit.into())),
            }
        }
    }

    fn demand(&self, is_granted: bool, grant: &str) -> Result<(), Refusal> {
        if is_granted { Ok(()) } else { Err(self.not_granted(grant)) }
    }

    fn not_granted(&self, grant: &str) -> Refusal {
        let lacking = match self.by {
            By::Token => "the token does not grant",
            By::Issuer => "no token of this issuer may grant",
        };
        refused(format!("{lacking} {grant}, which the request {} needs", self.request.verb()))
    }
}

fn refused(reason: String) -> Refusal {
    Refusal::new(Cause::NotGranted, reason)
}

pub(super) fn unknown_request(body: &Map<String, Value>) -> Refusal {
    let text = match body.get("request").and_then(Value::as_str) {
        Some(name) if name.len() <= 64 => {
            format!("the gateway does not know the request {name:?} of this plugin")
        }
        _ => "the body has no request that the gateway knows".to_owned(),
    };
    Refusal::new(Cause::UnknownRequest, text)
}

fn wrong_type(field: &Field, wanted: &str) -> Refusal {
    Refusal::new(Cause::WrongType, format!("the field {} is not {wanted}", field.name))
}

fn text_of<'v>(field: &Field, value: &'v Value) -> Result<&'v str, Refusal> {
    value.as_str().ok_or_else(|| wrong_type(field, "a text"))
}

fn id_of(field: &Field, value: &Value) -> Result<Id, Refusal> {
    match value {
        Value::String(text) => Ok(Id::Text(text.clone())),
        value => value.as_u64().map(Id::Number).ok_or_else(|| wrong_type(field, "an id")),
    }
}
