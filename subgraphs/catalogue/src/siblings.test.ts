import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "@yimen/kernel/repository";
import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { buildASTSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { createCasesClient } from "./casesClient.js";
import { createStaffClient } from "./staffClient.js";

/** A sibling that answers with `data` and remembers what it was asked. */
function recording(data: object): SiblingClient & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async query<T>(document: string) {
      asked.push(document);
      return data as T;
    },
  };
}

/** What is wrong with documents by the schema that a sibling has committed. */
function problemsOf(sibling: string, documents: readonly string[]): readonly string[] {
  const sdl = readFileSync(join(repository, "subgraphs", sibling, "schema.graphql"), "utf8");
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return documents.flatMap((document) => validate(schema, parse(document)).map(({ message }) => message));
}

const [from, to] = ["2026-01-01", "2026-12-31"] as [PlainDate, PlainDate];

describe("what is asked of siblings", () => {
  it("is in the schema of the cases subgraph, and what is answered is told by matter (R072)", async () => {
    const sibling = recording({ matterVolumes: [{ matterId: "m", received: 7, online: 2 }], m0: { nodes: [] } });
    const client = createCasesClient(sibling);

    expect(await client.lastApplications(["m"])).toEqual(new Map());
    expect(await client.volumes("taoshan", from, to)).toEqual(new Map([["m", { received: 7, online: 2 }]]));
    expect(problemsOf("cases", sibling.asked)).toEqual([]);
  });

  it("is in the schema of the staff subgraph, and outlets have the departments of all their windows (R048)", async () => {
    const departments = (...ids: string[]) => ids.map((id) => ({ department: { id } }));
    const windows = [
      { id: "w1", departments: departments("water") },
      { id: "w2", departments: [...departments("police"), { department: null }] },
    ];
    const sibling = recording({
      outlets: [{ id: "street", kind: "STREET_CENTRE", lists: ["STREET"], windows }],
      duty: { present: true, postId: "post" },
    });
    const client = createStaffClient(sibling);

    expect(await client.offeringOutlets("taoshan")).toEqual([
      { id: "street", kind: "STREET_CENTRE", lists: ["STREET"], departmentIds: ["water", "police"] },
    ]);
    await client.windowsServing({ regionId: "taoshan", departmentId: "water" });
    expect(await client.onDuty("staff", "w1", new Date("2026-03-02T01:00:00Z"))).toBe(true);
    expect(problemsOf("staff", sibling.asked)).toEqual([]);
  });
});
