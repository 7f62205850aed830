import { showStream, type LocalTrack, type Watch, type WatchedStream } from 'bifrons/webrtc';
import { StrictMode, useEffect, useRef, useState, type FormEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { useConference, type Entry } from './conference';
import './style.css';

function App() {
  const [entry, setEntry] = useState<Entry>();
  const { tracks, streams, watching, ended } = useConference(entry);
  if (!entry) return <Lobby enter={setEntry} />;
  return (
    <>
      {ended && <p role="alert">{ended}</p>}
      <main>
        {tracks.map((track) => track.kind === 'video' && <Own key={track.source} track={track} />)}
        {watching && streams.map((stream) => <Other key={stream.id} watching={watching} stream={stream} />)}
      </main>
      <nav>
        {tracks.map((track) => <Mute key={track.source} track={track} />)}
        <button onClick={() => setEntry(undefined)}>Leave</button>
      </nav>
    </>
  );
}

function Lobby({ enter }: { enter: (entry: Entry) => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { url, room, display } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    enter({ url, room: Number(room), display });
  };
  return (
    <form onSubmit={submit}>
      <label>Janus <input name="url" type="url" defaultValue="ws://127.0.0.1:8188" required /></label>
      <label>Room <input name="room" type="number" defaultValue="1234" required /></label>
      <label>Your name <input name="display" required /></label>
      <button>Join</button>
    </form>
  );
}

function Own({ track }: { track: LocalTrack }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    element.current!.srcObject = new MediaStream([track.track!]);
  }, [track]);
  return <figure><video ref={element} autoPlay playsInline muted /><figcaption>You</figcaption></figure>;
}

function Other({ watching, stream }: { watching: Watch; stream: WatchedStream }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => showStream(watching, stream, element.current!), [watching, stream.id]);
  if (stream.kind === 'audio') return <audio ref={element} autoPlay />;
  return <figure><video ref={element} autoPlay playsInline /><figcaption>{stream.display}</figcaption></figure>;
}

function Mute({ track }: { track: LocalTrack }) {
  const [muted, setMuted] = useState(track.muted);
  const toggle = () => (muted ? track.unmute() : track.mute()).then(() => setMuted(track.muted));
  return <button aria-pressed={muted} onClick={toggle}>{muted ? 'Unmute' : 'Mute'} {track.source}</button>;
}

createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
