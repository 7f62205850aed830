import Janus from 'janus-gateway';
import adapter from 'webrtc-adapter';

import { offer } from '../library.mjs';

/** The same with janus.js. */
export const run = (url) =>
  new Promise((resolve, reject) => {
    const attach = (janus) =>
      janus.attach({
        plugin: 'janus.plugin.echotest',
        success: (echo) => echo.send({ message: { audio: true, video: true }, jsep: offer() }),
        error: reject,
        onmessage: (_, jsep) => resolve({ jsep }),
      });
    const start = () => {
      const janus = new Janus({ server: url, success: () => attach(janus), error: reject });
    };
    Janus.init({ debug: false, dependencies: Janus.useDefaultDependencies({ adapter }), callback: start });
  });
