// The workloads: the number of operations, the number of concurrent operations, and the operation.

export const SHAPES = {
  start_1: [15_000, 1],
  start_32: [40_000, 32],
  trickle_32: [80_000, 32],
  list200_8: [4_000, 8],
  events: [200_000, 1],
};

const ONE = {
  async start(api, i) {
    const { jsep } = await api.start(i);
    if (jsep.sdp.length < 2_000) throw new Error('no SDP answer');
  },
  trickle: (api, i) => api.trickle(i),
  async list200(api, i) {
    if ((await api.list(i)).list[199].room !== 200) throw new Error('not the list');
  },
};

/** Runs one workload once. */
export function run(workload, api) {
  const [operations, concurrency] = SHAPES[workload];
  if (workload === 'events') return events(api, operations);
  const one = ONE[workload.split('_')[0]];
  const task = async (i) => {
    for (let n = 0; n < operations / concurrency; n++) await one(api, i);
  };
  return Promise.all(Array.from({ length: concurrency }, (_, i) => task(i)));
}

const events = (api, operations) =>
  new Promise((resolve, reject) => {
    let next = 0;
    api.events(({ n }) => {
      if (n !== next++) reject(new Error('an event was lost'));
      if (next === operations) resolve();
    });
  });
