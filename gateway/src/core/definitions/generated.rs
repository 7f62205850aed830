// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.

#![cfg_attr(rustfmt, rustfmt_skip)]

use super::{Condition, Event, Field, Holds, Plugin, Request, Shape};

/// The plugins of the definitions.
pub static PLUGINS: &[Plugin] = &[
    audiobridge::PLUGIN,
    duktape::PLUGIN,
    echotest::PLUGIN,
    lua::PLUGIN,
    nosip::PLUGIN,
    recordplay::PLUGIN,
    sip::PLUGIN,
    streaming::PLUGIN,
    textroom::PLUGIN,
    videocall::PLUGIN,
    videoroom::PLUGIN,
    voicemail::PLUGIN,
];

mod audiobridge {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "audiobridge", package: "janus.plugin.audiobridge", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Create", body: &[("request", "create")], fields: Some(&CREATE), response: Some(&CREATED), within: None },
        Request { name: "Edit", body: &[("request", "edit")], fields: Some(&EDIT), response: Some(&CREATED), within: None },
        Request { name: "Destroy", body: &[("request", "destroy")], fields: Some(&DESTROY), response: Some(&CREATED), within: None },
        Request { name: "Exists", body: &[("request", "exists")], fields: Some(&EXISTS), response: Some(&EXISTENCE), within: None },
        Request { name: "List", body: &[("request", "list")], fields: Some(&LIST), response: Some(&ROOMS), within: None },
        Request { name: "ListParticipants", body: &[("request", "listparticipants")], fields: Some(&LIST_PARTICIPANTS), response: Some(&PARTICIPANTS), within: None },
        Request { name: "Allow", body: &[("request", "allowed")], fields: Some(&ALLOW), response: Some(&ALLOWED), within: None },
        Request { name: "EnableRecording", body: &[("request", "enable_recording")], fields: Some(&ENABLE_RECORDING), response: Some(&RECORDING), within: None },
        Request { name: "EnableMjrs", body: &[("request", "enable_mjrs")], fields: Some(&ENABLE_MJRS), response: Some(&RECORDING), within: None },
        Request { name: "StartForward", body: &[("request", "rtp_forward")], fields: Some(&START_FORWARD), response: Some(&FORWARDING), within: None },
        Request { name: "StopForward", body: &[("request", "stop_rtp_forward")], fields: Some(&STOP_FORWARD), response: Some(&FORWARDING), within: None },
        Request { name: "ListForward", body: &[("request", "listforwarders")], fields: Some(&LIST_FORWARD), response: Some(&FORWARDERS), within: None },
        Request { name: "PlayFile", body: &[("request", "play_file")], fields: Some(&PLAY_FILE), response: Some(&PLAYING), within: None },
        Request { name: "IsPlaying", body: &[("request", "is_playing")], fields: Some(&IS_PLAYING), response: Some(&PLAYING), within: None },
        Request { name: "StopFile", body: &[("request", "stop_file")], fields: Some(&STOP_FILE), response: Some(&PLAYING), within: None },
        Request { name: "StopAllFiles", body: &[("request", "stop_all_files")], fields: Some(&STOP_ALL_FILES), response: Some(&STOPPED), within: None },
        Request { name: "ListAnnouncements", body: &[("request", "listannouncements")], fields: Some(&LIST_ANNOUNCEMENTS), response: Some(&ANNOUNCEMENTS), within: None },
        Request { name: "Kick", body: &[("request", "kick")], fields: Some(&KICK), response: Some(&DONE), within: None },
        Request { name: "KickAll", body: &[("request", "kick_all")], fields: Some(&KICK_ALL), response: Some(&DONE), within: None },
        Request { name: "Mute", body: &[("request", "mute")], fields: Some(&MUTE), response: Some(&DONE), within: None },
        Request { name: "Unmute", body: &[("request", "unmute")], fields: Some(&UNMUTE), response: Some(&DONE), within: None },
        Request { name: "MuteRoom", body: &[("request", "mute_room")], fields: Some(&MUTE_ROOM), response: Some(&DONE), within: None },
        Request { name: "UnmuteRoom", body: &[("request", "unmute_room")], fields: Some(&UNMUTE_ROOM), response: Some(&DONE), within: None },
        Request { name: "Suspend", body: &[("request", "suspend")], fields: Some(&SUSPEND), response: Some(&DONE), within: None },
        Request { name: "Resume", body: &[("request", "resume")], fields: Some(&RESUME), response: Some(&DONE), within: None },
        Request { name: "DenoiseEnable", body: &[("request", "denoise_enable")], fields: Some(&DENOISE_ENABLE), response: Some(&DONE), within: None },
        Request { name: "DenoiseDisable", body: &[("request", "denoise_disable")], fields: Some(&DENOISE_DISABLE), response: Some(&DONE), within: None },
        Request { name: "Join", body: &[("request", "join")], fields: Some(&JOIN), response: Some(&JOINED), within: None },
        Request { name: "Configure", body: &[("request", "configure")], fields: Some(&CONFIGURE), response: Some(&CHANGED), within: None },
        Request { name: "ChangeRoom", body: &[("request", "changeroom")], fields: Some(&CHANGE_ROOM), response: Some(&JOINED), within: None },
        Request { name: "Leave", body: &[("request", "leave")], fields: Some(&LEAVE), response: Some(&LEFT), within: None },
        Request { name: "AudioHangup", body: &[("request", "hangup")], fields: Some(&AUDIO_HANGUP), response: Some(&HANGING_UP), within: None },
        Request { name: "ResetDecoder", body: &[("request", "resetdecoder")], fields: Some(&RESET_DECODER), response: Some(&DONE), within: None },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "joined", when: &[Condition::Is("audiobridge", "joined"), Condition::Has("id")], within: None, shape: &JOINED, droppable: false },
        Event { name: "peer_joined", when: &[Condition::Is("audiobridge", "joined")], within: None, shape: &PEER_JOINED, droppable: false },
        Event { name: "roomchanged", when: &[Condition::Is("audiobridge", "roomchanged")], within: None, shape: &JOINED, droppable: false },
        Event { name: "left", when: &[Condition::Is("audiobridge", "left")], within: None, shape: &LEFT, droppable: false },
        Event { name: "hangingup", when: &[Condition::Is("audiobridge", "hangingup")], within: None, shape: &HANGING_UP, droppable: false },
        Event { name: "destroyed", when: &[Condition::Is("audiobridge", "destroyed")], within: None, shape: &DESTROYED, droppable: false },
        Event { name: "created", when: &[Condition::Is("audiobridge", "created")], within: None, shape: &CREATED, droppable: false },
        Event { name: "edited", when: &[Condition::Is("audiobridge", "edited")], within: None, shape: &CREATED, droppable: false },
        Event { name: "participants_list", when: &[Condition::Is("audiobridge", "participants")], within: None, shape: &PARTICIPANTS, droppable: false },
        Event { name: "rtp_list", when: &[Condition::Is("audiobridge", "forwarders")], within: None, shape: &FORWARDERS, droppable: false },
        Event { name: "announcements_list", when: &[Condition::Is("audiobridge", "announcements")], within: None, shape: &ANNOUNCEMENTS, droppable: false },
        Event { name: "talking", when: &[Condition::Is("audiobridge", "talking")], within: None, shape: &TALKING, droppable: true },
        Event { name: "talking", when: &[Condition::Is("audiobridge", "stopped-talking")], within: None, shape: &TALKING, droppable: true },
        Event { name: "announcement_started", when: &[Condition::Is("audiobridge", "announcement-started")], within: None, shape: &FILE, droppable: false },
        Event { name: "announcement_stopped", when: &[Condition::Is("audiobridge", "announcement-stopped")], within: None, shape: &FILE, droppable: false },
        Event { name: "exists", when: &[Condition::Is("audiobridge", "success"), Condition::Has("exists")], within: None, shape: &EXISTENCE, droppable: false },
        Event { name: "list", when: &[Condition::Is("audiobridge", "success"), Condition::Has("list")], within: None, shape: &ROOMS, droppable: false },
        Event { name: "recording", when: &[Condition::Is("audiobridge", "success"), Condition::Has("record")], within: None, shape: &RECORDING, droppable: false },
        Event { name: "recording", when: &[Condition::Is("audiobridge", "success"), Condition::Has("mjrs")], within: None, shape: &RECORDING, droppable: false },
        Event { name: "rtp_fwd", when: &[Condition::Is("audiobridge", "success"), Condition::Has("stream_id")], within: None, shape: &FORWARDING, droppable: false },
        Event { name: "success", when: &[Condition::Is("audiobridge", "success")], within: None, shape: &ALLOWED, droppable: false },
        Event { name: "result", when: &[Condition::Is("result", "ok")], within: None, shape: &CHANGED, droppable: false },
        Event { name: "resumed", when: &[Condition::Has("resumed")], within: None, shape: &RESUMED, droppable: false },
        Event { name: "suspended", when: &[Condition::Has("suspended")], within: None, shape: &SUSPENDED, droppable: false },
        Event { name: "peer_leaving", when: &[Condition::Has("leaving")], within: None, shape: &LEAVING, droppable: false },
        Event { name: "room_muted", when: &[Condition::Has("muted")], within: None, shape: &ROOM_MUTED, droppable: false },
        Event { name: "kicked", when: &[Condition::Has("kicked")], within: None, shape: &KICKED, droppable: false },
        Event { name: "kicked_all", when: &[Condition::Has("kicked_all")], within: None, shape: &KICKED_ALL, droppable: false },
        Event { name: "configured", when: &[Condition::Has("participants")], within: None, shape: &CONFIGURED, droppable: false },
    ];

    static PEER_JOINED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static CONFIGURED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static LEAVING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "leaving", holds: Holds::Feed, many: false },
    ]);
    static KICKED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "kicked", holds: Holds::Feed, many: false },
    ]);
    static KICKED_ALL: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "kicked_all", holds: Holds::Feed, many: false },
    ]);
    static ROOM_MUTED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
    ]);
    static DESTROYED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static TALKING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "audiobridge", holds: Holds::Flag, many: false },
    ]);
    static FILE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "file_id", holds: Holds::Text, many: false },
    ]);
    static SUSPENDED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "suspended", holds: Holds::Feed, many: false },
    ]);
    static RESUMED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "resumed", holds: Holds::Feed, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static CREATE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "sampling_rate", holds: Holds::Number, many: false },
        Field { name: "spatial_audio", holds: Holds::Flag, many: false },
        Field { name: "default_bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "default_prebuffering", holds: Holds::Number, many: false },
        Field { name: "default_expectedloss", holds: Holds::Number, many: false },
        Field { name: "denoise", holds: Holds::Flag, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "record_file", holds: Holds::File, many: false },
        Field { name: "record_dir", holds: Holds::File, many: false },
        Field { name: "mjrs", holds: Holds::Flag, many: false },
        Field { name: "mjrs_dir", holds: Holds::File, many: false },
        Field { name: "allow_rtp_participants", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_ext", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_event", holds: Holds::Flag, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "groups", holds: Holds::Text, many: true },
        Field { name: "signed_tokens", holds: Holds::Flag, many: false },
    ]);
    static EDIT: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_description", holds: Holds::Text, many: false },
        Field { name: "new_secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_pin", holds: Holds::AccessKey, many: false },
        Field { name: "new_is_private", holds: Holds::Flag, many: false },
        Field { name: "new_record_dir", holds: Holds::File, many: false },
        Field { name: "new_mjrs_dir", holds: Holds::File, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static DESTROY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static LIST: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static ALLOW: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "action", holds: Holds::Text, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
    ]);
    static ENABLE_RECORDING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "record_file", holds: Holds::File, many: false },
        Field { name: "record_dir", holds: Holds::File, many: false },
    ]);
    static ENABLE_MJRS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "mjrs", holds: Holds::Flag, many: false },
        Field { name: "mjrs_dir", holds: Holds::File, many: false },
    ]);
    static START_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "ptype", holds: Holds::Number, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "always_on", holds: Holds::Flag, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static STOP_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static PLAY_FILE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "file_id", holds: Holds::Text, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "loop", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static IS_PLAYING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "file_id", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static STOP_FILE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "file_id", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static STOP_ALL_FILES: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_ANNOUNCEMENTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static KICK: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static KICK_ALL: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static MUTE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static UNMUTE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static MUTE_ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static UNMUTE_ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static SUSPEND: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "stop_record", holds: Holds::Flag, many: false },
        Field { name: "pause_events", holds: Holds::Flag, many: false },
    ]);
    static RESUME: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
    ]);
    static DENOISE_ENABLE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static DENOISE_DISABLE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static JOIN: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "token", holds: Holds::AccessKey, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "prebuffer", holds: Holds::Number, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "quality", holds: Holds::Number, many: false },
        Field { name: "expected_loss", holds: Holds::Number, many: false },
        Field { name: "volume", holds: Holds::Number, many: false },
        Field { name: "spatial_position", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "denoise", holds: Holds::Flag, many: false },
        Field { name: "suspended", holds: Holds::Flag, many: false },
        Field { name: "pause_events", holds: Holds::Flag, many: false },
        Field { name: "generate_offer", holds: Holds::Flag, many: false },
        Field { name: "rtp", holds: Holds::Parts(&RTP_PARTICIPANT), many: false },
    ]);
    static CONFIGURE: Shape = Shape(&[
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
        Field { name: "prebuffer", holds: Holds::Number, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "quality", holds: Holds::Number, many: false },
        Field { name: "expected_loss", holds: Holds::Number, many: false },
        Field { name: "volume", holds: Holds::Number, many: false },
        Field { name: "spatial_position", holds: Holds::Number, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "denoise", holds: Holds::Flag, many: false },
        Field { name: "generate_offer", holds: Holds::Flag, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
        Field { name: "rtp", holds: Holds::Parts(&RTP_PARTICIPANT), many: false },
    ]);
    static CHANGE_ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "token", holds: Holds::AccessKey, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "quality", holds: Holds::Number, many: false },
        Field { name: "expected_loss", holds: Holds::Number, many: false },
        Field { name: "volume", holds: Holds::Number, many: false },
        Field { name: "spatial_position", holds: Holds::Number, many: false },
        Field { name: "denoise", holds: Holds::Flag, many: false },
        Field { name: "suspended", holds: Holds::Flag, many: false },
        Field { name: "pause_events", holds: Holds::Flag, many: false },
    ]);
    static LEAVE: Shape = Shape(&[
    ]);
    static AUDIO_HANGUP: Shape = Shape(&[
    ]);
    static RESET_DECODER: Shape = Shape(&[
    ]);
    static RTP_PARTICIPANT: Shape = Shape(&[
        Field { name: "ip", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "payload_type", holds: Holds::Number, many: false },
        Field { name: "audiolevel_ext", holds: Holds::Number, many: false },
        Field { name: "fec", holds: Holds::Flag, many: false },
    ]);
    static JOINED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
        Field { name: "rtp", holds: Holds::Parts(&RTP_ADDRESS), many: false },
    ]);
    static PARTICIPANT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
        Field { name: "setup", holds: Holds::Flag, many: false },
        Field { name: "talking", holds: Holds::Flag, many: false },
        Field { name: "spatial_position", holds: Holds::Number, many: false },
        Field { name: "suspended", holds: Holds::Flag, many: false },
    ]);
    static RTP_ADDRESS: Shape = Shape(&[
        Field { name: "ip", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "payload_type", holds: Holds::Number, many: false },
    ]);
    static CHANGED: Shape = Shape(&[
    ]);
    static LEFT: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
    ]);
    static HANGING_UP: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
    ]);
    static CREATED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTENCE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "exists", holds: Holds::Flag, many: false },
    ]);
    static ROOMS: Shape = Shape(&[
        Field { name: "list", holds: Holds::Parts(&ROOM), many: true },
    ]);
    static ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "sampling_rate", holds: Holds::Number, many: false },
        Field { name: "spatial_audio", holds: Holds::Flag, many: false },
        Field { name: "pin_required", holds: Holds::Flag, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "muted", holds: Holds::Flag, many: false },
        Field { name: "num_participants", holds: Holds::Number, many: false },
    ]);
    static PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static ALLOWED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
    ]);
    static RECORDING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "mjrs", holds: Holds::Flag, many: false },
    ]);
    static DONE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static FORWARDING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
    ]);
    static FORWARDERS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "rtp_forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
    static FORWARDER: Shape = Shape(&[
        Field { name: "ip", holds: Holds::Host, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "group", holds: Holds::Text, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "ptype", holds: Holds::Number, many: false },
        Field { name: "srtp", holds: Holds::Flag, many: false },
        Field { name: "always_on", holds: Holds::Flag, many: false },
    ]);
    static PLAYING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "file_id", holds: Holds::Text, many: false },
        Field { name: "playing", holds: Holds::Flag, many: false },
    ]);
    static STOPPED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "file_id_list", holds: Holds::Text, many: true },
    ]);
    static ANNOUNCEMENTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "announcements", holds: Holds::Parts(&ANNOUNCEMENT), many: true },
    ]);
    static ANNOUNCEMENT: Shape = Shape(&[
        Field { name: "file_id", holds: Holds::Text, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "playing", holds: Holds::Flag, many: false },
        Field { name: "loop", holds: Holds::Flag, many: false },
    ]);
}

