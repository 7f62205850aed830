// Faults of the transport connection and of Janus, one by one and mixed, with calls in progress. `make faults` takes longer.
import { test } from 'node:test';

import { Logger } from 'bifrons';

import { rngFor } from './endurance/rng.mjs';
import { runFaults } from './endurance/faults.mjs';

Logger.setLevel('none');

test('each fault, and all mixed', async () => {
  await runFaults(process.env.FAULTS === 'all', rngFor('faults'));
});
