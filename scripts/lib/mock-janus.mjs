// The mock server of the package, for the demo: prints its URL, ends when standard input closes.
import { createRequire } from 'node:module';

const [packages, secret] = process.argv.slice(2);
const { MockJanus } = createRequire(`${packages}/package.json`)('bifrons/testing');
const janus = await MockJanus.start({ api_secret: secret });
console.log(JSON.stringify({ ws: janus.url }));
process.stdin.resume().on('end', () => process.exit());
