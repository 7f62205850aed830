import { reportUncaught } from './errors.js';
import { isLogged, log } from './logger.js';

/** @typedef {import('./logger.js').Level} Level */
/** @typedef {import('./logger.js').LogFields} LogFields */
/** @typedef {Exclude<Level, 'none'>} WrittenLevel */

/** The methods of an application's logger for each level; the first one that it has is called. */
const METHODS = {
  error: ['error'],
  warning: ['warn'],
  info: ['info'],
  verbose: ['verbose', 'debug'],
  debug: ['debug'],
  trace: ['trace', 'silly', 'debug'],
};

/** The application's logger, or without one the package's `Logger`. */
export class Log {
  /** @type {any} */
  #logger;
  /** @type {Record<WrittenLevel, string>} */
  #methods;
  /** @type {(text: string, fields: LogFields) => unknown[]} */
  #arrange;

  /** @param {any} [logger] */
  constructor(logger) {
    this.#logger = logger;
    this.#methods = methodsOf(logger);
    this.#arrange = arrangementOf(logger);
  }

  /**
   * Whether records of a level are written. A logger that can't tell has the level of `Logger`.
   * @param {WrittenLevel} level
   */
  isOn(level) {
    if (this.#logger?.isLevelEnabled === undefined) return isLogged(level);
    try {
      return Boolean(this.#logger.isLevelEnabled(this.#methods[level]));
    } catch (error) {
      reportUncaught(error);
      return false;
    }
  }

  /**
   * @param {WrittenLevel} level
   * @param {string} text
   * @param {LogFields} fields
   */
  write(level, text, fields) {
    if (this.#logger === undefined) return log(level, [text], fields);
    if (!this.isOn(level)) return;
    try {
      this.#logger[this.#methods[level]](...this.#arrange(text, fields));
    } catch (error) {
      reportUncaught(error);
    }
  }
}

/** @param {any} logger */
function isConsole(logger) {
  return typeof logger?.groupEnd === 'function';
}

/**
 * @param {any} logger
 * @returns {Record<WrittenLevel, string>}
 */
function methodsOf(logger) {
  // The trace of a console is a stack.
  const has = (/** @type {string} */ method) => typeof logger?.[method] === 'function' && !(method === 'trace' && isConsole(logger));
  const chosen = Object.entries(METHODS).map(([level, methods]) => [level, methods.find(has)]);
  return Object.fromEntries(chosen);
}

/**
 * Returns how a logger takes a text and its fields: pino the fields first; a console the text alone, which has it all; others,
 * as winston, the text first.
 * @param {any} logger
 * @returns {(text: string, fields: LogFields) => unknown[]}
 */
function arrangementOf(logger) {
  if (isConsole(logger)) return (text) => [text];
  if (typeof logger?.bindings === 'function') return (text, fields) => [fields, text];
  return (text, fields) => [text, fields];
}

/** The log of what belongs to no connection. */
export const packageLog = new Log();
