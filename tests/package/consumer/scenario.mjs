// A small application that uses the package, for every runtime and bundler.
export async function scenario({ Bifrons, Handle, EchoTest }, [url, apisecret, expect = 'works']) {
  check(EchoTest.Handle.prototype instanceof Handle, 'one Handle class behind all entries');

  if (expect === 'needs ws') {
    const error = await failure(Bifrons.connect({ address: { url, apisecret }, max_retries: 0 }));
    check(/install .*\bws\b/.test(error.message), `an error that names ws, not: ${error.message}`);
    return;
  }

  if (expect === 'unsupported') {
    const error = await failure(Bifrons.connect({ address: { url, apisecret }, max_retries: 0 }));
    check(error.code === 'unsupported' && error.message.includes("'wasm-unsafe-eval'") && error.message.includes('"workerd"'), `an error that names the cures, not: ${error.code} ${error.message}`);
    return;
  }

  if (expect === 'slim') {
    for (const left of [{ address: { url: 'http://127.0.0.1:1/janus' } }, { address: { url }, is_admin: true }, { address: { url }, transport() {} }]) {
      const error = await failure(Bifrons.connect(left));
      check(error.code === 'unsupported' && error.message.includes("import from 'bifrons'"), `an error that names the other entry, not: ${error.code} ${error.message}`);
    }
    if (globalThis.document) await oneSocketEach(Bifrons, { url, apisecret });
  }

  const connection = await Bifrons.connect({ address: { url, apisecret } });
  const info = await connection.getInfo();
  check(info.janus === 'server_info', 'server_info');
  const session = await connection.create();
  const echo = await session.attach(EchoTest);
  check(echo instanceof Handle, 'an attached handle is a Handle');
  // Without media Janus may refuse the request, but with an error of the package's own.
  await echo.start({ audio: true, video: true }).catch(typed);
  await echo.detach();
  await session.destroy();
  await connection.close();

  const stranger = await Bifrons.connect({ address: { url, apisecret: 'wrong' } });
  await failure(stranger.create());
  await stranger.close();

  const begun = performance.now();
  await failure(Bifrons.connect({ address: { url: 'ws://127.0.0.1:1' }, max_retries: 0 }));
  check(performance.now() - begun < 3000, 'a refused connection is reported at once');
}

/** The socket that is opened while the engine is fetched is the connection's, or it is closed. */
async function oneSocketEach(Bifrons, address) {
  const opened = [];
  const Runtimes = WebSocket;
  globalThis.WebSocket = class extends Runtimes {
    constructor(...how) {
      super(...how);
      opened.push(this);
    }
  };
  await failure(Bifrons.connect({ address, max_requests: 0 }));
  const [refused] = opened.splice(0);
  await new Promise((resolve) => refused.addEventListener('close', resolve));
  for (let round = 0; round < 2; round++) {
    await (await Bifrons.connect({ address })).close();
    check(opened.splice(0).length === 1, 'one socket for a connection');
  }
  globalThis.WebSocket = Runtimes;
}

const check = (holds, what) => { if (!holds) throw new Error(`expected: ${what}`); };

const typed = (error) => {
  check(error instanceof Error && typeof error.code === 'string', `an Error with a code, not: ${error}`);
  return error;
};

const failure = (promise) => promise.then(() => { throw new Error('expected: a rejection'); }, typed);
