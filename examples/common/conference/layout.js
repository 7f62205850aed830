const RATIO = 16 / 9;
const GAP = 12;
const MIN_WIDTH = 160;

/** Sets the tiles of a grid to the maximum width at which all tiles fit; below a minimum width, the grid scrolls. */
export function keepFitting(grid) {
  const fit = () => {
    const width = widest(grid.childElementCount, grid.clientWidth, grid.clientHeight);
    grid.style.setProperty('--tile', `${Math.floor(width)}px`);
  };
  new ResizeObserver(fit).observe(grid);
  new MutationObserver(fit).observe(grid, { childList: true });
}

function widest(count, width, height) {
  let best = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const across = (width - GAP * (columns - 1)) / columns;
    const down = ((height - GAP * (rows - 1)) / rows) * RATIO;
    best = Math.max(best, Math.min(across, down));
  }
  return Math.max(best, Math.min(MIN_WIDTH, width));
}
