import { connect } from 'bifrons';
import type { Transport } from 'bifrons';

/** An application's own transport, and one that throws. */
export function transports(port: MessagePort): Transport[] {
  const own: Transport = (url, callbacks) => {
    port.onmessage = ({ data }) => callbacks.message(data);
    callbacks.opened();
    const protocol: 'janus-protocol' | 'janus-admin-protocol' = callbacks.protocol;
    return { send: (text: string) => port.postMessage([url, protocol, text]), close: () => callbacks.closed(), maxMessage: 8191, bufferedAmount: 0 };
  };
  void connect({ address: { url: 'mine://x' }, transport: own });
  const queueing: Transport = (_url, callbacks) => {
    const queue = new Map<number, string>();
    port.onmessage = () => [...queue.keys()].forEach((request) => callbacks.sent(request));
    return { send: (text, request) => queue.set(request, text), cancel: (request) => queue.delete(request), close: () => queue.clear() };
  };
  return [own, queueing, () => { throw new Error('no way'); }];
}
