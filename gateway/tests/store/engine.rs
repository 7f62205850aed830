//! The engines, each with a proxy before it.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use bifrons_gateway::store::{
    InProcess, Key, Nats, NatsOptions, Redis, RedisOptions, SharedStore, StoreError,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use super::proxy::Proxy;
use super::{LIMIT, RECORDS};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    InProcess,
    Nats,
    NewerNats,
    Redis,
}

/// A server of its own, with nothing in it.
pub struct Engine {
    pub kind: Kind,
    pub port: u16,
    folder: PathBuf,
    starts: u32,
    server: Option<Child>,
    in_process: InProcess,
}

impl Engine {
    pub async fn start(kind: Kind) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        let folder = std::env::temp_dir().join(format!("bifrons-store-{}-{port}", std::process::id()));
        let mut engine = Self { kind, port, folder, starts: 0, server: None, in_process: InProcess::new() };
        if kind != Kind::InProcess {
            engine.start_empty().await;
        }
        engine
    }

    /// Starts the server without what it had.
    pub async fn start_empty(&mut self) {
        self.kill();
        self.starts += 1;
        let folder = self.folder.join(self.starts.to_string());
        std::fs::create_dir_all(&folder).unwrap();
        let (folder, port) = (folder.to_str().unwrap(), self.port.to_string());
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let (program, arguments) = match self.kind {
            Kind::InProcess => unreachable!("it has no server"),
            Kind::Nats => {
                ("nats-server".to_owned(), vec!["-a", "127.0.0.1", "-p", &port, "-js", "-sd", folder])
            }
            Kind::NewerNats => (
                format!("{root}/.cache/bin/nats-server-new"),
                vec!["-a", "127.0.0.1", "-p", &port, "-js", "-sd", folder],
            ),
            Kind::Redis => (
                "redis-server".to_owned(),
                vec!["--bind", "127.0.0.1", "--port", &port, "--save", "", "--dir", folder],
            ),
        };
        let server =
            Command::new(&program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        self.server =
            Some(server.unwrap_or_else(|error| panic!("{program}: {error}; run scripts/setup stores")));
        let listens = async {
            while TcpStream::connect(("127.0.0.1", self.port)).await.is_err() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(LIMIT, listens).await.unwrap();
    }

    pub fn kill(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    pub fn signal(&self, name: &str) {
        let id = self.server.as_ref().unwrap().id().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// A replica's store, that is connected.
    pub async fn store(&self) -> SharedStore {
        let store = self.store_at(self.port).await;
        available(&store).await;
        store
    }

    /// The same by a proxy.
    pub async fn store_by_proxy(&self) -> (SharedStore, Proxy) {
        let proxy = Proxy::before(self.port).await;
        let store = self.store_at(proxy.port).await;
        available(&store).await;
        (store, proxy)
    }

    pub async fn store_at(&self, port: u16) -> SharedStore {
        match self.kind {
            Kind::InProcess => std::sync::Arc::new(self.in_process.clone()),
            Kind::Nats | Kind::NewerNats => {
                let options = NatsOptions::new(vec![format!("nats://127.0.0.1:{port}")]);
                std::sync::Arc::new(Nats::connect(options).await.unwrap())
            }
            Kind::Redis => {
                let options = RedisOptions::new(format!("redis://127.0.0.1:{port}"));
                std::sync::Arc::new(Redis::connect(options).unwrap())
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.kill();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Waits until the store is available.
pub async fn available(store: &SharedStore) {
    let key = Key { table: RECORDS, name: "available" };
    let answers = async {
        while let Err(StoreError::Unavailable(_)) = store.get(key).await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(LIMIT, answers).await.expect("the engine is available");
}
