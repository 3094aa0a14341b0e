import { NotYourCase } from "./domain/authority.js";
import type { VisibleCase } from "./loaders.js";
import type { StoredCase } from "./store/caseStore.js";

/** The case with all that is in it. @throws NotYourCase when the caller may only see what is public */
export function inFull(found: VisibleCase): VisibleCase {
  if (found.visible !== "FULL") throw new NotYourCase();
  return found;
}

/** The answer to somebody who has just acted on the case, and may therefore see it. */
export const fullView = (changed: StoredCase): VisibleCase => ({ ...changed, visible: "FULL" });
