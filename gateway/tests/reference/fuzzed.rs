//! A request as text, for the fuzzer: a line each for the plugin, the grants, the bound, the rooms (`[entered, banned]`) and the
//! kinds of an offer; what follows is the body, as a page sends it.

use bifrons::Id;
use bifrons_gateway::core::definitions::PLUGINS;
use bifrons_gateway::core::grants::Grants;
use serde_json::Value;

use super::asked::Asked;
use super::judge::judge;
use super::ours::decided;

/// Compares both decisions; nothing if the text is no request. Returns whether the request is allowed.
pub(crate) fn compare(text: &str) -> Option<bool> {
    let asked = read(text)?;
    let (ours, reference) = (decided(&asked), judge(&asked));
    assert_eq!(ours, reference, "{text}");
    Some(ours.is_some())
}

fn read(text: &str) -> Option<Asked> {
    let mut lines = text.splitn(6, '\n');
    let name = lines.next()?;
    let plugin = PLUGINS.iter().find(|plugin| plugin.name == name)?;
    let grants = grants(lines.next()?)?;
    let at_most = match lines.next()? {
        "" => None,
        text => Some(self::grants(text)?),
    };
    let (entered, banned): (Vec<Id>, Vec<Id>) = serde_json::from_str(lines.next()?).ok()?;
    let kinds = lines.next()?;
    let body = serde_json::from_str(lines.next()?).ok()?;
    let ids = |ids: Vec<Id>| ids.into_iter().filter_map(|id| serde_json::to_value(id).ok()).collect();
    let media = kinds.split(' ').filter(|kind| ["audio", "video", "application"].contains(kind));
    let offer = media.clone().map(|kind| format!("m={kind} 9 UDP/TLS/RTP/SAVPF 96\r\n")).collect::<String>();
    let sends = media.map(|kind| match kind {
        "audio" => "audio",
        "video" => "video",
        _ => "data",
    });
    Some(Asked {
        plugin,
        body,
        grants,
        at_most,
        entered: ids(entered),
        banned: ids(banned),
        sends: sends.collect(),
        offer: (!kinds.is_empty()).then_some(offer),
    })
}

/// Grants as the gateway has read them: the reference is no second reader of tokens.
fn grants(text: &str) -> Option<Value> {
    serde_json::to_value(serde_json::from_str::<Grants>(text).ok()?).ok()
}
