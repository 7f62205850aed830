// Values that may be missing, under `exactOptionalPropertyTypes`.
import { connect } from 'bifrons';
import type { CallOptions, Configuration } from 'bifrons';
import Streaming from 'bifrons/plugins/streaming';
import VideoRoom from 'bifrons/plugins/videoroom';

export async function optional(env: { [name: string]: string | undefined }, number: number | undefined, options: CallOptions): Promise<void> {
  const configuration: Configuration = {
    address: { url: env['JANUS'] ?? 'ws://127.0.0.1:8188', apisecret: env['SECRET'], token: env['TOKEN'] },
    max_retries: number,
    request_timeout_ms: number,
    reconnect: { within_secs: number, rebuild: undefined },
    ws_options: undefined,
  };
  const connection = await connect(configuration, env['KEY'], { signal: options.signal });
  const session = await connection.create(number, { timeout_ms: number, id: number });
  const handle = await session.attach(VideoRoom, { opaque_id: env['USER'], signal: options.signal });
  const { room } = await handle.create({ room: number, pin: env['PIN'], max_publishers: number }, { timeout_ms: number });
  await handle.joinSubscriber({ room, streams: [{ feed: 1, mid: env['MID'] }] });
  await (await session.attach(Streaming)).createRtpMountpoint({ id: number, video: { port: number, rtpmap: env['MAP'] } });
}
