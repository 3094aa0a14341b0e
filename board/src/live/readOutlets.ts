import { ask } from "../graph/ask.js";
import { OUTLETS } from "../graph/documents.js";
import type { OutletChoice } from "../view/screen.js";
import { backOff } from "./backOff.js";
import type { WakeUp } from "./wakeUp.js";

interface OutletsAnswer {
  readonly outlets: readonly (OutletChoice & { readonly kind: string; readonly windows: readonly unknown[] })[];
}

/** The outlets that have windows and so a board, halls first. Tries until the graph answers. */
export async function readOutlets(wakeUp: WakeUp): Promise<OutletChoice[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { outlets } = await ask<OutletsAnswer>(OUTLETS, {}, new AbortController().signal);
      const withWindows = outlets.filter(({ windows }) => windows.length > 0);
      return withWindows.toSorted((one, other) => rank(one.kind) - rank(other.kind));
    } catch {
      await wakeUp.after(backOff(attempt));
    }
  }
}

const rank = (kind: string) => (kind === "CENTRE" ? 0 : 1);
