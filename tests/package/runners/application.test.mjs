import { connect } from 'bifrons';
import { Handle } from 'bifrons/handle';
import EchoTest from 'bifrons/plugins/echotest';
import { MockJanus } from 'bifrons/testing';

import suite from './suite.cjs';

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret } = process.env;

for (const [name, act] of Object.entries(suite({ connect, EchoTest, MockJanus, url, apisecret }))) test(name, act);

test('one Handle class', () => expect(EchoTest.Handle.prototype).toBeInstanceOf(Handle));
