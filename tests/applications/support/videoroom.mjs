import VideoRoomPlugin from 'bifrons/plugins/videoroom';

const { EVENT } = VideoRoomPlugin;

export const MANAGEMENT = {
  'list-participants': ['participants-list', 'listParticipants'],
  kick: ['kicked', 'kick'],
  exists: ['exists', 'exists'],
  'list-rooms': ['rooms-list', 'list'],
  create: ['created', 'create'],
  destroy: ['destroyed', 'destroy'],
  allow: ['allowed', 'allow'],
  'rtp-fwd-start': ['rtp-fwd-started', 'startForward'],
  'rtp-fwd-stop': ['rtp-fwd-stopped', 'stopForward'],
  'rtp-fwd-list': ['rtp-fwd-list', 'listForward'],
};

/** The room's events that both applications send to their browsers. */
export const EVENT_NAMES = {
  [EVENT.VIDEOROOM_DESTROYED]: 'destroyed',
  [EVENT.VIDEOROOM_PUB_LIST]: 'feed-list',
  [EVENT.VIDEOROOM_PUB_PEER_JOINED]: 'feed-joined',
  [EVENT.VIDEOROOM_UNPUBLISHED]: 'unpublished',
  [EVENT.VIDEOROOM_LEAVING]: 'leaving',
  [EVENT.VIDEOROOM_DISPLAY]: 'display',
  [EVENT.VIDEOROOM_TALKING]: 'talking',
  [EVENT.VIDEOROOM_KICKED]: 'kicked',
};