mod duktape {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "duktape", package: "janus.plugin.duktape", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Ask", body: &[], fields: None, response: None, within: None },
    ];

    const EVENTS: &[Event] = &[
    ];

}

mod echotest {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "echotest", package: "janus.plugin.echotest", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Start", body: &[], fields: Some(&START), response: Some(&OUTCOME), within: None },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "slowlink", when: &[Condition::Is("event", "slow_link")], within: None, shape: &SLOW_LINK, droppable: true },
        Event { name: "result", when: &[Condition::Has("result")], within: None, shape: &OUTCOME, droppable: false },
        Event { name: "layers", when: &[Condition::Has("substream")], within: None, shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("temporal")], within: None, shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("spatial_layer")], within: None, shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("temporal_layer")], within: None, shape: &LAYERS, droppable: true },
    ];

    static START: Shape = Shape(&[
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "videoprofile", holds: Holds::Text, many: false },
        Field { name: "opusred", holds: Holds::Flag, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
        Field { name: "svc", holds: Holds::Flag, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
    ]);
    static OUTCOME: Shape = Shape(&[
        Field { name: "result", holds: Holds::Text, many: false },
    ]);
    static SLOW_LINK: Shape = Shape(&[
        Field { name: "media", holds: Holds::Text, many: false },
        Field { name: "current-bitrate", holds: Holds::Bitrate, many: false },
    ]);
    static LAYERS: Shape = Shape(&[
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "tot_temporal_layers", holds: Holds::Number, many: false },
        Field { name: "tot_spatial_layers", holds: Holds::Number, many: false },
    ]);
}

mod lua {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "lua", package: "janus.plugin.lua", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Ask", body: &[], fields: None, response: None, within: None },
    ];

    const EVENTS: &[Event] = &[
    ];

}

mod nosip {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "nosip", package: "janus.plugin.nosip", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Generate", body: &[("request", "generate")], fields: Some(&GENERATE), response: Some(&GENERATED), within: Some("result") },
        Request { name: "Process", body: &[("request", "process")], fields: Some(&PROCESS), response: Some(&PROCESSED), within: Some("result") },
        Request { name: "HangupCall", body: &[("request", "hangup")], fields: Some(&HANGUP_CALL), response: Some(&DONE), within: Some("result") },
        Request { name: "Recording", body: &[("request", "recording")], fields: Some(&RECORDING), response: Some(&DONE), within: Some("result") },
        Request { name: "Keyframe", body: &[("request", "keyframe")], fields: Some(&KEYFRAME), response: Some(&DONE), within: Some("result") },
        Request { name: "StartForward", body: &[("request", "rtp_forward")], fields: Some(&START_FORWARD), response: Some(&FORWARDED), within: Some("result") },
        Request { name: "StopForward", body: &[("request", "stop_rtp_forward")], fields: Some(&STOP_FORWARD), response: Some(&FORWARD_STOPPED), within: Some("result") },
        Request { name: "ListForward", body: &[("request", "listforwarders")], fields: Some(&LIST_FORWARD), response: Some(&FORWARDERS), within: Some("result") },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "generated", when: &[Condition::Is("result.event", "generated")], within: Some("result"), shape: &GENERATED, droppable: false },
        Event { name: "processed", when: &[Condition::Is("result.event", "processed")], within: Some("result"), shape: &PROCESSED, droppable: false },
        Event { name: "hangingup", when: &[Condition::Is("result.event", "hangingup")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "recording_updated", when: &[Condition::Is("result.event", "recordingupdated")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "keyframe_sent", when: &[Condition::Is("result.event", "keyframesent")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "forwarded", when: &[Condition::Is("result.event", "rtp_forward")], within: Some("result"), shape: &FORWARDED, droppable: false },
        Event { name: "forward_stopped", when: &[Condition::Is("result.event", "stop_rtp_forward")], within: Some("result"), shape: &FORWARD_STOPPED, droppable: false },
        Event { name: "forwarders", when: &[Condition::Is("result.event", "forwarders")], within: Some("result"), shape: &FORWARDERS, droppable: false },
    ];

    static GENERATED: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "sdp", holds: Holds::Secret, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
        Field { name: "unique_id", holds: Holds::Text, many: false },
    ]);
    static PROCESSED: Shape = Shape(&[
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
        Field { name: "unique_id", holds: Holds::Text, many: false },
    ]);
    static DONE: Shape = Shape(&[
    ]);
    static FORWARDED: Shape = Shape(&[
        Field { name: "forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
    static FORWARDER: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "media", holds: Holds::Text, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "srtp", holds: Holds::Flag, many: false },
    ]);
    static FORWARD_STOPPED: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
    ]);
    static FORWARDERS: Shape = Shape(&[
        Field { name: "rtp_forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
    static GENERATE: Shape = Shape(&[
        Field { name: "info", holds: Holds::Text, many: false },
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "srtp_profile", holds: Holds::Text, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
    ]);
    static PROCESS: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "sdp", holds: Holds::Secret, many: false },
        Field { name: "info", holds: Holds::Text, many: false },
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "srtp_profile", holds: Holds::Text, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
    ]);
    static HANGUP_CALL: Shape = Shape(&[
    ]);
    static RECORDING: Shape = Shape(&[
        Field { name: "action", holds: Holds::Text, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "peer_audio", holds: Holds::Flag, many: false },
        Field { name: "peer_video", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
    ]);
    static KEYFRAME: Shape = Shape(&[
        Field { name: "user", holds: Holds::Flag, many: false },
        Field { name: "peer", holds: Holds::Flag, many: false },
    ]);
    static START_FORWARD: Shape = Shape(&[
        Field { name: "streams", holds: Holds::Parts(&FORWARD_STREAM), many: true },
    ]);
    static STOP_FORWARD: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
    ]);
    static LIST_FORWARD: Shape = Shape(&[
    ]);
    static FORWARD_STREAM: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
}

