// Faults of the line and of Janus, one by one and mixed, with calls going on. `make faults` takes its time.
import { test } from 'node:test';

import { Logger } from 'bifrons';

import { diceFor } from './endurance/dice.mjs';
import { runFaults } from './endurance/faults.mjs';

Logger.setLevel('none');

test('each fault, and all mixed', async () => {
  await runFaults(process.env.FAULTS === 'all', diceFor('faults'));
});
