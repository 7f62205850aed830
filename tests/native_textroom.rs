//! TextRoom: every request of the Janus API, with a real Janus.

#![cfg(all(feature = "native", not(target_family = "wasm")))]
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod support;

use bifrons::plugins::textroom::{self as room, TextRoom, error_code};
use bifrons::{Connection, Handle, Id, Jsep, JsepType, Secret};
use support::Janus;

async fn attach(connection: &Connection) -> Handle<TextRoom> {
    connection.create().await.unwrap().attach::<TextRoom>().await.unwrap()
}

/// An SDP answer that accepts all media of the offer.
fn answer_to(offer: &Jsep) -> Jsep {
    assert_eq!(offer.kind, JsepType::Offer);
    let wanted = |line: &&str| !line.starts_with("a=candidate") && !line.starts_with("a=end-of");
    let lines: Vec<_> = offer.sdp.lines().filter(wanted).collect();
    Jsep::answer((lines.join("\r\n") + "\r\n").replace("a=setup:actpass", "a=setup:active"))
}

#[tokio::test]
async fn rooms_are_created_changed_and_destroyed() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let secret = Secret::from("room's secret");
    let id = Id::from(55);
    let create =
        room::Create::default().room(id.clone()).history(10).allowed(vec!["a".into()]).secret(secret.clone());
    assert_eq!(handle.create(create.clone()).await.unwrap().room, id.clone());
    assert_eq!(handle.create(create).await.unwrap_err().plugin_code(), Some(error_code::ROOM_EXISTS));
    let exists = room::Exists::new(id.clone());
    assert!(handle.exists(exists).await.unwrap().exists);
    let list = handle.list(room::List::default()).await.unwrap().list;
    let listed = list.iter().find(|room| room.room == 55.into()).unwrap();
    assert_eq!((listed.num_participants, listed.history), (0, 10), "{listed:?}");
    assert!(listed.extra.is_empty(), "{listed:?}");
    let list = room::ListParticipants::new(id.clone());
    assert_eq!(handle.list_participants(list).await.unwrap().participants, []);

    let edit = room::Edit::new(id.clone()).new_description("Another").secret(secret.clone());
    assert!(!handle.edit(edit).await.unwrap().permanent);
    let allow = |action, tokens: &[&str]| {
        let mut request = room::Allow::new(id.clone(), action).secret(secret.clone());
        request.list = (!tokens.is_empty()).then(|| tokens.iter().map(ToString::to_string).collect());
        request
    };
    let added = handle.allow(allow(room::AllowAction::Add, &["b"])).await.unwrap();
    assert_eq!(added.list.unwrap().len(), 2);
    assert_eq!(handle.allow(allow(room::AllowAction::Disable, &[])).await.unwrap().list, None);

    let announcement = room::Announcement::new(id.clone(), "Hello").secret(secret.clone());
    handle.announcement(announcement).await.unwrap();
    let kick = room::Kick::new(id.clone(), "unknown").secret(secret.clone());
    assert_eq!(handle.kick(kick).await.unwrap_err().plugin_code(), Some(error_code::NO_SUCH_USER));
    let wrong = room::Destroy::new(id.clone()).secret("no");
    assert_eq!(handle.destroy(wrong).await.unwrap_err().plugin_code(), Some(error_code::UNAUTHORIZED));
    let destroy = room::Destroy::new(id.clone()).secret(secret);
    assert_eq!(handle.destroy(destroy).await.unwrap().room, id);
    connection.close().await;
}

#[tokio::test]
async fn a_data_channel_is_negotiated() {
    let janus = Janus::start(&[]);
    let connection = bifrons::connect(&*janus.at.ws).await.unwrap();
    let handle = attach(&connection).await;
    let early = handle.restart(room::Restart::default()).await.unwrap_err();
    assert_eq!(early.plugin_code(), Some(error_code::ALREADY_SETUP));
    let offer = handle.setup(room::Setup::default()).await.unwrap().jsep.unwrap();
    let ack = room::Ack::new(answer_to(&offer));
    assert_eq!(handle.ack(ack).await.unwrap().result, "ok");
    let again = handle.setup(room::Setup::default()).await.unwrap_err();
    assert_eq!(again.plugin_code(), Some(error_code::ALREADY_SETUP));
    let offer = handle.restart(room::Restart::default()).await.unwrap().jsep.unwrap();
    assert_eq!(offer.kind, JsepType::Offer);
    connection.close().await;
}
