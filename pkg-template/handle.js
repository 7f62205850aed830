export * from './lib/handle.js';
export { default } from './lib/handle.js';
