// The package with pino, winston and fake timers, as applications use them.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';

import { here } from './workshop.mjs';

export const withLoggers = {
  name: 'pino and winston',
  async run({ runtime, consumer, tool, run }) {
    await run(runtime('node20'), ['loggers.mjs', tool.resolve('pino'), tool.resolve('winston')], await consumer(true));
  },
};

export const withFakeTimers = {
  name: "sinon's fake timers",
  async run({ runtime, consumer, tool, run }) {
    const path = await consumer(true);
    await cp(here('runners/suite.cjs'), join(path, 'suite.cjs'));
    await run(runtime('node20'), ['fake_timers.mjs', tool.resolve('@sinonjs/fake-timers')], path);
  },
};
