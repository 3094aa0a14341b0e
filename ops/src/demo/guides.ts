import { createHash } from "node:crypto";
import { type Door, dataOf } from "./door.js";
import type { Notebook } from "./notebook.js";
import type { Step } from "./step.js";

interface GuideAnswer {
  readonly matter: {
    readonly guide: {
      readonly materials: readonly { readonly id: string; readonly deferrable: boolean }[];
      readonly formFields: readonly { readonly key: string }[];
    };
  } | null;
}

const GUIDE = "query ($id: ID!) { matter(id: $id) { guide { materials { id deferrable } formFields { key } } } }";

/** A material as it is handed in online. */
const fileOf = (requirementId: string) => ({
  requirementId,
  reference: `https://files.example/${requirementId}`,
  digest: createHash("sha256").update(requirementId).digest("hex"),
});

/**
 * Notes which materials each matter of these steps asks for: `@guide.<matter>.all`, `firm`, `deferrable`, `second`; as files
 * `files`, `secondFile`; and the form, filled in: `form`.
 */
export async function noteGuides(door: Door, steps: readonly Step[], notebook: Notebook): Promise<void> {
  const ids = new Set([...JSON.stringify(steps).matchAll(/@guide\.([\w-]+)\./g)].map(([, id = ""]) => id));
  for (const id of ids) {
    const { matter } = dataOf(await door.ask<GuideAnswer>({}, GUIDE, { id }));
    const materials = matter?.guide.materials ?? [];
    const idsOf = (deferrable: boolean) =>
      materials.filter((material) => material.deferrable === deferrable).map((material) => material.id);
    notebook.note(`guide.${id}`, {
      all: materials.map((material) => material.id),
      firm: idsOf(false),
      deferrable: idsOf(true),
      second: materials[1]?.id ?? "",
      files: materials.map(({ id }) => fileOf(id)),
      secondFile: fileOf(materials[1]?.id ?? ""),
      form: (matter?.guide.formFields ?? []).map(({ key }) => ({ key, value: "示例" })),
    });
  }
}
