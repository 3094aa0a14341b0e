import { describe, expect, it } from "vitest";
import { createCasesClient } from "./casesClient.js";

describe("asking when a matter was last applied for", () => {
  it("takes one query for every fifty matters and answers in office days", async () => {
    const asked: Record<string, unknown>[] = [];
    const openedAt = "2026-03-01T16:30:00.000Z"; // 00:30 on 2 March in the office
    const client = createCasesClient({
      async query<T>(_: string, variables: Record<string, unknown>) {
        asked.push(variables);
        const nodesOf = (id: unknown) => (id === "m7" || id === "m59" ? [{ openedAt }] : []);
        return Object.fromEntries(Object.entries(variables).map(([alias, id]) => [alias, { nodes: nodesOf(id) }])) as T;
      },
    });

    const found = await client.lastApplications(Array.from({ length: 60 }, (_, index) => `m${index}`));

    expect(asked.map((variables) => Object.keys(variables).length)).toEqual([50, 10]);
    expect([...found]).toEqual([
      ["m7", "2026-03-02"],
      ["m59", "2026-03-02"],
    ]);
  });
});
