//! jarust 1.10 under one workload: `jarust WORKLOAD ws://…`
//!
//! Its capacity is above the requests of a run: beyond it jarust loses responses.

use std::time::Duration;

use bifrons_benches::{CANDIDATE, EVENTS, Failure, OFFER_BYTES, Shape, report, report_handles, sdp, shape};
use futures_util::future::join_all;
use jarust::core::connect;
use jarust::core::jaconfig::{JaConfig, JanusAPI};
use jarust::core::jahandle::JaHandle;
use jarust::core::prelude::{Attach, JaResponse};
use jarust::interface::japrotocol::{
    Candidate, JaHandleEvent, Jsep, JsepType, PluginInnerData, ResponseType,
};
use jarust::interface::tgenerator::RandomTransactionGenerator;
use jarust::plugins::JanusId;
use jarust::plugins::video_room::handle::VideoRoomHandle;
use jarust::plugins::video_room::jahandle_ext::VideoRoom;
use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;

type Attached = (JaHandle, UnboundedReceiver<JaResponse>);

const TIMEOUT: Duration = Duration::from_secs(10);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().collect();
    let [_, workload, url] = &args[..] else { return Err("usage: jarust WORKLOAD URL".into()) };
    let shape = shape(workload).ok_or("no such workload")?;
    let config =
        JaConfig { url: url.clone(), apisecret: None, server_root: "janus".into(), capacity: 1_000_000 };
    let mut connection = connect(config, JanusAPI::WebSocket, RandomTransactionGenerator).await?;
    let session = connection.create_session(30, TIMEOUT).await?;
    if workload.starts_with("list") {
        let mut rooms = Vec::new();
        for _ in 0..shape.concurrency {
            rooms.push(session.attach_video_room(TIMEOUT).await?.0);
        }
        return report(shape, join_all(rooms.iter().map(|handle| list(handle, shape)))).await;
    }
    let attach = async || -> Result<Vec<Attached>, Failure> {
        let mut handles = Vec::with_capacity(shape.handles);
        for _ in 0..shape.handles {
            handles.push(session.attach("janus.plugin.echotest".into(), TIMEOUT).await?);
        }
        Ok(handles)
    };
    if workload == "handles" {
        return report_handles(attach()).await;
    }
    let mut handles = attach().await?;
    report(shape, join_all(handles.iter_mut().map(|attached| task(workload, attached, shape)))).await
}

async fn list(handle: &VideoRoomHandle, shape: Shape) -> Result<(), Failure> {
    for _ in 0..shape.operations / shape.concurrency {
        let rooms = handle.list_rooms(TIMEOUT).await?;
        match rooms.last().map(|room| &room.room) {
            Some(JanusId::Uint(id)) if u64::from(*id) == 200 => {}
            _ => return Err("not the list".into()),
        }
    }
    Ok(())
}

async fn task(workload: &str, (handle, events): &mut Attached, shape: Shape) -> Result<(), Failure> {
    if workload == "events" {
        handle.send_waiton_rsp::<Value>(json!({ "request": "events" }), TIMEOUT).await?;
        for n in 0..EVENTS {
            let event = events.recv().await.ok_or("no more events")?;
            let ResponseType::Event(JaHandleEvent::PluginEvent { plugin_data }) = event.janus else {
                return Err("no event of the plugin".into());
            };
            match plugin_data.data {
                PluginInnerData::Data(data) if data["n"] == n => {}
                _ => return Err("an event was lost".into()),
            }
        }
        return Ok(());
    }
    for _ in 0..shape.operations / shape.concurrency {
        if workload == "trickle_32" {
            let (sdp_mid, candidate) = ("0".to_owned(), CANDIDATE.to_owned());
            let candidate = Candidate { sdp_mid, sdp_mline_index: 0, candidate };
            handle.trickle_single_candidate(candidate, TIMEOUT).await?;
            continue;
        }
        let offer = Jsep { jsep_type: JsepType::Offer, sdp: sdp(OFFER_BYTES), trickle: None };
        handle.send_waiton_ack_with_jsep(json!({ "audio": true, "video": true }), offer, TIMEOUT).await?;
        let answer = events.recv().await.and_then(|event| event.jsep);
        if answer.is_none_or(|answer| answer.sdp.len() < 2_000) {
            return Err("no SDP answer".into());
        }
    }
    Ok(())
}
