// Recording and playback: a page records itself in Janus, and any page plays the recordings.
import { connect } from 'bifrons';
import RecordPlay from 'bifrons/plugins/recordplay';
import { address, serve, ticket } from '../common/serve.mjs';

const connection = await connect({ address, reconnect: true });
const recordings = await (await connection.create()).attach(RecordPlay);

serve(import.meta.url, {
  enter: () => ticket('recordplay'),
  async list() {
    await recordings.updateRecordings();
    const { list } = await recordings.listRecordings();
    return { list: list.map(({ id, name, date }) => ({ id, name, date })) };
  },
});
