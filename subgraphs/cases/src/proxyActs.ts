import { randomUUID } from "node:crypto";
import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { requireApplicant } from "./domain/applicant.js";
import type { AppointmentChannel } from "./domain/appointment.js";
import { requireOutletStaff } from "./domain/authority.js";
import {
  type AgentService,
  changedProxyRequest,
  type KeyGroup,
  type ProxyCommand,
  type ProxyRequest,
  requireFree,
  requireOnProxyList,
  type ServiceMode,
} from "./domain/proxyRequest.js";
import { serviceOf } from "./domain/visit.js";
import { append, type NewEntry } from "./store/caseLog.js";
import { getCase } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";
import { getProxyRequest, insertProxyRequest, type ProxyEventType, saveProxyRequest } from "./store/proxyStore.js";
import { insertService } from "./store/visitStore.js";

export interface RequestProxyInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly matterId: string;
  readonly mode: ServiceMode;
  readonly channel: AppointmentChannel;
  readonly keyGroup?: KeyGroup | null;
  readonly services: readonly AgentService[];
  readonly fee: number;
  readonly name: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly applicantId?: string | null;
}

/**
 * Takes down who asks to be helped or represented, free of charge (R101–R106, R118, R120).
 *
 * @throws StaffOnly, NotYourCase, ServiceIsFree, MatterNotOnProxyList, ApplicantNotValid, MatterNotOffered
 */
export async function requestProxy(
  { db, caller, catalogue, staff, clock }: Context,
  input: RequestProxyInput,
): Promise<ProxyRequest> {
  const openedById = requireOutletStaff(caller, input);
  requireFree(input.fee);
  const { clientMutationId: key, ...rest } = input;
  const { outletId, matterId, mode, channel, services, keyGroup = null, applicantId = null } = input;
  const { name, phone = null, address = null } = input;
  requireApplicant({ kind: "PERSON", name, phone, idNumber: null, applicantId });
  const id = randomUUID();
  const request = { caller, mutation: "requestProxy", key, input: rest, resultId: id };
  const earlier = await earlierResult(db, request);
  if (earlier) return getProxyRequest(db, earlier);

  const [{ lists }, [place]] = await Promise.all([catalogue.notice(matterId), staff.places([outletId, outletId])]);
  requireOnProxyList(matterId, lists, mode, place ?? null);
  const asked: ProxyRequest = {
    ...{ id, matterId, outletId, openedAtOutletId: outletId, mode, channel, keyGroup, services, applicantId },
    ...{ authorisation: null, handovers: [], caseId: null, result: null, fedBackBy: null, closedAt: null },
    openedAt: clock(),
    openedById,
    version: 1,
  };
  const stored = await db.$transaction((tx) =>
    once(tx, request, async () => {
      await append(tx, await insertProxyRequest(tx, asked, { name, phone, address }));
      return id;
    }),
  );
  return getProxyRequest(db, stored);
}

interface ChangeInput {
  readonly clientMutationId: string;
  readonly proxyRequestId: string;
}

/** Passes a request sideways, up or down; it stays one, with its trail (R003). @throws HandoverNotPossible, ProxyRequestNotOpen */
export const handOverProxy = (
  context: Context,
  input: ChangeInput & { readonly toOutletId: string; readonly reason: string },
) =>
  change(context, "handOverProxy", "ProxyHandedOver", input, async ({ outletId }, byId) => {
    const [from = null, to = null] = await context.staff.places([outletId, input.toOutletId]);
    return { type: "handOver", from, to, reason: input.reason, byId, at: context.clock() };
  });

/** Records the applicant's authorisation (R112). @throws AuthorisationMissing, ProxyRequestNotOpen */
export const authoriseProxy = (
  context: Context,
  input: ChangeInput & { readonly documentNo: string; readonly scope: string },
) =>
  change(context, "authoriseProxy", "ProxyAuthorised", input, async () => ({
    type: "authorise",
    authorisation: { documentNo: input.documentNo, scope: input.scope, at: context.clock().toISOString() },
  }));

/** Notes the case that was opened for a request; nobody is represented without being authorised (R112). @throws AuthorisationMissing */
export const linkProxyCase = (context: Context, input: ChangeInput & { readonly caseId: string }) =>
  change(context, "linkProxyCase", "ProxyCaseOpened", input, async () => {
    const found = await getCase(context.db, input.caseId);
    requireOutletStaff(context.caller, found);
    return { type: "linkCase", caseId: found.id, matterId: found.matterId };
  });

/**
 * Ends a request once its result was told to the applicant (R118, I-K21); from then on the service can be rated (R180).
 *
 * @throws ResultNotToldYet, ProxyRequestNotOpen
 */
export const closeProxy = (
  context: Context,
  input: ChangeInput & { readonly result: string; readonly fedBackBy: AppointmentChannel },
) =>
  change(
    context,
    "closeProxy",
    "ProxyClosed",
    input,
    async () => ({ type: "close", result: input.result, fedBackBy: input.fedBackBy, at: context.clock() }),
    async (tx, next, officerId) => {
      const endedAt = next.closedAt ?? context.clock();
      return [await insertService(tx, { ...serviceOf(next, { visitId: randomUUID(), officerId, endedAt }), endedAt })];
    },
  );

/** Changes a request as the outlet that is responsible for it: load, decide, save, once per client key. */
async function change<I extends ChangeInput>(
  { db, caller, clock }: Context,
  mutation: string,
  type: ProxyEventType,
  input: I,
  command: (current: ProxyRequest, staffId: string) => Promise<ProxyCommand>,
  alongside: (tx: Tx, next: ProxyRequest, staffId: string) => Promise<readonly NewEntry[]> = async () => [],
): Promise<ProxyRequest> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest, resultId: input.proxyRequestId };
  const [current, earlier] = await Promise.all([getProxyRequest(db, input.proxyRequestId), earlierResult(db, request)]);
  if (earlier) return current;
  const staffId = requireOutletStaff(caller, current);
  const next = changedProxyRequest(current, await command(current, staffId));
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const saved = await saveProxyRequest(tx, current, next, type, staffId, clock());
      await append(tx, saved, ...(await alongside(tx, next, staffId)));
      return current.id;
    }),
  );
  return getProxyRequest(db, current.id);
}
