// The recipes, the servers of examples/express and that of the quickstart with axum, with real media in Chromium: node run.mjs [NAME…]
import { readdirSync } from 'node:fs';
import { runChecks } from '../applications/support/run_checks.mjs';
import { axum, chat, express, phoneBridge, recogniser, recording, softphone } from './calls.mjs';
import { conference, moderation, screen, typescript } from './rooms.mjs';
import { openStage } from './stage.mjs';
import { broadcast, cascading, webinar } from './streams.mjs';

const CHECKS = { conference, webinar, broadcast, softphone, 'phone-bridge': phoneBridge, recording, moderation, screen, chat, recogniser, cascading, express, typescript, axum };

const recipes = readdirSync(new URL('../../examples/recipes/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['common', 'node_modules'].includes(entry.name));
for (const { name } of recipes) if (!Object.hasOwn(CHECKS, name)) throw new Error(`the recipe ${name} has no check`);

await runChecks(CHECKS, openStage, 'The recipes work.');
