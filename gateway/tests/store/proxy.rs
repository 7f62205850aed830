//! A network between a replica and the engine, with injected faults.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    Passes,
    /// It closes connections, and takes no new ones.
    Refuses,
    /// Nothing arrives, and nothing is closed.
    Holds,
    /// Each piece takes this long.
    Delays(Duration),
}

pub struct Proxy {
    pub port: u16,
    network: Arc<watch::Sender<Network>>,
}

impl Proxy {
    pub async fn before(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap().port();
        let network = Arc::new(watch::channel(Network::Passes).0);
        let of_task = Arc::downgrade(&network);
        tokio::spawn(async move {
            while let Ok((replica, _)) = listener.accept().await {
                let Some(network) = of_task.upgrade() else { return };
                if *network.borrow() == Network::Refuses {
                    continue;
                }
                let Ok(engine) = TcpStream::connect(("127.0.0.1", port)).await else { continue };
                let (from_replica, to_replica) = replica.into_split();
                let (from_engine, to_engine) = engine.into_split();
                tokio::spawn(pass(from_replica, to_engine, network.subscribe()));
                tokio::spawn(pass(from_engine, to_replica, network.subscribe()));
            }
        });
        Self { port: at, network }
    }

    pub fn set(&self, network: Network) {
        self.network.send_replace(network);
    }
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut network: watch::Receiver<Network>) {
    let mut piece = [0; 4096];
    loop {
        let read = tokio::select! {
            read = from.read(&mut piece) => read,
            refused = network.wait_for(|network| *network == Network::Refuses) => {
                drop(refused);
                return;
            }
        };
        let Ok(count @ 1..) = read else { return };
        let Ok(now) = network.wait_for(|network| *network != Network::Holds).await.map(|network| *network)
        else {
            return;
        };
        match now {
            Network::Refuses => return,
            Network::Delays(delay) => tokio::time::sleep(delay).await,
            Network::Passes | Network::Holds => {}
        }
        if to.write_all(&piece[..count]).await.is_err() {
            return;
        }
    }
}
