/** Runs the checks that the command line names, or all, on a stage; a failure ends the run. */
export async function runChecks(checks, openStage, conclusion) {
  const wanted = process.argv.slice(2);
  const stage = await openStage();
  try {
    for (const name of wanted.length > 0 ? wanted : Object.keys(checks)) {
      console.log(name);
      await checks[name](stage, (text) => console.log(`  ✓ ${text}`));
    }
    console.log(`\n${conclusion}`);
  } catch (error) {
    console.log(`  ✗ ${error.stack ?? JSON.stringify(error)}`, ...(await stage.report()));
    process.exitCode = 1;
  } finally {
    await stage.close();
  }
}
