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

/** @param {unknown} thrown */
export const textOf = (thrown) => (thrown instanceof Error ? thrown.message : String(thrown));
