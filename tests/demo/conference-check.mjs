// What the checks of both conferences share.
import { launchChromium } from './chromium.mjs';
import { openMember } from './member.mjs';

export const LAPTOP = { viewport: { width: 1366, height: 768 } };
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const LOUD = 0.5;
const BOTH = { frames: 10, packets: 25 };

/**
 * Runs `drive({ join, passed })` in a Chromium: `join(address, name, options)` opens a page that joins, `passed(text)` reports
 * a check. Errors of the pages that match `expected` are part of the check.
 */
export async function checkConference(what, drive, expected = /(?!)/) {
  const browser = await launchChromium();
  const members = [];
  let count = 0;
  const passed = (text) => (count++, console.log(`  ✓ ${text}`));
  const join = async (...of) => {
    const member = await openMember(browser, ...of);
    members.push(member);
    return member;
  };
  try {
    await drive({ join, passed });
    const errors = members.flatMap((member) => member.errors).filter((error) => !expected.test(error));
    if (errors.length > 0) throw new Error(`the pages report: ${errors.join('; ')}`);
    console.log(`\n${what} works: ${count} checks passed.`);
  } catch (error) {
    console.log(`  ✗ ${error.message}\n`);
    for (const { name, errors, page } of members) {
      if (page.isClosed()) continue;
      console.log(`${name}: ${(await page.locator('body').innerText()).replace(/\n+/g, ' | ')} ${errors.join('; ')}`);
    }
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

/** Waits until each page gets audio and video of each other one. */
export async function eachGets(all) {
  for (const one of all) {
    for (const other of all) if (other !== one) await one.gets(other.name, { ...BOTH, energy: 0 });
  }
}
