//! Classification: the event or response that a message is.

use std::ops::ControlFlow;

use crate::wire::Payload;

/// A condition on the plugin's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The field is present. `result.event` is the field `event` of the object `result`.
    Has(&'static str),
    /// The field is this text.
    Is(&'static str, &'static str),
    /// The field is missing.
    Lacks(&'static str),
}

/// An event and the conditions of its messages. The first rule that holds wins.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The event's name. JavaScript's event string is the plugin's name, `_` and this name.
    pub event: &'static str,
    /// The conditions; all of them must hold.
    pub when: &'static [Condition],
}

/// Returns the event of the first rule that holds for the plugin's data. The rules may name fields of one inner
/// object at most.
// Inlined, it would stand in the WebAssembly module once for each plugin.
#[inline(never)]
pub fn classify(message: &impl Payload, rules: &[Rule]) -> Option<&'static str> {
    let met = conditions_met(message, rules.iter(), |_| false);
    holding(rules.iter(), met).next().map(|rule| rule.event)
}

/// Whether a rule of one of these events holds for the plugin's data, whatever the other rules are. It reads only as
/// much of the data as the decision needs.
pub(super) fn is_one_of(message: &impl Payload, rules: &[Rule], events: &[&str]) -> bool {
    let own = || rules.iter().filter(|rule| events.contains(&rule.event));
    // A field that must be missing may still follow.
    let settles = |rule: &Rule| !rule.when.iter().any(Condition::is_absence);
    let met = conditions_met(message, own(), |met| holding(own(), met).any(settles));
    holding(own(), met).next().is_some()
}

/// Returns the conditions that are met, one bit for each. It reads the plugin's data until the bits are enough.
fn conditions_met<'r>(
    message: &impl Payload,
    rules: impl Iterator<Item = &'r Rule> + Clone,
    is_enough: impl Fn(u64) -> bool,
) -> u64 {
    let conditions = || rules.clone().flat_map(|rule| rule.when).enumerate();
    let within = conditions().find_map(|(_, condition)| Some(condition.field().split_once('.')?.0));
    let mut met = 0_u64;
    message.each_plugin_field(within, &mut |path, text| {
        for (bit, condition) in conditions() {
            met |= u64::from(condition.sees(path, text)) << bit;
        }
        match is_enough(met) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    for (bit, condition) in conditions() {
        met ^= u64::from(condition.is_absence()) << bit;
    }
    met
}

/// Returns the rules whose conditions are all met; `met` has one bit for each condition.
fn holding<'r>(rules: impl Iterator<Item = &'r Rule>, met: u64) -> impl Iterator<Item = &'r Rule> {
    let mut bit = 0;
    rules.filter(move |rule| {
        let needed = ((1_u64 << rule.when.len()) - 1) << bit;
        bit += rule.when.len();
        met & needed == needed
    })
}

impl Condition {
    const fn field(&self) -> &'static str {
        match self {
            Self::Has(field) | Self::Is(field, _) | Self::Lacks(field) => field,
        }
    }

    const fn is_absence(&self) -> bool {
        matches!(self, Self::Lacks(_))
    }

    /// Whether the condition names this field, and the field has the required text.
    fn sees(&self, path: &[&str], text: Option<&str>) -> bool {
        let named = match path {
            [name] => self.field() == *name,
            [outer, inner] => self.field().split_once('.') == Some((*outer, *inner)),
            _ => false,
        };
        named
            && match self {
                Self::Has(_) | Self::Lacks(_) => true,
                Self::Is(_, value) => text == Some(*value),
            }
    }
}
