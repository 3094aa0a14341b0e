import { byKey, groupByKey } from "@yimen/kernel/loader";
import type { Db } from "./store/db.js";
import {
  findTerminalRules,
  findTerminals,
  findTerminalsAt,
  findTerminalsFor,
  findTerminalsKeptBy,
} from "./store/terminalStore.js";

type Ids = readonly string[];

export const terminalLoaders = ({ db }: { db: Db }, options?: { cache: boolean }) => ({
  terminalById: byKey(
    (ids: Ids) => findTerminals(db, ids),
    ({ id }) => id,
    options,
  ),
  terminalsAt: groupByKey(
    (ids: Ids) => findTerminalsAt(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  terminalsKeptBy: groupByKey(
    (ids: Ids) => findTerminalsKeptBy(db, ids),
    ({ keeperId }) => keeperId,
    options,
  ),
  terminalsFor: groupByKey(
    (ids: Ids) => findTerminalsFor(db, ids),
    ({ matterId }) => matterId,
    options,
  ),
  terminalRulesOf: groupByKey(
    (ids: Ids) => findTerminalRules(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
});
