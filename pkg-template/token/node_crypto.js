export { createHmac, timingSafeEqual, webcrypto } from 'node:crypto';
