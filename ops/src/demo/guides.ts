import { type Door, dataOf } from "./door.js";
import type { Notebook } from "./notebook.js";
import type { Step } from "./step.js";

interface GuideAnswer {
  readonly matter: {
    readonly guide: { readonly materials: readonly { readonly id: string; readonly deferrable: boolean }[] };
  } | null;
}

const GUIDE = "query ($id: ID!) { matter(id: $id) { guide { materials { id deferrable } } } }";

/** Notes which materials each matter of these steps asks for: `@guide.<matter>.all`, `firm`, `deferrable`, `second`. */
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
    });
  }
}
