// Pictures of the documents, drawn from text: a block `sequence` or `layers` becomes an SVG in the page.

const WIDTH = 680;
const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
/** A text, which covers the lines behind it. */
const label = (text, x, y, more = '') => `<text x="${x}" y="${y}" text-anchor="middle" stroke="var(--vp-c-bg)" stroke-width="4" paint-order="stroke" ${more}>${escape(text)}</text>`;
const box = (x, y, width, height) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`;
const line = (x1, y1, x2, y2, more = '') => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${more}/>`;

/** A screen reader reads the title, and the text from which the picture is drawn. */
function picture(height, title, text, parts) {
  const drawing = parts.join('').replaceAll(/(<rect|<line)/g, '$1 stroke="currentColor" fill="none"');
  return `<svg role="img" viewBox="0 0 ${WIDTH} ${height}" style="max-width:${WIDTH}px;width:100%" font-family="inherit" font-size="13" fill="currentColor"><title>${escape(title)}</title><desc>${escape(text)}</desc>${drawing}</svg>\n`;
}

/** A head of an arrow at (x, y), which points to the right (1) or to the left (-1). */
const head = (x, y, way) => `<path d="M${x} ${y} l${-8 * way} -4 v8 z"/>`;

/**
 * Who sends what to whom, in order. The first line names the participants; `->` is an arrow, `-->` a dashed one, and a line
 * without an arrow is a remark.
 *
 *     page, server, Janus
 *     page -> server: offer
 */
export function drawSequence(text, title) {
  const [first, ...steps] = text.trim().split('\n');
  const names = first.split(',').map((name) => name.trim());
  const column = WIDTH / names.length;
  const at = (name) => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`a picture has no participant "${name}": ${names}`);
    return column * (index + 0.5);
  };
  const [top, step] = [50, 32];
  const bottom = top + steps.length * step;
  const parts = names.flatMap((name) => [box(at(name) - 60, 6, 120, 28), label(name, at(name), 25), line(at(name), 34, at(name), bottom, 'stroke-opacity="0.4"')]);
  steps.forEach((one, index) => {
    const y = top + (index + 0.7) * step;
    const [, from, arrow, to, what] = /^(.+?) (--?>) (.+?): (.*)$/.exec(one) ?? [];
    if (!arrow && one.includes('->')) throw new Error(`a picture has a line of no known form: ${one}`);
    if (!arrow) return parts.push(label(one, WIDTH / 2, y, 'font-style="italic"'));
    const [start, end] = [at(from), at(to)];
    parts.push(line(start, y, end, y, arrow === '-->' ? 'stroke-dasharray="5 4"' : ''), head(end, y, Math.sign(end - start)), label(what, (start + end) / 2, y - 6));
  });
  return picture(bottom + 10, title, text, parts);
}

/** Boxes above each other, each on what is below it. A line is `name: what it has`; `|` puts boxes beside each other. */
export function drawLayers(text, title) {
  const rows = text.trim().split('\n').map((row) => row.split('|').map((cell) => cell.trim().split(': ')));
  const [height, gap] = [54, 16];
  const parts = rows.flatMap((cells, row) => {
    const y = 6 + row * (height + gap);
    const width = (WIDTH - 12 - (cells.length - 1) * gap) / cells.length;
    return cells.flatMap(([name, what = ''], index) => {
      const x = 6 + index * (width + gap);
      const middle = x + width / 2;
      return [box(x, y, width, height), label(name, middle, y + 22, 'font-weight="600"'), label(what, middle, y + 41, 'font-size="12"')];
    });
  });
  return picture(rows.length * (height + gap), title, text, parts);
}

const DRAW = { sequence: drawSequence, layers: drawLayers };

/** A plugin of markdown-it: a block's words after its kind are the title of the picture. */
export function pictures(markdown) {
  const fence = markdown.renderer.rules.fence;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    const [kind, ...words] = info.trim().split(' ');
    return Object.hasOwn(DRAW, kind) ? DRAW[kind](content, words.join(' ')) : fence(tokens, index, ...rest);
  };
}
