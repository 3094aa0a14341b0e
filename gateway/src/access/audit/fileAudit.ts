import { type FileHandle, open } from "node:fs/promises";
import type { KeptRecord, ReadAudit, ReadRecord, RecordFilter } from "./readAudit.js";

/** An audit in a file that is only ever added to, a record a line; for one gateway. A write is on disk when it resolves. */
export async function fileAudit(path: string): Promise<ReadAudit> {
  const file = await open(path, "a+");
  await file.chmod(0o600); // for the house's eyes: it says who was looked up
  await endLastLine(file);
  let last: Promise<unknown> = Promise.resolve();
  const afterTheOthers = <T>(task: () => Promise<T>): Promise<T> => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    write: (records) => afterTheOthers(() => append(file, records)),
    find: (filter, first, before = Number.POSITIVE_INFINITY) => findIn(path, filter, first, before),
    [Symbol.asyncDispose]: () => afterTheOthers(() => file.close()),
  };
}

/** After a crash in the middle of a record, the next one must not become part of it. */
async function endLastLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (buffer.toString() !== "\n") await file.appendFile("\n");
}

async function append(file: FileHandle, records: readonly ReadRecord[]): Promise<void> {
  await file.appendFile(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  await file.datasync();
}

/** Reads the file line by line: it grows with the readings of people's data, which are few, and is seldom asked. */
async function findIn(path: string, filter: RecordFilter, first: number, before: number): Promise<KeptRecord[]> {
  await using file = await open(path, "r");
  const found: KeptRecord[] = [];
  let position = 0;
  for await (const line of file.readLines({ autoClose: false })) {
    position++;
    if (position >= before) break;
    const record = recordIn(line, position);
    if (!record || !matches(record, filter)) continue;
    found.push(record);
    if (found.length > first) found.shift();
  }
  return found.reverse();
}

/** A line cut off by a crash is no record: its answer never left. */
function recordIn(line: string, position: number): KeptRecord | undefined {
  try {
    return { ...(JSON.parse(line) as ReadRecord), position };
  } catch {
    return undefined;
  }
}

const matches = (record: ReadRecord, { caller, entityType, entityKey, from, until }: RecordFilter): boolean =>
  (caller === undefined || record.caller === caller) &&
  (entityType === undefined || record.entityType === entityType) &&
  (entityKey === undefined || record.entityKey === entityKey) &&
  (from === undefined || record.at >= from) &&
  (until === undefined || record.at < until);
