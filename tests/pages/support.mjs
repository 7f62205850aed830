// What the checks of an echo share.

/** Opens a page with an echo, without tracks. `options` are those of `openEcho` in the page. */
export async function openEcho(stage, options = {}) {
  const tab = await stage.openPage();
  await tab.run(async (options) => {
    window.app.echo = await window.app.openEcho(options);
  }, { ...stage.janus, ...options });
  return {
    ...tab,
    /** Waits until two readings of the statistics have an echo of this kind. */
    flows: (kind) => tab.until(`the echo of the ${kind}`, (kind) => {
      const rate = ({ streams }) => streams.find((stream) => stream.direction === 'received' && stream.kind === kind)?.bitrate;
      const last = window.app.echo.statistics.slice(-2);
      return last.length === 2 && last.every((statistics) => rate(statistics) > 1000);
    }, kind),
    /** Waits for the last statistics of the streams in one direction that `holds` accepts; both run in the page. */
    stream: (what, direction, kind, holds = () => true) => tab.until(what, ([direction, kind, holds]) => {
      const streams = window.app.echo.statistics.at(-1)?.streams.filter((stream) => stream.direction === direction && stream.kind === kind) ?? [];
      return (0, eval)(holds)(streams) && streams;
    }, [direction, kind, String(holds)]),
  };
}