mod recordplay {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "recordplay", package: "janus.plugin.recordplay", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "ListRecordings", body: &[("request", "list")], fields: Some(&LIST_RECORDINGS), response: Some(&RECORDINGS), within: None },
        Request { name: "UpdateRecordings", body: &[("request", "update")], fields: Some(&UPDATE_RECORDINGS), response: Some(&DONE), within: None },
        Request { name: "Configure", body: &[("request", "configure")], fields: Some(&CONFIGURE), response: Some(&CONFIGURED), within: None },
        Request { name: "Record", body: &[("request", "record")], fields: Some(&RECORD), response: Some(&STATUS), within: Some("result") },
        Request { name: "Play", body: &[("request", "play")], fields: Some(&PLAY), response: Some(&STATUS), within: Some("result") },
        Request { name: "Start", body: &[("request", "start")], fields: Some(&START), response: Some(&STATUS), within: Some("result") },
        Request { name: "Pause", body: &[("request", "pause")], fields: Some(&PAUSE), response: Some(&STATUS), within: Some("result") },
        Request { name: "Resume", body: &[("request", "resume")], fields: Some(&RESUME), response: Some(&STATUS), within: Some("result") },
        Request { name: "Stop", body: &[("request", "stop")], fields: Some(&STOP), response: Some(&STATUS), within: Some("result") },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "slowlink", when: &[Condition::Is("result.status", "slow_link")], within: Some("result"), shape: &SLOW_LINK, droppable: true },
        Event { name: "done", when: &[Condition::Is("result.status", "done")], within: Some("result"), shape: &FINISHED, droppable: false },
        Event { name: "done", when: &[Condition::Is("result", "done")], within: Some("result"), shape: &FINISHED, droppable: false },
        Event { name: "status", when: &[Condition::Has("result.status")], within: Some("result"), shape: &STATUS, droppable: false },
        Event { name: "list", when: &[Condition::Is("recordplay", "list")], within: None, shape: &RECORDINGS, droppable: false },
        Event { name: "configured", when: &[Condition::Is("recordplay", "configure")], within: None, shape: &CONFIGURED, droppable: false },
        Event { name: "ok", when: &[Condition::Is("recordplay", "ok")], within: None, shape: &DONE, droppable: false },
        Event { name: "nothing", when: &[Condition::Is("recordplay", "event")], within: Some("result"), shape: &STATUS, droppable: false },
    ];

    static RECORDINGS: Shape = Shape(&[
        Field { name: "list", holds: Holds::Parts(&RECORDING), many: true },
    ]);
    static RECORDING: Shape = Shape(&[
        Field { name: "id", holds: Holds::Number, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "date", holds: Holds::Text, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "audio_codec", holds: Holds::Text, many: false },
        Field { name: "audio_red", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "video_codec", holds: Holds::Text, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
    ]);
    static CONFIGURED: Shape = Shape(&[
        Field { name: "status", holds: Holds::Text, many: false },
        Field { name: "settings", holds: Holds::Parts(&SETTINGS), many: false },
    ]);
    static SETTINGS: Shape = Shape(&[
        Field { name: "video-bitrate-max", holds: Holds::Bitrate, many: false },
        Field { name: "video-keyframe-interval", holds: Holds::Number, many: false },
    ]);
    static DONE: Shape = Shape(&[
    ]);
    static STATUS: Shape = Shape(&[
        Field { name: "status", holds: Holds::Text, many: false },
        Field { name: "id", holds: Holds::Number, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "warning", holds: Holds::Text, many: false },
    ]);
    static FINISHED: Shape = Shape(&[
        Field { name: "id", holds: Holds::Number, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
    ]);
    static SLOW_LINK: Shape = Shape(&[
        Field { name: "media", holds: Holds::Text, many: false },
        Field { name: "current-bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "uplink", holds: Holds::Number, many: false },
    ]);
    static LIST_RECORDINGS: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static UPDATE_RECORDINGS: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static CONFIGURE: Shape = Shape(&[
        Field { name: "video-bitrate-max", holds: Holds::Bitrate, many: false },
        Field { name: "video-keyframe-interval", holds: Holds::Number, many: false },
    ]);
    static RECORD: Shape = Shape(&[
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "id", holds: Holds::Number, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "videoprofile", holds: Holds::Text, many: false },
        Field { name: "opusred", holds: Holds::Flag, many: false },
        Field { name: "textdata", holds: Holds::Flag, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
    ]);
    static PLAY: Shape = Shape(&[
        Field { name: "id", holds: Holds::Number, many: false },
        Field { name: "restart", holds: Holds::Flag, many: false },
    ]);
    static START: Shape = Shape(&[
    ]);
    static PAUSE: Shape = Shape(&[
    ]);
    static RESUME: Shape = Shape(&[
    ]);
    static STOP: Shape = Shape(&[
    ]);
}

mod sip {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "sip", package: "janus.plugin.sip", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Register", body: &[("request", "register")], fields: Some(&REGISTER), response: Some(&REGISTERED), within: Some("result") },
        Request { name: "Unregister", body: &[("request", "unregister")], fields: Some(&UNREGISTER), response: Some(&UNREGISTERED), within: Some("result") },
        Request { name: "Subscribe", body: &[("request", "subscribe")], fields: Some(&SUBSCRIBE), response: Some(&DONE), within: Some("result") },
        Request { name: "Unsubscribe", body: &[("request", "unsubscribe")], fields: Some(&UNSUBSCRIBE), response: Some(&DONE), within: Some("result") },
        Request { name: "Call", body: &[("request", "call")], fields: Some(&CALL), response: Some(&ACCEPTED), within: Some("result") },
        Request { name: "Accept", body: &[("request", "accept")], fields: Some(&ACCEPT), response: Some(&ACCEPTED), within: Some("result") },
        Request { name: "Progress", body: &[("request", "progress")], fields: Some(&PROGRESS), response: Some(&ACCEPTED), within: Some("result") },
        Request { name: "SendRinging", body: &[("request", "send_ringing")], fields: Some(&SEND_RINGING), response: Some(&DONE), within: Some("result") },
        Request { name: "Decline", body: &[("request", "decline")], fields: Some(&DECLINE), response: Some(&DECLINED), within: Some("result") },
        Request { name: "Update", body: &[("request", "update")], fields: Some(&UPDATE), response: Some(&ACCEPTED), within: Some("result") },
        Request { name: "Hold", body: &[("request", "hold")], fields: Some(&HOLD), response: Some(&DONE), within: Some("result") },
        Request { name: "Unhold", body: &[("request", "unhold")], fields: Some(&UNHOLD), response: Some(&DONE), within: Some("result") },
        Request { name: "Transfer", body: &[("request", "transfer")], fields: Some(&TRANSFER), response: Some(&DONE), within: Some("result") },
        Request { name: "SipHangup", body: &[("request", "hangup")], fields: Some(&SIP_HANGUP), response: Some(&DONE), within: Some("result") },
        Request { name: "Reset", body: &[("request", "reset")], fields: Some(&RESET), response: Some(&DONE), within: Some("result") },
        Request { name: "Recording", body: &[("request", "recording")], fields: Some(&RECORDING), response: Some(&DONE), within: Some("result") },
        Request { name: "Info", body: &[("request", "info")], fields: Some(&INFO), response: Some(&DONE), within: Some("result") },
        Request { name: "SipMessage", body: &[("request", "message")], fields: Some(&SIP_MESSAGE), response: Some(&DONE), within: Some("result") },
        Request { name: "DtmfInfo", body: &[("request", "dtmf_info")], fields: Some(&DTMF_INFO), response: Some(&DONE), within: Some("result") },
        Request { name: "Keyframe", body: &[("request", "keyframe")], fields: Some(&KEYFRAME), response: Some(&DONE), within: Some("result") },
        Request { name: "StartForward", body: &[("request", "rtp_forward")], fields: Some(&START_FORWARD), response: Some(&FORWARDING), within: Some("result") },
        Request { name: "StopForward", body: &[("request", "stop_rtp_forward")], fields: Some(&STOP_FORWARD), response: Some(&FORWARD_STOPPED), within: Some("result") },
        Request { name: "ListForward", body: &[("request", "listforwarders")], fields: Some(&LIST_FORWARD), response: Some(&FORWARDERS), within: Some("result") },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "registering", when: &[Condition::Is("result.event", "registering")], within: Some("result"), shape: &REGISTERING, droppable: false },
        Event { name: "registered", when: &[Condition::Is("result.event", "registered")], within: Some("result"), shape: &REGISTERED, droppable: false },
        Event { name: "registration_failed", when: &[Condition::Is("result.event", "registration_failed")], within: Some("result"), shape: &REGISTRATION_FAILED, droppable: false },
        Event { name: "unregistering", when: &[Condition::Is("result.event", "unregistering")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "unregistered", when: &[Condition::Is("result.event", "unregistered")], within: Some("result"), shape: &UNREGISTERED, droppable: false },
        Event { name: "calling", when: &[Condition::Is("result.event", "calling")], within: Some("result"), shape: &CALLING, droppable: false },
        Event { name: "proceeding", when: &[Condition::Is("result.event", "proceeding")], within: Some("result"), shape: &PROCEEDING, droppable: false },
        Event { name: "ringing", when: &[Condition::Is("result.event", "ringing")], within: Some("result"), shape: &RINGING, droppable: false },
        Event { name: "progress", when: &[Condition::Is("result.event", "progress")], within: Some("result"), shape: &EARLY_MEDIA, droppable: false },
        Event { name: "accepted", when: &[Condition::Is("result.event", "accepted")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "incoming", when: &[Condition::Is("result.event", "incomingcall")], within: Some("result"), shape: &INCOMING, droppable: false },
        Event { name: "updatingcall", when: &[Condition::Is("result.event", "updatingcall")], within: Some("result"), shape: &INCOMING, droppable: false },
        Event { name: "missed", when: &[Condition::Is("result.event", "missed_call")], within: Some("result"), shape: &MISSED, droppable: false },
        Event { name: "hangup", when: &[Condition::Is("result.event", "hangup")], within: Some("result"), shape: &HUNG_UP, droppable: false },
        Event { name: "transfer", when: &[Condition::Is("result.event", "transfer")], within: Some("result"), shape: &TRANSFER_REQUESTED, droppable: false },
        Event { name: "info", when: &[Condition::Is("result.event", "info")], within: Some("result"), shape: &INFO_RECEIVED, droppable: false },
        Event { name: "message", when: &[Condition::Is("result.event", "message")], within: Some("result"), shape: &MESSAGE_RECEIVED, droppable: false },
        Event { name: "messagedelivery", when: &[Condition::Is("result.event", "messagedelivery")], within: Some("result"), shape: &DELIVERY, droppable: false },
        Event { name: "notify", when: &[Condition::Is("result.event", "notify")], within: Some("result"), shape: &NOTIFICATION, droppable: false },
        Event { name: "subscribe_succeeded", when: &[Condition::Is("result.event", "subscribe_succeeded")], within: Some("result"), shape: &SUBSCRIPTION, droppable: false },
        Event { name: "subscribe_failed", when: &[Condition::Is("result.event", "subscribe_failed")], within: Some("result"), shape: &SUBSCRIPTION, droppable: false },
        Event { name: "dtmf", when: &[Condition::Is("result.event", "dtmf")], within: Some("result"), shape: &DTMF_TONE, droppable: false },
        Event { name: "accepting", when: &[Condition::Is("result.event", "accepting")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "progressed", when: &[Condition::Is("result.event", "progressed")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "declining", when: &[Condition::Is("result.event", "declining")], within: Some("result"), shape: &DECLINED, droppable: false },
        Event { name: "updating", when: &[Condition::Is("result.event", "updating")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "updated", when: &[Condition::Is("result.event", "updated")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "holding", when: &[Condition::Is("result.event", "holding")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "resuming", when: &[Condition::Is("result.event", "resuming")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "transferring", when: &[Condition::Is("result.event", "transferring")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "hangingup", when: &[Condition::Is("result.event", "hangingup")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "recordingupdated", when: &[Condition::Is("result.event", "recordingupdated")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "infosent", when: &[Condition::Is("result.event", "infosent")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "messagesent", when: &[Condition::Is("result.event", "messagesent")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "dtmfsent", when: &[Condition::Is("result.event", "dtmfsent")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "keyframesent", when: &[Condition::Is("result.event", "keyframesent")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "rtp_forward", when: &[Condition::Is("result.event", "rtp_forward")], within: Some("result"), shape: &FORWARDING, droppable: false },
        Event { name: "stop_rtp_forward", when: &[Condition::Is("result.event", "stop_rtp_forward")], within: Some("result"), shape: &FORWARD_STOPPED, droppable: false },
        Event { name: "forwarders", when: &[Condition::Is("result.event", "forwarders")], within: Some("result"), shape: &FORWARDERS, droppable: false },
        Event { name: "subscribing", when: &[Condition::Is("result.event", "subscribing")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "unsubscribing", when: &[Condition::Is("result.event", "unsubscribing")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "reset", when: &[Condition::Is("result.event", "reset")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "done", when: &[Condition::Is("sip", "event"), Condition::Lacks("result")], within: Some("result"), shape: &DONE, droppable: false },
    ];

    static REGISTER: Shape = Shape(&[
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "send_register", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::Secret, many: false },
        Field { name: "ha1_secret", holds: Holds::Secret, many: false },
        Field { name: "authuser", holds: Holds::Text, many: false },
        Field { name: "display_name", holds: Holds::Text, many: false },
        Field { name: "user_agent", holds: Holds::Text, many: false },
        Field { name: "proxy", holds: Holds::SipUri, many: false },
        Field { name: "outbound_proxy", holds: Holds::SipUri, many: false },
        Field { name: "register_ttl", holds: Holds::Number, many: false },
        Field { name: "sips", holds: Holds::Flag, many: false },
        Field { name: "force_udp", holds: Holds::Flag, many: false },
        Field { name: "force_tcp", holds: Holds::Flag, many: false },
        Field { name: "rfc2543_cancel", holds: Holds::Flag, many: false },
        Field { name: "refresh", holds: Holds::Flag, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "contact_params", holds: Holds::Object, many: false },
        Field { name: "incoming_header_prefixes", holds: Holds::Text, many: true },
        Field { name: "automatic_ringing", holds: Holds::Flag, many: false },
        Field { name: "master_id", holds: Holds::Number, many: false },
    ]);
    static UNREGISTER: Shape = Shape(&[
    ]);
    static SUBSCRIBE: Shape = Shape(&[
        Field { name: "event", holds: Holds::Text, many: false },
        Field { name: "to", holds: Holds::SipUri, many: false },
        Field { name: "accept", holds: Holds::Text, many: false },
        Field { name: "subscribe_ttl", holds: Holds::Number, many: false },
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "content_type", holds: Holds::Text, many: false },
    ]);
    static UNSUBSCRIBE: Shape = Shape(&[
        Field { name: "event", holds: Holds::Text, many: false },
        Field { name: "to", holds: Holds::SipUri, many: false },
    ]);
    static CALL: Shape = Shape(&[
        Field { name: "uri", holds: Holds::SipUri, many: false },
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "srtp_profile", holds: Holds::Text, many: false },
        Field { name: "autoaccept_reinvites", holds: Holds::Flag, many: false },
        Field { name: "refer_id", holds: Holds::Number, many: false },
        Field { name: "secret", holds: Holds::Secret, many: false },
        Field { name: "ha1_secret", holds: Holds::Secret, many: false },
        Field { name: "authuser", holds: Holds::Text, many: false },
    ]);
    static ACCEPT: Shape = Shape(&[
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "srtp_profile", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "autoaccept_reinvites", holds: Holds::Flag, many: false },
    ]);
    static PROGRESS: Shape = Shape(&[
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "srtp_profile", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "autoaccept_reinvites", holds: Holds::Flag, many: false },
    ]);
    static SEND_RINGING: Shape = Shape(&[
    ]);
    static DECLINE: Shape = Shape(&[
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "refer_id", holds: Holds::Number, many: false },
    ]);
    static UPDATE: Shape = Shape(&[
    ]);
    static HOLD: Shape = Shape(&[
        Field { name: "direction", holds: Holds::Text, many: false },
    ]);
    static UNHOLD: Shape = Shape(&[
    ]);
    static TRANSFER: Shape = Shape(&[
        Field { name: "uri", holds: Holds::SipUri, many: false },
        Field { name: "replace", holds: Holds::Text, many: false },
    ]);
    static SIP_HANGUP: Shape = Shape(&[
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static RESET: Shape = Shape(&[
    ]);
    static CALLING: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
    ]);
    static PROCEEDING: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "code", holds: Holds::Number, many: false },
    ]);
    static RINGING: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static EARLY_MEDIA: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static ACCEPTED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "isfocus", holds: Holds::Flag, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static INCOMING: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "displayname", holds: Holds::Text, many: false },
        Field { name: "callee", holds: Holds::SipUri, many: false },
        Field { name: "referred_by", holds: Holds::SipUri, many: false },
        Field { name: "replaces", holds: Holds::Text, many: false },
        Field { name: "isfocus", holds: Holds::Flag, many: false },
        Field { name: "srtp", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static MISSED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "caller", holds: Holds::SipUri, many: false },
        Field { name: "displayname", holds: Holds::Text, many: false },
        Field { name: "callee", holds: Holds::SipUri, many: false },
    ]);
    static HUNG_UP: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
        Field { name: "reason_header", holds: Holds::Text, many: false },
        Field { name: "reason_header_protocol", holds: Holds::Text, many: false },
        Field { name: "reason_header_cause", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static TRANSFER_REQUESTED: Shape = Shape(&[
        Field { name: "refer_id", holds: Holds::Number, many: false },
        Field { name: "refer_to", holds: Holds::SipUri, many: false },
        Field { name: "referred_by", holds: Holds::SipUri, many: false },
        Field { name: "replaces", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static INFO_RECEIVED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "sender", holds: Holds::SipUri, many: false },
        Field { name: "displayname", holds: Holds::Text, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static MESSAGE_RECEIVED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "sender", holds: Holds::SipUri, many: false },
        Field { name: "displayname", holds: Holds::Text, many: false },
        Field { name: "content_type", holds: Holds::Text, many: false },
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static DELIVERY: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
    ]);
    static NOTIFICATION: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "notify", holds: Holds::Text, many: false },
        Field { name: "substate", holds: Holds::Text, many: false },
        Field { name: "content-type", holds: Holds::Text, many: false },
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static SUBSCRIPTION: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
        Field { name: "expires", holds: Holds::Number, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static DTMF_TONE: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "sender", holds: Holds::SipUri, many: false },
        Field { name: "signal", holds: Holds::Text, many: false },
        Field { name: "duration", holds: Holds::Number, many: false },
    ]);
    static RECORDING: Shape = Shape(&[
        Field { name: "action", holds: Holds::Text, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "peer_audio", holds: Holds::Flag, many: false },
        Field { name: "peer_video", holds: Holds::Flag, many: false },
        Field { name: "send_peer_pli", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
    ]);
    static INFO: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static SIP_MESSAGE: Shape = Shape(&[
        Field { name: "content", holds: Holds::Text, many: false },
        Field { name: "content_type", holds: Holds::Text, many: false },
        Field { name: "uri", holds: Holds::SipUri, many: false },
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static DTMF_INFO: Shape = Shape(&[
        Field { name: "digit", holds: Holds::Text, many: false },
        Field { name: "duration", holds: Holds::Number, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static KEYFRAME: Shape = Shape(&[
        Field { name: "user", holds: Holds::Flag, many: false },
        Field { name: "peer", holds: Holds::Flag, many: false },
    ]);
    static START_FORWARD: Shape = Shape(&[
        Field { name: "streams", holds: Holds::Parts(&FORWARDED_STREAM), many: true },
    ]);
    static FORWARDED_STREAM: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
    static STOP_FORWARD: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
    ]);
    static LIST_FORWARD: Shape = Shape(&[
    ]);
    static REGISTERING: Shape = Shape(&[
        Field { name: "unique_id", holds: Holds::Text, many: false },
    ]);
    static REGISTERED: Shape = Shape(&[
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "register_sent", holds: Holds::Flag, many: false },
        Field { name: "master_id", holds: Holds::Number, many: false },
        Field { name: "helper", holds: Holds::Flag, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
        Field { name: "unique_id", holds: Holds::Text, many: false },
    ]);
    static UNREGISTERED: Shape = Shape(&[
        Field { name: "username", holds: Holds::SipUri, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static REGISTRATION_FAILED: Shape = Shape(&[
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
        Field { name: "headers", holds: Holds::Object, many: false },
    ]);
    static DECLINED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "code", holds: Holds::Number, many: false },
        Field { name: "refer_id", holds: Holds::Number, many: false },
    ]);
    static DONE: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
    ]);
    static FORWARDING: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
    static FORWARDER: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "media", holds: Holds::Text, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "srtp", holds: Holds::Flag, many: false },
    ]);
    static FORWARD_STOPPED: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
    ]);
    static FORWARDERS: Shape = Shape(&[
        Field { name: "call_id", holds: Holds::Text, many: false },
        Field { name: "rtp_forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
}

mod streaming {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "streaming", package: "janus.plugin.streaming", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "CreateRtpMountpoint", body: &[("request", "create"), ("type", "rtp")], fields: Some(&CREATE_RTP_MOUNTPOINT), response: Some(&CREATED), within: Some("stream") },
        Request { name: "CreateLiveMountpoint", body: &[("request", "create"), ("type", "live")], fields: Some(&CREATE_LIVE_MOUNTPOINT), response: Some(&CREATED), within: Some("stream") },
        Request { name: "CreateOndemandMountpoint", body: &[("request", "create"), ("type", "ondemand")], fields: Some(&CREATE_ONDEMAND_MOUNTPOINT), response: Some(&CREATED), within: Some("stream") },
        Request { name: "CreateRtspMountpoint", body: &[("request", "create"), ("type", "rtsp")], fields: Some(&CREATE_RTSP_MOUNTPOINT), response: Some(&CREATED), within: Some("stream") },
        Request { name: "StartRecording", body: &[("request", "recording"), ("action", "start")], fields: Some(&START_RECORDING), response: Some(&DONE), within: None },
        Request { name: "StopRecording", body: &[("request", "recording"), ("action", "stop")], fields: Some(&STOP_RECORDING), response: Some(&DONE), within: None },
        Request { name: "DestroyMountpoint", body: &[("request", "destroy")], fields: Some(&DESTROY_MOUNTPOINT), response: Some(&DESTROYED), within: None },
        Request { name: "Edit", body: &[("request", "edit")], fields: Some(&EDIT), response: Some(&EDITED), within: None },
        Request { name: "List", body: &[("request", "list")], fields: Some(&LIST), response: Some(&MOUNTPOINTS), within: None },
        Request { name: "Info", body: &[("request", "info")], fields: Some(&INFO), response: Some(&DETAILS), within: Some("info") },
        Request { name: "Enable", body: &[("request", "enable")], fields: Some(&ENABLE), response: Some(&DONE), within: None },
        Request { name: "Disable", body: &[("request", "disable")], fields: Some(&DISABLE), response: Some(&DONE), within: None },
        Request { name: "KickAll", body: &[("request", "kick_all")], fields: Some(&KICK_ALL), response: Some(&DONE), within: None },
        Request { name: "Watch", body: &[("request", "watch")], fields: Some(&WATCH), response: Some(&STATUS), within: Some("result") },
        Request { name: "Start", body: &[("request", "start")], fields: Some(&START), response: Some(&STATUS), within: Some("result") },
        Request { name: "Pause", body: &[("request", "pause")], fields: Some(&PAUSE), response: Some(&STATUS), within: Some("result") },
        Request { name: "Stop", body: &[("request", "stop")], fields: Some(&STOP), response: Some(&STATUS), within: Some("result") },
        Request { name: "Configure", body: &[("request", "configure")], fields: Some(&CONFIGURE), response: Some(&CONFIGURED), within: Some("result") },
        Request { name: "Switch", body: &[("request", "switch")], fields: Some(&SWITCH), response: Some(&SWITCHED), within: Some("result") },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "status", when: &[Condition::Has("result.status")], within: Some("result"), shape: &STATUS, droppable: false },
        Event { name: "configured", when: &[Condition::Is("result.event", "configured")], within: Some("result"), shape: &CONFIGURED, droppable: false },
        Event { name: "switched", when: &[Condition::Has("result.switched")], within: Some("result"), shape: &SWITCHED, droppable: false },
        Event { name: "layers", when: &[Condition::Has("result.substream")], within: Some("result"), shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("result.temporal")], within: Some("result"), shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("result.spatial_layer")], within: Some("result"), shape: &LAYERS, droppable: true },
        Event { name: "layers", when: &[Condition::Has("result.temporal_layer")], within: Some("result"), shape: &LAYERS, droppable: true },
        Event { name: "edited", when: &[Condition::Is("event", "edited")], within: None, shape: &EDITED, droppable: false },
        Event { name: "rtsp_disconnected", when: &[Condition::Is("event", "rtsp-disconnected")], within: None, shape: &SOURCE, droppable: false },
        Event { name: "rtsp_reconnected", when: &[Condition::Is("event", "rtsp-reconnected")], within: None, shape: &SOURCE, droppable: false },
        Event { name: "changed", when: &[Condition::Is("streaming", "edited")], within: None, shape: &EDITED, droppable: false },
        Event { name: "list", when: &[Condition::Is("streaming", "list")], within: None, shape: &MOUNTPOINTS, droppable: false },
        Event { name: "info", when: &[Condition::Is("streaming", "info")], within: Some("info"), shape: &DETAILS, droppable: false },
        Event { name: "created", when: &[Condition::Is("streaming", "created")], within: Some("stream"), shape: &CREATED, droppable: false },
        Event { name: "destroyed", when: &[Condition::Is("streaming", "destroyed")], within: None, shape: &DESTROYED, droppable: false },
        Event { name: "kicked_all", when: &[Condition::Is("streaming", "kicked_all")], within: None, shape: &DONE, droppable: false },
        Event { name: "ok", when: &[Condition::Is("streaming", "ok")], within: None, shape: &DONE, droppable: false },
    ];

    static CREATE_RTP_MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "media", holds: Holds::Parts(&MEDIA), many: true },
        Field { name: "collision", holds: Holds::Number, many: false },
        Field { name: "threads", holds: Holds::Number, many: false },
        Field { name: "srtpsuite", holds: Holds::Number, many: false },
        Field { name: "srtpcrypto", holds: Holds::Secret, many: false },
        Field { name: "e2ee", holds: Holds::Flag, many: false },
        Field { name: "playoutdelay_ext", holds: Holds::Flag, many: false },
        Field { name: "abscapturetime_src_ext_id", holds: Holds::Number, many: false },
        Field { name: "bufferkf_ms", holds: Holds::Number, many: false },
        Field { name: "bufferkf_bytes", holds: Holds::Number, many: false },
        Field { name: "h264sps", holds: Holds::Text, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "audioport", holds: Holds::Number, many: false },
        Field { name: "audiortcpport", holds: Holds::Number, many: false },
        Field { name: "audiomcast", holds: Holds::Host, many: false },
        Field { name: "audioiface", holds: Holds::Interface, many: false },
        Field { name: "audiopt", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "audiortpmap", holds: Holds::Text, many: false },
        Field { name: "audiofmtp", holds: Holds::Text, many: false },
        Field { name: "audioskew", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "videoport", holds: Holds::Number, many: false },
        Field { name: "videortcpport", holds: Holds::Number, many: false },
        Field { name: "videomcast", holds: Holds::Host, many: false },
        Field { name: "videoiface", holds: Holds::Interface, many: false },
        Field { name: "videopt", holds: Holds::Number, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "videortpmap", holds: Holds::Text, many: false },
        Field { name: "videofmtp", holds: Holds::Text, many: false },
        Field { name: "videobufferkf", holds: Holds::Flag, many: false },
        Field { name: "videoskew", holds: Holds::Flag, many: false },
        Field { name: "videosimulcast", holds: Holds::Flag, many: false },
        Field { name: "videoport2", holds: Holds::Number, many: false },
        Field { name: "videoport3", holds: Holds::Number, many: false },
        Field { name: "videosvc", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "dataport", holds: Holds::Number, many: false },
        Field { name: "datamcast", holds: Holds::Host, many: false },
        Field { name: "dataiface", holds: Holds::Interface, many: false },
        Field { name: "databuffermsg", holds: Holds::Flag, many: false },
        Field { name: "datatype", holds: Holds::Text, many: false },
    ]);
    static CREATE_LIVE_MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "audiofmtp", holds: Holds::Text, many: false },
        Field { name: "audiopt", holds: Holds::Number, many: false },
    ]);
    static CREATE_ONDEMAND_MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "audiofmtp", holds: Holds::Text, many: false },
        Field { name: "audiopt", holds: Holds::Number, many: false },
    ]);
    static CREATE_RTSP_MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "url", holds: Holds::Url, many: false },
        Field { name: "rtsp_user", holds: Holds::Text, many: false },
        Field { name: "rtsp_pwd", holds: Holds::Secret, many: false },
        Field { name: "rtsp_quirk", holds: Holds::Flag, many: false },
        Field { name: "rtsp_failcheck", holds: Holds::Flag, many: false },
        Field { name: "rtspiface", holds: Holds::Interface, many: false },
        Field { name: "rtsp_reconnect_delay", holds: Holds::Number, many: false },
        Field { name: "rtsp_session_timeout", holds: Holds::Number, many: false },
        Field { name: "rtsp_timeout", holds: Holds::Number, many: false },
        Field { name: "rtsp_conn_timeout", holds: Holds::Number, many: false },
        Field { name: "rtsp_notify_changes", holds: Holds::Flag, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "audiopt", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "audiofmtp", holds: Holds::Text, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "videopt", holds: Holds::Number, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "videofmtp", holds: Holds::Text, many: false },
        Field { name: "videobufferkf", holds: Holds::Flag, many: false },
        Field { name: "bufferkf_ms", holds: Holds::Number, many: false },
        Field { name: "bufferkf_bytes", holds: Holds::Number, many: false },
        Field { name: "threads", holds: Holds::Number, many: false },
    ]);
    static DESTROY_MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EDIT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_description", holds: Holds::Text, many: false },
        Field { name: "new_metadata", holds: Holds::Text, many: false },
        Field { name: "new_secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_pin", holds: Holds::AccessKey, many: false },
        Field { name: "new_is_private", holds: Holds::Flag, many: false },
        Field { name: "edited_event", holds: Holds::Flag, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static LIST: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static INFO: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static ENABLE: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static DISABLE: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "stop_recording", holds: Holds::Flag, many: false },
    ]);
    static KICK_ALL: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static START_RECORDING: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "media", holds: Holds::Parts(&RECORDED_MEDIA), many: true },
        Field { name: "audio", holds: Holds::File, many: false },
        Field { name: "video", holds: Holds::File, many: false },
        Field { name: "data", holds: Holds::File, many: false },
    ]);
    static STOP_RECORDING: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "media", holds: Holds::Parts(&RECORDED_MEDIA), many: true },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
    ]);
    static RECORDED_MEDIA: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
    ]);
    static MEDIA: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "label", holds: Holds::Text, many: false },
        Field { name: "msid", holds: Holds::Text, many: false },
        Field { name: "mcast", holds: Holds::Host, many: false },
        Field { name: "iface", holds: Holds::Interface, many: false },
        Field { name: "rtcpport", holds: Holds::Number, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "rtpmap", holds: Holds::Text, many: false },
        Field { name: "fmtp", holds: Holds::Text, many: false },
        Field { name: "skew", holds: Holds::Flag, many: false },
        Field { name: "bufferkf", holds: Holds::Flag, many: false },
        Field { name: "simulcast", holds: Holds::Flag, many: false },
        Field { name: "port2", holds: Holds::Number, many: false },
        Field { name: "port3", holds: Holds::Number, many: false },
        Field { name: "svc", holds: Holds::Flag, many: false },
        Field { name: "h264sps", holds: Holds::Text, many: false },
        Field { name: "buffermsg", holds: Holds::Flag, many: false },
        Field { name: "datatype", holds: Holds::Text, many: false },
    ]);
    static STATUS: Shape = Shape(&[
        Field { name: "status", holds: Holds::Text, many: false },
    ]);
    static CONFIGURED: Shape = Shape(&[
    ]);
    static SWITCHED: Shape = Shape(&[
        Field { name: "switched", holds: Holds::Text, many: false },
        Field { name: "id", holds: Holds::Mountpoint, many: false },
    ]);
    static LAYERS: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
    ]);
    static CREATED: Shape = Shape(&[
        Field { name: "created", holds: Holds::Text, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "ports", holds: Holds::Parts(&PORTS), many: true },
        Field { name: "audio_port", holds: Holds::Number, many: false },
        Field { name: "audio_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "video_port", holds: Holds::Number, many: false },
        Field { name: "video_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "video_port_2", holds: Holds::Number, many: false },
        Field { name: "video_port_3", holds: Holds::Number, many: false },
        Field { name: "data_port", holds: Holds::Number, many: false },
        Field { name: "audio_host", holds: Holds::Text, many: false },
        Field { name: "video_host", holds: Holds::Text, many: false },
        Field { name: "data_host", holds: Holds::Text, many: false },
        Field { name: "warning", holds: Holds::Text, many: false },
    ]);
    static PORTS: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "msid", holds: Holds::Text, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
        Field { name: "port_2", holds: Holds::Number, many: false },
        Field { name: "port_3", holds: Holds::Number, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
    ]);
    static DESTROYED: Shape = Shape(&[
        Field { name: "destroyed", holds: Holds::Mountpoint, many: false },
    ]);
    static EDITED: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
    ]);
    static MOUNTPOINTS: Shape = Shape(&[
        Field { name: "list", holds: Holds::Parts(&MOUNTPOINT), many: true },
    ]);
    static MOUNTPOINT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "enabled", holds: Holds::Flag, many: false },
        Field { name: "media", holds: Holds::Parts(&MEDIA_DETAILS), many: true },
    ]);
    static DETAILS: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "name", holds: Holds::Text, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "enabled", holds: Holds::Flag, many: false },
        Field { name: "viewers", holds: Holds::Number, many: false },
        Field { name: "media", holds: Holds::Parts(&MEDIA_DETAILS), many: true },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "rtsp", holds: Holds::Flag, many: false },
        Field { name: "url", holds: Holds::Secret, many: false },
        Field { name: "rtsp_user", holds: Holds::Text, many: false },
        Field { name: "rtsp_pwd", holds: Holds::Secret, many: false },
        Field { name: "rtsp_quirk", holds: Holds::Flag, many: false },
        Field { name: "srtp", holds: Holds::Flag, many: false },
        Field { name: "collision", holds: Holds::Number, many: false },
        Field { name: "threads", holds: Holds::Number, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "bufferkf_ms", holds: Holds::Number, many: false },
        Field { name: "bufferkf_bytes", holds: Holds::Number, many: false },
    ]);
    static MEDIA_DETAILS: Shape = Shape(&[
        Field { name: "mindex", holds: Holds::Number, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "label", holds: Holds::Text, many: false },
        Field { name: "msid", holds: Holds::Text, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "rtpmap", holds: Holds::Text, many: false },
        Field { name: "fmtp", holds: Holds::Text, many: false },
        Field { name: "videobufferkf", holds: Holds::Flag, many: false },
        Field { name: "videosimulcast", holds: Holds::Flag, many: false },
        Field { name: "videosvc", holds: Holds::Flag, many: false },
        Field { name: "skew_compensation", holds: Holds::Flag, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcpport", holds: Holds::Number, many: false },
        Field { name: "port2", holds: Holds::Number, many: false },
        Field { name: "port3", holds: Holds::Number, many: false },
        Field { name: "age_ms", holds: Holds::Number, many: false },
        Field { name: "recording", holds: Holds::Flag, many: false },
        Field { name: "datatype", holds: Holds::Text, many: false },
    ]);
    static DONE: Shape = Shape(&[
    ]);
    static SOURCE: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
    ]);
    static WATCH: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "media", holds: Holds::Text, many: true },
        Field { name: "restart", holds: Holds::Flag, many: false },
        Field { name: "offer_audio", holds: Holds::Flag, many: false },
        Field { name: "offer_video", holds: Holds::Flag, many: false },
        Field { name: "offer_data", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
    ]);
    static START: Shape = Shape(&[
    ]);
    static PAUSE: Shape = Shape(&[
    ]);
    static STOP: Shape = Shape(&[
    ]);
    static CONFIGURE: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "streams", holds: Holds::Parts(&STREAM_CHANGE), many: true },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
    ]);
    static SWITCH: Shape = Shape(&[
        Field { name: "id", holds: Holds::Mountpoint, many: false },
    ]);
    static STREAM_CHANGE: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
    ]);
}

