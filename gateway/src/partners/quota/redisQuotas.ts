import type { QuotaStore, Slot } from "./quotaStore.js";

/**
 * A hash for each counter, with a field for each slot. Redis runs nothing else meanwhile: forgetting, looking and taking
 * are one step for all the counters of a request. Answers with whether it fits, then the slots of each counter.
 */
const TAKE = `
  local known, enough = {}, 1
  for i, key in ipairs(KEYS) do
    local from, quota, amount = tonumber(ARGV[i * 5 - 4]), tonumber(ARGV[i * 5 - 2]), tonumber(ARGV[i * 5 - 1])
    local fields, used = redis.call('HGETALL', key), 0
    for f = 1, #fields, 2 do
      if tonumber(fields[f]) < from then redis.call('HDEL', key, fields[f]) else used = used + tonumber(fields[f + 1]) end
    end
    if used + amount > quota then enough = 0 end
  end
  for i, key in ipairs(KEYS) do
    if enough == 1 then
      redis.call('HINCRBY', key, ARGV[i * 5 - 3], ARGV[i * 5 - 1])
      redis.call('PEXPIRE', key, ARGV[i * 5])
    end
    known[i] = redis.call('HGETALL', key)
  end
  return {enough, known}
`;
const PREFIX = "yimen:partner-quota:";
const KEPT = 2 * 86_400_000; // milliseconds: longer than anything counts
const PATIENCE = 5_000; // milliseconds, for a connection and for an answer

type Reply = [fits: number, slots: string[][]];

/** Quotas in Redis, for any number of gateways. While it is away every taking fails; the client goes on trying. */
export function redisQuotas(url: string): QuotaStore {
  let connected: ReturnType<typeof connect> | undefined;
  return {
    async take(takings) {
      connected ??= connect(url);
      const client = await connected;
      const reply = await client.withCommandOptions({ timeout: PATIENCE }).eval(TAKE, {
        keys: takings.map(({ counter }) => PREFIX + counter),
        arguments: takings.flatMap(({ from, slot, quota, amount }) => [from, slot, quota, amount, KEPT].map(String)),
      });
      const [fits, slots] = reply as unknown as Reply;
      return { fits: fits === 1, slots: slots.map(slotsOf) };
    },
    [Symbol.asyncDispose]: async () => {
      (await connected)?.destroy();
    },
  };
}

/** Loaded when it is needed: most gateways count in PostgreSQL. Waits for the first connection, or for the first problem. */
async function connect(url: string) {
  const { createClient } = await import("@redis/client");
  const client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: PATIENCE } });
  const { promise: tried, resolve } = Promise.withResolvers<void>();
  client.once("ready", resolve);
  client.on("error", () => resolve()); // it makes another connection by itself; until then every taking fails
  client.connect().catch(() => {}); // ends only with the client
  await tried;
  return client;
}

function slotsOf(fields: readonly string[]): readonly Slot[] {
  const slots: Slot[] = [];
  for (let at = 0; at < fields.length; at += 2) slots.push({ slot: Number(fields[at]), used: Number(fields[at + 1]) });
  return slots.sort((a, b) => a.slot - b.slot);
}
