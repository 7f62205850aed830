//! An operator who speaks to the admin endpoint.

use bifrons_gateway::server::{Admin, Listener};
use serde_json::Value;

use super::http::{HttpPage, Reply};
use super::server::Served;

pub const ADMIN_SECRET: &str = "the secret of the operators";

/// The admin endpoint of a gateway.
pub struct Operator {
    pub listener: Listener,
    pub http: HttpPage,
    /// What it sends as `Authorization: Bearer`.
    pub bearer: String,
}

impl Operator {
    /// Opens the endpoint, and uses its secret.
    pub async fn of(served: &Served) -> Self {
        let admin = Admin { address: "127.0.0.1:0".parse().unwrap(), secret: Some(ADMIN_SECRET.into()) };
        let listener = served.server.listen_to_operators(&admin).await.unwrap();
        let http = HttpPage::new(&format!("http://{}", listener.address()), None);
        Self { listener, http, bearer: ADMIN_SECRET.to_owned() }
    }

    pub async fn send(&self, method: &str, path: &str, body: &str) -> Reply {
        self.send_as(&self.bearer, method, path, body).await
    }

    pub async fn send_as(&self, bearer: &str, method: &str, path: &str, body: &str) -> Reply {
        let authorization = format!("Bearer {bearer}");
        self.http.send(method, path, &[("authorization", &authorization)], body.to_owned()).await
    }

    pub async fn get(&self, path: &str) -> Value {
        let reply = self.send("GET", path, "").await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send("POST", path, &body.to_string()).await
    }

    pub async fn metrics(&self) -> String {
        let reply = self.send("GET", "/metrics", "").await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.text
    }
}
