import { connect } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';

import suite from './suite.cjs';

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret } = process.env;

for (const act of Object.values(suite({ connect, EchoTest, MockJanus, url, apisecret }))) await act();
