import { readConfig } from './config.js';
import { log } from './log.js';
import { startServer } from './server.js';

const path = process.argv[2] ?? 'config.json';

try {
  const server = await startServer(readConfig(path));
  log(`open ${server.address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.stop();
      process.exit();
    });
  }
} catch (error) {
  log(`cannot start: ${error.message}`);
  process.exit(1);
}
