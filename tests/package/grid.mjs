// Installs the packed tarball as a user would and runs it wherever it claims to run.
//   node tests/package/grid.mjs [PARTS…]   only the cells whose name has one of the parts
import { cells } from './cells.mjs';
import { openWorkshop } from './workshop.mjs';

const parts = process.argv.slice(2);
const chosen = cells.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
if (chosen.length === 0) throw new Error(`no cell is named like ${parts.join(', ')}`);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const begun = performance.now();
const failed = [];
const workshop = await openWorkshop();
try {
  for (const { name, run } of chosen) {
    const since = performance.now();
    try {
      const note = await run(workshop);
      console.log(`  ok      ${name}${note ? ` (${note})` : ''}  ${seconds(since)}`);
    } catch (error) {
      failed.push(name);
      console.log(`  FAILED  ${name}  ${seconds(since)}\n${String(error.message).replace(/^/gm, '            ')}`);
    }
  }
} finally {
  await workshop.close();
}
console.log(`package grid: ${chosen.length - failed.length} of ${chosen.length} cells ok in ${seconds(begun)}`);
process.exitCode = failed.length ? 1 : 0;
