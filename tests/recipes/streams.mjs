// The recipes with a mountpoint of Streaming.
const PLAYS = { packets: 50, energy: 0.01, frames: 20 };

export async function webinar(stage, passed) {
  const recipe = await stage.recipe('webinar');
  const key = await recipe.prints(/key is (\w+)/);
  const [speaker, anna, ben] = [await recipe.open('speaker'), await recipe.open('Anna'), await recipe.open('Ben')];
  await anna.click('Watch');
  await anna.page.locator('video').waitFor();
  await speaker.fill('Key', key);
  await speaker.click('Speak');
  await speaker.shows('You are on the air.');
  await ben.click('Watch');
  for (const page of [anna, ben]) await page.gets(PLAYS);
  passed('a page that waited, and one that comes later, see and hear the speaker');
  await ben.click('Speak');
  await ben.shows('this is not the key of the speaker');
  ben.errors.length = 0;
  passed('another page can’t speak');
  for (const page of [speaker, anna, ben]) await page.close();
}

export async function broadcast(stage, passed) {
  const recipe = await stage.recipe('broadcast');
  const [anna, ben] = [await recipe.open('Anna'), await recipe.open('Ben')];
  for (const page of [anna, ben]) await page.click('Watch');
  for (const page of [anna, ben]) await page.gets(PLAYS);
  passed('two pages watch the media of ffmpeg');
  await anna.click('Pause');
  await anna.getsNoMore('packets');
  await anna.click('Resume');
  await anna.gets(PLAYS);
  passed('a page pauses and resumes');
  await recipe.stop();
  await ben.shows('the mountpoint has ended');
  passed('the broadcast ends with its server');
  for (const page of [anna, ben]) await page.close();
}

export async function cascading(stage, passed) {
  const second = await stage.startJanus();
  const recipe = await stage.recipe('cascading', { SECOND_JANUS: second.ws });
  const [anna, ben, clara] = [await recipe.open('Anna'), await recipe.open('Ben'), await recipe.open('Clara')];
  for (const [page, name] of [[anna, 'Anna'], [ben, 'Ben']]) {
    await page.fill('Name', name);
    await page.click('Publish');
    await page.page.getByRole('button', { name: 'Leave' }).waitFor();
  }
  await clara.until('both publishers on the second Janus', async () => {
    const { publishers } = await clara.page.evaluate(() => fetch('/ask/watch', { method: 'POST', body: '{}' }).then((response) => response.json()));
    return [publishers.length === 2 && publishers, publishers];
  });
  await clara.click('Watch');
  await clara.plays(2);
  await clara.gets({ ...PLAYS, packets: 150 });
  passed('a page on the second Janus watches two publishers of the first');
  await ben.click('Leave');
  await clara.shows('the mountpoint has ended');
  passed('the copy of a publisher ends with its publisher');
  for (const page of [anna, ben, clara]) await page.close();
}
