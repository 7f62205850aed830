import { keepFitting } from './layout.js';

const grids = { camera: document.querySelector('#participants'), screen: document.querySelector('#screens') };
const tiles = new Map();
for (const grid of Object.values(grids)) keepFitting(grid);

/**
 * Shows the participants, { feed, display, talking, you, streams: [{ source, muted }] } each: one tile per participant
 * and one per screen. `trackOf(feed, source)` returns the track of a tile; `complete(tile, participant, source)` may add to it.
 */
export function show(participants, trackOf, complete = () => {}) {
  const shown = new Set();
  for (const participant of participants) {
    for (const source of ['camera', 'screen']) {
      if (source === 'screen' && !streamOf(participant, 'screen')) continue;
      const key = `${participant.feed}/${source}`;
      shown.add(key);
      const tile = tiles.get(key) ?? createTile(key, source);
      draw(tile, participant, source, trackOf);
      complete(tile, participant, source);
    }
  }
  for (const [key, tile] of tiles) {
    if (shown.has(key)) continue;
    tile.remove();
    tiles.delete(key);
  }
}

const TILE = `
  <div class="letter" aria-hidden="true"></div>
  <video autoplay playsinline></video>
  <figcaption>
    <svg class="muted" role="img" aria-label="muted"><use href="icons.svg#microphone-off"/></svg>
    <span class="name"></span>
  </figcaption>`;

function createTile(key, source) {
  const tile = Object.assign(document.createElement('figure'), { className: 'tile', innerHTML: TILE });
  tile.dataset.source = source;
  tiles.set(key, tile);
  grids[source].append(tile);
  return tile;
}

/** Texts from other users are never inserted as HTML. */
function draw(tile, participant, source, trackOf) {
  const { feed, display, talking, you = false } = participant;
  const camera = source === 'camera';
  const microphone = streamOf(participant, 'microphone');
  const picture = streamOf(participant, source);
  tile.classList.toggle('you', you);
  tile.classList.toggle('talking', camera && talking && !microphone?.muted);
  tile.classList.toggle('silent', camera && (!microphone || microphone.muted));
  tile.classList.toggle('dark', !picture || picture.muted);
  tile.querySelector('.letter').textContent = [...display][0].toUpperCase();
  tile.querySelector('.name').textContent = nameOf(display, camera, you);
  const audible = camera && !you ? [trackOf(feed, 'microphone')] : [];
  play(tile.querySelector('video'), [...audible, trackOf(feed, source)].filter(Boolean), you);
}

/** A video that already plays these tracks is not changed, as a new stream would flicker. */
function play(video, tracks, muted) {
  const playing = video.srcObject?.getTracks() ?? [];
  const same = tracks.length === playing.length && tracks.every((track) => playing.includes(track));
  if (same) return;
  video.muted = muted;
  video.srcObject = tracks.length > 0 ? new MediaStream(tracks) : null;
}

function nameOf(display, camera, you) {
  if (camera) return you ? `${display} (you)` : display;
  return you ? 'Your screen' : `${display}’s screen`;
}

const streamOf = ({ streams }, source) => streams.find((stream) => stream.source === source);
