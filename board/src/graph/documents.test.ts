import { getOperationAST, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { graphSchema } from "../testing/graphSchema.js";
import * as documents from "./documents.js";
import { streams } from "./streams.js";

describe("a document of the board", () => {
  const schema = graphSchema();

  it.each(Object.entries(documents))("%s is valid against the composed graph", (_, document) => {
    expect(validate(schema, parse(document))).toEqual([]);
  });

  it.each(Object.entries(streams))("for %s has what is followed, and how that stands", (_, stream) => {
    const document = parse(stream.query);

    expect(getOperationAST(document, stream.operationName)?.operation).toBe("subscription");
    expect(getOperationAST(document, stream.resync)?.operation).toBe("query");
  });
});
