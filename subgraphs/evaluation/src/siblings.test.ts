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

/** What is wrong with a document by the schema that a sibling has committed. */
function problemsOf(sibling: string, document: string | undefined): readonly string[] {
  const sdl = readFileSync(join(repository, "subgraphs", sibling, "schema.graphql"), "utf8");
  const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });
  return validate(schema, parse(document ?? "")).map(({ message }) => message);
}

describe("what is asked of siblings", () => {
  it("is in the schema of the cases subgraph", async () => {
    const sibling = recording({ evaluationRight: null });

    expect(await createCasesClient(sibling).evaluationRight("visit-1", null, "applicant-1")).toBeNull();
    expect(problemsOf("cases", sibling.asked[0])).toEqual([]);
    const volumes = recording({ outletVolumes: [] });
    const [from, to] = ["2026-01-01", "2026-03-31"] as [PlainDate, PlainDate];
    expect(await createCasesClient(volumes).outletVolumes(["taoshan-hall"], from, to)).toEqual([]);
    expect(problemsOf("cases", volumes.asked[0])).toEqual([]);
    const other = recording({ matterEvaluationRight: null });
    expect(await createCasesClient(other).matterEvaluationRight("办-1", null, "applicant-1")).toBeNull();
    expect(problemsOf("cases", other.asked[0])).toEqual([]);
  });

  it("is in the schema of the staff subgraph", async () => {
    const sibling = recording({ outlets: [{ id: "taoshan-hall" }] });

    expect(await createStaffClient(sibling).outletsOf("taoshan")).toEqual(["taoshan-hall"]);
    expect(problemsOf("staff", sibling.asked[0])).toEqual([]);
    const places = recording({ region: { outlets: [{ id: "hall", kind: "CENTRE", parent: null }] } });
    expect(await createStaffClient(places).placesOf("taoshan")).toEqual([
      { id: "hall", kind: "CENTRE", parentId: null },
    ]);
    expect(problemsOf("staff", places.asked[0])).toEqual([]);
    const other = recording({ selectableOfficers: [] });
    expect(await createStaffClient(other).selectableOfficers("taoshan-hall", "taoshan-water")).toEqual([]);
    expect(problemsOf("staff", other.asked[0])).toEqual([]);
  });
});
