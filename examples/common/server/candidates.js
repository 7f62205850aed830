/** What a page needs of a candidate that Janus trickles; null when there are no more. */
export const pickCandidate = ({ completed, candidate, sdpMid, sdpMLineIndex }) =>
  completed ? null : { candidate, sdpMid, sdpMLineIndex };
