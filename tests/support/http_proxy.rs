//! A proxy before Janus's HTTP that does what a test says to single requests.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What becomes of a request.
pub enum Verdict {
    /// It goes to Janus.
    Pass,
    /// The proxy answers itself, with this status and body.
    Answer(u16, &'static str),
    /// It goes to Janus, whose answer breaks off in the middle.
    Cut,
    /// The proxy hangs up.
    HangUp,
}

/// Starts one before `upstream`, such as `http://127.0.0.1:8088/janus`, and tells its URL;
/// `judge` sees each request's first transport.
pub async fn start_proxy(upstream: &str, judge: impl Fn(&str) -> Verdict + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let own = listener.local_addr().expect("its address").to_string();
    let host = upstream.split('/').nth(2).expect("a host").to_owned();
    let url = upstream.replace(&host, &own);
    let judge = Arc::new(judge);
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (judge, host) = (Arc::clone(&judge), host.clone());
            // What goes wrong there, the client sees.
            tokio::spawn(async move { serve(client, &host, &*judge).await });
        }
    });
    url
}

/// One request a connection: that is all that HTTP promises.
async fn serve(
    client: TcpStream,
    host: &str,
    judge: &(dyn Fn(&str) -> Verdict + Sync),
) -> std::io::Result<()> {
    let mut client = BufReader::new(client);
    let (mut head, mut length, mut transport) = (String::new(), 0, String::new());
    while client.read_line(&mut transport).await? > 2 {
        let (name, value) = transport.split_once(':').unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            // One request a connection.
            "connection" => transport.clear(),
            _ => {}
        }
        head.push_str(&transport);
        transport.clear();
    }
    let mut body = vec![0; length];
    client.read_exact(&mut body).await?;
    let first = head.lines().next().unwrap_or_default().to_owned();
    let verdict = judge(&first);
    if let Verdict::Answer(status, text) = verdict {
        let head =
            format!("HTTP/1.1 {status} Proxy\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", text.len());
        return client.write_all(format!("{head}{text}").as_bytes()).await;
    }
    if matches!(verdict, Verdict::HangUp) {
        return Ok(());
    }
    let mut janus = TcpStream::connect(host).await?;
    janus.write_all(format!("{head}Connection: close\r\n\r\n").as_bytes()).await?;
    janus.write_all(&body).await?;
    let mut answer = Vec::new();
    janus.read_to_end(&mut answer).await?;
    let end = if matches!(verdict, Verdict::Cut) { answer.len() - 5 } else { answer.len() };
    client.write_all(&answer[..end]).await
}
