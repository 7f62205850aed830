import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { GatewayError, textOf } from './errors.js';
import { toToml } from './toml.js';

/** Where settings come from: a file, or an object of the application. The core reads it. */
export class Given {
  /** @param {Record<string, unknown>} settings @param {unknown} policy @param {number} verdictWithin */
  constructor({ config, ...settings }, policy, verdictWithin) {
    this.consults = policy !== undefined;
    this.verdictWithinMs = verdictWithin * 1000;
    if (config === undefined) {
      const { text, placeOf } = toToml(settings);
      this.text = text;
      this.path = undefined;
      this.placeOf = placeOf;
    } else {
      this.path = fileOf(config, settings);
      this.text = contents(this.path);
      this.placeOf = (/** @type {number} */ line) => `${this.path}:${line}`;
    }
  }

  /** The file that a setting names, such as that of a certificate. @param {string} path */
  resolve(path) {
    return this.path === undefined ? resolve(path) : resolve(dirname(this.path), path);
  }

  /** For the core, which wants a text as an error. @param {string} path */
  readFile(path) {
    try {
      return readFileSync(this.resolve(path), 'utf8');
    } catch (error) {
      throw `the file ${path} can't be read: ${textOf(error)}`;
    }
  }

  /** @param {string} name */
  readVariable(name) {
    const value = process.env[name];
    if (value === undefined) throw `the environment variable ${name} is not set`;
    return value;
  }

  /** The error of what the core has thrown. @param {unknown} thrown */
  error(thrown) {
    if (typeof thrown !== 'string' || !thrown.startsWith('[')) return thrown;
    /** @type {{ line?: number, text: string }[]} */
    const found = JSON.parse(thrown);
    const problems = found.map(({ line, text }) => ({ place: line ? this.placeOf(line) : this.path ?? '', text }));
    // What is missing has no place. It may only be misspelt, which has one and says more.
    problems.sort((one, other) => Number(one.place === '') - Number(other.place === ''));
    const message = problems.map(({ place, text }) => (place === '' ? text : `${place}: ${text}`)).join('\n');
    return new GatewayError('invalid_config', `the settings of the gateway have mistakes:\n${message}`, problems);
  }
}

/** @param {unknown} config @param {Record<string, unknown>} settings */
function fileOf(config, settings) {
  const other = Object.keys(settings).find((name) => settings[name] !== undefined);
  if (other !== undefined) throw new GatewayError('invalid_argument', `createGateway: \`${other}\` stands in the file, or beside no \`config\``);
  if (typeof config !== 'string') throw new GatewayError('invalid_argument', 'createGateway: `config` is the path of a file');
  return config;
}

/** @param {string} path */
function contents(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const text = `the file can't be read: ${textOf(error)}`;
    throw new GatewayError('invalid_config', `${path}: ${text}`, [{ place: path, text }]);
  }
}
