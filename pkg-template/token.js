export { checkToken, signRoomToken, signToken } from './lib/token.js';
