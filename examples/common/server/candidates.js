/** Returns the fields of Janus's candidate that a page needs; null for end-of-candidates. */
export const pickCandidate = ({ completed, candidate, sdpMid, sdpMLineIndex }) =>
  completed ? null : { candidate, sdpMid, sdpMLineIndex };
