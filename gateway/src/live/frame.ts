const TEXT = 0x81; // a final frame of text; servers do not mask
const TYPE = ',"type":"next","payload":';

/** Bodies up to this many bytes are copied into one buffer with their head, which is cheaper than writing two. */
const COPIED = 4 * 1024;

/**
 * The websocket frame of `{"id":…,"type":"next","payload":…}`. Only the id differs between sockets; a large body is
 * not copied but written as it is.
 */
export function nextFrame(id: string, body: Buffer): readonly Buffer[] {
  const opening = `{"id":${JSON.stringify(id)}${TYPE}`;
  const openingBytes = Buffer.byteLength(opening);
  const payload = openingBytes + body.length + 1;
  const start = payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
  const copied = body.length <= COPIED;
  const frame = Buffer.allocUnsafe(copied ? start + payload : start + openingBytes);
  frame[0] = TEXT;
  if (start === 2) frame[1] = payload;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(payload, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(payload), 2);
  }
  frame.write(opening, start);
  if (!copied) return [frame, body, CLOSING];
  body.copy(frame, start + openingBytes);
  frame[frame.length - 1] = 0x7d; // }
  return [frame];
}

const CLOSING = Buffer.from("}");
