import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { graphSchema } from "../testing/graphSchema.js";
import * as documents from "./documents.js";

describe("a document of the board", () => {
  const schema = graphSchema();

  it.each(Object.entries(documents))("%s is valid against the composed graph", (_, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });
});
