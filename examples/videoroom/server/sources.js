/** What a page may send. It names its own streams by these, and never another's. */
export const SOURCES = ['microphone', 'camera', 'screen'];

const USUAL = { audio: 'microphone', video: 'camera' };

/** What a stream is: this server wrote it into the description, other clients of the room may not have. */
export const sourceOf = (description, type) => (SOURCES.includes(description) ? description : USUAL[type]);
