import Bifrons from 'bifrons';
import VideoRoom from 'bifrons/plugins/videoroom';
import { joinRoom, openDevices, publish, watch, type LocalTrack, type Watch, type WatchedStream } from 'bifrons/webrtc';
import { useEffect, useState } from 'react';

/** Where and as whom to take part. */
export interface Entry {
  url: string;
  room: number;
  display: string;
}

export interface Conference {
  tracks: LocalTrack[];
  streams: WatchedStream[];
  watching?: Watch;
  ended?: string;
}

const NOTHING: Conference = { tracks: [], streams: [] };

/** Takes part in a conference as long as there is an entry and the component is mounted. */
export function useConference(entry: Entry | undefined): Conference {
  const [conference, setConference] = useState(NOTHING);
  useEffect(() => {
    if (!entry) return;
    const leaving = new AbortController();
    const show = (change: Partial<Conference>) => {
      if (!leaving.signal.aborted) setConference((former) => ({ ...former, ...change }));
    };
    takePart(entry, show, leaving.signal).catch(({ message }: Error) => show({ ended: message }));
    return () => {
      leaving.abort();
      setConference(NOTHING);
    };
  }, [entry]);
  return conference;
}

async function takePart({ url, room, display }: Entry, show: (change: Partial<Conference>) => void, signal: AbortSignal) {
  const connection = await Bifrons.connect({ address: { url }, max_retries: 0, reconnect: true }, null, { signal });
  const tracks = Object.values(await openDevices());
  const leave = () => {
    for (const track of tracks) track.stop();
    connection.close();
  };
  if (signal.aborted) return leave();
  signal.addEventListener('abort', leave);
  const session = await connection.create();
  const joined = await joinRoom(await session.attach(VideoRoom), { room, display });
  joined.on('ended', ({ reason }) => show({ ended: reason }));
  await publish(joined, tracks);
  const watching = watch(joined, await session.attach(VideoRoom));
  for (const event of ['added', 'changed', 'removed'] as const) watching.on(event, () => show({ streams: watching.streams }));
  show({ tracks, watching });
}
