// Run by Bun, Deno and Node: connects to a URL, sends a ping, and prints its error, what was logged and the memory that it took.
import { readFileSync } from 'node:fs';
import Bifrons from 'bifrons';

const logged = [];
Bifrons.Logger.setLevel('debug');
Bifrons.Logger.setSink((_, args) => logged.push(args.join(' ')));
const { argv } = await import('node:process');

async function end(url) {
  try {
    const connection = await Bifrons.connect({ address: { url }, max_retries: 0 });
    return await connection.ping();
  } catch (error) {
    return error;
  }
}

const { code, message, stack, cause } = await end(argv[2]);
const peak_mb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000;
console.log(JSON.stringify({ code, message, texts: [...logged, message, stack, String(cause)], peak_mb }));
process.exit();
