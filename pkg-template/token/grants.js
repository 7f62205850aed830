// Generated from gateway/src/core/grants: change it there, then run `make generate`.

/**
 * The members of each type, with the kinds of their values.
 * @type {Record<string, Record<string, string>>}
 */
export const TYPES = {
  Grants: {
    room: 'RoomGrant list',
    text: 'TextGrant list',
    stream: 'StreamGrant list',
    call: 'CallGrant',
    sip: 'SipGrant',
    plugins: 'texts',
    files: 'patterns',
    hosts: 'patterns',
    urls: 'patterns',
    admin: 'boolean',
    limits: 'LimitsGrant',
  },
  RoomGrant: {
    id: 'pattern',
    create: 'boolean',
    permanent: 'boolean',
    destroy: 'boolean',
    join: 'boolean',
    publish: 'media',
    subscribe: 'boolean',
    list: 'boolean',
    record: 'boolean',
    moderate: 'boolean',
    max_bitrate: 'number',
    preset: 'text',
    defaults: 'object',
  },
  TextGrant: {
    id: 'pattern',
    create: 'boolean',
    permanent: 'boolean',
    destroy: 'boolean',
    join: 'boolean',
    list: 'boolean',
    moderate: 'boolean',
  },
  StreamGrant: {
    id: 'pattern',
    watch: 'boolean',
    create: 'boolean',
    permanent: 'boolean',
    destroy: 'boolean',
    list: 'boolean',
    record: 'boolean',
    moderate: 'boolean',
  },
  CallGrant: {
    register_as: 'patterns',
    call: 'patterns',
    list: 'boolean',
    record: 'boolean',
  },
  SipGrant: {
    register_as: 'patterns',
    call: 'patterns',
    proxies: 'patterns',
    headers: 'boolean',
    record: 'boolean',
  },
  LimitsGrant: {
    sessions: 'number',
    handles: 'number',
    rooms: 'number',
  },
};

/** The members that must be there. */
export const REQUIRED = [
  'RoomGrant.id',
  'TextGrant.id',
  'StreamGrant.id',
];