mod textroom {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "textroom", package: "janus.plugin.textroom", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Create", body: &[("request", "create")], fields: Some(&CREATE), response: Some(&CREATED), within: None },
        Request { name: "Edit", body: &[("request", "edit")], fields: Some(&EDIT), response: Some(&CREATED), within: None },
        Request { name: "Destroy", body: &[("request", "destroy")], fields: Some(&DESTROY), response: Some(&CREATED), within: None },
        Request { name: "Exists", body: &[("request", "exists")], fields: Some(&EXISTS), response: Some(&EXISTENCE), within: None },
        Request { name: "List", body: &[("request", "list")], fields: Some(&LIST), response: Some(&ROOMS), within: None },
        Request { name: "ListParticipants", body: &[("request", "listparticipants")], fields: Some(&LIST_PARTICIPANTS), response: Some(&PARTICIPANTS), within: None },
        Request { name: "Allow", body: &[("request", "allowed")], fields: Some(&ALLOW), response: Some(&ALLOWED), within: None },
        Request { name: "Kick", body: &[("request", "kick")], fields: Some(&KICK), response: Some(&DONE), within: None },
        Request { name: "Announcement", body: &[("request", "announcement")], fields: Some(&ANNOUNCEMENT), response: Some(&DONE), within: None },
        Request { name: "Setup", body: &[("request", "setup")], fields: Some(&SETUP), response: Some(&NEGOTIATION), within: None },
        Request { name: "Ack", body: &[("request", "ack")], fields: Some(&ACK), response: Some(&NEGOTIATION), within: None },
        Request { name: "Restart", body: &[("request", "restart")], fields: Some(&RESTART), response: Some(&NEGOTIATION), within: None },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "created", when: &[Condition::Is("textroom", "created")], within: None, shape: &CREATED, droppable: false },
        Event { name: "edited", when: &[Condition::Is("textroom", "edited")], within: None, shape: &CREATED, droppable: false },
        Event { name: "destroyed", when: &[Condition::Is("textroom", "destroyed")], within: None, shape: &CREATED, droppable: false },
        Event { name: "result", when: &[Condition::Is("textroom", "event"), Condition::Has("result")], within: None, shape: &NEGOTIATION, droppable: false },
        Event { name: "exists", when: &[Condition::Is("textroom", "success"), Condition::Has("exists")], within: None, shape: &EXISTENCE, droppable: false },
        Event { name: "list", when: &[Condition::Is("textroom", "success"), Condition::Has("list")], within: None, shape: &ROOMS, droppable: false },
        Event { name: "participants_list", when: &[Condition::Has("participants")], within: None, shape: &PARTICIPANTS, droppable: false },
        Event { name: "success", when: &[Condition::Is("textroom", "success")], within: None, shape: &ALLOWED, droppable: false },
        Event { name: "success", when: &[Condition::Is("textbridge", "success")], within: None, shape: &ALLOWED, droppable: false },
    ];

    static CREATE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "history", holds: Holds::Number, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "post", holds: Holds::Text, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EDIT: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_description", holds: Holds::Text, many: false },
        Field { name: "new_secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_pin", holds: Holds::AccessKey, many: false },
        Field { name: "new_post", holds: Holds::Text, many: false },
        Field { name: "new_is_private", holds: Holds::Flag, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static DESTROY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static LIST: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static ALLOW: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "action", holds: Holds::Text, many: false },
        Field { name: "allowed", holds: Holds::User, many: true },
    ]);
    static KICK: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "username", holds: Holds::User, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static ANNOUNCEMENT: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "text", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static NEGOTIATION: Shape = Shape(&[
        Field { name: "result", holds: Holds::Text, many: false },
    ]);
    static CREATED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTENCE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "exists", holds: Holds::Flag, many: false },
    ]);
    static ROOMS: Shape = Shape(&[
        Field { name: "list", holds: Holds::Parts(&ROOM), many: true },
    ]);
    static ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "pin_required", holds: Holds::Flag, many: false },
        Field { name: "num_participants", holds: Holds::Number, many: false },
        Field { name: "history", holds: Holds::Number, many: false },
    ]);
    static PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static PARTICIPANT: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
    ]);
    static ALLOWED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "allowed", holds: Holds::User, many: true },
    ]);
    static DONE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static SETUP: Shape = Shape(&[
    ]);
    static ACK: Shape = Shape(&[
    ]);
    static RESTART: Shape = Shape(&[
    ]);
}

