const ECHO = { packets: 50, frames: 20, energy: 0.05 };

export async function echotest(stage, passed) {
  const application = await stage.start('echotest');
  const anna = await application.open('Anna');
  const ben = await application.open('Ben');
  await anna.call('start');
  await ben.call('start');
  const echo = await anna.gets(ECHO);
  await ben.gets(ECHO);
  passed(`two pages see and hear themselves: Anna received ${echo.frames} frames and ${echo.packets} audio packets`);
  await anna.call('start');
  await anna.gets(ECHO);
  passed('a second start replaces the first');
  await anna.close();
  await ben.close();
}
