//! The limit of notices that a server can cause.

use std::time::Duration;

use super::Engine;
use super::notice::Notice;
use super::output::Output;
use super::timers::Timer;
use crate::time::Time;

/// The maximum number of notices a second about what the server sends; the rest is counted.
const MAX_NOTICES: u32 = 8;
const NOTICE_SPAN: Duration = Duration::from_secs(1);

/// The number of notices that the server has caused in this second, and how many of them were suppressed.
#[derive(Debug, Default)]
pub(super) struct NoticeLimit {
    ends: Time,
    caused: u32,
    suppressed: u64,
}

impl NoticeLimit {
    pub(super) fn holds(&self, at: Time) -> bool {
        self.suppressed > 0 && self.ends == at
    }
}

impl<In, Out: Clone> Engine<In, Out> {
    pub(super) fn notice(&mut self, notice: Notice) {
        if notice.is_caused_by_a_message() && !self.may_report() {
            return;
        }
        self.outputs.push_back(Output::Notice(notice));
    }

    /// Whether the server may cause another notice in this second.
    fn may_report(&mut self) -> bool {
        if self.now >= self.notice_limit.ends {
            self.report_suppressed();
            self.notice_limit = NoticeLimit { ends: self.now + NOTICE_SPAN, caused: 0, suppressed: 0 };
        }
        self.notice_limit.caused += 1;
        if self.notice_limit.caused <= MAX_NOTICES {
            return true;
        }
        if self.notice_limit.suppressed == 0 {
            self.timers.set(self.notice_limit.ends, Timer::Notices);
        }
        self.notice_limit.suppressed += 1;
        false
    }

    pub(super) fn report_suppressed(&mut self) {
        let notices = std::mem::take(&mut self.notice_limit.suppressed);
        if notices > 0 {
            self.outputs.push_back(Output::Notice(Notice::Suppressed { notices }));
        }
    }
}
