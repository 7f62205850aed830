//! A number as the id of a session.

async fn claim(connection: bifrons::Connection) {
    let _ = connection.claim(4711).await;
}

fn main() {}
