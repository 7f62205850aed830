const { connect } = require('bifrons');
const { Handle } = require('bifrons/handle');
const { default: EchoTest } = require('bifrons/plugins/echotest');
const { MockJanus } = require('bifrons/testing');

const { URL_OF_JANUS: url, SECRET_OF_JANUS: apisecret, NO_PORTS } = process.env;

for (const [name, act] of Object.entries(require('./suite.cjs')({ connect, EchoTest, MockJanus, url, apisecret, ports: !NO_PORTS }))) test(name, act);

test('one Handle class', () => expect(EchoTest.Handle.prototype).toBeInstanceOf(Handle));
