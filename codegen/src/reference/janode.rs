//! The methods of Janode 1.8, which Bifrons has, too. `scripts/docs check` compares the list with Janode's source.

use crate::error::Problem;
use crate::model::Plugin;

const METHODS: &[(&str, &str)] = &[
    (
        "audiobridge",
        "join configure audioHangup leave listParticipants kick exists list create destroy enableRecording allow \
         startForward stopForward listForward mute unmute muteRoom unmuteRoom suspend resume playFile isPlaying stopFile \
         stopAllFiles listAnnouncements",
    ),
    ("echotest", "start"),
    ("recordplay", "listRecordings updateRecordings configure record play start pause resume stop"),
    ("sip", "register call accept sip_hangup decline"),
    (
        "streaming",
        "watch start pause stop switch configure list info startRecording stopRecording enable disable \
         createRtpMountpoint destroyMountpoint",
    ),
    ("textroom", "setup ack restart list listParticipants exists create allow announcement kick destroy"),
    (
        "videoroom",
        "joinPublisher joinConfigurePublisher configure publish unpublish joinSubscriber joinListener start pause \
         switch leave update listParticipants enable_recording kick exists list create destroy allow startForward \
         stopForward listForward",
    ),
    ("admin", "listSessions listHandles handleInfo startPcap stopPcap"),
];

/// Returns the methods that Janode has for a plugin.
///
/// # Errors
/// A method that Bifrons does not have.
pub fn methods(of: &str, plugin: &Plugin) -> Result<Vec<&'static str>, Problem> {
    let found = METHODS.iter().find(|(name, _)| *name == of);
    let methods: Vec<&str> = found.map(|(_, methods)| methods.split(' ').collect()).unwrap_or_default();
    let has = |method: &&str| {
        plugin.requests.iter().any(|request| {
            request.method() == **method || request.js_methods.iter().any(|name| name == method)
        })
    };
    match methods.iter().find(|method| !has(method)) {
        Some(missing) => Err(Problem::new(*missing, "Janode has this method, and the definition has not")),
        None => Ok(methods),
    }
}
