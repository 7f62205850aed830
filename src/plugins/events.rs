//! Which of a plugin's events a message is.

use crate::wire::Payload;

/// What must hold for a message to be a certain event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The field is there.
    Has(&'static str),
    /// The field is this text.
    Is(&'static str, &'static str),
}

/// An event and what tells it from the others; the first rule that holds wins.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The event's name; JavaScript's is the plugin's, `_` and this.
    pub event: &'static str,
    /// All of these must hold.
    pub when: &'static [Condition],
}

/// The first rule that fits the plugin's data.
pub fn classify(message: &impl Payload, rules: &[Rule]) -> Option<&'static str> {
    let mut met = 0_u64;
    message.each_plugin_field(&mut |name, text| {
        let conditions = rules.iter().flat_map(|rule| rule.when);
        for (bit, condition) in conditions.enumerate() {
            let holds = match condition {
                Condition::Has(field) => *field == name,
                Condition::Is(field, value) => *field == name && text == Some(value),
            };
            met |= u64::from(holds) << bit;
        }
    });
    let mut bit = 0;
    rules.iter().find_map(|rule| {
        let needed = ((1_u64 << rule.when.len()) - 1) << bit;
        bit += rule.when.len();
        (met & needed == needed).then_some(rule.event)
    })
}
