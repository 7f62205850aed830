// The targets: the maximum of each measurement, absolute or as a multiple of another client's.

/** Bifrons under a workload, as a multiple of another client. */
const times = (part, workload, against, target) => ({
  part,
  name: `${part} ${workload}, to ${against}`,
  target,
  of: (measured) => measured[workload].bifrons.median() / measured[workload][against].median(),
});

/** An absolute measurement. */
const absolute = (part, name, target, of) => ({ part, name, target, of });

export const TARGETS = [
  times('native', 'start_1', 'floor', 1.1),
  times('native', 'start_32', 'floor', 1.0),
  times('native', 'trickle_32', 'floor', 1.0),
  times('native', 'list200_8', 'floor', 1.1),
  times('native', 'list200_8_typed', 'floor', 2.5),
  times('native', 'events', 'floor', 1.5),
  absolute('native', 'native start_32, 50,000 handles to 50', 1.5, (native) => native.start_32_of_50000.bifrons.median() / native.start_32_of_50.bifrons.median()),
  absolute('native', 'native events, 50,000 handles to 50', 1.5, (native) => native.events_of_50000.bifrons.median() / native.events_of_50.bifrons.median()),
  absolute('native', 'native idle handle, bytes', 600, (native) => native.handles.bifrons.median(1)),
  times('node', 'start_1', 'floor', 1.03),
  times('node', 'start_32', 'janode', 0.7),
  times('node', 'trickle_32', 'janode', 0.45),
  times('node', 'list200_8', 'janode', 0.95),
  times('node', 'events', 'janode', 1.0),
  times('node', 'events', 'floor', 1.12),
  absolute('node', 'node idle handle, RSS to janode', 0.9, (node) => node.handles.bifrons.median(1) / node.handles.janode.median(1)),
  absolute('node', 'node import to first response, to janode', 1.0, (node) => node.load.bifrons.median() / node.load.janode.median()),
  absolute('page', 'first response in Chromium, bifrons/slim to janus.js', 1.2, (page) => page.slim.median() / page.janus.median()),
  absolute('sizes', 'page with bifrons/slim and EchoTest, KB brotli', 75, ({ slim }) => slim.echotest / 1024),
  absolute('sizes', 'page with bifrons/slim and VideoRoom, KB brotli', 75, ({ slim }) => slim.videoroom / 1024),
  absolute('sizes', 'engine, KB gzipped', 90, ({ gzipped }) => gzipped / 1024),
  absolute('sizes', 'tarball, KB', 450, ({ tarball }) => tarball / 1024),
  absolute('sizes', 'crates with default features', 75, ({ crates }) => crates),
];
