// What changes the network of this namespace, which root alone may do.
import { execFileSync } from 'node:child_process';

/** The words of a command that root runs. */
export const rootWords = (line) => [...(process.getuid() === 0 ? [] : ['sudo']), ...line.split(' ')];

/** Runs a command as root. */
export function asRoot(line) {
  const [command, ...words] = rootWords(line);
  return execFileSync(command, words);
}
