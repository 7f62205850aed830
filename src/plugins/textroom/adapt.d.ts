/** The SDP answer to an offer of TextRoom, or an object with it. */
export type TextRoomAckParams = JsepInit | TextRoomAck;
