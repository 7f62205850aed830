//! Where Janus's documentation describes a plugin's requests.

/// The section of each plugin's page.
const SECTIONS: [(&str, &str); 12] = [
    ("audiobridge", "bridgeapi"),
    ("duktape", "jsapi"),
    ("echotest", "echoapi"),
    ("lua", "luaapi"),
    ("nosip", "nosipapi"),
    ("recordplay", "recplayapi"),
    ("sip", "sipapi"),
    ("streaming", "streamapi"),
    ("textroom", "textroomapi"),
    ("videocall", "vcallapi"),
    ("videoroom", "sfuapi"),
    ("voicemail", "vmailapi"),
];

/// Returns the address of a plugin's documentation.
pub fn documentation(plugin: &str) -> String {
    let section = SECTIONS.iter().find(|(name, _)| *name == plugin);
    let section = section.map(|(_, section)| format!("#{section}")).unwrap_or_default();
    format!("https://janus.conf.meetecho.com/docs/{plugin}.html{section}")
}
