//! The signaling of an echo test.
//!
//!     cargo run --example echotest -- ws://127.0.0.1:8188 [API SECRET]
//!
//! It offers audio, prints the SDP answer, trickles, changes the test and prints the events until the handle ends. There
//! are no media: for these see the page in examples/echotest.

use std::env;

use bifrons::plugins::echotest::{EchoTest, Start};
use bifrons::{Candidate, Event, Jsep};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let mut args = env::args().skip(1);
    let url = args.next().unwrap_or_else(|| "ws://127.0.0.1:8188".to_owned());
    let mut connect = bifrons::connect(url);
    if let Some(secret) = args.next() {
        connect = connect.api_secret(secret);
    }
    let connection = connect.await?;
    let info = connection.info().await?;
    println!("connected to {} {}", info.name, info.version_string);

    let session = connection.create().await?;
    let echo = session.attach::<EchoTest>().await?;
    println!("session {}, handle {}", session.id(), echo.id());

    let start = Start::default().audio(true).jsep(Jsep::offer(OFFER));
    let outcome = echo.start(start).await?;
    let answer = outcome.jsep.map_or(0, |answer| answer.sdp.lines().count());
    println!("result {:?}, with an SDP answer of {answer} lines", outcome.result);

    echo.trickle(Candidate::of_mid("candidate:1 1 udp 2015363327 127.0.0.1 41234 typ host", "0")).await?;
    echo.trickle_complete().await?;
    echo.start(Start::default().audio(false).bitrate(128_000)).await?;
    println!("muted, and limited to 128 kbit/s");

    echo.hangup().await?;
    echo.detach().await?;
    while let Some(event) = echo.next_event().await {
        println!("event: {event:?}");
        if matches!(event, Event::Ended(_)) {
            break;
        }
    }
    connection.close().await;
    Ok(())
}

const OFFER: &str = "v=0\r\n\
    o=- 1 1 IN IP4 127.0.0.1\r\n\
    s=-\r\n\
    t=0 0\r\n\
    a=group:BUNDLE 0\r\n\
    m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n\
    c=IN IP4 0.0.0.0\r\n\
    a=ice-ufrag:abcd\r\n\
    a=ice-pwd:0123456789abcdef01234567\r\n\
    a=fingerprint:sha-256 00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF\r\n\
    a=setup:actpass\r\n\
    a=mid:0\r\n\
    a=sendrecv\r\n\
    a=rtcp-mux\r\n\
    a=rtpmap:111 opus/48000/2\r\n";
