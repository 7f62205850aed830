import { invalid } from './arguments.js';

/**
 * @typedef {{ debug(text: string): void, info(text: string): void, warn(text: string): void, error(text: string): void }} Logger
 */

const silent = () => {};

/** @type {Logger} */
const ofConsole = {
  debug: silent,
  info: (text) => console.info(`bifrons-gateway: ${text}`),
  warn: (text) => console.warn(`bifrons-gateway: ${text}`),
  error: (text) => console.error(`bifrons-gateway: ${text}`),
};

const LEVELS = /** @type {(keyof Logger)[]} */ (Object.keys(ofConsole));

/**
 * The log of the application, or the console; an error in it has no effect here.
 * @param {Logger | false | undefined} logger
 * @returns {Logger}
 */
export function loggerOf(logger) {
  if (logger === false) return { debug: silent, info: silent, warn: silent, error: silent };
  if (logger === undefined) return ofConsole;
  const missing = LEVELS.filter((level) => typeof logger?.[level] !== 'function');
  if (missing.length > 0) throw invalid('createGateway', `\`logger\` lacks ${missing.join(', ')}: it is \`false\`, or has the methods ${LEVELS.join(', ')}`);
  const method = (/** @type {keyof Logger} */ level) => (/** @type {string} */ text) => {
    try {
      logger[level](text);
    } catch {
      // It is the application's own.
    }
  };
  return { debug: method('debug'), info: method('info'), warn: method('warn'), error: method('error') };
}
