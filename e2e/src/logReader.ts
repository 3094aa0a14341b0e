import { Client } from "pg";
import type { System } from "./system.js";

/** The log of cases as it stands in the database, after a cursor. */
export async function readLog(system: System, after = "0") {
  const client = new Client({ connectionString: system.databaseUrl("cases") });
  await client.connect();
  try {
    const { rows } = await client.query<{ position: string; stream_id: string }>(
      `select "position", "stream_id" from "case_event" where "position" > $1 order by "position"`,
      [after],
    );
    return {
      /** The cursor of the newest entry. */
      head: rows.at(-1)?.position ?? after,
      cursors: rows.map(({ position }) => position),
      /** What each entry is about. */
      streamIds: rows.map(({ stream_id }) => stream_id),
    };
  } finally {
    await client.end();
  }
}
