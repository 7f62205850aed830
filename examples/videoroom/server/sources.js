/** The sources of the streams that a page may publish. */
export const SOURCES = ['microphone', 'camera', 'screen'];

const DEFAULTS = { audio: 'microphone', video: 'camera' };

/** Returns a stream's source: this server sets the description; other clients of the room may not. */
export const sourceOf = (description, type) => (SOURCES.includes(description) ? description : DEFAULTS[type]);
