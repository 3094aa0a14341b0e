import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOwningDepartment } from "./domain/authority.js";
import { certificateEvent, requireIssuable } from "./domain/certificate.js";
import { insertCertificate } from "./store/certificateStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";

export interface IssueCertificateInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly departmentId: string;
  readonly trainingRecord: string;
  /** Left out, it is valid at once. */
  readonly validFrom?: Date | null;
  readonly validUntil?: Date | null;
}

/**
 * The owning department certifies somebody for its matters (R147, R208).
 *
 * @returns the certificate's id
 * @throws NotOwningDepartment, StaffMemberNotFound, TrainingRecordRequired, CertificatePeriodInvalid
 */
export async function issueCertificate(context: Context, input: IssueCertificateInput): Promise<string> {
  requireOwningDepartment(context.caller, input.departmentId);
  const today = officeDay(context.clock());
  await getWorkplace(context.db, input.staffId, today);
  const outletIds = await findOutletIdsOfStaff(context.db, input.staffId, today);
  return changeDuty(context, { mutation: "issueCertificate", input, outletIds }, async (tx, now) => {
    const certificate = requireIssuable({
      id: randomUUID(),
      staffId: input.staffId,
      departmentId: input.departmentId,
      trainingRecord: input.trainingRecord,
      validFrom: input.validFrom ?? now,
      validUntil: input.validUntil ?? null,
      revokedAt: null,
      version: 1,
    });
    await insertCertificate(tx, certificate);
    return { id: certificate.id, event: certificateEvent("CERTIFICATE_ISSUED", certificate, outletIds[0] ?? "", now) };
  });
}
