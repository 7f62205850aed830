const LINES = [/server: Janus WebRTC Server \d+\.\d+/, /sessions: true/, /handles: true/, /detached: true/, /(closed: .*\n[^]*){2}/];

export async function helloworld(stage, saw) {
  const printed = await stage.read('helloworld');
  for (const line of LINES) {
    if (!line.test(printed)) throw new Error(`helloworld prints no ${line}, but ${printed}`);
  }
  saw('both interfaces answer, the admin one at its second address; all is closed in the end');
}
