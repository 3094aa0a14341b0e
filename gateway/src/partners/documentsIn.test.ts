import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { documentsIn } from "./documentsIn.js";

const QUERY = "query State { hello }";
const STREAM = "subscription Ticks { ticks }";

/** The names of what a folder with one file registers. */
function registered(text: string): readonly string[] {
  using folder = temporaryFolder();
  const file = folder.write("a.graphql", text);
  return documentsIn(file.slice(0, file.lastIndexOf("/"))).map(({ name }) => name);
}

describe("a file of a partner's documents", () => {
  it("has one operation, or a subscription and the query of its present state, and is called after the first", () => {
    expect(registered(QUERY)).toEqual(["State"]);
    expect(registered(`${STREAM} ${QUERY}`)).toEqual(["Ticks"]);
  });

  it.each([
    ["nothing", "fragment F on Query { hello }"],
    ["an operation without a name", "{ hello }"],
    ["two queries", `${QUERY} query Other { hello }`],
    ["a mutation beside a subscription", `${STREAM} mutation Change { change }`],
    ["more than a state", `${STREAM} ${QUERY} query Other { hello }`],
  ])("is refused with %s", (_, text) => {
    expect(() => registered(text)).toThrow("a.graphql must have one operation");
  });
});
