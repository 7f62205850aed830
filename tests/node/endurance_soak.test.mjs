// Short calls for long, under random cuts. `make soak` takes ten minutes.
import { test } from 'node:test';

import { Logger } from 'bifrons';

import { rngFor } from './endurance/rng.mjs';
import { soak } from './endurance/soak.mjs';

Logger.setLevel('none');

test('short calls under random cuts', async () => {
  await soak(Number(process.env.SOAK_SECONDS ?? 20), rngFor('soak'));
});