mod videocall {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "videocall", package: "janus.plugin.videocall", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "List", body: &[("request", "list")], fields: Some(&LIST), response: Some(&USERS), within: Some("result") },
        Request { name: "Register", body: &[("request", "register")], fields: Some(&REGISTER), response: Some(&REGISTERED), within: Some("result") },
        Request { name: "Call", body: &[("request", "call")], fields: Some(&CALL), response: Some(&CALLING), within: Some("result") },
        Request { name: "Accept", body: &[("request", "accept")], fields: Some(&ACCEPT), response: Some(&ACCEPTED), within: Some("result") },
        Request { name: "Set", body: &[("request", "set")], fields: Some(&SET), response: Some(&DONE), within: Some("result") },
        Request { name: "HangupCall", body: &[("request", "hangup")], fields: Some(&HANGUP_CALL), response: Some(&HANGUP), within: Some("result") },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "incoming_call", when: &[Condition::Is("result.event", "incomingcall")], within: Some("result"), shape: &INCOMING_CALL, droppable: false },
        Event { name: "accepted", when: &[Condition::Is("result.event", "accepted")], within: Some("result"), shape: &ACCEPTED, droppable: false },
        Event { name: "update", when: &[Condition::Is("result.event", "update")], within: Some("result"), shape: &UPDATE, droppable: false },
        Event { name: "hangup", when: &[Condition::Is("result.event", "hangup")], within: Some("result"), shape: &HANGUP, droppable: false },
        Event { name: "simulcast", when: &[Condition::Is("result.event", "simulcast")], within: Some("result"), shape: &SIMULCAST, droppable: true },
        Event { name: "slowlink", when: &[Condition::Is("result.event", "slow_link")], within: Some("result"), shape: &SLOW_LINK, droppable: true },
        Event { name: "registered", when: &[Condition::Is("result.event", "registered")], within: Some("result"), shape: &REGISTERED, droppable: false },
        Event { name: "calling", when: &[Condition::Is("result.event", "calling")], within: Some("result"), shape: &CALLING, droppable: false },
        Event { name: "set", when: &[Condition::Is("result.event", "set")], within: Some("result"), shape: &DONE, droppable: false },
        Event { name: "list", when: &[Condition::Has("result.list")], within: Some("result"), shape: &USERS, droppable: false },
    ];

    static USERS: Shape = Shape(&[
        Field { name: "list", holds: Holds::User, many: true },
    ]);
    static REGISTERED: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
    ]);
    static CALLING: Shape = Shape(&[
        Field { name: "event", holds: Holds::Text, many: false },
        Field { name: "username", holds: Holds::User, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
    ]);
    static INCOMING_CALL: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
    ]);
    static ACCEPTED: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
    ]);
    static UPDATE: Shape = Shape(&[
    ]);
    static HANGUP: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
    ]);
    static SIMULCAST: Shape = Shape(&[
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
    ]);
    static SLOW_LINK: Shape = Shape(&[
        Field { name: "media", holds: Holds::Text, many: false },
        Field { name: "current-bitrate", holds: Holds::Bitrate, many: false },
    ]);
    static DONE: Shape = Shape(&[
    ]);
    static LIST: Shape = Shape(&[
    ]);
    static REGISTER: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
    ]);
    static CALL: Shape = Shape(&[
        Field { name: "username", holds: Holds::User, many: false },
    ]);
    static ACCEPT: Shape = Shape(&[
    ]);
    static SET: Shape = Shape(&[
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "restart", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
    ]);
    static HANGUP_CALL: Shape = Shape(&[
        Field { name: "reason", holds: Holds::Text, many: false },
    ]);
}

