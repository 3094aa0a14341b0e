const TEXT = 0x81; // a final frame of text; servers do not mask
const OPENING = Buffer.from('{"id":"');

/** Tails up to this many bytes are copied into one buffer with their head, which is cheaper than writing two. */
const COPIED = 4 * 1024;

/** What the `next` messages of one result have in common: all but the id, which comes first. */
export const tailOf = (result: string): Buffer => Buffer.from(`","type":"next","payload":${result}}`);

/** The websocket frame of a `next` message. A large tail is not copied but written as it is. */
export function nextFrame(id: string, tail: Buffer): readonly Buffer[] {
  const escaped = isPlain(id) ? undefined : Buffer.from(JSON.stringify(id).slice(1, -1));
  const head = OPENING.length + (escaped?.length ?? id.length);
  const payload = head + tail.length;
  const start = payload < 126 ? 2 : payload < 65_536 ? 4 : 10;
  const isCopied = tail.length <= COPIED;
  const frame = Buffer.allocUnsafe(start + (isCopied ? payload : head));
  writeStart(frame, payload);
  frame.set(OPENING, start);
  const idAt = start + OPENING.length;
  if (escaped) frame.set(escaped, idAt);
  else for (let n = 0; n < id.length; n++) frame[idAt + n] = id.charCodeAt(n);
  if (!isCopied) return [frame, tail];
  frame.set(tail, start + head);
  return [frame];
}

/** Whether each character is one byte and stands for itself in JSON, as in the UUIDs that clients choose. */
function isPlain(id: string): boolean {
  for (let n = 0; n < id.length; n++) {
    const code = id.charCodeAt(n);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return false;
  }
  return true;
}

function writeStart(frame: Buffer, payload: number): void {
  frame[0] = TEXT;
  if (payload < 126) frame[1] = payload;
  else if (payload < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(payload, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(payload), 2);
  }
}
