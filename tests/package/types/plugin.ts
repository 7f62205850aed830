// A plugin of the application's own.
import { Handle, JanusError } from 'bifrons';
import type { HandleEvents, JanusMessage, PluginDescriptor, Session } from 'bifrons';

interface MyEvents extends HandleEvents {
  my_count: [{ count: number }];
  my_end: [];
}

class MyHandle extends Handle<MyEvents> {
  override handleMessage(message: JanusMessage<{ my?: string; count?: number; error_code?: number }>): unknown {
    const { transaction, plugindata } = message;
    if (!plugindata?.data.my) return null;
    if (plugindata.data.error_code !== undefined) {
      const failure = new JanusError({ code: 'plugin_refused', message: 'refused', plugin: plugindata.data.error_code, fault: 'plugin' });
      this.closeTransactionWithError(transaction, failure);
    } else if (this.ownsTransaction(transaction)) {
      this.closeTransactionWithSuccess(transaction, message);
    } else {
      this.emit('my_count', { count: plugindata.data.count ?? 0 });
    }
    return this._newPluginEvent(message);
  }

  async count(): Promise<number> {
    const { plugindata } = await this.message<{ count: number }>({ request: 'count' });
    return plugindata?.data.count ?? 0;
  }
}

const plugin: PluginDescriptor<MyHandle> = { id: 'janus.plugin.mine', Handle: MyHandle };

export async function use(session: Session): Promise<Handle> {
  const handle = await session.attach(plugin);
  handle.once('my_count', ({ count }) => count satisfies number).on('my_end', () => {});
  for await (const { event, data } of handle) {
    if (event === 'my_count') return data.count > 1 ? handle : session.adopt(plugin, handle.id);
    if (event === 'my_end') data satisfies undefined;
  }
  // @ts-expect-error no such event
  handle.emit('my_counts', { count: 1 });
  return handle;
}
