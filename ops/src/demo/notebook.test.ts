import { describe, expect, it } from "vitest";
import { createNotebook } from "./notebook.js";

describe("the notebook of a day", () => {
  it("replaces what an act speaks of by what was noted, however deep it stands", () => {
    const notebook = createNotebook();
    notebook.note("social", { caseId: "c-1", missing: ["m-1", "m-2"] });

    const read = notebook.read({ caseId: "@social.caseId", all: [{ of: "@social.missing" }], granted: true });

    expect(read).toEqual({ caseId: "c-1", all: [{ of: ["m-1", "m-2"] }], granted: true });
  });

  it("says so when the step that should have noted it did not succeed", () => {
    expect(() => createNotebook().read("@social.caseId")).toThrow("social.caseId");
  });
});
