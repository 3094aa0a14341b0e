import { anonymous, type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

/** Reads but those of the readers of logs, which look now and then by themselves. */
const selects = () =>
  staff.world.queries.filter((sql) => /^\s*(select|with)/i.test(sql) && !/staff_event|followed_log/.test(sql));

async function counted<T>(caller: Caller, query: string, variables = {}) {
  staff.world.queries.length = 0;
  const answer = await staff.ask<T>(caller, query, variables);
  expect(answer.errors).toBeUndefined();
  return { data: answer.data, statements: selects().length };
}

const ENTITIES = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Outlet { id name }
      ... on Window { id name }
      ... on Post { id name }
      ... on StaffMember { id name }
      ... on Department { id name }
      ... on Region { id name }
      ... on Terminal { id name }
    }
  }
`;
const hundred = (typename: string, ids: string[]) =>
  Array.from({ length: 100 }, (_, index) => ({ __typename: typename, id: ids[index % ids.length] }));

describe("references", () => {
  it.each([
    ["Outlet", ["taoshan-hall", "shanyang-centre", "taoshan-bank"]],
    ["Window", ["taoshan-w1", "taoshan-w2", "taoshan-w3"]],
    ["Post", ["taoshan-w2-a", "taoshan-w2-b"]],
    ["StaffMember", Array.from({ length: 74 }, (_, n) => `taoshan-staff-${String(n + 1).padStart(2, "0")}`)],
    ["Department", ["taoshan-civil-affairs", "taoshan-water"]],
    ["Region", ["taoshan", "shanyang"]],
    ["Terminal", ["taoshan-terminal-1-a", "taoshan-bank-terminal", "taoshan-top-up"]],
  ])("to a hundred of %s are completed with one statement", async (typename, ids) => {
    const { data, statements } = await counted<{ _entities: { id: string; name: string }[] }>(anonymous, ENTITIES, {
      representations: hundred(typename, ids),
    });

    expect(data._entities.map(({ id }) => id)).toEqual(hundred(typename, ids).map(({ id }) => id));
    expect(data._entities.every(({ name }) => name.length > 0)).toBe(true);
    expect(statements).toBe(1);
  });

  it("to people are completed with two for those who may see more", async () => {
    const representations = hundred("StaffMember", ["taoshan-staff-03", "taoshan-staff-04"]);

    expect((await counted(centreDirector, ENTITIES, { representations })).statements).toBe(2);
  });

  it("to matters find their outlets with the same few statements for one as for many", async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Matter { outlets { id } } } }`;
    const matter = (id: string, lists: string[]) => ({
      __typename: "Matter",
      id,
      department: { __typename: "Department", id: "taoshan-civil-affairs" },
      lists,
    });
    const ask = (representations: object[]) =>
      counted<{ _entities: { outlets: { id: string }[] }[] }>(serviceCaller("gateway"), query, { representations });

    const one = await ask([matter("m1", [])]);
    const many = await ask(Array.from({ length: 50 }, (_, n) => matter(`m${n}`, n === 0 ? ["PARTNER"] : [])));

    expect(one.data._entities[0]?.outlets).toEqual([{ id: "taoshan-hall" }]);
    expect(many.data._entities[0]?.outlets).toEqual([
      { id: "taoshan-bank" },
      { id: "taoshan-hall" },
      { id: "taoshan-post" },
    ]);
    expect([one.statements, many.statements]).toEqual([4, 4]);
  });
});

describe("terminals", () => {
  it("are found, measured and listed with as many statements for a hundred as for three (R019, R020)", async () => {
    const NEAR = `{ nearestTerminals(latitude: 30, longitude: 125, first: 100) { terminal { state stale verifyBy outlet { openNow } } } }`;
    const REGION = `{ region(id: "taoshan") { terminalReport { available { id } stale { id verifyBy } } outlets { terminals { state } offlineTerminals { id } } } }`;
    const few = [await counted(anonymous, NEAR), await counted(anonymous, REGION)];
    const heardAt = staff.world.now;
    const [like] = await staff.db.terminal.findMany({ where: { id: "taoshan-bank-terminal" } });
    if (!like) throw new Error("the seed has a terminal in the bank");
    await staff.db.terminal.createMany({
      data: Array.from({ length: 100 }, (_, n) => ({ ...like, id: `terminal-${n}`, heardAt })),
    });

    const many = [
      await counted<{ nearestTerminals: object[] }>(anonymous, NEAR),
      await counted<object>(anonymous, REGION),
    ] as const;

    expect(many[0].data.nearestTerminals).toHaveLength(100);
    expect(many.map(({ statements }) => statements)).toEqual(few.map(({ statements }) => statements));
    await staff.db.terminal.deleteMany({ where: { id: { startsWith: "terminal-" } } });
  });
});

describe("the board's query", () => {
  const BOARD = /* GraphQL */ `
    query ($regionId: ID!) {
      outlets(regionId: $regionId) {
        name openNow opensNext
        vacancies { post { name } }
        offlineTerminals { name offlineSince }
        windows { name state departments { mode department { name } } serving { officer { name } actingFor { name } post { name } since } }
      }
    }
  `;

  it("takes as many statements for 34 outlets as for 10", async () => {
    const small = await counted(anonymous, BOARD, { regionId: "taoshan" });
    const large = await counted(anonymous, BOARD, { regionId: "shanyang" });

    expect(large.statements).toBeLessThanOrEqual(small.statements);
    expect(small.statements).toBeLessThanOrEqual(18);
  });
});
