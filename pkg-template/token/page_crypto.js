/** What the package uses of `node:crypto`, for pages and workers. */
export const webcrypto = globalThis.crypto;

/** workerd has the module with `nodejs_compat`. */
const crypto = /** @type {any} */ (globalThis).process?.getBuiltinModule?.('node:crypto');

export const createHmac = crypto?.createHmac;
export const timingSafeEqual = crypto?.timingSafeEqual;
