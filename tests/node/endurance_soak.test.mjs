// Short calls during random outages. `make soak` takes ten minutes.
import { test } from 'node:test';

import { Logger } from 'bifrons';

import { rngFor } from './endurance/rng.mjs';
import { soak } from './endurance/soak.mjs';

Logger.setLevel('none');

test('short calls during random outages', async () => {
  await soak(Number(process.env.SOAK_SECONDS ?? 20), rngFor('soak'));
});
