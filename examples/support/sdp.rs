//! Valid session descriptions without addresses for media: an application
//! with media gets them from a browser.

use bifrons::{Jsep, JsepType};

/// The SDP offer of a browser without media.
pub fn offer() -> Jsep {
    Jsep::offer(DESCRIPTION)
}

/// An SDP answer that accepts all media of the offer.
pub fn answer_to(offer: &Jsep) -> Jsep {
    assert_eq!(offer.kind, JsepType::Offer);
    let wanted = |line: &&str| !line.starts_with("a=candidate") && !line.starts_with("a=end-of");
    let lines: Vec<_> = offer.sdp.lines().filter(wanted).collect();
    let sdp = lines.join("\r\n") + "\r\n";
    Jsep::answer(sdp.replace("a=setup:actpass", "a=setup:active").replace("a=sendonly", "a=recvonly"))
}

const DESCRIPTION: &str = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sendrecv\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n";
