//! Plain RTP between two Janus servers, or between Janus and another peer that supports SDP.
//!
//!     cargo run --example nosip -- ws://127.0.0.1:8188 [API SECRET]
//!
//! Here both sides are handles of one Janus; an application sends the SDPs over its own signaling.

mod support;

use bifrons::plugins::nosip::{Generate, HangupCall, NoSip, Process, SdpType};
use support::{answer_to, connect, sdp};

#[tokio::main(flavor = "current_thread")]
async fn main() -> bifrons::Result<()> {
    let connection = connect().await?;
    let session = connection.create().await?;
    let (caller, callee) = (session.attach::<NoSip>().await?, session.attach::<NoSip>().await?);

    let from_page = Generate::default().jsep(sdp::offer());
    let offer = caller.generate(from_page).await?;
    println!("{:?} for the peer", offer.kind);
    let process = Process::new(SdpType::Offer, offer.sdp);
    let for_page = callee.process(process).await?.jsep;

    let from_page = Generate::default().jsep(answer_to(Some(&for_page))?);
    let answer = callee.generate(from_page).await?;
    println!("{:?} from the peer", answer.kind);
    let process = Process::new(SdpType::Answer, answer.sdp);
    let for_page = caller.process(process).await?.jsep;
    println!("the caller's page receives {:?}", for_page.kind);

    caller.hangup_call(HangupCall::default()).await?;
    connection.close().await;
    Ok(())
}
