// Code that takes any handle, or any plugin: what applications write around the package.
import { EVENT } from 'bifrons';
import type { Handle, PluginDescriptor, Session } from 'bifrons';
import EchoTest from 'bifrons/plugins/echotest';
import type { EchoTestEvents, EchoTestHandle } from 'bifrons/plugins/echotest';
import VideoRoom from 'bifrons/plugins/videoroom';

const watch = (handle: Handle) => handle.on(EVENT.HANDLE_HANGUP, ({ reason }) => console.log(reason));

/** A promise of an event, with its data. */
function next<Name extends keyof EchoTestEvents>(handle: EchoTestHandle, event: Name): Promise<EchoTestEvents[Name]> {
  return new Promise((resolve) => handle.once(event, (...data) => resolve(data)));
}

function attach<H extends Handle>(session: Session, plugin: PluginDescriptor<H>): Promise<H> {
  return session.attach(plugin);
}

export async function use(session: Session, name: string): Promise<Map<string, Handle>> {
  const echo = await attach(session, EchoTest);
  const [{ result }] = await next(echo, 'echotest_result');
  const handles: Handle[] = [watch(echo), await session.attach(name), await session.attach(VideoRoom)];
  const typed: EchoTestHandle = await session.attach<EchoTestHandle>('janus.plugin.echotest');
  typed.on(EchoTest.EVENT.ECHOTEST_RESULT, async ({ jsep }) => void (jsep && (await echo.start({ jsep }))));
  for (const handle of handles) for await (const { event, data } of handle) console.log(event satisfies string, data satisfies unknown, result);
  return new Map(handles.map((handle) => [handle.name, handle]));
}
