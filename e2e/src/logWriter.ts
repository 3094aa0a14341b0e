import { randomUUID } from "node:crypto";
import { Client } from "pg";

/** Writes to the log of cases as the subgraph does, faster than people could act. */
export async function openLogWriter(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const head = async () =>
    String((await client.query(`select coalesce(max("position"), 0) as "head" from "case_event"`)).rows[0].head);
  return {
    head,
    /** A ticket is drawn. */
    async write(outletId: string, windowId: string): Promise<void> {
      const entry = {
        at: new Date().toISOString(),
        confidential: false,
        data: {},
        departmentId: null,
        outletId,
        statusAfter: "WAITING",
        statusBefore: null,
        stream: "TICKET",
        streamId: randomUUID(),
        type: "TicketTaken",
        version: 1,
        windowId,
      };
      await client.query("select append_case_events($1::text[])", [[JSON.stringify(entry)]]);
    },
    /** All cursors after one, in order. */
    async cursorsAfter(cursor: string): Promise<string[]> {
      const { rows } = await client.query(`select "position" from "case_event" where "position" > $1 order by 1`, [
        cursor,
      ]);
      return rows.map(({ position }) => String(position));
    },
    /** Cuts every other connection to the database, as its restart does. */
    async cutConnections(): Promise<void> {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`,
      );
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}
