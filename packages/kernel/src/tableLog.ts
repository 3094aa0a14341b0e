import { type EventLog, type EventLogOptions, type LogEntry, openEventLog } from "./eventLog.js";

/** What is asked of the table of a log; a Prisma client's delegate of it can do so. */
export interface LogTable<Row extends LogEntry> {
  findMany(query: {
    where: { position: { gt: bigint } };
    orderBy: { position: "asc" };
    take: number;
  }): PromiseLike<Row[]>;
  findFirst(query: {
    orderBy: { position: "desc" };
    select: { position: true };
  }): PromiseLike<{ readonly position: bigint } | null>;
}

/** What a process says of its log's surroundings. */
export type LogSettings = Pick<EventLogOptions<never>, "databaseUrl" | "relay" | "onError">;

export interface TableLogOptions<Row extends LogEntry, E extends LogEntry> extends LogSettings {
  readonly table: LogTable<Row>;
  readonly channel: string;
  readonly fromRow: (row: Row) => E;
}

/** The reader of a log that is a table with positions; one per process. */
export const openTableLog = <Row extends LogEntry, E extends LogEntry>({
  table,
  fromRow,
  ...options
}: TableLogOptions<Row, E>): Promise<EventLog<E>> =>
  openEventLog<E>({
    ...options,
    head: () => headOf(table),
    read: async (after, limit) => {
      const where = { position: { gt: after } };
      return (await table.findMany({ where, orderBy: { position: "asc" }, take: limit })).map(fromRow);
    },
  });

/** The position of a log's newest entry; 0 when it is empty. */
export async function headOf<Row extends LogEntry>(table: LogTable<Row>): Promise<bigint> {
  const newest = await table.findFirst({ orderBy: { position: "desc" }, select: { position: true } });
  return newest?.position ?? 0n;
}
