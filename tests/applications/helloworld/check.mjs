const LINES = [/server: Janus WebRTC Server \d+\.\d+/, /sessions: true/, /handles: true/, /detached: true/, /(closed: .*\n[^]*){2}/];

export async function helloworld(stage, passed) {
  const printed = await stage.read('helloworld');
  for (const line of LINES) {
    if (!line.test(printed)) throw new Error(`helloworld prints no ${line}: ${printed}`);
  }
  passed('both interfaces respond, the admin one at its second address; both connections close');
}
