import { buildSchema, GraphQLError, graphqlSync } from "graphql";
import { describe, expect, it } from "vitest";
import { DomainError } from "./errors.js";
import { formatError } from "./formatError.js";

class OutletClosed extends DomainError {
  readonly code = "OUTLET_CLOSED";
}
const rule = { id: "R001", sentence: "一门", source: "示例" };

function answer(resolve: () => unknown, query = "{ field }") {
  const reported: unknown[] = [];
  const { errors = [] } = graphqlSync({
    schema: buildSchema("type Query { field(on: Boolean): String }"),
    source: query,
    rootValue: { field: resolve },
  });
  return { errors: errors.map((error) => formatError(error, (cause) => reported.push(cause)).toJSON()), reported };
}
const throwing = (error: Error) => () => {
  throw error;
};

describe("what a client sees of an error", () => {
  it("is the refusal, in both languages, with code, rule and details", () => {
    const refusal = new OutletClosed({ zh: "已下班。", en: "Closed." }, { outletId: "o1" }, rule);

    expect(answer(throwing(refusal))).toEqual({
      errors: [
        {
          message: "已下班。 Closed.",
          path: ["field"],
          locations: [{ line: 1, column: 3 }],
          extensions: { outletId: "o1", code: "OUTLET_CLOSED", rule },
        },
      ],
      reported: [],
    });
  });

  it("keeps what nobody foresaw for the operator", () => {
    const bug = new Error('relation "case" does not exist');

    const { errors, reported } = answer(throwing(bug));

    expect(JSON.stringify(errors)).not.toContain("relation");
    expect(errors[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR" });
    expect(reported).toEqual([bug]);
  });

  it("tells the operator what caused a refusal", () => {
    const refusal = Object.assign(new OutletClosed({ zh: "", en: "" }), { cause: new Error("timeout") });

    expect(answer(throwing(refusal)).reported).toEqual([refusal]);
  });

  it("is what is wrong with the request, with a code", () => {
    for (const query of ["{ field", "{ nothing }", "{ field(on: 3) }"]) {
      const { errors, reported } = answer(() => "", query);
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(/^请求有误/),
        extensions: { code: "BAD_USER_INPUT" },
      });
      expect(reported).toEqual([]);
    }
  });

  it("leaves errors alone that were made with a code", () => {
    const { errors } = answer(throwing(new GraphQLError("no", { extensions: { code: "FORBIDDEN" } })));

    expect(errors).toMatchObject([{ message: "no", extensions: { code: "FORBIDDEN" } }]);
  });
});
