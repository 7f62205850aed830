//! A TCP proxy between a client and its Janus, with injected faults.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// A fault of the existing connections.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    None,
    /// Both ends are closed.
    Close,
    /// Both ends are reset.
    Reset,
    /// Both ends are closed in the middle of the server's next data.
    CloseInFrame,
    /// No data arrives in either direction.
    Silent,
    /// The client's data no longer arrives.
    HalfOpen,
    /// All data arrives in many parts.
    Slow,
    /// The client's connection closes after its next data, which the proxy keeps …
    Hold,
    /// … and now sends to the server.
    Deliver,
}

pub struct Proxy {
    pub url: String,
    present: Arc<Mutex<Vec<watch::Sender<Fault>>>>,
    open: watch::Sender<bool>,
}

impl Proxy {
    /// A proxy in front of the server at this URL.
    pub async fn start(to: &str) -> Self {
        let to: SocketAddr = to.trim_start_matches("ws://").parse().expect("an address and a port");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("ws://{}", listener.local_addr().expect("its address"));
        let present = Arc::new(Mutex::new(Vec::new()));
        let (open, is_open) = watch::channel(true);
        let connections = Arc::clone(&present);
        tokio::spawn(async move {
            loop {
                let (client, _) = listener.accept().await.expect("a client");
                if !*is_open.borrow() {
                    continue;
                }
                let Ok(server) = TcpStream::connect(to).await else { continue };
                let (sender, fault) = watch::channel(Fault::None);
                connections.lock().expect("the lock is not poisoned").push(sender);
                tokio::spawn(carry(client, server, fault));
            }
        });
        Self { url, present, open }
    }

    /// Applies a fault to all existing connections; later connections have none.
    pub fn inject(&self, fault: Fault) {
        for connection in self.present.lock().expect("the lock is not poisoned").iter() {
            let _ = connection.send(fault);
        }
    }

    /// Sets whether new connections are accepted.
    pub fn accept(&self, open: bool) {
        let _ = self.open.send(open);
    }
}

async fn carry(mut client: TcpStream, mut server: TcpStream, mut fault: watch::Receiver<Fault>) {
    let (from_client, to_client) = client.split();
    let (from_server, mut to_server) = server.split();
    let held = tokio::select! {
        held = pass(from_client, &mut to_server, fault.clone(), false) => held,
        _ = pass(from_server, to_client, fault.clone(), true) => None,
    };
    if *fault.borrow() == Fault::Reset {
        let _ = (client.set_zero_linger(), server.set_zero_linger());
    } else if let Some(held) = held {
        drop(client);
        if fault.wait_for(|fault| *fault == Fault::Deliver).await.is_ok() {
            let _ = server.write_all(&held).await;
            let _ = fault.wait_for(|fault| *fault == Fault::Close).await;
        }
    }
}

/// Passes bytes on until an end or a fault; returns the bytes that it keeps.
async fn pass(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    mut fault: watch::Receiver<Fault>,
    from_server: bool,
) -> Option<Vec<u8>> {
    let mut bytes = vec![0; 16 * 1024];
    loop {
        let count = tokio::select! {
            read = from.read(&mut bytes) => read.ok().filter(|count| *count > 0)?,
            closed = fault.wait_for(|fault| matches!(fault, Fault::Close | Fault::Reset)) => return closed.ok().and(None),
        };
        let data = &bytes[..count];
        let now = *fault.borrow();
        let written = match now {
            Fault::Silent => continue,
            Fault::HalfOpen if !from_server => continue,
            Fault::Hold if !from_server => return Some(data.to_vec()),
            Fault::CloseInFrame if from_server => {
                let _ = to.write_all(&data[..count / 2]).await;
                return None;
            }
            Fault::Slow => {
                for part in data.chunks(count.div_ceil(16)) {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    to.write_all(part).await.ok()?;
                }
                Ok(())
            }
            _ => to.write_all(data).await,
        };
        written.ok()?;
    }
}
