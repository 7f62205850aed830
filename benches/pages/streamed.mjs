import Bifrons from 'bifrons/streamed';
import EchoTest from 'bifrons/plugins/echotest';

import { firstResponse } from './first_response.mjs';

export const run = (url) => firstResponse(Bifrons, EchoTest, url);
