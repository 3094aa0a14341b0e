import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** What proves which file was handed in. */
export interface Digest {
  readonly requirementId: string;
  /** SHA-256, sixty-four hexadecimal digits. */
  readonly digest: string;
}

/** A material handed in online: not the file, but where it lies and what proves that it is the one. */
export interface HandedIn extends Digest {
  /** Where the office finds the file, such as in the applicant's document store; personal. */
  readonly reference: string;
}

/** A reference is empty or too long, a digest is none, or a material comes twice. */
export class DocumentNotValid extends DomainError {
  readonly code = "DOCUMENT_NOT_VALID";
  constructor(requirementIds: readonly string[]) {
    super(
      {
        zh: "材料的存放位置或摘要(SHA-256,64 位十六进制)有误,或同一材料重复提交;请核对。",
        en: "A reference or a digest (SHA-256, 64 hexadecimal digits) is not valid, or a material comes twice; check them.",
      },
      { requirementIds },
      plans.R064,
    );
  }
}

const LONGEST_REFERENCE = 500; // characters
const SHA_256 = /^[0-9a-f]{64}$/;

/** @throws DocumentNotValid */
export function requireDocuments(materials: readonly HandedIn[]): void {
  const seen = new Set<string>();
  const wrong = materials.filter(({ requirementId, reference, digest }) => {
    const twice = seen.has(requirementId);
    seen.add(requirementId);
    return twice || reference.trim() === "" || reference.length > LONGEST_REFERENCE || !SHA_256.test(digest);
  });
  if (wrong.length > 0) throw new DocumentNotValid(wrong.map(({ requirementId }) => requirementId));
}

export const digestsOf = (materials: readonly Digest[]): Digest[] =>
  materials.map(({ requirementId, digest }) => ({ requirementId, digest }));
