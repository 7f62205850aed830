//! Which plugin to attach to is said nowhere.

async fn attach(session: bifrons::Session) {
    let handle = session.attach().await;
    drop(handle);
}

fn main() {}
