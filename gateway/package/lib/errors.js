/** What is wrong with settings or arguments. */
export class GatewayError extends Error {
  name = 'GatewayError';

  /**
   * @param {'invalid_config' | 'invalid_argument'} code
   * @param {string} message
   * @param {{ place: string, text: string }[]} [problems]
   */
  constructor(code, message, problems = []) {
    super(message);
    /** What kind of error it is. */
    this.code = code;
    /** Each problem of the settings: where it is (`issuers[0].audiences`, or a line of the file), and its text. */
    this.problems = problems;
  }
}

/** Anything can be thrown, also what has no text. @param {unknown} thrown */
export function textOf(thrown) {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return 'what was thrown has no text';
  }
}
