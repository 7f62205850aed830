import { keepFitting } from './layout.js';

const grids = { camera: document.querySelector('#people'), screen: document.querySelector('#screens') };
const blank = document.querySelector('#tile').content.firstElementChild;
const tiles = new Map();
for (const grid of Object.values(grids)) keepFitting(grid);

/**
 * Shows everybody: { feed, display, talking, you, streams: [{ source, muted }] } each, one tile a person and one
 * a screen. `trackOf(feed, source)` gives what plays there.
 */
export function show(people, trackOf) {
  const shown = new Set();
  for (const person of people) {
    for (const source of ['camera', 'screen']) {
      if (source === 'screen' && !streamOf(person, 'screen')) continue;
      const key = `${person.feed}/${source}`;
      shown.add(key);
      draw(tiles.get(key) ?? make(key, source), person, source, trackOf);
    }
  }
  for (const [key, tile] of tiles) {
    if (shown.has(key)) continue;
    tile.remove();
    tiles.delete(key);
  }
}

function make(key, source) {
  const tile = blank.cloneNode(true);
  tile.dataset.source = source;
  tiles.set(key, tile);
  grids[source].append(tile);
  return tile;
}

/** Texts of others are only ever put in as text. */
function draw(tile, person, source, trackOf) {
  const { feed, display, talking, you = false } = person;
  const camera = source === 'camera';
  const microphone = streamOf(person, 'microphone');
  const picture = streamOf(person, source);
  tile.classList.toggle('you', you);
  tile.classList.toggle('talking', camera && talking && !microphone?.muted);
  tile.classList.toggle('silent', camera && (!microphone || microphone.muted));
  tile.classList.toggle('dark', !picture || picture.muted);
  tile.querySelector('.letter').textContent = [...display][0].toUpperCase();
  tile.querySelector('.name').textContent = nameOf(display, camera, you);
  const heard = camera && !you ? [trackOf(feed, 'microphone')] : [];
  play(tile.querySelector('video'), [...heard, trackOf(feed, source)].filter(Boolean), you);
}

/** A video that already plays these tracks is left alone: a new stream would flicker. */
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