mod videoroom {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "videoroom", package: "janus.plugin.videoroom", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "JoinPublisher", body: &[("request", "join"), ("ptype", "publisher")], fields: Some(&JOIN_PUBLISHER), response: Some(&JOINED), within: None },
        Request { name: "JoinConfigurePublisher", body: &[("request", "joinandconfigure"), ("ptype", "publisher")], fields: Some(&JOIN_CONFIGURE_PUBLISHER), response: Some(&JOINED), within: None },
        Request { name: "JoinSubscriber", body: &[("request", "join"), ("ptype", "subscriber")], fields: Some(&JOIN_SUBSCRIBER), response: Some(&ATTACHED), within: None },
        Request { name: "StartForward", body: &[("request", "rtp_forward")], fields: Some(&START_FORWARD), response: Some(&FORWARDING), within: None },
        Request { name: "StopForward", body: &[("request", "stop_rtp_forward")], fields: Some(&STOP_FORWARD), response: Some(&FORWARD_STOPPED), within: None },
        Request { name: "ListForward", body: &[("request", "listforwarders")], fields: Some(&LIST_FORWARD), response: Some(&FORWARDERS), within: None },
        Request { name: "PublishRemotely", body: &[("request", "publish_remotely")], fields: Some(&PUBLISH_REMOTELY), response: Some(&REMOTE), within: None },
        Request { name: "UnpublishRemotely", body: &[("request", "unpublish_remotely")], fields: Some(&UNPUBLISH_REMOTELY), response: Some(&REMOTE), within: None },
        Request { name: "ListRemotes", body: &[("request", "listremotes")], fields: Some(&LIST_REMOTES), response: Some(&REMOTES), within: None },
        Request { name: "AddRemotePublisher", body: &[("request", "add_remote_publisher")], fields: Some(&ADD_REMOTE_PUBLISHER), response: Some(&REMOTE), within: None },
        Request { name: "UpdateRemotePublisher", body: &[("request", "update_remote_publisher")], fields: Some(&UPDATE_REMOTE_PUBLISHER), response: Some(&DONE), within: None },
        Request { name: "RemoveRemotePublisher", body: &[("request", "remove_remote_publisher")], fields: Some(&REMOVE_REMOTE_PUBLISHER), response: Some(&DONE), within: None },
        Request { name: "Create", body: &[("request", "create")], fields: Some(&CREATE), response: Some(&CREATED), within: None },
        Request { name: "Edit", body: &[("request", "edit")], fields: Some(&EDIT), response: Some(&CREATED), within: None },
        Request { name: "Destroy", body: &[("request", "destroy")], fields: Some(&DESTROY), response: Some(&CREATED), within: None },
        Request { name: "Exists", body: &[("request", "exists")], fields: Some(&EXISTS), response: Some(&EXISTENCE), within: None },
        Request { name: "List", body: &[("request", "list")], fields: Some(&LIST), response: Some(&ROOMS), within: None },
        Request { name: "Allow", body: &[("request", "allowed")], fields: Some(&ALLOW), response: Some(&ALLOWED), within: None },
        Request { name: "Kick", body: &[("request", "kick")], fields: Some(&KICK), response: Some(&DONE), within: None },
        Request { name: "Moderate", body: &[("request", "moderate")], fields: Some(&MODERATE), response: Some(&DONE), within: None },
        Request { name: "ListParticipants", body: &[("request", "listparticipants")], fields: Some(&LIST_PARTICIPANTS), response: Some(&PARTICIPANTS), within: None },
        Request { name: "EnableRecording", body: &[("request", "enable_recording")], fields: Some(&ENABLE_RECORDING), response: Some(&RECORDING), within: None },
        Request { name: "Publish", body: &[("request", "publish")], fields: Some(&PUBLISH), response: Some(&CONFIGURED), within: None },
        Request { name: "Configure", body: &[("request", "configure")], fields: Some(&CONFIGURE), response: Some(&CONFIGURED), within: None },
        Request { name: "Unpublish", body: &[("request", "unpublish")], fields: Some(&UNPUBLISH), response: Some(&UNPUBLISHED), within: None },
        Request { name: "Leave", body: &[("request", "leave")], fields: Some(&LEAVE), response: Some(&LEAVING), within: None },
        Request { name: "Start", body: &[("request", "start")], fields: Some(&START), response: Some(&STARTED), within: None },
        Request { name: "Pause", body: &[("request", "pause")], fields: Some(&PAUSE), response: Some(&PAUSED), within: None },
        Request { name: "Switch", body: &[("request", "switch")], fields: Some(&SWITCH), response: Some(&SWITCHED), within: None },
        Request { name: "Subscribe", body: &[("request", "subscribe")], fields: Some(&SUBSCRIBE), response: Some(&UPDATED), within: None },
        Request { name: "Unsubscribe", body: &[("request", "unsubscribe")], fields: Some(&UNSUBSCRIBE), response: Some(&UPDATED), within: None },
        Request { name: "Update", body: &[("request", "update")], fields: Some(&UPDATE), response: Some(&UPDATED), within: None },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "joined", when: &[Condition::Is("videoroom", "joined")], within: None, shape: &JOINED, droppable: false },
        Event { name: "subscribed", when: &[Condition::Is("videoroom", "attached")], within: None, shape: &ATTACHED, droppable: false },
        Event { name: "updated", when: &[Condition::Is("videoroom", "updated")], within: None, shape: &UPDATED, droppable: false },
        Event { name: "updating", when: &[Condition::Is("videoroom", "updating")], within: None, shape: &UPDATED, droppable: false },
        Event { name: "talking", when: &[Condition::Is("videoroom", "talking")], within: None, shape: &TALKING, droppable: true },
        Event { name: "talking", when: &[Condition::Is("videoroom", "stopped-talking")], within: None, shape: &TALKING, droppable: true },
        Event { name: "slowlink", when: &[Condition::Is("videoroom", "slow_link")], within: None, shape: &SLOW_LINK, droppable: true },
        Event { name: "destroyed", when: &[Condition::Is("videoroom", "destroyed")], within: None, shape: &DESTROYED, droppable: false },
        Event { name: "created", when: &[Condition::Is("videoroom", "created")], within: None, shape: &CREATED, droppable: false },
        Event { name: "edited", when: &[Condition::Is("videoroom", "edited")], within: None, shape: &CREATED, droppable: false },
        Event { name: "participants_list", when: &[Condition::Is("videoroom", "participants")], within: None, shape: &PARTICIPANTS, droppable: false },
        Event { name: "rtp_fwd_started", when: &[Condition::Is("videoroom", "rtp_forward")], within: None, shape: &FORWARDING, droppable: false },
        Event { name: "rtp_fwd_stopped", when: &[Condition::Is("videoroom", "stop_rtp_forward")], within: None, shape: &FORWARD_STOPPED, droppable: false },
        Event { name: "rtp_fwd_list", when: &[Condition::Is("videoroom", "forwarders")], within: None, shape: &FORWARDERS, droppable: false },
        Event { name: "exists", when: &[Condition::Is("videoroom", "success"), Condition::Has("exists")], within: None, shape: &EXISTENCE, droppable: false },
        Event { name: "list", when: &[Condition::Is("videoroom", "success"), Condition::Has("list")], within: None, shape: &REMOTES, droppable: false },
        Event { name: "allowed", when: &[Condition::Is("videoroom", "success"), Condition::Has("allowed")], within: None, shape: &ALLOWED, droppable: false },
        Event { name: "recording_enabled_state", when: &[Condition::Is("videoroom", "success"), Condition::Has("record")], within: None, shape: &RECORDING, droppable: false },
        Event { name: "success", when: &[Condition::Is("videoroom", "success")], within: None, shape: &REMOTE, droppable: false },
        Event { name: "publisher_joined", when: &[Condition::Has("joining")], within: Some("joining"), shape: &PEER_JOINED, droppable: false },
        Event { name: "publisher_list", when: &[Condition::Has("publishers")], within: None, shape: &PUBLISHER_LIST, droppable: false },
        Event { name: "configured", when: &[Condition::Has("configured")], within: None, shape: &CONFIGURED, droppable: false },
        Event { name: "started", when: &[Condition::Has("started")], within: None, shape: &STARTED, droppable: false },
        Event { name: "paused", when: &[Condition::Has("paused")], within: None, shape: &PAUSED, droppable: false },
        Event { name: "switched", when: &[Condition::Has("switched")], within: None, shape: &SWITCHED, droppable: false },
        Event { name: "unpublished", when: &[Condition::Has("unpublished")], within: None, shape: &UNPUBLISHED, droppable: false },
        Event { name: "leaving", when: &[Condition::Has("leaving")], within: None, shape: &LEAVING, droppable: false },
        Event { name: "leaving", when: &[Condition::Has("left")], within: None, shape: &LEAVING, droppable: false },
        Event { name: "kicked", when: &[Condition::Has("kicked")], within: None, shape: &KICKED, droppable: false },
        Event { name: "moderated", when: &[Condition::Has("moderation")], within: None, shape: &MODERATED, droppable: false },
        Event { name: "display", when: &[Condition::Has("display")], within: None, shape: &DISPLAY, droppable: false },
        Event { name: "display", when: &[Condition::Has("metadata")], within: None, shape: &DISPLAY, droppable: false },
        Event { name: "sc_substream_layer", when: &[Condition::Has("substream")], within: None, shape: &SUBSTREAM_LAYER, droppable: true },
        Event { name: "sc_temporal_layers", when: &[Condition::Has("temporal")], within: None, shape: &TEMPORAL_LAYERS, droppable: true },
        Event { name: "svc_layers", when: &[Condition::Has("spatial_layer")], within: None, shape: &SVC_LAYERS, droppable: true },
        Event { name: "svc_layers", when: &[Condition::Has("temporal_layer")], within: None, shape: &SVC_LAYERS, droppable: true },
    ];

    static JOINED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "private_id", holds: Holds::Number, many: false },
        Field { name: "publishers", holds: Holds::Parts(&PUBLISHER), many: true },
        Field { name: "attendees", holds: Holds::Parts(&ATTENDEE), many: true },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "audio_codec", holds: Holds::Text, many: false },
        Field { name: "video_codec", holds: Holds::Text, many: false },
        Field { name: "streams", holds: Holds::Parts(&STREAM), many: true },
    ]);
    static PUBLISHER: Shape = Shape(&[
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "dummy", holds: Holds::Flag, many: false },
        Field { name: "talking", holds: Holds::Flag, many: false },
        Field { name: "audio_codec", holds: Holds::Text, many: false },
        Field { name: "video_codec", holds: Holds::Text, many: false },
        Field { name: "streams", holds: Holds::Parts(&STREAM), many: true },
    ]);
    static ATTENDEE: Shape = Shape(&[
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static PUBLISHER_LIST: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publishers", holds: Holds::Parts(&PUBLISHER), many: true },
    ]);
    static CONFIGURED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "configured", holds: Holds::Text, many: false },
        Field { name: "audio_codec", holds: Holds::Text, many: false },
        Field { name: "video_codec", holds: Holds::Text, many: false },
        Field { name: "streams", holds: Holds::Parts(&STREAM), many: true },
    ]);
    static UNPUBLISHED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "unpublished", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static LEAVING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "leaving", holds: Holds::Feed, many: false },
        Field { name: "left", holds: Holds::Feed, many: false },
        Field { name: "reason", holds: Holds::Text, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static UPDATED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "streams", holds: Holds::Parts(&SUBSCRIBER_STREAM), many: true },
    ]);
    static RECORDING: Shape = Shape(&[
        Field { name: "record", holds: Holds::Flag, many: false },
    ]);
    static PEER_JOINED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static KICKED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "kicked", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static DISPLAY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
    ]);
    static MODERATED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "moderation", holds: Holds::Text, many: false },
    ]);
    static DESTROYED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static TALKING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "mindex", holds: Holds::Number, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "audio-level-dBov-avg", holds: Holds::Number, many: false },
        Field { name: "videoroom", holds: Holds::Flag, many: false },
    ]);
    static SLOW_LINK: Shape = Shape(&[
        Field { name: "current-bitrate", holds: Holds::Bitrate, many: false },
    ]);
    static SUBSTREAM_LAYER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
    ]);
    static TEMPORAL_LAYERS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
    ]);
    static SVC_LAYERS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
    ]);
    static START_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "streams", holds: Holds::Parts(&FORWARD_STREAM), many: true },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "audio_port", holds: Holds::Number, many: false },
        Field { name: "audio_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "audio_ssrc", holds: Holds::Number, many: false },
        Field { name: "audio_pt", holds: Holds::Number, many: false },
        Field { name: "video_port", holds: Holds::Number, many: false },
        Field { name: "video_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "video_ssrc", holds: Holds::Number, many: false },
        Field { name: "video_pt", holds: Holds::Number, many: false },
        Field { name: "video_port_2", holds: Holds::Number, many: false },
        Field { name: "video_ssrc_2", holds: Holds::Number, many: false },
        Field { name: "video_pt_2", holds: Holds::Number, many: false },
        Field { name: "video_port_3", holds: Holds::Number, many: false },
        Field { name: "video_ssrc_3", holds: Holds::Number, many: false },
        Field { name: "video_pt_3", holds: Holds::Number, many: false },
        Field { name: "data_port", holds: Holds::Number, many: false },
        Field { name: "simulcast", holds: Holds::Flag, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
    static STOP_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_FORWARD: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static PUBLISH_REMOTELY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "remote_id", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
    static UNPUBLISH_REMOTELY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "remote_id", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_REMOTES: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static ADD_REMOTE_PUBLISHER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "mcast", holds: Holds::Host, many: false },
        Field { name: "iface", holds: Holds::Interface, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
        Field { name: "streams", holds: Holds::Parts(&REMOTE_STREAM), many: true },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
    static UPDATE_REMOTE_PUBLISHER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "streams", holds: Holds::Parts(&REMOTE_STREAM), many: true },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "srtp_suite", holds: Holds::Number, many: false },
        Field { name: "srtp_crypto", holds: Holds::Secret, many: false },
    ]);
    static REMOVE_REMOTE_PUBLISHER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static CREATE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
        Field { name: "publishers", holds: Holds::Number, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "bitrate_cap", holds: Holds::Flag, many: false },
        Field { name: "fir_freq", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "vp9_profile", holds: Holds::Text, many: false },
        Field { name: "h264_profile", holds: Holds::Text, many: false },
        Field { name: "opus_fec", holds: Holds::Flag, many: false },
        Field { name: "opus_dtx", holds: Holds::Flag, many: false },
        Field { name: "video_svc", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_ext", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_event", holds: Holds::Flag, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "videoorient_ext", holds: Holds::Flag, many: false },
        Field { name: "playoutdelay_ext", holds: Holds::Flag, many: false },
        Field { name: "transport_wide_cc_ext", holds: Holds::Flag, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "rec_dir", holds: Holds::File, many: false },
        Field { name: "lock_record", holds: Holds::Flag, many: false },
        Field { name: "notify_joining", holds: Holds::Flag, many: false },
        Field { name: "require_pvtid", holds: Holds::Flag, many: false },
        Field { name: "signed_tokens", holds: Holds::Flag, many: false },
        Field { name: "require_e2ee", holds: Holds::Flag, many: false },
        Field { name: "dummy_publisher", holds: Holds::Flag, many: false },
        Field { name: "dummy_streams", holds: Holds::Parts(&DUMMY_STREAM), many: true },
        Field { name: "dummy_e2ee", holds: Holds::Flag, many: false },
        Field { name: "threads", holds: Holds::Number, many: false },
    ]);
    static EDIT: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_description", holds: Holds::Text, many: false },
        Field { name: "new_is_private", holds: Holds::Flag, many: false },
        Field { name: "new_secret", holds: Holds::AccessKey, many: false },
        Field { name: "new_pin", holds: Holds::AccessKey, many: false },
        Field { name: "new_require_pvtid", holds: Holds::Flag, many: false },
        Field { name: "new_bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "new_fir_freq", holds: Holds::Number, many: false },
        Field { name: "new_publishers", holds: Holds::Number, many: false },
        Field { name: "new_lock_record", holds: Holds::Flag, many: false },
        Field { name: "new_rec_dir", holds: Holds::File, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static DESTROY: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
    ]);
    static LIST: Shape = Shape(&[
        Field { name: "admin_key", holds: Holds::AccessKey, many: false },
    ]);
    static ALLOW: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "action", holds: Holds::Text, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
    ]);
    static KICK: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static MODERATE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "mute", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static LIST_PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static ENABLE_RECORDING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
    ]);
    static JOIN_PUBLISHER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "token", holds: Holds::AccessKey, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "descriptions", holds: Holds::Parts(&DESCRIPTION), many: true },
    ]);
    static JOIN_CONFIGURE_PUBLISHER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "token", holds: Holds::AccessKey, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "descriptions", holds: Holds::Parts(&DESCRIPTION), many: true },
    ]);
    static PUBLISH: Shape = Shape(&[
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "descriptions", holds: Holds::Parts(&DESCRIPTION), many: true },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
    ]);
    static CONFIGURE: Shape = Shape(&[
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "filename", holds: Holds::File, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "descriptions", holds: Holds::Parts(&DESCRIPTION), many: true },
        Field { name: "keyframe", holds: Holds::Flag, many: false },
        Field { name: "restart", holds: Holds::Flag, many: false },
        Field { name: "update", holds: Holds::Flag, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "secret", holds: Holds::AccessKey, many: false },
        Field { name: "streams", holds: Holds::Parts(&STREAM_CHANGE), many: true },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
    ]);
    static UNPUBLISH: Shape = Shape(&[
    ]);
    static LEAVE: Shape = Shape(&[
    ]);
    static ATTACHED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "streams", holds: Holds::Parts(&SUBSCRIBER_STREAM), many: true },
        Field { name: "warning", holds: Holds::Text, many: false },
    ]);
    static STARTED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "started", holds: Holds::Text, many: false },
    ]);
    static PAUSED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "paused", holds: Holds::Text, many: false },
    ]);
    static SWITCHED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "switched", holds: Holds::Text, many: false },
        Field { name: "changes", holds: Holds::Number, many: false },
        Field { name: "streams", holds: Holds::Parts(&SUBSCRIBER_STREAM), many: true },
    ]);
    static CREATED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "permanent", holds: Holds::Flag, many: false },
    ]);
    static EXISTENCE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "exists", holds: Holds::Flag, many: false },
    ]);
    static ROOMS: Shape = Shape(&[
        Field { name: "list", holds: Holds::Parts(&ROOM), many: true },
    ]);
    static ROOM: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "pin_required", holds: Holds::Flag, many: false },
        Field { name: "is_private", holds: Holds::Flag, many: false },
        Field { name: "max_publishers", holds: Holds::Number, many: false },
        Field { name: "bitrate", holds: Holds::Bitrate, many: false },
        Field { name: "bitrate_cap", holds: Holds::Flag, many: false },
        Field { name: "fir_freq", holds: Holds::Number, many: false },
        Field { name: "require_pvtid", holds: Holds::Flag, many: false },
        Field { name: "require_e2ee", holds: Holds::Flag, many: false },
        Field { name: "dummy_publisher", holds: Holds::Flag, many: false },
        Field { name: "notify_joining", holds: Holds::Flag, many: false },
        Field { name: "audiocodec", holds: Holds::Text, many: false },
        Field { name: "videocodec", holds: Holds::Text, many: false },
        Field { name: "opus_fec", holds: Holds::Flag, many: false },
        Field { name: "opus_dtx", holds: Holds::Flag, many: false },
        Field { name: "video_svc", holds: Holds::Flag, many: false },
        Field { name: "record", holds: Holds::Flag, many: false },
        Field { name: "rec_dir", holds: Holds::File, many: false },
        Field { name: "lock_record", holds: Holds::Flag, many: false },
        Field { name: "num_participants", holds: Holds::Number, many: false },
        Field { name: "audiolevel_ext", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_event", holds: Holds::Flag, many: false },
        Field { name: "audio_active_packets", holds: Holds::Number, many: false },
        Field { name: "audio_level_average", holds: Holds::Number, many: false },
        Field { name: "videoorient_ext", holds: Holds::Flag, many: false },
        Field { name: "playoutdelay_ext", holds: Holds::Flag, many: false },
        Field { name: "transport_wide_cc_ext", holds: Holds::Flag, many: false },
    ]);
    static ALLOWED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "allowed", holds: Holds::Text, many: true },
    ]);
    static DONE: Shape = Shape(&[
    ]);
    static PARTICIPANTS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "participants", holds: Holds::Parts(&PARTICIPANT), many: true },
    ]);
    static PARTICIPANT: Shape = Shape(&[
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "metadata", holds: Holds::Any, many: false },
        Field { name: "publisher", holds: Holds::Flag, many: false },
        Field { name: "talking", holds: Holds::Flag, many: false },
        Field { name: "dummy", holds: Holds::Flag, many: false },
        Field { name: "remote", holds: Holds::Flag, many: false },
    ]);
    static FORWARDING: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "forwarders", holds: Holds::Parts(&FORWARDER), many: true },
        Field { name: "rtp_stream", holds: Holds::Any, many: false },
    ]);
    static FORWARDER: Shape = Shape(&[
        Field { name: "stream_id", holds: Holds::Number, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "local_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "remote_rtcp_port", holds: Holds::Number, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "srtp", holds: Holds::Flag, many: false },
    ]);
    static FORWARD_STOPPED: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "stream_id", holds: Holds::Number, many: false },
    ]);
    static FORWARDERS: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "publishers", holds: Holds::Parts(&FEED_FORWARDERS), many: true },
    ]);
    static FEED_FORWARDERS: Shape = Shape(&[
        Field { name: "publisher_id", holds: Holds::Feed, many: false },
        Field { name: "display", holds: Holds::Text, many: false },
        Field { name: "forwarders", holds: Holds::Parts(&FORWARDER), many: true },
    ]);
    static REMOTE: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "remote_id", holds: Holds::Text, many: false },
        Field { name: "ip", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
    ]);
    static REMOTES: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "id", holds: Holds::Feed, many: false },
        Field { name: "list", holds: Holds::Parts(&DESTINATION), many: true },
    ]);
    static DESTINATION: Shape = Shape(&[
        Field { name: "remote_id", holds: Holds::Text, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
    ]);
    static STREAM: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "mindex", holds: Holds::Number, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "disabled", holds: Holds::Flag, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "moderated", holds: Holds::Flag, many: false },
        Field { name: "simulcast", holds: Holds::Flag, many: false },
        Field { name: "svc", holds: Holds::Flag, many: false },
        Field { name: "talking", holds: Holds::Flag, many: false },
        Field { name: "stereo", holds: Holds::Flag, many: false },
        Field { name: "fec", holds: Holds::Flag, many: false },
        Field { name: "dtx", holds: Holds::Flag, many: false },
        Field { name: "h264_profile", holds: Holds::Text, many: false },
        Field { name: "vp9_profile", holds: Holds::Text, many: false },
    ]);
    static SUBSCRIBER_STREAM: Shape = Shape(&[
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "active", holds: Holds::Flag, many: false },
        Field { name: "mindex", holds: Holds::Number, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "crossrefid", holds: Holds::Text, many: false },
        Field { name: "ready", holds: Holds::Flag, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "feed_id", holds: Holds::Feed, many: false },
        Field { name: "feed_display", holds: Holds::Text, many: false },
        Field { name: "feed_mid", holds: Holds::Text, many: false },
        Field { name: "feed_description", holds: Holds::Text, many: false },
        Field { name: "feed_metadata", holds: Holds::Any, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "h264-profile", holds: Holds::Text, many: false },
        Field { name: "vp9-profile", holds: Holds::Text, many: false },
        Field { name: "playout-delay", holds: Holds::Parts(&PLAYOUT_DELAY), many: false },
        Field { name: "simulcast", holds: Holds::Parts(&SIMULCAST_STATE), many: false },
        Field { name: "svc", holds: Holds::Parts(&SVC_STATE), many: false },
        Field { name: "sources", holds: Holds::Number, many: false },
        Field { name: "source_ids", holds: Holds::Feed, many: true },
    ]);
    static PLAYOUT_DELAY: Shape = Shape(&[
        Field { name: "min-delay", holds: Holds::Number, many: false },
        Field { name: "max-delay", holds: Holds::Number, many: false },
    ]);
    static SIMULCAST_STATE: Shape = Shape(&[
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "substream-target", holds: Holds::Number, many: false },
        Field { name: "temporal-layer", holds: Holds::Number, many: false },
        Field { name: "temporal-layer-target", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
    ]);
    static SVC_STATE: Shape = Shape(&[
        Field { name: "spatial-layer", holds: Holds::Number, many: false },
        Field { name: "target-spatial-layer", holds: Holds::Number, many: false },
        Field { name: "temporal-layer", holds: Holds::Number, many: false },
        Field { name: "target-temporal-layer", holds: Holds::Number, many: false },
    ]);
    static JOIN_SUBSCRIBER: Shape = Shape(&[
        Field { name: "room", holds: Holds::Room, many: false },
        Field { name: "feed", holds: Holds::Feed, many: false },
        Field { name: "streams", holds: Holds::Parts(&SUBSCRIPTION), many: true },
        Field { name: "private_id", holds: Holds::Number, many: false },
        Field { name: "pin", holds: Holds::AccessKey, many: false },
        Field { name: "token", holds: Holds::AccessKey, many: false },
        Field { name: "autoupdate", holds: Holds::Flag, many: false },
        Field { name: "use_msid", holds: Holds::Flag, many: false },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
        Field { name: "offer_audio", holds: Holds::Flag, many: false },
        Field { name: "offer_video", holds: Holds::Flag, many: false },
        Field { name: "offer_data", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
    ]);
    static START: Shape = Shape(&[
    ]);
    static PAUSE: Shape = Shape(&[
    ]);
    static SWITCH: Shape = Shape(&[
        Field { name: "feed", holds: Holds::Feed, many: false },
        Field { name: "streams", holds: Holds::Parts(&SWITCH_STREAM), many: true },
        Field { name: "audio", holds: Holds::Flag, many: false },
        Field { name: "video", holds: Holds::Flag, many: false },
        Field { name: "data", holds: Holds::Flag, many: false },
    ]);
    static SUBSCRIBE: Shape = Shape(&[
        Field { name: "streams", holds: Holds::Parts(&SUBSCRIPTION), many: true },
    ]);
    static UNSUBSCRIBE: Shape = Shape(&[
        Field { name: "streams", holds: Holds::Parts(&UNSUBSCRIPTION), many: true },
    ]);
    static UPDATE: Shape = Shape(&[
        Field { name: "subscribe", holds: Holds::Parts(&SUBSCRIPTION), many: true },
        Field { name: "unsubscribe", holds: Holds::Parts(&UNSUBSCRIPTION), many: true },
    ]);
    static DESCRIPTION: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
    ]);
    static STREAM_CHANGE: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "keyframe", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
    ]);
    static SUBSCRIPTION: Shape = Shape(&[
        Field { name: "feed", holds: Holds::Feed, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "crossrefid", holds: Holds::Text, many: false },
        Field { name: "send", holds: Holds::Flag, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "fallback", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
        Field { name: "min_delay", holds: Holds::Number, many: false },
        Field { name: "max_delay", holds: Holds::Number, many: false },
    ]);
    static UNSUBSCRIPTION: Shape = Shape(&[
        Field { name: "feed", holds: Holds::Feed, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "sub_mid", holds: Holds::Text, many: false },
    ]);
    static SWITCH_STREAM: Shape = Shape(&[
        Field { name: "feed", holds: Holds::Feed, many: false },
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "sub_mid", holds: Holds::Text, many: false },
        Field { name: "substream", holds: Holds::Number, many: false },
        Field { name: "temporal", holds: Holds::Number, many: false },
        Field { name: "spatial_layer", holds: Holds::Number, many: false },
        Field { name: "temporal_layer", holds: Holds::Number, many: false },
    ]);
    static DUMMY_STREAM: Shape = Shape(&[
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "fmtp", holds: Holds::Text, many: false },
    ]);
    static FORWARD_STREAM: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "port", holds: Holds::Number, many: false },
        Field { name: "host", holds: Holds::Host, many: false },
        Field { name: "host_family", holds: Holds::Text, many: false },
        Field { name: "rtcp_port", holds: Holds::Number, many: false },
        Field { name: "pt", holds: Holds::Number, many: false },
        Field { name: "ssrc", holds: Holds::Number, many: false },
        Field { name: "simulcast", holds: Holds::Flag, many: false },
        Field { name: "port_2", holds: Holds::Number, many: false },
        Field { name: "ssrc_2", holds: Holds::Number, many: false },
        Field { name: "pt_2", holds: Holds::Number, many: false },
        Field { name: "port_3", holds: Holds::Number, many: false },
        Field { name: "ssrc_3", holds: Holds::Number, many: false },
        Field { name: "pt_3", holds: Holds::Number, many: false },
    ]);
    static REMOTE_STREAM: Shape = Shape(&[
        Field { name: "mid", holds: Holds::Text, many: false },
        Field { name: "mindex", holds: Holds::Number, many: false },
        Field { name: "type", holds: Holds::Text, many: false },
        Field { name: "codec", holds: Holds::Text, many: false },
        Field { name: "description", holds: Holds::Text, many: false },
        Field { name: "disabled", holds: Holds::Flag, many: false },
        Field { name: "stereo", holds: Holds::Flag, many: false },
        Field { name: "fec", holds: Holds::Flag, many: false },
        Field { name: "dtx", holds: Holds::Flag, many: false },
        Field { name: "h264_profile", holds: Holds::Text, many: false },
        Field { name: "vp9_profile", holds: Holds::Text, many: false },
        Field { name: "simulcast", holds: Holds::Flag, many: false },
        Field { name: "svc", holds: Holds::Flag, many: false },
        Field { name: "audiolevel_ext_id", holds: Holds::Number, many: false },
        Field { name: "videoorient_ext_id", holds: Holds::Number, many: false },
        Field { name: "playoutdelay_ext_id", holds: Holds::Number, many: false },
    ]);
}

mod voicemail {
    use super::*;

    pub const PLUGIN: Plugin = Plugin { name: "voicemail", package: "janus.plugin.voicemail", requests: REQUESTS, events: EVENTS };

    const REQUESTS: &[Request] = &[
        Request { name: "Record", body: &[("request", "record")], fields: Some(&RECORD), response: Some(&STATUS), within: None },
        Request { name: "Update", body: &[("request", "update")], fields: Some(&UPDATE), response: Some(&STATUS), within: None },
        Request { name: "Stop", body: &[("request", "stop")], fields: Some(&STOP), response: Some(&STATUS), within: None },
    ];

    const EVENTS: &[Event] = &[
        Event { name: "status", when: &[Condition::Has("status")], within: None, shape: &STATUS, droppable: false },
    ];

    static RECORD: Shape = Shape(&[
    ]);
    static UPDATE: Shape = Shape(&[
    ]);
    static STOP: Shape = Shape(&[
    ]);
    static STATUS: Shape = Shape(&[
        Field { name: "status", holds: Holds::Text, many: false },
        Field { name: "recording", holds: Holds::Text, many: false },
    ]);
}
