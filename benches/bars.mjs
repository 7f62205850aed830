// What was promised: the most that a figure may be, as a multiple of another client's or by itself.

/** Bifrons under a workload, as a multiple of another client. */
const times = (part, workload, against, bar) => ({
  part,
  name: `${part} ${workload}, to ${against}`,
  bar,
  of: (measured) => measured[workload].bifrons.median() / measured[workload][against].median(),
});

/** A figure by itself. */
const absolute = (part, name, bar, of) => ({ part, name, bar, of });

export const BARS = [
  times('native', 'start_1', 'floor', 1.1),
  times('native', 'start_32', 'floor', 1.0),
  times('native', 'trickle_32', 'floor', 1.0),
  times('native', 'list200_8', 'floor', 1.1),
  times('native', 'list200_8_typed', 'floor', 2.5),
  times('native', 'events', 'floor', 1.5),
  absolute('native', 'native start_32, 50,000 handles to 50', 1.5, (it) => it.start_32_of_50000.bifrons.median() / it.start_32_of_50.bifrons.median()),
  absolute('native', 'native events, 50,000 handles to 50', 1.5, (it) => it.events_of_50000.bifrons.median() / it.events_of_50.bifrons.median()),
  absolute('native', 'native idle handle, bytes', 600, (it) => it.handles.bifrons.median(1)),
  times('node', 'start_1', 'janode', 0.9),
  times('node', 'start_32', 'janode', 0.8),
  times('node', 'trickle_32', 'janode', 0.8),
  times('node', 'list200_8', 'janode', 1.0),
  times('node', 'events', 'janode', 1.0),
  times('node', 'events', 'floor', 1.25),
  absolute('node', 'node idle handle, RSS to janode', 1.0, (it) => it.handles.bifrons.median(1) / it.handles.janode.median(1)),
  absolute('node', 'node import to first answer, to janode', 1.0, (it) => it.load.bifrons.median() / it.load.janode.median()),
  absolute('sizes', 'engine, KB gzipped', 90, ({ gzipped }) => gzipped / 1024),
  absolute('sizes', 'tarball, KB', 450, ({ tarball }) => tarball / 1024),
  absolute('sizes', 'crates with default features', 75, ({ crates }) => crates),
];
