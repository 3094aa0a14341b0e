import { expect, it, vi } from "vitest";
import type { Caller } from "./caller.js";
import { jurisdictions } from "./jurisdiction.js";

const staff = (claims: Record<string, string>): Caller => ({ kind: "STAFF", subject: "s", scopes: [], claims });
const officer = staff({ role: "WINDOW_OFFICER", outletId: "taoshan-hall" });
const supervisor = staff({ role: "SUPERVISOR", outletId: "taoshan-office", regionIds: "taoshan" });

const claiming = (caller: Caller, claims: Record<string, string>): Caller => ({
  ...caller,
  claims: { ...caller.claims, ...claims },
});

it("an overseer's outlets are those of its regions, whatever its token says of them", async () => {
  const outletsOf = vi.fn(async (regionId: string) => [`${regionId}-1`, `${regionId}-2`]);
  const complete = jurisdictions({ outletsOf });
  const overseen = async (caller: Caller) => (await complete(caller)).claims.overseenOutletIds;

  expect(await overseen(claiming(supervisor, { regionIds: "a b" }))).toBe("a-1 a-2 b-1 b-2");
  expect(await overseen(claiming(supervisor, { regionIds: "a", overseenOutletIds: "c-1" }))).toBe("a-1 a-2");
  expect(await overseen(claiming(officer, { regionIds: "c", overseenOutletIds: "c-1" }))).toBeUndefined();
  expect(await complete(officer)).toBe(officer);
  expect(outletsOf.mock.calls).toEqual([["a"], ["b"]]);
});

it("an overseer is left with its regions and its own outlet while nobody says which outlets the regions have", async () => {
  const complete = jurisdictions({ outletsOf: () => Promise.reject(new Error("down")) });

  const { claims } = await complete(supervisor);

  expect(claims).toMatchObject({ overseenOutletIds: "", regionIds: "taoshan", outletId: "taoshan-office" });
});
