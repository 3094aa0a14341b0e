import type { SiblingClient } from "@yimen/kernel/siblingClient";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Volume } from "./domain/townPowers.js";

export interface CasesClient {
  /**
   * The office day of the newest application for each matter; matters nobody applied for are left out.
   *
   * @throws SiblingUnavailable
   */
  lastApplications(matterIds: readonly string[]): Promise<ReadonlyMap<string, PlainDate>>;
  /**
   * How often a region's matters were applied for between two office days, both included; those nobody applied for are
   * left out.
   *
   * @throws SiblingUnavailable
   */
  volumes(regionId: string, from: PlainDate, to: PlainDate): Promise<ReadonlyMap<string, Volume>>;
}

const VOLUMES = /* GraphQL */ `
  query MatterVolumes($regionId: ID!, $from: PlainDate!, $to: PlainDate!) {
    matterVolumes(regionId: $regionId, from: $from, to: $to) { matterId received online }
  }
`;

const AT_ONCE = 50; // matters in one query

export const createCasesClient = (sibling: SiblingClient): CasesClient => ({
  async lastApplications(matterIds) {
    const found = new Map<string, PlainDate>();
    for (let from = 0; from < matterIds.length; from += AT_ONCE) {
      const ids = matterIds.slice(from, from + AT_ONCE);
      const answer = await sibling.query<Answer>(
        newestOf(ids.length),
        Object.fromEntries(ids.map((id, i) => [`m${i}`, id])),
      );
      for (const [index, id] of ids.entries()) {
        const newest = answer[`m${index}`]?.nodes[0];
        if (newest) found.set(id, officeDay(new Date(newest.openedAt)));
      }
    }
    return found;
  },
  async volumes(regionId, from, to) {
    const answer = await sibling.query<{ matterVolumes: readonly (Volume & { matterId: string })[] }>(VOLUMES, {
      regionId,
      from,
      to,
    });
    return new Map(answer.matterVolumes.map(({ matterId, received, online }) => [matterId, { received, online }]));
  },
});

type Answer = Readonly<Record<string, { readonly nodes: readonly { readonly openedAt: string }[] }>>;

/** Asks for the newest case of so many matters at once. */
function newestOf(count: number): string {
  const indices = Array.from({ length: count }, (_, index) => index);
  const variables = indices.map((index) => `$m${index}: ID!`).join(", ");
  const fields = indices.map(
    (index) => `m${index}: cases(filter: { matterId: $m${index} }, first: 1) { nodes { openedAt } }`,
  );
  return `query LastApplications(${variables}) { ${fields.join(" ")} }`;
}
