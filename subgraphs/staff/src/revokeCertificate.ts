import { officeDay } from "@yimen/workdays/instant";
import { changeDuty } from "./changeDuty.js";
import type { Context } from "./context.js";
import { requireOwningDepartment } from "./domain/authority.js";
import { certificateEvent, revoke } from "./domain/certificate.js";
import { CertificateChangedMeanwhile, getCertificate, saveCertificate } from "./store/certificateStore.js";
import { findOutletIdsOfStaff } from "./store/postStore.js";

export interface RevokeCertificateInput {
  readonly clientMutationId: string;
  readonly certificateId: string;
  /** The version the client has seen; left out, whatever is stored is revoked. */
  readonly version?: number | null;
}

/**
 * The owning department takes its certificate back; whoever backs the post takes over at once (R147, R150).
 *
 * @returns the certificate's id
 * @throws CertificateNotFound, NotOwningDepartment, CertificateAlreadyRevoked, CertificateChangedMeanwhile
 */
export async function revokeCertificate(context: Context, input: RevokeCertificateInput): Promise<string> {
  const { departmentId, staffId } = await getCertificate(context.db, input.certificateId);
  requireOwningDepartment(context.caller, departmentId);
  const outletIds = await findOutletIdsOfStaff(context.db, staffId, officeDay(context.clock()));
  return changeDuty(context, { mutation: "revokeCertificate", input, outletIds }, async (tx, now) => {
    const current = await getCertificate(tx, input.certificateId);
    if (input.version != null && current.version !== input.version) throw new CertificateChangedMeanwhile(current);
    const revoked = revoke(current, now);
    await saveCertificate(tx, revoked);
    return { id: revoked.id, event: certificateEvent("CERTIFICATE_REVOKED", revoked, outletIds[0] ?? "", now) };
  });
}
