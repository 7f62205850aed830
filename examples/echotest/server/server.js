import EchoTest from 'bifrons/plugins/echotest';
import { Janus } from '../../common/server/janus.js';
import { serve } from '../../common/server/serve.js';
import { EchoPage } from './page.js';

/** Starts the server; returns the address of the page and a function that stops the server. */
export function startServer({ janus: janusConfig, web }) {
  const janus = new Janus(janusConfig, [EchoTest.id]);
  return serve({
    janus,
    web,
    folders: [new URL('../page/', import.meta.url)],
    devices: ['camera', 'microphone'],
    openPage: (socket, name) => new EchoPage(socket, janus, name),
  });
}
