// bifrons/webrtc in Chromium, or in Firefox with BROWSER=firefox, with real media through a real Janus: node run.mjs [NAME…]
import { again } from './again.mjs';
import { audiobridge } from './audiobridge.mjs';
import { badNetwork } from './bad_network.mjs';
import { bothEnds } from './both_ends.mjs';
import { changeAddress } from './change_address.mjs';
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

const CHECKS = { echo, 'one call': echoInOneCall, layers, sources, encryption, outage, 'bad network': badNetwork, 'change of address': changeAddress, 'page life': pageLife, textroom, videoroom, 'both ends': bothEnds, audiobridge, streaming, videocall, recordplay, sip, again };

/** The others are about what Chromium alone has, or depend on no browser. */
const IN_FIREFOX = ['echo', 'sources', 'videoroom', 'textroom', 'both ends', 'audiobridge', 'streaming', 'videocall', 'recordplay', 'sip', 'again'];

const browser = process.env.BROWSER ?? 'chromium';
const all = browser === 'firefox' ? IN_FIREFOX : Object.keys(CHECKS);
const wanted = process.argv.slice(2);
const stage = await openStage({ browser });
try {
  for (const name of wanted.length > 0 ? wanted : all) {
    console.log(name);
    await CHECKS[name](stage, (text) => console.log(`  ✓ ${text}`));
  }
  console.log(`\nbifrons/webrtc works in ${browser}.`);
} catch (error) {
  console.log(`  ✗ ${error.stack ?? JSON.stringify(error)}`);
  process.exitCode = 1;
} finally {
  await stage.close();
}
