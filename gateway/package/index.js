export { createGateway, Gateway } from './lib/gateway.js';
export { GatewayError } from './lib/errors.js';
