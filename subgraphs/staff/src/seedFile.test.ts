import { describe, expect, it } from "vitest";
import { requireMutual } from "./domain/pairing.js";
import {
  readCertificates,
  readDepartments,
  readOutlets,
  readPairings,
  readPosts,
  readRegions,
  readStaffMembers,
  readWindows,
} from "./seedFile.js";

const regions = readRegions().map(({ id }) => id);

/** GB 11643: the check character of an identity number. */
const idCheck = (first17: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return "10X98765432"[weights.reduce((sum, weight, place) => sum + weight * Number(first17[place]), 0) % 11];
};

/** GB 32100: the check character of a social credit code. */
const creditCheck = (first17: string) => {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const sum = [...first17].reduce((total, each, place) => total + (3 ** place % 31) * alphabet.indexOf(each), 0);
  return alphabet[(31 - (sum % 31)) % 31];
};

describe.each(regions)("the seed of %s", (region) => {
  it("pairs every post with exactly one other of its outlet (R149, I-S1)", () => {
    expect(() => requireMutual(readPairings(region), readPosts(region))).not.toThrow();
  });

  it("names every post in both languages", () => {
    expect(readPosts(region).filter(({ nameEn }) => !nameEn)).toEqual([]);
  });

  it("has two different people in each pair, both certified for the post's departments (R147, R150)", () => {
    const posts = new Map(readPosts(region).map((post) => [post.id, post]));
    const certified = new Set(
      readCertificates(region).map(({ staffId, departmentId }) => `${staffId} ${departmentId}`),
    );
    for (const { postIds } of readPairings(region)) {
      const [a, b] = postIds.map((id) => posts.get(id));
      expect(a?.holder).not.toBe(b?.holder);
      for (const departmentId of a?.departmentIds ?? []) {
        expect(certified).toContain(`${a?.holder} ${departmentId}`);
        expect(certified).toContain(`${b?.holder} ${departmentId}`);
      }
    }
  });

  it("ships synthetic people only, in the unassigned region 999999", () => {
    for (const { name, idNumber, mobile } of readStaffMembers(region)) {
      expect(name).toMatch(/^测试-/);
      expect(mobile).toMatch(/^000/);
      expect(idNumber?.slice(0, 6)).toBe("999999");
      expect(idNumber?.at(-1)).toBe(idCheck(idNumber?.slice(0, 17) ?? ""));
    }
  });

  it("gives its departments codes in the unassigned region that validate (GB 32100)", () => {
    for (const { uscc } of readDepartments(region)) {
      expect(uscc.slice(2, 8)).toBe("999999");
      expect(uscc.at(-1)).toBe(creditCheck(uscc.slice(0, 17)));
    }
  });

  it("puts every window and post at an outlet that is there", () => {
    const outlets = new Set(readOutlets(region).map(({ id }) => id));
    for (const { outletId } of [...readWindows(region), ...readPosts(region)]) expect(outlets).toContain(outletId);
  });
});
