const { connect, Logger, EVENT, default: Bifrons } = require('bifrons');
const { Handle, default: BaseHandle } = require('bifrons/handle');
const { default: EchoTest } = require('bifrons/plugins/echotest');

if (Bifrons.connect !== connect || Bifrons.Logger !== Logger || Bifrons.EVENT !== EVENT) throw new Error('default and named exports differ');
if (BaseHandle !== Handle) throw new Error('default and named Handle differ');

import('./scenario.mjs').then(({ scenario }) => scenario({ Bifrons, Handle, EchoTest }, process.argv.slice(2)));
