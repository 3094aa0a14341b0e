import { type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { graphSchema } from "../testing/graphSchema.js";
import { textsIn } from "./language.js";

describe("the words for what happens", () => {
  const schema = graphSchema();
  const types = Object.values(schema.getTypeMap())
    .filter(isEnumType)
    .filter(({ name }) => ["CaseEventType", "QueueEventType", "DutyEventType"].includes(name))
    .flatMap((type: GraphQLEnumType) => type.getValues().map(({ name }) => name));

  it.each(["zh", "en"] as const)("are there for every kind of event that the graph can send (%s)", (language) => {
    const { events } = textsIn(language);

    expect(types.length).toBeGreaterThan(40);
    expect(types.filter((type) => !events[type])).toEqual([]);
  });
});
