import type { AppointmentChannel } from "../domain/appointment.js";
import { ProxyRequestChangedMeanwhile, ProxyRequestNotOpen } from "../domain/proxyRefusals.js";
import type { AgentService, KeyGroup, ProxyRequest, ServiceMode } from "../domain/proxyRequest.js";
import { Prisma } from "../generated/prisma/client.js";
import type { ProxyRequestModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** Who asks to be helped. */
export interface ProxyPerson {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

export async function findProxyRequests(db: Db | Tx, ids: readonly string[]): Promise<ProxyRequest[]> {
  return (await db.proxyRequest.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(fromRow);
}

/** @throws ProxyRequestNotOpen */
export async function getProxyRequest(db: Db | Tx, id: string): Promise<ProxyRequest> {
  const [found] = await findProxyRequests(db, [id]);
  if (!found) throw new ProxyRequestNotOpen(id);
  return found;
}

/** Requests an outlet is responsible for, or that were opened there, newest first. */
export async function listProxyRequests(
  db: Db,
  outletId: string,
  open: boolean,
  first: number,
): Promise<ProxyRequest[]> {
  const where = { OR: [{ outletId }, { openedAtOutletId: outletId }], closedAt: open ? null : undefined };
  const orderBy = [{ openedAt: "desc" as const }, { id: "desc" as const }];
  return (await db.proxyRequest.findMany({ where, orderBy, take: first })).map(fromRow);
}

export const findProxyPersons = (db: Db, requestIds: readonly string[]) =>
  db.proxyPerson.findMany({ where: { requestId: { in: [...requestIds] } } });

/** How often each mode was used at an outlet within a time (R102). */
export async function countModes(db: Db, outletId: string, from: Date, to: Date) {
  const where = { openedAtOutletId: outletId, openedAt: { gte: from, lt: to } };
  const counted = await db.proxyRequest.groupBy({ by: ["mode"], where, _count: true, orderBy: { mode: "asc" } });
  return counted.map(({ mode, _count }) => ({ mode: mode as ServiceMode, count: _count }));
}

/** Stores a request and who made it. @returns what is to be appended to the log at the end of the transaction */
export async function insertProxyRequest(tx: Tx, request: ProxyRequest, person: ProxyPerson): Promise<NewEntry> {
  await tx.proxyRequest.createMany({ data: [toRow(request)] });
  await tx.proxyPerson.createMany({ data: [{ requestId: request.id, ...person }] });
  return proxyEntry("ProxyRequested", request, request.openedById, request.openedAt);
}

export type ProxyEventType = "ProxyHandedOver" | "ProxyAuthorised" | "ProxyCaseOpened" | "ProxyClosed";

/**
 * Saves a change.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws ProxyRequestChangedMeanwhile when the stored version is not the one `next` was computed from
 */
export async function saveProxyRequest(
  tx: Tx,
  before: ProxyRequest,
  next: ProxyRequest,
  type: ProxyEventType,
  staffId: string,
  at: Date,
): Promise<NewEntry> {
  const { count } = await tx.proxyRequest.updateMany({
    where: { id: next.id, version: before.version },
    data: toRow(next),
  });
  if (count === 0) throw new ProxyRequestChangedMeanwhile(next.id);
  return proxyEntry(type, next, staffId, at);
}

const proxyEntry = (
  type: ProxyEventType | "ProxyRequested",
  { id, version, outletId, mode, closedAt }: ProxyRequest,
  staffId: string,
  at: Date,
): NewEntry => ({
  stream: "PROXY",
  streamId: id,
  version,
  type,
  at,
  outletId,
  windowId: null,
  departmentId: null,
  statusBefore: type === "ProxyRequested" ? null : "OPEN",
  statusAfter: closedAt === null ? "OPEN" : "CLOSED",
  confidential: true, // whom it helps is nobody else's business
  data: { by: { staffId, actingForId: null }, mode },
});

const json = (value: unknown) => value as Prisma.InputJsonValue;

const toRow = ({ authorisation, handovers, services, ...columns }: ProxyRequest) => ({
  ...columns,
  services: [...services],
  handovers: json(handovers),
  authorisation: authorisation === null ? Prisma.DbNull : json(authorisation),
});

const fromRow = ({ fee: _, ...row }: ProxyRequestModel): ProxyRequest => ({
  ...row,
  mode: row.mode as ServiceMode,
  channel: row.channel as AppointmentChannel,
  keyGroup: row.keyGroup as KeyGroup | null,
  services: row.services as AgentService[],
  fedBackBy: row.fedBackBy as AppointmentChannel | null,
  authorisation: row.authorisation as unknown as ProxyRequest["authorisation"],
  handovers: row.handovers as unknown as ProxyRequest["handovers"],
});
