// Prints the milliseconds of wall-clock time from the import to the first response.
// node load.mjs bifrons|janode|floor ws://…
const [client, url] = process.argv.slice(2);
const begun = performance.now();
if (client === 'floor') {
  const { floor } = await import('./library.mjs');
  await (await floor((await import('ws')).default, url)).trickle();
} else {
  const { default: Janus } = await import(client);
  Janus.Logger.setLevel('none');
  await (await Janus.connect({ address: [{ url }] })).getInfo();
}
console.log((performance.now() - begun).toFixed(3));
process.exit(0);
