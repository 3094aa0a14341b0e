import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOwningDepartment } from "./domain/authority.js";
import { certificateEvent, requireIssuable } from "./domain/certificate.js";
import { latestTraining, type TrainingSession } from "./domain/training.js";
import { TrainingNotAttended } from "./domain/trainingRefusals.js";
import { insertCertificate } from "./store/certificateStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";
import { findSessionsAttended } from "./store/trainingStore.js";

export interface IssueCertificateInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly departmentId: string;
  readonly trainingRecord: string;
  /** Left out, the department's latest recorded training that the person attended, if there is one. */
  readonly trainingSessionId?: string | null;
  /** Left out, it is valid at once. */
  readonly validFrom?: Date | null;
  readonly validUntil?: Date | null;
}

/**
 * The owning department certifies somebody for its matters (R147, R208).
 *
 * @returns the certificate's id
 * @throws NotOwningDepartment, StaffMemberNotFound, TrainingRecordRequired, TrainingNotAttended,
 *   CertificatePeriodInvalid
 */
export async function issueCertificate(context: Context, input: IssueCertificateInput): Promise<string> {
  requireOwningDepartment(context.caller, input.departmentId);
  const today = officeDay(context.clock());
  await getWorkplace(context.db, input.staffId, today);
  const outletIds = await findOutletIdsOfStaff(context.db, input.staffId, today);
  return changeDuty(context, { mutation: "issueCertificate", input, outletIds }, async (tx, now) => {
    const training = trainingBehind(await findSessionsAttended(tx, [input.staffId]), input, today);
    const certificate = requireIssuable({
      id: randomUUID(),
      staffId: input.staffId,
      departmentId: input.departmentId,
      trainingRecord: input.trainingRecord,
      trainingSessionId: training?.id ?? null,
      validFrom: input.validFrom ?? now,
      validUntil: input.validUntil ?? null,
      revokedAt: null,
      version: 1,
    });
    await insertCertificate(tx, certificate);
    return { id: certificate.id, event: certificateEvent("CERTIFICATE_ISSUED", certificate, outletIds[0] ?? "", now) };
  });
}

/** @throws TrainingNotAttended */
function trainingBehind(
  attended: readonly TrainingSession[],
  { staffId, departmentId, trainingSessionId }: IssueCertificateInput,
  today: string,
): TrainingSession | null {
  const named = trainingSessionId == null ? attended : attended.filter(({ id }) => id === trainingSessionId);
  const training = latestTraining(named, staffId, departmentId, today);
  if (trainingSessionId != null && !training) throw new TrainingNotAttended(trainingSessionId);
  return training;
}
