import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

const DEPARTMENT = "taoshan-water";
const chief = staff("CHIEF_REPRESENTATIVE", DEPARTMENT);
let keys = 0;

interface Changed {
  readonly changed: {
    readonly id: string;
    readonly status: string;
    readonly effective: boolean;
    readonly version: number;
  };
}
const act = (mutation: string, inputType: string, input: object, caller = chief) =>
  catalogue.ask<Changed>(
    `mutation ($input: ${inputType}!) { changed: ${mutation}(input: $input) { id status effective version } }`,
    { input: { clientMutationId: `k${++keys}`, ...input } },
    caller,
  );
const announce = (given: object = {}) =>
  act("announceEntrustment", "AnnounceEntrustmentInput", {
    regionId: "taoshan",
    departmentId: DEPARTMENT,
    mode: "ENTRUSTED",
    announcedOn: "2026-03-02",
    announcement: "由综合窗口2统一受理",
    checklist: ["申请书"],
    samples: ["申请书样表"],
    chiefRepresentativeId: "taoshan-staff-30",
    ...given,
  });
const change = (mutation: string, entrustmentId: string, given: object = {}) =>
  act(mutation, "ChangeEntrustmentInput", { entrustmentId, ...given });
const end = (id: string) => change("endEntrustment", id);

describe("an entrustment", () => {
  it("goes from announced to active to ended, and its matters show it at each step (R057)", async () => {
    const presence = `{ matter(id: "taoshan-water-abstraction") { presenceMode entrustment { effective } } }`;
    const second = await announce();
    expect(second.errors?.[0]?.extensions).toMatchObject({ code: "ENTRUSTMENT_EXISTS", current: { status: "ACTIVE" } });

    await end("taoshan-water-entrustment");
    expect((await catalogue.ask(presence)).data).toEqual({ matter: { presenceMode: null, entrustment: null } });

    const { id } = (await announce()).data.changed;
    expect((await catalogue.ask(presence)).data).toEqual({
      matter: { presenceMode: "ENTRUSTED", entrustment: { effective: false } },
    });

    const { data } = await change("activateEntrustment", id, { version: 1 });
    expect(data.changed).toMatchObject({ status: "ACTIVE", effective: true, version: 2 });
    await end(id);
  });

  it.each([
    ["a checklist", { checklist: [] }, "CHECKLIST"],
    ["samples", { samples: [] }, "SAMPLES"],
    ["a chief representative", { chiefRepresentativeId: null }, "CHIEF_REPRESENTATIVE"],
    ["an announcement already made", { announcedOn: "2026-03-03" }, "ANNOUNCEMENT"],
  ])("without %s does not take effect (R057, R058, I-C7)", async (_, given, missing) => {
    const { id } = (await announce(given)).data.changed;

    const { errors } = await change("activateEntrustment", id);
    await end(id);

    expect(errors?.[0]?.extensions).toMatchObject({ code: "ENTRUSTMENT_INCOMPLETE", missing: [missing] });
  });

  it("is activated by one of two who try at once", async () => {
    const { id } = (await announce()).data.changed;

    const answers = await Promise.all([1, 2].map(() => change("activateEntrustment", id, { version: 1 })));
    await end(id);

    const refused = answers.filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({
      code: "ENTRUSTMENT_CHANGED_MEANWHILE",
      current: { version: 2 },
    });
  });

  it("is announced by one of two who try at once", async () => {
    const answers = await Promise.all([announce(), announce()]);

    const refused = answers.filter(({ errors }) => errors);
    for (const { data, errors } of answers) if (!errors) await end(data.changed.id);
    expect(refused.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(["ENTRUSTMENT_EXISTS"]);
  });

  it("is not another department's to announce", async () => {
    const { errors } = await announce({ departmentId: "taoshan-finance" });

    expect(errors?.[0]?.extensions.code).toBe("NOT_YOURS_TO_MAINTAIN");
  });
});
