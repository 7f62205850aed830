//! What a role grants: the members of the claim `janus`, as tables. Unlike in a token, an unknown member is refused.

use super::presets::Presets;
use super::section::Section;
use crate::core::grants::{
    CallGrant, Grants, KINDS, LimitsGrant, Pattern, Publish, RoomGrant, SipGrant, StreamGrant, TextGrant,
};
use crate::core::nearest::did_you_mean;

pub(super) fn read(mut role: Section<'_, '_>, presets: &Presets) -> Grants {
    Grants {
        room: role.sections("room").into_iter().map(|of| room(of, presets)).collect(),
        text: role.sections("text").into_iter().map(text).collect(),
        stream: role.sections("stream").into_iter().map(stream).collect(),
        call: given(&mut role, "call").map(call),
        sip: given(&mut role, "sip").map(sip),
        plugins: role.take_or("plugins", Vec::new()),
        files: role.take_or("files", Vec::new()),
        hosts: role.take_or("hosts", Vec::new()),
        urls: role.take_or("urls", Vec::new()),
        admin: role.take_or("admin", false),
        limits: given(&mut role, "limits").map(limits),
    }
}

fn given<'f, 'i>(role: &mut Section<'f, 'i>, name: &'static str) -> Option<Section<'f, 'i>> {
    role.value(name)?;
    Some(role.section(name))
}

fn id(section: &mut Section<'_, '_>) -> Pattern {
    if section.value("id").is_none() {
        section
            .problem("id", "`id` is missing: the id that the grant is for, or a pattern such as \"team-*\"");
    }
    section.take_or("id", Pattern::from(0))
}

fn room(mut of: Section<'_, '_>, presets: &Presets) -> RoomGrant {
    let names: Vec<String> = of.take_or("publish", Vec::new());
    for name in names.iter().filter(|name| !KINDS.contains(&name.as_str())) {
        let nearest = did_you_mean(name, KINDS);
        of.problem("publish", format!("`publish` has {}, not `{name}`{nearest}", KINDS.join(", ")));
    }
    let preset: Option<String> = of.take("preset");
    if let Some(name) = preset.as_ref().filter(|name| !presets.contains_key(*name)) {
        let nearest = did_you_mean(name, presets.keys().map(String::as_str));
        of.problem("preset", format!("[presets] has no preset `{name}`{nearest}"));
    }
    RoomGrant {
        id: id(&mut of),
        create: of.take_or("create", false),
        permanent: of.take_or("permanent", false),
        destroy: of.take_or("destroy", false),
        join: of.take_or("join", false),
        publish: Publish::of(&names),
        subscribe: of.take_or("subscribe", false),
        list: of.take_or("list", false),
        record: of.take_or("record", false),
        moderate: of.take_or("moderate", false),
        max_bitrate: of.take("max_bitrate"),
        preset,
        defaults: of.take_or("defaults", Default::default()),
    }
}

fn text(mut of: Section<'_, '_>) -> TextGrant {
    TextGrant {
        id: id(&mut of),
        create: of.take_or("create", false),
        permanent: of.take_or("permanent", false),
        destroy: of.take_or("destroy", false),
        join: of.take_or("join", false),
        list: of.take_or("list", false),
        moderate: of.take_or("moderate", false),
    }
}

fn stream(mut of: Section<'_, '_>) -> StreamGrant {
    StreamGrant {
        id: id(&mut of),
        watch: of.take_or("watch", false),
        create: of.take_or("create", false),
        permanent: of.take_or("permanent", false),
        destroy: of.take_or("destroy", false),
        list: of.take_or("list", false),
        record: of.take_or("record", false),
        moderate: of.take_or("moderate", false),
    }
}

fn call(mut of: Section<'_, '_>) -> CallGrant {
    CallGrant {
        register_as: of.take_or("register_as", Vec::new()),
        call: of.take_or("call", Vec::new()),
        list: of.take_or("list", false),
        record: of.take_or("record", false),
    }
}

fn sip(mut of: Section<'_, '_>) -> SipGrant {
    SipGrant {
        register_as: of.take_or("register_as", Vec::new()),
        call: of.take_or("call", Vec::new()),
        proxies: of.take_or("proxies", Vec::new()),
        headers: of.take_or("headers", false),
        record: of.take_or("record", false),
    }
}

fn limits(mut of: Section<'_, '_>) -> LimitsGrant {
    LimitsGrant { sessions: of.take("sessions"), handles: of.take("handles"), rooms: of.take("rooms") }
}
