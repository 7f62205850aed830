// bifrons/webrtc in Chromium, with real media through a real Janus: node run.mjs [NAME…]
import { audiobridge } from './audiobridge.mjs';
import { echo, echoInOneCall } from './echo.mjs';
import { encryption } from './encryption.mjs';
import { layers } from './layers.mjs';
import { outage } from './outage.mjs';
import { pageLife } from './page_life.mjs';
import { recordplay } from './recordplay.mjs';
import { sip } from './sip.mjs';
import { sources } from './sources.mjs';
import { streaming } from './streaming.mjs';
import { textroom } from './textroom.mjs';
import { videocall } from './videocall.mjs';
import { videoroom } from './videoroom.mjs';
import { openStage } from './stage.mjs';

const CHECKS = { echo, 'one call': echoInOneCall, layers, sources, encryption, outage, 'page life': pageLife, textroom, videoroom, audiobridge, streaming, videocall, recordplay, sip };

const wanted = process.argv.slice(2);
const stage = await openStage();
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(CHECKS)) {
    console.log(name);
    await CHECKS[name](stage, (text) => console.log(`  ✓ ${text}`));
  }
  console.log('\nbifrons/webrtc works in Chromium.');
} catch (error) {
  console.log(`  ✗ ${error.stack}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
