//! A table of a Janus server's sessions, handles and bitrates, refreshed in a terminal, even while Janus restarts. If the
//! output is not a terminal, the table is printed once.
//!
//!     cargo run --example admin -- ws://127.0.0.1:7188 [ADMIN SECRET]

use std::io::{IsTerminal, Write, stdout};
use std::time::Duration;

use bifrons::admin::{HandleInfo, HandleState, ListHandles, ListSessions, PacketStatistics};
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
    let sessions = admin.list_sessions(ListSessions::default()).await?.sessions;
    let mut table = format!("{} sessions\n", sessions.len());
    table += "         handle  plugin        ICE           DTLS        in kbit/s   out kbit/s   idle s\n";
    for session_id in sessions {
        table += &format!("session {session_id}\n");
        // The session may have ended since it was listed.
        let Ok(handles) = admin.list_handles(ListHandles::new(session_id)).await else { continue };
        for handle_id in handles.handles {
            if let Ok(details) = admin.handle_info(HandleInfo::new(session_id, handle_id)).await {
                table += &row(&details.info);
            }
        }
    }
    Ok(table)
}

/// A server's text without control characters of a terminal.
fn plain(text: &str) -> String {
    text.escape_debug().to_string()
}

fn row(info: &HandleState) -> String {
    let plugin = plain(info.plugin.as_deref().unwrap_or("-").trim_start_matches("janus.plugin."));
    let idle = info.current_time.saturating_sub(info.session_last_activity) / 1_000_000;
    let (mut ice, mut dtls, mut coming, mut going) = ("-", "-", 0, 0);
    if let Some(webrtc) = &info.webrtc {
        ice = webrtc.ice.state.as_str();
        dtls = webrtc.dtls.dtls_state.as_ref().map_or("-", |state| state.as_str());
        let kbits = |way: &PacketStatistics| way.bytes_lastsec.unwrap_or(0) * 8 / 1000;
        coming = webrtc.media.values().map(|medium| kbits(&medium.stats.inbound)).sum();
        going = webrtc.media.values().map(|medium| kbits(&medium.stats.outbound)).sum();
    }
    let (handle, ice, dtls) = (info.handle_id, plain(ice), plain(dtls));
    format!("{handle:>16} {plugin:<13} {ice:<13} {dtls:<11} {coming:>9} {going:>12} {idle:>8}\n")
}
