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
    let seen = seen_conditions(message, rules.iter(), |_| false);
    rules.iter().find(|rule| rule.holds(&seen)).map(|rule| rule.event)
}

/// Returns which of these events the plugin's data are, whatever the rules of other events are. It reads only as much
/// of the data as the decision needs.
pub(super) fn classify_as(
    message: &impl Payload,
    rules: &[Rule],
    is_wanted: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    let wanted: Vec<_> = rules.iter().filter(|rule| is_wanted(rule.event)).collect();
    if wanted.is_empty() {
        return None;
    }
    // A field that must be missing may still follow.
    let may_change = |rule: &Rule| rule.when.iter().any(Condition::is_absence);
    let is_enough = |seen: &[&Condition]| wanted.iter().any(|rule| rule.holds(seen) && !may_change(rule));
    let seen = seen_conditions(message, wanted.iter().copied(), is_enough);
    wanted.iter().find(|rule| rule.holds(&seen)).map(|rule| rule.event)
}

/// Returns the conditions whose field the plugin's data have, with the required text if there is one. It reads the
/// data until these are enough.
fn seen_conditions<'r>(
    message: &impl Payload,
    rules: impl Iterator<Item = &'r Rule> + Clone,
    is_enough: impl Fn(&[&Condition]) -> bool,
) -> Vec<&'r Condition> {
    let conditions = || rules.clone().flat_map(|rule| rule.when);
    let within = conditions().find_map(|condition| Some(condition.field().split_once('.')?.0));
    let mut seen = Vec::new();
    message.each_plugin_field(within, &mut |path, text| {
        for condition in conditions() {
            // A field may stand in the data more than once.
            if condition.sees(path, text) && !condition.is_in(&seen) {
                seen.push(condition);
            }
        }
        match is_enough(&seen) {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    });
    seen
}

impl Rule {
    fn holds(&self, seen: &[&Condition]) -> bool {
        self.when.iter().all(|condition| condition.is_in(seen) != condition.is_absence())
    }
}

impl Condition {
    const fn field(&self) -> &'static str {
        match self {
            Self::Has(field) | Self::Is(field, _) | Self::Lacks(field) => field,
        }
    }

    fn is_in(&self, conditions: &[&Self]) -> bool {
        conditions.iter().any(|condition| std::ptr::eq(*condition, self))
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
