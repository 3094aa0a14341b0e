import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";
import { outletAlone, type StaffEvent } from "./staffEvent.js";

/** The owning department trained and passed somebody: only then may that person take its matters (R147, R208). */
export interface Certificate {
  readonly id: string;
  readonly staffId: string;
  readonly departmentId: string;
  /** What the training is filed under at the department. */
  readonly trainingRecord: string;
  /** The recorded training it rests on (R208); `null` where only the department's own file tells of it. */
  readonly trainingSessionId: string | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly revokedAt: Date | null;
  readonly version: number;
}

export class TrainingRecordRequired extends DomainError {
  readonly code = "TRAINING_RECORD_REQUIRED";
  constructor() {
    super(
      {
        zh: "上岗证明须注明岗前培训记录;请填写培训档案号。",
        en: "A certificate refers to a training before the post; give the training's record number.",
      },
      {},
      plans.R208,
    );
  }
}

export class CertificatePeriodInvalid extends DomainError {
  readonly code = "CERTIFICATE_PERIOD_INVALID";
  constructor() {
    super({ zh: "有效期止须晚于有效期起。", en: "A certificate ends after it begins." }, {}, plans.R147);
  }
}

export class CertificateAlreadyRevoked extends DomainError {
  readonly code = "CERTIFICATE_ALREADY_REVOKED";
  constructor(certificateId: string) {
    super(
      { zh: "该上岗证明已撤销。", en: "This certificate has been revoked already." },
      { certificateId },
      plans.R147,
    );
  }
}

/** Whether it lets its owner take the department's matters at that instant. */
export const isValidAt = ({ validFrom, validUntil, revokedAt }: Certificate, at: Date): boolean =>
  validFrom <= at && (!validUntil || at < validUntil) && (!revokedAt || at < revokedAt);

/** @throws TrainingRecordRequired, CertificatePeriodInvalid */
export function requireIssuable(certificate: Certificate): Certificate {
  if (certificate.trainingRecord.trim() === "") throw new TrainingRecordRequired();
  if (certificate.validUntil && certificate.validUntil <= certificate.validFrom) throw new CertificatePeriodInvalid();
  return certificate;
}

/** @throws CertificateAlreadyRevoked */
export function revoke(certificate: Certificate, at: Date): Certificate {
  if (certificate.revokedAt) throw new CertificateAlreadyRevoked(certificate.id);
  return { ...certificate, revokedAt: at, version: certificate.version + 1 };
}

/** What the log tells of a certificate. */
export const certificateEvent = (
  type: "CERTIFICATE_ISSUED" | "CERTIFICATE_REVOKED",
  { id, staffId, departmentId }: Certificate,
  outletId: string,
  at: Date,
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId,
  staffId,
  data: { certificateId: id, departmentId },
  onceKey: `${type}:${id}`,
});
