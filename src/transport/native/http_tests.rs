//! The order of reported events and sent requests.

use futures_util::task::noop_waker;

use super::*;
use crate::id::HandleId;

const LINE: TransportId = TransportId::from_number(1);

fn id(number: u64) -> RequestId {
    RequestId::from_number(number)
}

/// Two requests of one handle, the first of them under way.
fn busy() -> Http {
    let mut config = Config::new(vec![Address::new("http://127.0.0.1:2/janus")]);
    config.request_timeout = None;
    let mut http = Http::new(Arc::new(config), Tls::default());
    assert!(http.open(LINE, &Address::new("http://127.0.0.1:2/janus")).is_ok());
    for number in 1..=2 {
        http.core.send(Time::ZERO, id(number), SessionId::new(1), HandleId::new(1), "{}".to_owned());
    }
    http.core.poll_action();
    http
}

fn next(http: &mut Http) -> Option<TransportEvent> {
    match http.poll_event(&mut Context::from_waker(&noop_waker())) {
        Poll::Ready(event) => Some(event),
        Poll::Pending => None,
    }
}

fn flush(http: &mut Http) {
    assert!(http.poll_flush(&mut Context::from_waker(&noop_waker())).is_ready());
}

#[tokio::test]
async fn a_request_that_ends_with_the_response_before_it_does_not_leave() {
    for ends in [true, false] {
        let mut http = busy();
        http.on_done(Done::Answered(id(1), Ok(Bytes::from_static(b"{}"))));
        assert!(matches!(next(&mut http), Some(TransportEvent::Response(..))));
        assert!(next(&mut http).is_none(), "the engine has not seen the response yet");
        if ends {
            http.cancel(LINE, id(2));
        }
        flush(&mut http);
        let left = matches!(next(&mut http), Some(TransportEvent::Sent(_, request)) if request == id(2));
        assert_eq!(left, !ends);
    }
}

#[tokio::test]
async fn a_request_leaves_without_a_flush_when_no_event_was_reported() {
    let mut http = busy();
    http.cancel(LINE, id(1));
    assert!(matches!(next(&mut http), Some(TransportEvent::Sent(_, request)) if request == id(2)));
}
