//! A connection is used before it is there.

async fn create() {
    let connection = bifrons::connect("ws://127.0.0.1:8188");
    let _ = connection.create().await;
}

fn main() {}
