// Two pages of each application, with real media: node run.mjs [NAME…]
import { audiobridge } from './audiobridge/check.mjs';
import { echotest } from './echotest/check.mjs';
import { helloworld } from './helloworld/check.mjs';
import { streaming } from './streaming/check.mjs';
import { videoroom } from './videoroom/check.mjs';
import { videoroomMultistream } from './videoroom-ms/check.mjs';
import { openStage } from './support/stage.mjs';

const CHECKS = { helloworld, echotest, audiobridge, streaming, videoroom, 'videoroom-ms': videoroomMultistream };

const wanted = process.argv.slice(2);
const stage = await openStage();
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(CHECKS)) {
    console.log(name);
    await CHECKS[name](stage, (text) => console.log(`  ✓ ${text}`));
  }
  console.log('\nThe applications work.');
} catch (error) {
  console.log(`  ✗ ${error.message}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
