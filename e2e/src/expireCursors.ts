import { Client } from "pg";
import type { System } from "./system.js";

const KEPT = 200_000; // positions that readers may go back

/** Makes every cursor of cases too old that was given out so far: with the next entry, more positions are behind it than are kept. */
export async function expireCursors(system: System): Promise<void> {
  const client = new Client({ connectionString: system.databaseUrl("cases") });
  await client.connect();
  const sequence = `pg_get_serial_sequence('"case_event"', 'position')`;
  await client.query(`select setval(${sequence}, nextval(${sequence}) + $1)`, [KEPT + 1]).finally(() => client.end());
}
