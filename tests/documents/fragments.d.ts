// The names that fragments of the documents use without a declaration of their own.
import type { Address, Connection, Handle } from 'bifrons';
import type AudioBridgePlugin from 'bifrons/plugins/audiobridge';
import type EchoTestPlugin from 'bifrons/plugins/echotest';
import type RecordPlayPlugin from 'bifrons/plugins/recordplay';
import type SipPlugin from 'bifrons/plugins/sip';
import type StreamingPlugin from 'bifrons/plugins/streaming';
import type VideoCallPlugin from 'bifrons/plugins/videocall';
import type VideoRoomPlugin from 'bifrons/plugins/videoroom';

type HandleOf<Plugin extends { Handle: new (...args: any[]) => unknown }> = InstanceType<Plugin['Handle']>;

declare global {
  // Modules, which their page imports in an earlier fragment.
  const Bifrons: typeof import('bifrons').default;
  const VideoRoom: typeof VideoRoomPlugin;
  const connect: typeof import('bifrons').connect;
  const Peer: typeof import('bifrons/webrtc').Peer;

  const address: Address;
  const connection: Connection;
  const handle: Handle;
  const audiobridge: HandleOf<typeof AudioBridgePlugin>;
  const echo: HandleOf<typeof EchoTestPlugin>;
  const recordplay: HandleOf<typeof RecordPlayPlugin>;
  const sip: HandleOf<typeof SipPlugin>;
  const streaming: HandleOf<typeof StreamingPlugin>;
  const videocall: HandleOf<typeof VideoCallPlugin>;
  const videoroom: HandleOf<typeof VideoRoomPlugin>;
  const publisher: HandleOf<typeof VideoRoomPlugin>;
  const subscriber: HandleOf<typeof VideoRoomPlugin>;
  const room: number;
  const secret: string;
  const token: string;
  const session_id: number;
  const handle_id: number;

  // The application's own.
  const camera: import('bifrons/webrtc').LocalTrack;
  const microphone: import('bifrons/webrtc').LocalTrack;
  const offer: { type: 'offer'; sdp: string };
  const video: HTMLVideoElement;
  const sessions: Set<import('bifrons').Session>;
  const webServer: import('node:http').Server;
  const server: { request(name: string, data: unknown): Promise<void>; on(name: string, listener: (data: any) => void): void };
  function elementFor(stream: unknown): HTMLVideoElement;
  function listParticipantsAgain(): void;
  function openPort(url: string, protocol: string): { onopen: () => void; onmessage: (event: { data: string }) => void; onclose: () => void } & Pick<MessagePort, 'postMessage' | 'close'>;
  function removeElementOf(stream: unknown): void;
  function show(call: unknown): void;

  // An application with a login; janus.js.
  const user: { id: string };
  const app: any;
  const io: any;
  const session: import('bifrons').Session;
  const PIN: string;
  const Janus: any;
  const janus: any;
  const newer: string;
  function askYourLogin(): Promise<string>;
  function mayJoin(user: unknown, room: unknown): Promise<boolean>;
  function roomsOf(user: unknown): Promise<string[]>;
  function seatsOf(subject: string, app: unknown): Promise<number>;
}
