// A proxy between a page and the server of wasm-bindgen's test runner, with one connection at a time.
// That server counts a thread as free until it has woken: of the six connections that Chromium opens
// at once, one may be left without a thread, and the page then waits for it without a limit.
// Prints the WebDriver capabilities that send the page through the proxy; connections to Janus stay direct.
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';

const agent = new Agent({ keepAlive: false, maxSockets: 1 });
const direct = process.argv.slice(2).map((url) => new URL(url).host);

const proxy = createServer((req, res) => {
  // Chromium's own requests are refused.
  if (new URL(req.url).hostname !== '127.0.0.1') return res.writeHead(403).end();
  const headers = { ...req.headers };
  delete headers.connection; // the agent's own states that each ends after its response
  const onward = request(req.url, { agent, method: req.method, headers });
  onward.on('response', (response) => {
    res.writeHead(response.statusCode, response.headers);
    response.pipe(res);
  });
  onward.on('error', (error) => res.destroy(error));
  req.pipe(onward);
});

proxy.listen(0, '127.0.0.1', () => {
  const capabilities = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'));
  capabilities['goog:chromeOptions'].args.push(
    `--proxy-server=http://127.0.0.1:${proxy.address().port}`,
    `--proxy-bypass-list=${['<-loopback>', ...direct].join(';')}`,
  );
  console.log(JSON.stringify(capabilities));
});
process.stdin.resume().on('end', () => process.exit());
