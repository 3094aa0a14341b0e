import { DomainError } from "@yimen/kernel/errors";
import type { Certificate } from "../domain/certificate.js";
import type { Db, Tx } from "./db.js";

export class CertificateNotFound extends DomainError {
  readonly code = "CERTIFICATE_NOT_FOUND";
  constructor(certificateId: string) {
    super({ zh: "没有该上岗证明;请核对编号。", en: "There is no such certificate; check its id." }, { certificateId });
  }
}

export class CertificateChangedMeanwhile extends DomainError {
  readonly code = "CERTIFICATE_CHANGED_MEANWHILE";
  constructor({ id, version }: Certificate) {
    super(
      {
        zh: "该上岗证明已被他人更新;请核对后再试。",
        en: "Someone else changed this certificate; look again and retry.",
      },
      { certificateId: id, current: { version } },
    );
  }
}

export const findCertificates = (db: Db | Tx, ids: readonly string[]): Promise<Certificate[]> =>
  db.certificate.findMany({ where: { id: { in: [...ids] } } });

export const findCertificatesOfStaff = (db: Db | Tx, staffIds: readonly string[]): Promise<Certificate[]> =>
  db.certificate.findMany({ where: { staffId: { in: [...staffIds] } }, orderBy: { id: "asc" } });

/** @throws CertificateNotFound */
export async function getCertificate(db: Db | Tx, id: string): Promise<Certificate> {
  const [found] = await findCertificates(db, [id]);
  if (!found) throw new CertificateNotFound(id);
  return found;
}

export async function insertCertificate(tx: Tx, certificate: Certificate): Promise<void> {
  await tx.certificate.create({ data: certificate });
}

/** @throws CertificateChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveCertificate(tx: Tx, next: Certificate): Promise<void> {
  const { count } = await tx.certificate.updateMany({ where: { id: next.id, version: next.version - 1 }, data: next });
  if (count === 0) throw new CertificateChangedMeanwhile(await getCertificate(tx, next.id));
}
