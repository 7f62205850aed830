//! A proxy before Janus's HTTP server that a test controls for each request.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// The proxy's decision for a request.
pub enum ProxyAction {
    /// Passes the request to Janus.
    Pass,
    /// Responds with this status and body.
    Respond(u16, &'static str),
    /// Passes the request to Janus, and truncates the response.
    Truncate,
    /// Closes the connection.
    Close,
}

/// Starts a proxy before `upstream`, such as `http://127.0.0.1:8088/janus`, and returns its URL;
/// `decide` gets the request line of each request.
pub async fn start_proxy(
    upstream: &str,
    decide: impl Fn(&str) -> ProxyAction + Send + Sync + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let own = listener.local_addr().expect("its address").to_string();
    let host = upstream.split('/').nth(2).expect("a host").to_owned();
    let url = upstream.replace(&host, &own);
    let decide = Arc::new(decide);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (decide, host) = (Arc::clone(&decide), host.clone());
            // The client sees the errors.
            tokio::spawn(async move { serve(client, &host, &*decide).await });
        }
    });
    url
}

/// Serves one request per connection.
async fn serve(
    client: TcpStream,
    host: &str,
    decide: &(dyn Fn(&str) -> ProxyAction + Sync),
) -> std::io::Result<()> {
    let mut client = BufReader::new(client);
    let (mut head, mut length, mut line) = (String::new(), 0, String::new());
    while client.read_line(&mut line).await? > 2 {
        let (name, value) = line.split_once(':').unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            // One request per connection.
            "connection" => line.clear(),
            _ => {}
        }
        head.push_str(&line);
        line.clear();
    }
    let mut body = vec![0; length];
    client.read_exact(&mut body).await?;
    let first = head.lines().next().unwrap_or_default().to_owned();
    let action = decide(&first);
    if let ProxyAction::Respond(status, text) = action {
        let head =
            format!("HTTP/1.1 {status} Proxy\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", text.len());
        return client.write_all(format!("{head}{text}").as_bytes()).await;
    }
    if matches!(action, ProxyAction::Close) {
        return Ok(());
    }
    let mut janus = TcpStream::connect(host).await?;
    janus.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).await?;
    janus.write_all(&body).await?;
    let mut response = Vec::new();
    janus.read_to_end(&mut response).await?;
    let end = if matches!(action, ProxyAction::Truncate) { response.len() - 5 } else { response.len() };
    client.write_all(&response[..end]).await
}
