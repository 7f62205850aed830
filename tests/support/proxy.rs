//! A TCP proxy between a client and its Janus that misbehaves when it is told to.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// What becomes of the connections that are there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    None,
    /// Both ends are told that it is over.
    Cut,
    /// The same, by a reset.
    Reset,
    /// The same, in the middle of what the server says next.
    CutInFrame,
    /// Nothing arrives any more, either way.
    Silent,
    /// What the client says arrives no more.
    HalfOpen,
    /// Everything arrives, in many parts.
    Slow,
    /// The client is cut off once it has said something more, …
    Hold,
    /// … which arrives now.
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
                connections.lock().expect("no panic under it").push(sender);
                tokio::spawn(carry(client, server, fault));
            }
        });
        Self { url, present, open }
    }

    /// Does this to all connections that are there; later ones are whole.
    pub fn inflict(&self, fault: Fault) {
        for connection in self.present.lock().expect("no panic under it").iter() {
            let _ = connection.send(fault);
        }
    }

    /// Whether new connections are let in.
    pub fn let_in(&self, open: bool) {
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
            let _ = fault.wait_for(|fault| *fault == Fault::Cut).await;
        }
    }
}

/// Passes bytes on until an end, or a fault, comes; gives back what it holds.
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
            cut = fault.wait_for(|fault| matches!(fault, Fault::Cut | Fault::Reset)) => return cut.ok().and(None),
        };
        let said = &bytes[..count];
        let now = *fault.borrow();
        let written = match now {
            Fault::Silent => continue,
            Fault::HalfOpen if !from_server => continue,
            Fault::Hold if !from_server => return Some(said.to_vec()),
            Fault::CutInFrame if from_server => {
                let _ = to.write_all(&said[..count / 2]).await;
                return None;
            }
            Fault::Slow => {
                for part in said.chunks(count.div_ceil(16)) {
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    to.write_all(part).await.ok()?;
                }
                Ok(())
            }
            _ => to.write_all(said).await,
        };
        written.ok()?;
    }
}
