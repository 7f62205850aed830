//! Bifrons with its defaults under one workload: `bifrons WORKLOAD ws://…` prints the CPU time of
//! each operation in microseconds; for `handles` the bytes of a handle, too.

use bifrons::plugins::Any;
use bifrons::plugins::videoroom::{List, VideoRoom};
use bifrons::{Candidate, Event, Handle, Jsep, Session};
use bifrons_benches::{
    CANDIDATE, EVENTS, Failure, OFFER_BYTES, Shape, last_room, report, report_handles, sdp, shape,
};
use futures_util::StreamExt as _;
use futures_util::future::join_all;
use futures_util::stream;
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().collect();
    let [_, workload, url] = &args[..] else { return Err("usage: bifrons WORKLOAD URL".into()) };
    let shape = shape(workload).ok_or("no such workload")?;
    let connection = bifrons::connect(&**url).await?;
    let session = connection.create().await?;
    if workload == "handles" {
        return report_handles(attach(&session, shape)).await;
    }
    if workload == "list200_8_typed" {
        let handles = join_all((0..shape.concurrency).map(|_| session.attach::<VideoRoom>())).await;
        let handles = handles.into_iter().collect::<Result<Vec<_>, _>>()?;
        return report(shape, join_all(handles.iter().map(|handle| list_typed(handle, shape)))).await;
    }
    let handles = attach(&session, shape).await?;
    if workload.starts_with("events") {
        return report(shape, async { vec![events(&handles).await] }).await;
    }
    let offer = Jsep::offer(sdp(OFFER_BYTES));
    let tasks = (0..shape.concurrency).map(|task| run(workload, &handles, task, shape, &offer));
    report(shape, join_all(tasks)).await
}

/// Attaches the handles in order, as the peer numbers them.
async fn attach(session: &Session, shape: Shape) -> Result<Vec<Handle<Any>>, Failure> {
    let attaching = (0..shape.handles).map(|_| session.attach_to("janus.plugin.echotest"));
    let handles: Vec<_> = stream::iter(attaching).buffered(64).collect().await;
    Ok(handles.into_iter().collect::<Result<_, _>>()?)
}

async fn events(handles: &[Handle<Any>]) -> Result<(), Failure> {
    let first = handles.first().ok_or("no handle")?;
    first.message(&json!({ "request": "events", "spread": handles.len() }), None).await?;
    for n in 0..EVENTS {
        let Some(Event::Plugin(event)) = handles[n as usize % handles.len()].next_event().await else {
            return Err("no event of the plugin".into());
        };
        if event.data["n"] != n {
            return Err("an event was lost".into());
        }
    }
    Ok(())
}

async fn list_typed(handle: &Handle<VideoRoom>, shape: Shape) -> Result<(), Failure> {
    for _ in 0..shape.operations / shape.concurrency {
        let rooms = handle.request(List::default()).await?;
        let last = rooms.list.last().map(|room| &room.room);
        if last.map(ToString::to_string).as_deref() != Some("200") {
            return Err("not the list".into());
        }
    }
    Ok(())
}

async fn run(
    workload: &str,
    handles: &[Handle<Any>],
    task: usize,
    shape: Shape,
    offer: &Jsep,
) -> Result<(), Failure> {
    let body = json!({ "audio": true, "video": true });
    let list = json!({ "request": "list" });
    for n in 0..shape.operations / shape.concurrency {
        let handle = &handles[(task + n * shape.concurrency) % handles.len()];
        match workload {
            "trickle_32" => handle.trickle(Candidate::of_mid(CANDIDATE, "0")).await?,
            "list200_8" => {
                let response = handle.message_raw(&list, None).await?;
                if response.plugin_text().and_then(last_room) != Some(200) {
                    return Err("not the list".into());
                }
            }
            _ => {
                let (_, answer) = handle.message(&body, Some(offer)).await?;
                if answer.is_none_or(|answer| answer.sdp.len() < 2_000) {
                    return Err("no SDP answer".into());
                }
            }
        }
    }
    Ok(())
}
