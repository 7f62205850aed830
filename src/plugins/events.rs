//! Which of a plugin's events a message is.

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
pub fn classify(message: &impl Payload, rules: &[Rule]) -> Option<&'static str> {
    let mut met = 0_u64;
    let conditions = || rules.iter().flat_map(|rule| rule.when);
    let within = conditions().find_map(|condition| Some(condition.field().split_once('.')?.0));
    message.each_plugin_field(within, &mut |path, text| {
        for (bit, condition) in conditions().enumerate() {
            let named = condition.field().split('.').eq(path.iter().copied());
            let holds = named
                && match condition {
                    Condition::Has(_) | Condition::Lacks(_) => true,
                    Condition::Is(_, value) => text == Some(value),
                };
            met |= u64::from(holds) << bit;
        }
    });
    for (bit, condition) in conditions().enumerate() {
        met ^= u64::from(matches!(condition, Condition::Lacks(_))) << bit;
    }
    let mut bit = 0;
    rules.iter().find_map(|rule| {
        let needed = ((1_u64 << rule.when.len()) - 1) << bit;
        bit += rule.when.len();
        (met & needed == needed).then_some(rule.event)
    })
}

impl Condition {
    const fn field(&self) -> &'static str {
        match self {
            Self::Has(field) | Self::Is(field, _) | Self::Lacks(field) => field,
        }
    }
}
