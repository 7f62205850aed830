// Two pages of each application, with real media: node run.mjs [NAME…]
import { audiobridge } from './audiobridge/check.mjs';
import { echotest } from './echotest/check.mjs';
import { helloworld } from './helloworld/check.mjs';
import { sip } from './sip/check.mjs';
import { streaming } from './streaming/check.mjs';
import { videoroom } from './videoroom/check.mjs';
import { videoroomMultistream } from './videoroom-ms/check.mjs';
import { runChecks } from './support/run_checks.mjs';
import { openStage } from './support/stage.mjs';

const CHECKS = { helloworld, echotest, audiobridge, sip, streaming, videoroom, 'videoroom-ms': videoroomMultistream };

await runChecks(CHECKS, openStage, 'The applications work.');
