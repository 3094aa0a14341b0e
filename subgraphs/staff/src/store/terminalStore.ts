import { DomainError } from "@yimen/kernel/errors";
import type { Terminal, TerminalHost, TerminalKind, TerminalRule } from "../domain/terminal.js";
import type { TerminalModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class TerminalNotFound extends DomainError {
  readonly code = "TERMINAL_NOT_FOUND";
  constructor(terminalId: string) {
    super({ zh: "没有这台终端;请核对终端编号。", en: "There is no such terminal; check its id." }, { terminalId });
  }
}

const within = (ids: readonly string[]) => ({ in: [...ids] });
const orderBy = { id: "asc" } as const;

export const findTerminals = async (db: Db | Tx, ids: readonly string[]): Promise<Terminal[]> =>
  (await db.terminal.findMany({ where: { id: within(ids) } })).map(toTerminal);

/** The terminals that stand at these outlets; removed ones too. */
export const findTerminalsAt = async (db: Db | Tx, outletIds: readonly string[]): Promise<Terminal[]> =>
  (await db.terminal.findMany({ where: { outletId: within(outletIds) }, orderBy })).map(toTerminal);

/** The terminals these outlets look after; removed ones too. */
export const findTerminalsKeptBy = async (db: Db | Tx, outletIds: readonly string[]): Promise<Terminal[]> =>
  (await db.terminal.findMany({ where: { keeperId: within(outletIds) }, orderBy })).map(toTerminal);

/** The terminals at which one of these matters can be done, each with the matter; removed ones too. */
export async function findTerminalsFor(
  db: Db,
  matterIds: readonly string[],
): Promise<{ readonly matterId: string; readonly terminal: Terminal }[]> {
  const rows = await db.terminal.findMany({ where: { matterIds: { hasSome: [...matterIds] } }, orderBy });
  return rows
    .map(toTerminal)
    .flatMap((terminal) =>
      terminal.matterIds.filter((id) => matterIds.includes(id)).map((matterId) => ({ matterId, terminal })),
    );
}

/** Those whose silence is to be watched: heard of, in use on that day, and without an alert the log has told of. */
export async function findWatchedTerminals(db: Db, day: string): Promise<Terminal[]> {
  const rows = await db.terminal.findMany({
    where: { heardAt: { not: null }, alertedAt: null, OR: [{ removedOn: null }, { removedOn: { gt: day } }] },
    orderBy,
  });
  return rows.map(toTerminal);
}

/** The terminal, which nobody else changes until the transaction is over. @throws TerminalNotFound */
export async function lockTerminal(tx: Tx, id: string): Promise<Terminal> {
  await tx.$executeRaw`select 1 from "terminal" where "id" = ${id} for update`;
  const [found] = await findTerminals(tx, [id]);
  if (!found) throw new TerminalNotFound(id);
  return found;
}

export async function insertTerminals(tx: Tx, terminals: readonly Terminal[]): Promise<void> {
  await tx.terminal.createMany({ data: terminals.map((each) => ({ ...each, matterIds: [...each.matterIds] })) });
}

export async function saveTerminal(tx: Tx, { id, matterIds, ...terminal }: Terminal): Promise<void> {
  await tx.terminal.update({ where: { id }, data: { ...terminal, matterIds: [...matterIds] } });
}

/** Notes an alert for the silence that began when it was last heard of; @returns whether it is still silent. */
export async function noteAlert(tx: Tx, { id, heardAt }: Terminal, since: Date): Promise<boolean> {
  const where = { id, heardAt, alertedAt: null };
  return (await tx.terminal.updateMany({ where, data: { alertedAt: since } })).count > 0;
}

export const findTerminalRules = (db: Db | Tx, regionIds: readonly string[]): Promise<TerminalRule[]> =>
  db.terminalRule.findMany({ where: { regionId: within(regionIds) }, orderBy: { effectiveFrom: "asc" } });

export async function insertTerminalRules(tx: Tx, rules: readonly TerminalRule[]): Promise<void> {
  await tx.terminalRule.createMany({
    data: rules.map(({ regionId, offlineMinutes, verifyDays, effectiveFrom, effectiveTo }) => {
      return { regionId, offlineMinutes, verifyDays, effectiveFrom, effectiveTo };
    }),
  });
}

const toTerminal = (row: TerminalModel): Terminal => ({
  ...row,
  kind: row.kind as TerminalKind,
  host: row.host as TerminalHost,
});
