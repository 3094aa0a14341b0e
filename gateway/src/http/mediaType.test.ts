import { describe, expect, it } from "vitest";
import { chooseMediaType } from "./mediaType.js";

describe("the form of an answer", () => {
  it.each([
    [undefined, "json"],
    ["*/*", "json"],
    ["application/*", "json"],
    ["application/json", "json"],
    ["application/graphql-response+json", "graphql-response"],
    ["application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", "graphql-response"],
    ["application/json;q=0.9, application/graphql-response+json;q=0.5", "json"],
    ["*/*, application/graphql-response+json", "graphql-response"],
    ["text/event-stream", "event-stream"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "json"],
  ])("for %s is %s", (accept, kind) => {
    expect(chooseMediaType(accept)).toEqual({ kind, multipart: false });
  });

  it.each(["text/html", "constructor", "application/json;charset=utf-16", "application/json;q=0"])(
    "is none for %s",
    (accept) => {
      expect(chooseMediaType(accept)).toBeNull();
    },
  );

  it("may be parts when the client says by which rules", () => {
    const accept = "multipart/mixed;deferSpec=20220824, application/json";

    expect(chooseMediaType(accept)).toEqual({ kind: "json", multipart: true });
    expect(chooseMediaType("multipart/mixed")).toBeNull();
  });
});
