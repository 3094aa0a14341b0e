import { CaseProgress } from "./caseProgress.js";
import { MatterGuide } from "./matterGuide.js";
import { NearestOutlets } from "./nearestOutlets.js";

const elements = {
  "yimen-case-progress": CaseProgress,
  "yimen-matter-guide": MatterGuide,
  "yimen-nearest-outlets": NearestOutlets,
};

// A page that loads the kit twice keeps the first.
for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);
