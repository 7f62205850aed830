/** One line on the console. Callers pass no secret, no SDP and nothing that a page wrote. */
export const log = (text) => console.log(`${new Date().toISOString()} ${text}`);
