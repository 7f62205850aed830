// A Worker that runs the application for each request.
import Bifrons from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';

import { scenario } from './scenario.mjs';
import { tokens } from './tokens.mjs';

Bifrons.Logger.setLevel('none');

export default {
  async fetch(request) {
    const query = new URL(request.url).searchParams;
    try {
      await tokens();
      await scenario({ Bifrons, Handle, EchoTest }, [query.get('url'), query.get('secret'), query.get('expect')]);
      return new Response('ok');
    } catch (error) {
      return new Response(error.stack);
    }
  },
};
