/** @typedef {import('./gateway.js').Inside} Inside */
/** @typedef {[labels: [name: string, value: string][], value: number]} Value */
/** @typedef {{ bounds: number[], counts: number[], sum: number }} Histogram */
/** @typedef {{ name: string, help: string } & ({ kind: 'counter' | 'gauge', values: Value[] } | { kind: 'histogram', values: Histogram })} Family */

/** A value with the name that it has in the text format. @typedef {{ metricName: string, labels: Record<string, string | number>, value: number }} Sample */

const PREFIX = 'bifrons_gateway_';

/** @param {Inside} inside @returns {Family[]} */
function families({ driver, webhooks }) {
  const { delivered, failed, dropped } = webhooks.counters;
  const one = (/** @type {'counter' | 'gauge'} */ kind, /** @type {string} */ name, /** @type {string} */ help, /** @type {number} */ value) =>
    /** @type {Family} */ ({ name, help, kind, values: [[[], value]] });
  return [
    ...JSON.parse(driver.look('metrics') ?? '[]'),
    one('counter', 'webhooks_delivered', 'Reports that webhooks have taken', delivered),
    one('counter', 'webhooks_failed', 'Attempts to deliver a report that failed', failed),
    one('counter', 'webhooks_dropped', 'Reports that were dropped', dropped),
    one('gauge', 'webhooks_queued', 'Reports that wait', webhooks.queued),
  ];
}

/** @param {Family} family */
const nameOf = ({ name, kind }) => `${PREFIX}${name}${kind === 'counter' ? '_total' : ''}`;

/** @param {Family} family @returns {Sample[]} */
function samplesOf(family) {
  const name = nameOf(family);
  if (family.kind !== 'histogram') {
    return family.values.map(([labels, value]) => ({ metricName: name, labels: Object.fromEntries(labels), value }));
  }
  const { bounds, counts, sum } = family.values;
  let count = 0;
  const buckets = counts.map((more, index) => {
    count += more;
    return { metricName: `${name}_bucket`, labels: { le: bounds[index] ?? '+Inf' }, value: count };
  });
  return [...buckets, { metricName: `${name}_sum`, labels: {}, value: sum }, { metricName: `${name}_count`, labels: {}, value: count }];
}

/** All metrics in the text format of Prometheus. @param {Inside} inside */
export function text(inside) {
  const lines = families(inside).flatMap((family) => [
    `# HELP ${nameOf(family)} ${family.help}`,
    `# TYPE ${nameOf(family)} ${family.kind}`,
    ...samplesOf(family).map(lineOf),
  ]);
  return `${lines.join('\n')}\n`;
}

/** @param {Sample} sample */
function lineOf({ metricName, labels, value }) {
  const shown = Object.entries(labels).map(([name, of]) => `${name}="${String(of).replace(/["\\\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`))}"`);
  return `${metricName}${shown.length > 0 ? `{${shown.join(',')}}` : ''} ${value}`;
}

/** Registers all metrics with a `Registry` of prom-client. @param {Inside} inside @param {{ registerMetric(metric: any): void }} registry */
export function register(inside, registry) {
  for (const family of families(inside)) {
    const name = nameOf(family);
    registry.registerMetric({
      name,
      help: family.help,
      type: family.kind,
      aggregator: 'sum',
      reset() {},
      async get() {
        const now = families(inside).find((other) => other.name === family.name) ?? family;
        return { name, help: family.help, type: family.kind, aggregator: 'sum', values: samplesOf(now) };
      },
    });
  }
}
