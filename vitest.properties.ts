import { vi } from "vitest";

const seed = process.env.PROPERTY_SEED ?? "20261122";

// Properties draw the same cases every time, so that a commit has one verdict; a property's own seed goes before.
// fast-check chooses a seed itself with PROPERTY_SEED=random, and prints it with what fails. Only who has properties
// loads it.
vi.mock("fast-check", async (load) => {
  const fc = await load<typeof import("fast-check")>();
  if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
  return fc;
});
