// The site of the documents in Chromium: no page reports an error, the search finds, axe-core finds nothing new, and a phone
// shows each page without scrolling sideways. node tests/documents/site.mjs FOLDER
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';
import { launchChromium } from '../demo/chromium.mjs';

const site = resolve(process.argv[2]);
const axe = createRequire(new URL('../../.cache/docs/', import.meta.url)).resolve('axe-core/axe.min.js');

/** What the theme of VitePress has itself, by the rule of axe-core and the element. */
const OF_THE_THEME = [
  ['label-content-name-mismatch', '.DocSearch'], // the search button is named "Search", and shows its keys
  ['color-contrast', '.lang'], // the language of a block of code
  ['color-contrast', '.VPButton'], // the home page's buttons
  ['landmark-one-main', 'html'], // the home page has no `main`
  ['region', '#VPContent'],
  ['nested-interactive', '.VPSidebarItem > .item'], // a group of the sidebar that can be opened has a button in it
];

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2' };
const PHONE = { width: 360, height: 740 };

const pages = readdirSync(new URL('../../docs/', import.meta.url), { recursive: true })
  .filter((name) => name.endsWith('.md') && !/^(node_modules|reference\/api)/.test(name))
  .map((name) => `/${name.replace(/(index)?\.md$/, '')}`);
const problems = [];

/** As a server of static files does: /guides/events is guides/events.html. */
const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url.split('?')[0]);
  const file = [path, `${path}.html`, `${path}index.html`].map((name) => join(site, name)).find((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  response.writeHead(file ? 200 : 404, { 'Content-Type': TYPES[extname(file ?? '')] ?? 'text/plain' }).end(file && readFileSync(file));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await launchChromium();
try {
  await readAll();
  await search('reconnect', 'Reconnection');
} finally {
  await browser.close();
  server.close();
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`note: ${pages.length} pages in Chromium`);

/** Opens a page; what its console reports is a problem. */
async function open(path, options) {
  const page = await browser.newPage(options);
  page.on('pageerror', ({ message }) => problems.push(`${path}: ${message}`));
  page.on('console', (message) => message.type() === 'error' && problems.push(`${path}: ${message.text()}`));
  page.on('response', (response) => response.status() >= 400 && problems.push(`${path}: ${response.url()} is missing`));
  await page.goto(origin + path);
  await page.locator('.VPContent').waitFor();
  return page;
}

async function readAll() {
  for (const path of pages) {
    const page = await open(path);
    await checkAccess(path, page);
    await checkOutline(path, page);
    await page.setViewportSize(PHONE);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > PHONE.width) problems.push(`${path}: is ${width} pixels wide on a phone of ${PHONE.width}`);
    await page.close();
  }
}

/** What axe-core finds, but for what the theme has itself. */
async function checkAccess(path, page) {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async (known) => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'] });
    const isKnown = (id, element) => known.some(([rule, selector]) => rule === id && element.matches(selector));
    return violations.flatMap(({ id, nodes }) => nodes.filter(({ target: [one] }) => !isKnown(id, document.querySelector(one))).map(({ html }) => `${id}: ${html}`));
  }, OF_THE_THEME);
  problems.push(...found.map((one) => `${path}: axe-core: ${one}`));
}

/** One title, and no level of headings left out: what a screen reader shows as the outline. */
async function checkOutline(path, page) {
  const levels = await page.evaluate(() => [...document.querySelectorAll('.VPContent :is(h1, h2, h3, h4)')].map(({ tagName }) => Number(tagName[1])));
  if (levels.filter((level) => level === 1).length !== 1) problems.push(`${path}: has ${levels.filter((level) => level === 1).length} titles`);
  levels.forEach((level, index) => level > (levels[index - 1] ?? 0) + 1 && problems.push(`${path}: its outline leaves a level out: ${levels}`));
}

/** Searches as a reader does; one of the results must have this title. */
async function search(text, title) {
  const page = await open('/');
  await page.getByRole('button', { name: /search/i }).first().click();
  await page.locator('#localsearch-input').fill(text);
  const result = page.locator('.VPLocalSearchBox .result', { hasText: title });
  await result.first().waitFor({ timeout: 10_000 }).catch(() => problems.push(`the search for "${text}" does not find "${title}"`));
  await page.close();
}
