//! A table of a Janus server's sessions, handles and bitrates, refreshed in a terminal, even while Janus restarts. If the
//! output is not a terminal, the table is printed once.
//!
//!     cargo run --example admin -- ws://127.0.0.1:7188 [ADMIN SECRET]

use std::io::{IsTerminal, Write, stdout};
use std::time::Duration;

use bifrons::admin::{HandleInfo, HandleState, ListHandles, ListSessions, Traffic};
use bifrons::{Admin, Api, Recovery, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().unwrap_or_else(|| "ws://127.0.0.1:7188".to_owned());
    let endless = Recovery { within: None, ..Recovery::default() };
    let connect = bifrons::connect(&*url).api(Api::Admin).recovery(Some(endless));
    let connection = match arguments.next() {
        Some(secret) => connect.api_secret(secret).await?,
        None => connect.await?,
    };
    let (admin, info) = (connection.admin()?, connection.info().await?);
    let server = format!("{} {}", plain(&info.name), plain(&info.version_string));
    while stdout().is_terminal() {
        let table = table(&admin).await.unwrap_or_else(|error| format!("{error}\n"));
        // Moves the cursor to the top, and clears the screen.
        print!("\x1b[H\x1b[2J{server}\n{table}");
        let _ = stdout().flush();
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    println!("{server}\n{}", table(&admin).await?);
    connection.close().await;
    println!("closed");
    Ok(())
}

async fn table(admin: &Admin) -> Result<String> {
    let sessions = admin.list_sessions(ListSessions {}).await?.sessions.unwrap_or_default();
    let mut table = format!("{} sessions\n", sessions.len());
    table += "         handle  plugin        ICE           DTLS        in kbit/s   out kbit/s   idle s\n";
    for session_id in sessions {
        table += &format!("session {session_id}\n");
        // The session may have ended since it was listed.
        let Ok(handles) = admin.list_handles(ListHandles { session_id }).await else { continue };
        for handle_id in handles.handles.unwrap_or_default() {
            let request = HandleInfo { session_id, handle_id, plugin_only: None };
            if let Some(info) = admin.handle_info(request).await.ok().and_then(|response| response.info) {
                table += &row(&handle_id.to_string(), &info);
            }
        }
    }
    Ok(table)
}

/// A server's text without control characters of a terminal.
fn plain(text: &str) -> String {
    text.escape_debug().to_string()
}

fn row(handle: &str, info: &HandleState) -> String {
    let plugin = plain(info.plugin.as_deref().unwrap_or("-").trim_start_matches("janus.plugin."));
    let idle = info.current_time.zip(info.session_last_activity).map(|(now, then)| now.saturating_sub(then));
    let (mut ice, mut dtls, mut coming, mut going) = ("-", "-", 0, 0);
    if let Some(webrtc) = &info.webrtc {
        ice = webrtc.ice.as_ref().and_then(|ice| ice.state.as_deref()).unwrap_or("-");
        dtls = webrtc.dtls.as_ref().and_then(|dtls| dtls.dtls_state.as_deref()).unwrap_or("-");
        let media = webrtc.media.iter().flatten().filter_map(|(_, medium)| medium.stats.as_ref());
        (coming, going) = media.fold((0, 0), |(coming, going), Traffic { inbound, outbound, .. }| {
            let bytes = |way: &Option<bifrons::admin::PacketStatistics>| {
                way.as_ref().and_then(|way| way.bytes_lastsec).unwrap_or(0)
            };
            (coming + bytes(inbound), going + bytes(outbound))
        });
    }
    let (ice, dtls) = (plain(ice), plain(dtls));
    let (coming, going, idle) = (coming * 8 / 1000, going * 8 / 1000, idle.unwrap_or(0) / 1_000_000);
    format!("{handle:>16} {plugin:<13} {ice:<13} {dtls:<11} {coming:>9} {going:>12} {idle:>8}\n")
}
