import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "@yimen/kernel/repository";
import { buildASTSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCasesClient } from "./casesClient.js";
import { coordinator } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

const volumes = { education: 900, "civil-affairs": 120, agriculture: 90, water: 30, emergency: 60, finance: 40 };
let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({
    everybodyIn: false,
    cases: {
      endedVisits: async (cursor) => ({ cursor, visits: [] }),
      departmentVolumes: async () =>
        Object.entries(volumes).map(([name, received]) => ({ departmentId: `taoshan-${name}`, received, matters: 3 })),
    },
  });
});
afterAll(() => staff[Symbol.asyncDispose]());

const PLAN = `query ($windows: Int!) { windowPlan(regionId: "taoshan", from: "2020-01-01", to: "2020-12-31", windows: $windows) {
  alone received departments { received department { name } } } }`;

describe("the windows of 桃山区, planned by a year's volume (R073, R074)", () => {
  it("are the three of the plan", async () => {
    const { data } = await staff.ask<{ windowPlan: { departments: { department: { name: string } }[] }[] }>(
      coordinator,
      PLAN,
      { windows: 3 },
    );

    const names = data.windowPlan.map(({ departments }) => departments.map(({ department }) => department.name));
    expect(data.windowPlan[0]).toMatchObject({ alone: true, received: 900 });
    expect(names[0]).toEqual(["桃山区教育局"]);
    expect(names.some((at) => ["民政局", "农业农村局", "水务局"].every((each) => at.includes(`桃山区${each}`)))).toBe(
      true,
    );
    expect(names.some((at) => ["应急局", "文旅局", "财政局"].every((each) => at.includes(`桃山区${each}`)))).toBe(true);
    expect(names).toHaveLength(3);
    expect(names.flat()).toHaveLength(7);
  });

  it("are refused for a count that is none", async () => {
    const { errors } = await staff.ask(coordinator, PLAN, { windows: 0 });

    expect(errors?.[0]?.extensions).toMatchObject({ code: "WINDOW_COUNT_INVALID", rule: { id: "R073" } });
  });
});

describe("what is asked of cases", () => {
  it("is in its schema", async () => {
    const asked: string[] = [];
    const client = createCasesClient({
      async query<T>(document: string) {
        asked.push(document);
        return { departmentVolumes: [], endedVisits: { cursor: "0", visits: [] } } as T;
      },
    });
    const sdl = readFileSync(join(repository, "subgraphs/cases/schema.graphql"), "utf8");
    const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true });

    await client.departmentVolumes("taoshan", "2020-01-01", "2020-12-31");
    await client.endedVisits("0", 1);

    expect(asked.flatMap((document) => validate(schema, parse(document)))).toEqual([]);
    expect(asked).toHaveLength(2);
  });
});
