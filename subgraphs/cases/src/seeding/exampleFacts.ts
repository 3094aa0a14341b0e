import { readFileSync } from "node:fs";
import type { MatterForCase } from "../catalogueClient.js";
import type { DutyFacts } from "../domain/duty.js";

interface Officer {
  readonly windowId: string;
  readonly windowName: string;
  readonly postId: string;
  readonly staffId: string;
  readonly homeDepartmentId: string | null;
  readonly certificates: DutyFacts["certificates"];
}

const SEED = new URL("../../seed/", import.meta.url);
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, SEED), "utf8")) as T;

/** What the generator relies on of the other subgraphs' seeds; see seed/README.md. */
export interface ExampleFacts {
  readonly matters: readonly MatterForCase[];
  readonly officers: readonly DutyFacts[];
  readonly approversOf: Readonly<Record<string, readonly string[]>>;
}

export function readExampleFacts(): ExampleFacts {
  const approversOf = read<Record<string, string[]>>("approvers.json");
  const matters = read<Pick<MatterForCase, "matterId" | "departmentId" | "guide">[]>("matters.json");
  return {
    approversOf,
    matters: matters.map((matter) => {
      const entrusted = matter.departmentId !== "taoshan-education";
      const presenceMode = entrusted ? "ENTRUSTED" : "STATIONED";
      return {
        ...matter,
        guide: { ...matter.guide, questions: [] },
        regionId: "taoshan",
        presenceMode,
        entrustmentEffective: entrusted,
        ...{ lists: [], handledOnline: false },
      };
    }),
    officers: read<Officer[]>("officers.json").map((officer) => ({
      ...officer,
      windowKind: "COMPREHENSIVE",
      windowDepartmentIds: officer.certificates.map(({ departmentId }) => departmentId),
      outletId: "taoshan-hall",
      regionId: "taoshan",
      present: true,
      actingForId: null,
    })),
  };
}
