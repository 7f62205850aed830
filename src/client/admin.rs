//! The Admin API of a server.

use std::fmt;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::connection::Connection;
use super::raw_fields::counting_raw_fields;
use super::request::RawRequest;
use super::request_span::{Call, in_span};
use super::response::{PluginRequest, Response};
use crate::admin::{MessagePlugin, Request};
use crate::config::Api;
use crate::engine::Target;
use crate::error::{Error, ErrorCode, Result};
use crate::plugins;
use crate::wire::{Jsep, Payload, Show};

/// The Admin API of a server. Clones share one connection.
///
/// ```no_run
/// # async fn look() -> bifrons::Result<()> {
/// use bifrons::admin::ListSessions;
/// use bifrons::Api;
///
/// let connection = bifrons::connect("ws://127.0.0.1:7188").api(Api::Admin).api_secret("janusoverlord").await?;
/// let admin = connection.admin()?;
/// let sessions = admin.list_sessions(ListSessions::default()).await?.sessions;
/// println!("{} sessions", sessions.len());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Admin {
    connection: Connection,
}

impl Connection {
    /// The Admin API.
    ///
    /// # Errors
    /// [`ErrorCode::Unsupported`] on a connection without [`Api::Admin`].
    pub fn admin(&self) -> Result<Admin> {
        match self.api() {
            Api::Admin => Ok(Admin { connection: self.clone() }),
            _ => Err(Error::new(
                ErrorCode::Unsupported,
                "this connection is not to the Admin API: connect with Api::Admin",
            )),
        }
    }
}

impl Admin {
    /// Returns the connection that carries the requests.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Sends a typed request and reads its response.
    ///
    /// # Errors
    /// A refusal by Janus, with its number (403 for a wrong secret); a timeout.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn request<R: Request>(&self, request: R) -> Result<R::Reply> {
        in_span(self.connection.shared(), Call::new(R::VERB), async {
            let response = self.send(&request).await?;
            self.read::<R>(&response).map_err(|error| response.kept_in(error).named(R::VERB))
        })
        .await
    }

    async fn send<R: Request>(&self, request: &R) -> Result<Response> {
        let raw = RawRequest::new(R::VERB).idempotency(R::IDEMPOTENCY);
        self.connection.send(Target::Connection, raw, request).await
    }

    fn read<R: Request>(&self, response: &Response) -> Result<R::Reply> {
        #[derive(Deserialize)]
        struct Within<T> {
            data: T,
        }
        counting_raw_fields(self.connection.shared(), &*response.message(), |message| match R::WITHIN_DATA {
            true => message.read().map(|Within { data }| data),
            false => message.read(),
        })
    }

    /// Puts a plugin's own request to it, without a session or a handle (`message_plugin`):
    /// those that VideoRoom, AudioBridge, Streaming and TextRoom respond to directly.
    ///
    /// # Errors
    /// A refusal by the plugin, or by Janus: 460 without such a plugin, 490 for one that takes none.
    ///
    /// # Cancel safety
    /// Dropping the future cancels the request; Janus may still carry out one that was sent.
    pub async fn plugin<R: plugins::Request>(&self, request: R) -> Result<R::Reply> {
        let Ok(Value::Object(mut body)) = serde_json::to_value(&request) else {
            return Err(Error::new(ErrorCode::InvalidArgument, "the request is no JSON object"));
        };
        body.extend(R::BODY.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))));
        // TextRoom requires a transaction here, and only here.
        body.entry("transaction").or_insert_with(|| "admin".into());
        let name = body.get("request").and_then(Value::as_str).unwrap_or(MessagePlugin::VERB).to_owned();
        let call = Call { plugin: Some(<R::Plugin as plugins::Plugin>::PACKAGE), ..Call::new(&name) };
        in_span(self.connection.shared(), call, self.exchange::<R>(&name, body)).await
    }

    async fn exchange<R: plugins::Request>(&self, name: &str, body: Map<String, Value>) -> Result<R::Reply> {
        let message = MessagePlugin::new(<R::Plugin as plugins::Plugin>::PACKAGE).request(body);
        let response = self.send(&message).await.map_err(|error| error.named(name.to_owned()))?;
        let data = self.read::<MessagePlugin>(&response).map_err(|error| response.kept_in(error))?;
        let data = PluginData(data.response);
        let result = match data.plugin_refusal() {
            Some(refusal) => Err(refusal),
            None => counting_raw_fields(self.connection.shared(), &data, |data| R::reply(data)),
        };
        let plugin_request = PluginRequest { name, since: R::SINCE };
        result.map_err(|error| response.describe(self.connection.shared(), error, plugin_request, None, None))
    }
}

impl fmt::Debug for Admin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Admin").field(&self.connection).finish()
    }
}

/// The response of a plugin.
struct PluginData(Value);

impl Payload for PluginData {
    fn exact<T: DeserializeOwned>(&self) -> Result<T> {
        self.exact_plugin_data()
    }

    fn exact_plugin_data<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_value(self.0.clone())
            .map_err(|error| Error::new(ErrorCode::BadResponse, error.to_string()))
    }

    fn jsep(&self) -> Result<Option<Jsep>> {
        Ok(None)
    }

    fn each_plugin_field(&self, within: Option<&str>, show: &mut Show<'_>) {
        let _ = self.0.as_object().into_iter().flatten().try_for_each(|(name, value)| {
            show(&[name], value.as_str())?;
            let inner = value.as_object().filter(|_| within == Some(name)).into_iter().flatten();
            inner.into_iter().try_for_each(|(inner, value)| show(&[name, inner], value.as_str()))
        });
    }

    fn plugin_refusal(&self) -> Option<Error> {
        let code = self.0.get("error_code").and_then(Value::as_i64);
        Error::of_plugin_data(code, self.0.get("error").and_then(Value::as_str))
    }
}
