//! Patterns, and what offers publish.

use bifrons_gateway::core::grants::{Grants, Pattern, sip_address};
use bifrons_gateway::core::offer::{Kinds, published};

#[test]
fn a_star_stands_for_any_text() {
    let fits = |pattern: &str, name: &str| Pattern::from(pattern).fits_name(name);
    for (pattern, name) in
        [("*", ""), ("a*", "a"), ("*a", "bca"), ("a*b*c", "a-b-b-c"), ("a**b", "ab"), ("ab", "ab")]
    {
        assert!(fits(pattern, name), "{pattern} {name}");
    }
    for (pattern, name) in
        [("a*", "ba"), ("*a", "ab"), ("a*a", "a"), ("a*b*c", "a-c-b"), ("ab", "abc"), ("ab", "a"), ("", "a")]
    {
        assert!(!fits(pattern, name), "{pattern} {name}");
    }
}

#[test]
fn the_text_of_a_number_is_that_number() {
    assert!(Pattern::from(1234).fits_id(&1234.into()));
    assert!(Pattern::from("1234").fits_id(&1234.into()));
    assert!(Pattern::from(1234).fits_id(&bifrons::Id::Text("1234".into())));
    assert!(!Pattern::from(1234).fits_id(&bifrons::Id::Text("01234".into())));
    assert!(Pattern::from("12*").fits_id(&1234.into()));
}

#[test]
fn a_path_does_not_climb_and_a_star_stays_in_its_folder() {
    let fits = |pattern: &str, path: &str| Pattern::from(pattern).fits_file(path);
    assert!(fits("/rec/*", "/rec/a.mjr"));
    assert!(fits("*", "/any/file"));
    for path in ["/rec/../etc/passwd", "/rec/a/b", "/rec/..", "rec/a", "/rec/a\n", "/rec/a\0"] {
        assert!(!fits("/rec/*", path), "{path}");
        assert!(!fits("*", "../x"));
    }
}

#[test]
fn a_host_is_one_host() {
    let fits = |pattern: &str, host: &str| Pattern::from(pattern).fits_host(host);
    assert!(fits("10.0.0.*", "10.0.0.7"));
    assert!(fits("*.example.org", "media.EXAMPLE.org"));
    for host in ["10.0.0.7.evil.com", "10.0.0.evil.com", "10.0.1.7", "10.0.0.7/x", "10.0.0.7 x"] {
        assert!(!fits("10.0.0.*", host), "{host}");
    }
}

#[test]
fn a_url_leads_to_the_host_that_it_seems_to() {
    let fits = |pattern: &str, url: &str| Pattern::from(pattern).fits_url(url);
    assert!(fits("rtsp://*.example.org/*", "rtsp://cam.example.org/1"));
    assert!(fits("*", "rtsp://any/1"));
    for url in [
        "rtsp://evil.com/.example.org/1",
        "rtsp://evil.com#.example.org/1",
        "rtsp://evil.com?.example.org/1",
        "rtsp://cam.example.org@evil.com/1",
        "rtsp://evil.com\\.example.org/1",
        "rtsp://cam.example.org/../1",
        "rtsp:///cam.example.org/1",
        "cam.example.org/1",
        "rtsp://cam.example.org/1\r\nX: y",
    ] {
        assert!(!fits("rtsp://*.example.org/*", url), "{url}");
    }
    assert!(!fits("*", "rtsp://a@b/"));
}

#[test]
fn the_address_of_a_sip_uri_is_without_its_parameters() {
    assert_eq!(
        sip_address("sips:Bob@Example.ORG:5061;transport=tls").as_deref(),
        Some("sips:Bob@example.org:5061")
    );
    assert_eq!(sip_address("sip:example.org").as_deref(), Some("sip:example.org"));
    assert_eq!(sip_address("http:example.org"), None);
    assert_eq!(sip_address("sip:bob@example.org;transport=a@b"), None);
}

#[test]
fn grants_are_read_as_a_token_has_them() -> Result<(), serde_json::Error> {
    let text =
        r#"{"room":[{"id":"a","join":true,"publish":["audio","screen","smell"],"later":1}],"unknown":true}"#;
    let grants: Grants = serde_json::from_str(text)?;
    assert_eq!(grants.room[0].publish.0, Kinds { audio: true, video: true, data: false });
    let again: Grants = serde_json::from_str(&serde_json::to_string(&grants)?)?;
    assert_eq!(again, grants);
    assert!(serde_json::from_str::<Grants>(r#"{"room":{"join":true}}"#).is_err(), "the rooms are missing");
    Ok(())
}

const AUDIO: Kinds = Kinds { audio: true, video: false, data: false };

#[test]
fn an_m_line_publishes_unless_its_own_direction_says_that_it_does_not() {
    for (lines, kinds) in [
        ("m=audio 9 X 1\r\n", AUDIO),
        ("m=audio 9 X 1\r\na=sendrecv\r\n", AUDIO),
        ("m=AUDIO 0 X 1\na=SendOnly\n", AUDIO),
        ("m=audio 9 X 1\r\na=recvonly\r\n", Kinds::default()),
        ("m=audio 9 X 1\r\na=inactive\r\n", Kinds::default()),
        // Of the session; after a carriage return; with something behind it: Janus does not read these.
        ("a=recvonly\r\nm=audio 9 X 1\r\n", AUDIO),
        ("m=audio 9 X 1\r\na=x:1\ra=recvonly\r\n", AUDIO),
        ("m=audio 9 X 1\r\na=recvonly \r\n", AUDIO),
        ("m=audio 9 X 1\r\n a=recvonly\r\n", AUDIO),
        ("m=audio 9 X 1\r\na=recvonly\r\na=sendrecv\r\n", AUDIO),
        ("m=audio 9 X 1\r\na=sendrecv\r\na=recvonly\r\n", AUDIO),
        ("m=application 9 X webrtc-datachannel\r\n", Kinds { data: true, ..Kinds::default() }),
        ("m=smell 9 X 1\r\n", Kinds { data: true, ..Kinds::default() }),
        ("m=audio 9 X 1\r\na=recvonly\r\nm=video 9 X 1\r\n", Kinds { video: true, ..Kinds::default() }),
        ("", Kinds::default()),
    ] {
        assert_eq!(published(&format!("v=0\r\n{lines}")), kinds, "{lines:?}");
    }
}

#[test]
fn patterns_overlap_if_a_text_can_fit_both() {
    let overlap = |one: Pattern, other: Pattern| {
        assert_eq!(one.overlaps(&other), other.overlaps(&one));
        one.overlaps(&other)
    };
    for (one, other) in [("*", "a"), ("a*", "*b"), ("a*c", "ab*"), ("a*", "a"), ("", "*"), ("a**", "*a")] {
        assert!(overlap(one.into(), other.into()), "{one} {other}");
    }
    for (one, other) in
        [("a*", "b*"), ("a", "b"), ("a*b", "a"), ("team-a-*", "team-b-*"), ("", "a"), ("*a*", "b")]
    {
        assert!(!overlap(one.into(), other.into()), "{one} {other}");
    }
    assert!(overlap(1234.into(), "12*".into()));
    assert!(!overlap(1234.into(), "13*".into()));
}
