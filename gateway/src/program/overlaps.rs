//! What the tokens of two issuers may both grant: their tenants share it.

use crate::core::grants::{Grants, Pattern};
use crate::core::token::{AtMost, Issuer};

/// What can be shared, and the patterns of it in a bound.
type Shared = (&'static str, fn(&Grants) -> Vec<&Pattern>);

const SHARED: [Shared; 4] = [
    ("rooms of VideoRoom and AudioBridge", |grants| grants.room.iter().map(|grant| &grant.id).collect()),
    ("rooms of TextRoom", |grants| grants.text.iter().map(|grant| &grant.id).collect()),
    ("mountpoints", |grants| grants.stream.iter().map(|grant| &grant.id).collect()),
    ("names of VideoCall", |grants| {
        grants.call.iter().flat_map(|call| call.register_as.iter().chain(&call.call)).collect()
    }),
];

/// Returns a sentence about each kind of thing that two issuers share.
pub(super) fn overlaps(issuers: &[Issuer]) -> Vec<String> {
    let pairs = issuers
        .iter()
        .enumerate()
        .flat_map(|(place, one)| issuers.iter().skip(place + 1).map(move |other| (one, other)));
    let mut found = Vec::new();
    for (one, other) in pairs {
        let names = format!("the issuers `{}` and `{}`", one.name, other.name);
        for (what, patterns_of) in SHARED {
            if let Some((of_one, of_other)) = overlap(one, other, patterns_of) {
                found.push(format!("{names} share {what}: {of_one} and {of_other} overlap"));
            }
        }
        if may_join_texts(one) && may_join_texts(other) {
            found.push(format!(
                "{names} share all rooms of TextRoom without a PIN: messages go over data channels"
            ));
        }
    }
    found
}

fn overlap(
    one: &Issuer,
    other: &Issuer,
    patterns_of: fn(&Grants) -> Vec<&Pattern>,
) -> Option<(String, String)> {
    let everything = Pattern::from("*");
    let patterns = |issuer: &'_ Issuer| match issuer.at_most.grants() {
        Some(grants) => patterns_of(grants).into_iter().cloned().collect(),
        None => vec![everything.clone()],
    };
    let of_other = patterns(other);
    patterns(one).iter().find_map(|pattern| {
        let overlapping = of_other.iter().find(|other| pattern.overlaps(other))?;
        Some((shown(pattern), shown(overlapping)))
    })
}

fn shown(pattern: &Pattern) -> String {
    match pattern {
        Pattern::Number(number) => number.to_string(),
        Pattern::Text(text) => format!("{text:?}"),
    }
}

fn may_join_texts(issuer: &Issuer) -> bool {
    match &issuer.at_most {
        AtMost::Unset | AtMost::All => true,
        AtMost::Grants(grants) => grants.text.iter().any(|grant| grant.join),
    }
}
