// The events of each plugin: their names, and the data of each.
import { connect } from 'bifrons';
import type { EndReason, Jsep, Session } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge';
import Duktape from 'bifrons/plugins/duktape';
import EchoTest from 'bifrons/plugins/echotest';
import Lua from 'bifrons/plugins/lua';
import NoSip from 'bifrons/plugins/nosip';
import RecordPlay from 'bifrons/plugins/recordplay';
import Sip from 'bifrons/plugins/sip';
import Streaming from 'bifrons/plugins/streaming';
import TextRoom from 'bifrons/plugins/textroom';
import VideoCall from 'bifrons/plugins/videocall';
import VideoRoom from 'bifrons/plugins/videoroom';
import VoiceMail from 'bifrons/plugins/voicemail';

type Id = number | string;

export async function* audiobridge(session: Session) {
  for await (const { event, data } of await session.attach(AudioBridge)) {
    if (event === 'audiobridge_talking') yield [data.feed satisfies Id, data.talking satisfies boolean];
    if (event === AudioBridge.EVENT.AUDIOBRIDGE_PEER_LEAVING) yield data.feed satisfies Id;
    if (event === 'handle_detached') yield data.reason satisfies EndReason;
  }
}

export async function* scripts(session: Session) {
  for await (const { event, data } of await session.attach(Lua)) if (event === 'lua_message') yield [data.jsep?.sdp satisfies string | undefined, data['any']];
  for await (const { event, data } of await session.attach(Duktape)) if (event === 'duktape_message') yield data['any'];
}

export async function* echotest(session: Session) {
  const handle = await session.attach(EchoTest);
  for await (const next of handle) {
    switch (next.event) {
      case 'echotest_result':
        yield next.data.jsep satisfies Jsep | undefined;
        break;
      case EchoTest.EVENT.ECHOTEST_LAYERS:
        yield next.data.substream satisfies number | undefined;
        break;
      case 'echotest_error':
        yield next.data.plugin === EchoTest.ERROR.INVALID_SDP;
        break;
      case 'echotest_slowlink':
        yield [next.data.media satisfies string, next.data.extra?.['newer'] satisfies unknown];
        break;
      case 'handle_webrtcup':
      case 'handle_hangup':
      case 'handle_detached':
      case 'handle_event':
      case 'handle_ice_failed':
      case 'handle_media':
      case 'handle_missed':
      case 'handle_other':
      case 'handle_rebuilt':
      case 'handle_slowlink':
      case 'handle_trickle':
        break;
      default:
        // All events have their case.
        next satisfies never;
    }
  }
}

export async function* nosip(session: Session) {
  for await (const { event, data } of await session.attach(NoSip)) if (event === 'nosip_error') yield data.code;
}

export async function* recordplay(session: Session) {
  for await (const { event, data } of await session.attach(RecordPlay)) if (event === 'recordplay_done') yield data.extra;
}

export async function* sip(session: Session) {
  for await (const { event, data } of await session.attach(Sip)) {
    if (event === 'sip_incoming') yield [data.username satisfies string, data.jsep?.type];
    if (event === 'sip_hangup') yield data.code satisfies number | undefined;
  }
}

export async function* streaming(session: Session) {
  for await (const { event, data } of await session.attach(Streaming)) if (event === 'streaming_status') yield data.status satisfies string | undefined;
}

export async function* textroom(session: Session) {
  for await (const { event, data } of await session.attach(TextRoom)) if (event === 'textroom_error') yield data.plugin satisfies number | undefined;
}

export async function* videocall(session: Session) {
  for await (const { event, data } of await session.attach(VideoCall)) if (event === 'videocall_incoming_call') yield data.jsep?.sdp;
}

export async function* videoroom(session: Session) {
  for await (const { event, data } of await session.attach(VideoRoom)) {
    if (event === 'videoroom_publisher_list') for (const { feed, streams } of data.publishers) yield [feed satisfies Id, streams?.[0]?.type];
    if (event === 'videoroom_talking') yield [data.feed satisfies Id, data.talking satisfies boolean];
    if (event === 'videoroom_unpublished') yield data.feed satisfies Id | undefined;
  }
}

export async function* voicemail(session: Session) {
  for await (const { event, data } of await session.attach(VoiceMail)) if (event === 'voicemail_status') yield data.recording satisfies string | undefined;
}

/** Attached by name: the plugin's events have no known type, those of every handle have. */
export async function* byName(session: Session) {
  for await (const { event, data } of await session.attach('janus.plugin.echotest')) {
    if (event === 'handle_event') yield data.data satisfies unknown;
    if (event === 'handle_missed') yield data.count satisfies number;
  }
  // A plugin that is not Janus's own.
  await session.attach('janus.plugin.of.mine');
}

export async function* lifecycle(url: string) {
  const connection = await connect({ address: { url }, reconnect: true });
  const session = await connection.create();
  for await (const { event, data } of connection) {
    if (event === 'connection_resumed') yield data.outage_ms satisfies number;
    if (event === 'connection_error') yield data.code;
    if (event === 'connection_closed') yield data.id satisfies number;
  }
  for await (const { event, data } of session) yield [event satisfies 'session_destroyed', data.reason satisfies EndReason];
}
