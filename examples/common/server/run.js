import { readConfig } from './config.js';
import { log } from './log.js';

/** Starts a server with the configuration file of the command line, and stops the server on a signal. */
export async function run(startServer, checks) {
  const path = process.argv[2] ?? 'config.json';
  try {
    const server = await startServer(readConfig(path, checks));
    log(`open ${server.address}`);
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.once(signal, async () => {
        await server.stop();
        process.exit();
      });
    }
  } catch (error) {
    for (const line of `cannot start: ${error.message}`.split('\n')) log(line);
    process.exit(1);
  }
}
