import { Handle } from './index.js';

export { Handle };
export default Handle;
