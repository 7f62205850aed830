//! Which of a plugin's events a message is.

use std::ops::ControlFlow;

use crate::wire::Payload;

/// What must hold for a message to be a certain event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The field is there; `result.event` is the field `event` of the object `result`.
    Has(&'static str),
    /// The field is this text.
    Is(&'static str, &'static str),
    /// The field is not there.
    Lacks(&'static str),
}

/// An event and what tells it from the others; the first rule that holds wins.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The event's name; JavaScript's is the plugin's, `_` and this.
    pub event: &'static str,
    /// All of these must hold.
    pub when: &'static [Condition],
}

/// The first rule that fits the plugin's data. At most one inner object may be named by rules.
// Inlined, it would stand in the WebAssembly module once for each plugin.
#[inline(never)]
pub fn classify(message: &impl Payload, rules: &[Rule]) -> Option<&'static str> {
    let met = conditions_met(message, rules.iter(), |_| false);
    holding(rules.iter(), met).next().map(|rule| rule.event)
}

/// Whether a rule of one of these events fits the plugin's data, whichever others do. Of large data no more is
/// read than settles it.
pub(super) fn is_one_of(message: &impl Payload, rules: &[Rule], events: &[&str]) -> bool {
    let own = || rules.iter().filter(|rule| events.contains(&rule.event));
    // What is to be missing may come yet.
    let settles = |rule: &Rule| !rule.when.iter().any(Condition::is_absence);
    let met = conditions_met(message, own(), |met| holding(own(), met).any(settles));
    holding(own(), met).next().is_some()
}

/// Which conditions are met, a bit each; reads the plugin's data until the bits are enough.
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

/// The rules of whose conditions, a bit each, all are met.
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

    /// Whether it is this field, with this text where one is asked for.
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
