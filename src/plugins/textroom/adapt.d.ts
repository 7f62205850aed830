/** The answer to an offer of TextRoom's: as it is, or in an object. */
export type TextRoomAckParams = Jsep | TextRoomAck;
