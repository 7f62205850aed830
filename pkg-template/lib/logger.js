import { reportUncaught } from './errors.js';

const LEVELS = ['none', 'error', 'warning', 'info', 'verbose', 'debug', 'trace'];
const ALIASES = new Map([
  ['warn', 'warning'],
  ['verb', 'verbose'],
]);

/** @typedef {'none' | 'error' | 'warning' | 'info' | 'verbose' | 'debug' | 'trace'} Level */
/** @typedef {Record<string, unknown>} LogFields */
/** @typedef {(level: Level, args: unknown[], fields?: LogFields) => void} Sink */

/** @type {Sink} */
function toConsole(level, args) {
  const prefix = `${new Date().toISOString()} - ${level.toUpperCase().padEnd(8)}:`;
  const method = level === 'error' ? 'error' : level === 'warning' ? 'warn' : level === 'info' ? 'info' : 'debug';
  console[method](prefix, ...args);
}

let level = 'info';
let rank = LEVELS.indexOf(level);
/** @type {Sink} */
let sink = toConsole;

/**
 * Whether the level includes another one.
 * @param {Level} of
 */
export const isLogged = (of) => LEVELS.indexOf(of) <= rank;

/**
 * @param {Level} of
 * @param {unknown[]} args
 * @param {LogFields} [fields]
 */
export function log(of, args, fields) {
  if (!isLogged(of)) return;
  // A lone function is called only when its text is logged.
  const shown = args.length === 1 && typeof args[0] === 'function' ? [args[0]()] : args;
  try {
    sink(of, shown, fields);
  } catch (error) {
    reportUncaught(error);
  }
}

/** @param {string} name */
function setLevel(name = '') {
  const lower = String(name).toLowerCase();
  const wanted = ALIASES.get(lower) ?? lower;
  level = LEVELS.includes(wanted) ? wanted : 'info';
  rank = LEVELS.indexOf(level);
  return level;
}

/** The package's log, for all connections without a logger of their own. It never sees secrets or SDPs. */
export const Logger = Object.freeze({
  /** @param {unknown[]} args */
  trace: (...args) => log('trace', args),
  /** @param {unknown[]} args */
  debug: (...args) => log('debug', args),
  /** @param {unknown[]} args */
  verbose: (...args) => log('verbose', args),
  /** @param {unknown[]} args */
  verb: (...args) => log('verbose', args),
  /** @param {unknown[]} args */
  info: (...args) => log('info', args),
  /** @param {unknown[]} args */
  warning: (...args) => log('warning', args),
  /** @param {unknown[]} args */
  warn: (...args) => log('warning', args),
  /** @param {unknown[]} args */
  error: (...args) => log('error', args),
  setLevel,
  setLogLevel: setLevel,
  /**
   * Takes what is logged from now on; without one it goes to the console again.
   * @param {Sink} [to]
   */
  setSink(to) {
    sink = to ?? toConsole;
  },
});

const flag = globalThis.process?.argv?.slice(2).find((argument) => argument.startsWith('--janode-log='));
if (flag !== undefined) setLevel(flag.slice(flag.indexOf('=') + 1));
