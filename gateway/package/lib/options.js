import { isObject } from '../bifrons/token/problem.js';
import { didYouMean, invalid } from './arguments.js';

/** What stands beside the settings, which the core knows. */
const OPTIONS = ['policy', 'verdict_within', 'logger', 'config'];

/** @param {any} options */
export function mustBeOptions(options) {
  if (!isObject(options)) throw invalid('createGateway', 'its argument is an object: the settings, or `{ config }` with the path of a file');
  mustBeSettings('createGateway', options);
  const { policy, verdict_within } = options;
  if (policy !== undefined && typeof policy !== 'function') throw invalid('createGateway', '`policy` is a function');
  if (verdict_within !== undefined && !(Number.isFinite(verdict_within) && verdict_within > 0)) throw invalid('createGateway', '`verdict_within` is a number of seconds above 0');
}

/** What `reload` takes: the rest stays. @param {any} settings */
export function mustBeReloadable(settings) {
  if (!isObject(settings)) throw invalid('reload', 'its argument is an object: the settings');
  const fixed = ['policy', 'verdict_within', 'logger'].find((name) => settings[name] !== undefined);
  if (fixed !== undefined) throw invalid('reload', `\`${fixed}\` is no setting, and stays as it is`);
  mustBeSettings('reload', settings);
}

/** The core finds what is wrong with settings, and does not know the options. @param {string} method @param {any} settings */
function mustBeSettings(method, settings) {
  for (const name of Object.keys(settings)) {
    if (OPTIONS.includes(name) || settings[name] === undefined) continue;
    const meant = didYouMean(name, OPTIONS);
    if (meant || typeof settings[name] === 'function') throw invalid(method, `unknown option \`${name}\`${meant}`);
  }
}
