import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestCatalogue } from "./testing/startTestCatalogue.js";

const ID = "taoshan-social-organisation-registration";
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Matter { id name }
    ... on GuideVersion { id promisedLimit { value } }
  }
}`;
const MATTER_FOR_CASE = `query ($id: ID!) {
  matter(id: $id) {
    id name regionId handlingRange presenceMode state
    department { id }
    entrustment { mode effective announcedOn }
    guide {
      id version kind decisionMode important
      promisedLimit { value unit } statutoryLimit { value unit }
      materials { id code name necessity deferrable maxDeferralDays source }
      acceptanceConditions
    }
  }
}`;

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

interface Page {
  matters: { nodes: { id: string }[]; endCursor: string | null; hasNextPage: boolean };
}
interface Entities {
  _entities: ({ id: string } | null)[];
}

describe("a matter", () => {
  it("is printed as its guide in force says, and held against its baseline (R032, R210)", async () => {
    const { data } = await catalogue.ask<{
      matter: { guideDocument: string; guide: { id: string; reviewPoints: string[] }; optimisation: object };
    }>(
      `query ($id: ID!) { matter(id: $id) { guideDocument(format: MARKDOWN) guide { id reviewPoints }
        optimisation { materials { before now } forms { before now } } } }`,
      { id: ID },
    );

    expect(data.matter.guideDocument).toContain("# 社会团体成立登记 办事指南");
    for (const said of [data.matter.guide.id, ...data.matter.guide.reviewPoints]) {
      expect(data.matter.guideDocument).toContain(said);
    }
    expect(data.matter.optimisation).toEqual({ materials: { before: 8, now: 5 }, forms: { before: 3, now: 3 } });
  });

  it("asks for a conditional material only in the situation that needs it (R203)", async () => {
    const query = `query ($answers: [SituationAnswerInput!]!) { matter(id: "taoshan-elderly-allowance") {
      guide { questions { key options { key } } materialsFor(answers: $answers) { required { code } unanswered } } } }`;
    const asked = async (option: string) => {
      const answers = [{ question: "low-income", option }];
      const { data, errors } = await catalogue.ask<{
        matter: { guide: { materialsFor: { required: { code: string }[]; unanswered: string[] } } };
      }>(query, { answers });
      return errors?.[0]?.extensions.code ?? data.matter.guide.materialsFor.required.map(({ code }) => code);
    };

    expect(await asked("yes")).toContain("low-income-certificate");
    expect(await asked("no")).not.toContain("low-income-certificate");
    expect(await asked("no")).toContain("application-form");
    expect(await asked("perhaps")).toBe("SITUATION_ANSWER_NOT_VALID");
  });

  it("tells a stranger what accepting a case needs: 5 of 60 working days, entrusted since 2021 (R055)", async () => {
    const { data, errors } = await catalogue.ask<{ matter: Record<string, unknown> }>(MATTER_FOR_CASE, { id: ID });

    expect(errors).toBeUndefined();
    expect(data.matter).toMatchObject({
      id: ID,
      name: "社会团体成立登记",
      regionId: "taoshan",
      presenceMode: "ENTRUSTED",
      department: { id: "taoshan-civil-affairs" },
      entrustment: { mode: "ENTRUSTED", effective: true, announcedOn: "2021-08-20" },
      guide: {
        id: `${ID}@1`,
        version: 1,
        kind: "PROMISED",
        decisionMode: "SEPARATED",
        promisedLimit: { value: 5, unit: "WORKING_DAY" },
        statutoryLimit: { value: 60, unit: "WORKING_DAY" },
      },
    });
    const { materials } = data.matter.guide as { materials: { name: string; deferrable: boolean }[] };
    expect(materials.filter(({ deferrable }) => deferrable).map(({ name }) => name)).toEqual(["住所使用权证明"]);
  });

  it("is found by its code, and a code of several matters is refused (I-C2)", async () => {
    const query = `query ($code: String!) { matterByCode(code: $code) { id } }`;

    const found = await catalogue.ask(query, { code: "1199999900000102XU400010890100001" });
    const ambiguous = await catalogue.ask(query, { code: "000108901000" });
    const wrong = await catalogue.ask(query, { code: "1199999900000102XA400010890100001" });

    expect(found.data).toEqual({ matterByCode: { id: ID } });
    expect(ambiguous.errors?.[0]?.extensions.code).toBe("MATTER_CODE_NOT_UNIQUE");
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: "MATTER_CODE_NOT_VALID", problem: "CREDIT_CODE" });
  });

  it("is told completely at once, samples included (R089, R090)", async () => {
    const query = `query ($id: ID!) { matter(id: $id) { oneTimeNotice { text materials { id sampleForm } } } }`;

    const { data } = await catalogue.ask<{ matter: { oneTimeNotice: { text: string; materials: object[] } } }>(query, {
      id: ID,
    });

    expect(data.matter.oneTimeNotice.materials).toHaveLength(5);
    expect(data.matter.oneTimeNotice.text).toContain("验资报告");
  });
});

describe("a list of matters", () => {
  const list = (variables: object) =>
    catalogue.ask<Page>(
      `query ($regionId: ID, $departmentId: ID, $tag: ServiceTag, $list: MatterList, $text: String, $first: Int! = 20, $after: String) {
        matters(regionId: $regionId, departmentId: $departmentId, tag: $tag, list: $list, text: $text, first: $first, after: $after) {
          nodes { id } endCursor hasNextPage
        }
      }`,
      variables,
    );

  it("goes through all pages without skipping or repeating one", async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await list({ regionId: "zoucheng", first: 100, after });
      seen.push(...data.matters.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = data.matters);
    }
    expect(seen).toHaveLength(355 + 62);
    expect(new Set(seen)).toHaveLength(355 + 62);
  });

  it("is narrowed by department, tag, list and text (R031)", async () => {
    const ids = async (variables: object) => (await list(variables)).data.matters.nodes.map(({ id }) => id);

    expect(await ids({ departmentId: "taoshan-water" })).toHaveLength(3);
    expect(await ids({ regionId: "taoshan", list: "VILLAGE_PROXY" })).toEqual([
      "taoshan-elderly-allowance",
      "taoshan-subsistence-allowance",
    ]);
    expect(await ids({ regionId: "taoshan", tag: "AT_ONCE", text: "备案" })).toEqual([
      "taoshan-bookkeeping-annual-report",
      "taoshan-emergency-plan-record",
    ]);
    expect(await ids({ regionId: "taoshan", text: "Fireworks" })).toHaveLength(2);
  });

  it("refuses pages that are too long", async () => {
    expect((await list({ first: 101 })).errors?.[0]?.extensions).toMatchObject({ code: "PAGE_TOO_LONG", limit: 100 });
  });
});

describe("references from other subgraphs", () => {
  const references = async (typename: string, ids: readonly string[]) =>
    catalogue.ask<Entities>(ENTITIES, { representations: ids.map((id) => ({ __typename: typename, id })) });

  it("to a hundred matters are completed with one query", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `zoucheng-town-${String(index + 1).padStart(3, "0")}-matter`);

    const { data } = await references("Matter", ids);

    expect(data._entities.map((entity) => entity?.id)).toEqual(ids);
    expect(catalogue.queries).toHaveLength(1);
  });

  it("to a hundred guides are completed with one query", async () => {
    const ids = Array.from(
      { length: 100 },
      (_, index) => `zoucheng-town-${String(index + 1).padStart(3, "0")}-matter@1`,
    );

    const { data } = await references("GuideVersion", ids);

    expect(data._entities.map((entity) => entity?.id)).toEqual(ids);
    expect(catalogue.queries).toHaveLength(1);
  });

  it("to a matter that does not exist are null", async () => {
    expect((await references("Matter", ["none"])).data._entities).toEqual([null]);
  });

  it("to a page of matters with guide and presence take three queries, however many there are", async () => {
    await catalogue.ask(
      `{ matters(regionId: "taoshan", first: 50) { nodes { id guide { id } entrustment { effective } presenceMode oneTimeNotice { text } } } }`,
    );

    expect(catalogue.queries).toHaveLength(3);
  });
});
