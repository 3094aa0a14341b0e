import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { issueCertificate } from "../issueCertificate.js";
import { revokeCertificate } from "../revokeCertificate.js";
import { CertificateType } from "./certificateType.js";
import { IssueCertificateInput, RevokeCertificateInput } from "./inputs.js";

@Resolver()
export class CertificateMutations {
  @StaffOnly()
  @Mutation(() => CertificateType, {
    description:
      "核发上岗证明(R147、R208)。拒绝码:NOT_OWNING_DEPARTMENT、TRAINING_RECORD_REQUIRED、TRAINING_NOT_ATTENDED、CERTIFICATE_PERIOD_INVALID。 Certifies somebody.",
  })
  async issueCertificate(
    @Arg("input", () => IssueCertificateInput) input: IssueCertificateInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.certificateById.load(await issueCertificate(context, input));
  }

  @StaffOnly()
  @Mutation(() => CertificateType, {
    description:
      "撤销上岗证明。拒绝码:NOT_OWNING_DEPARTMENT、CERTIFICATE_ALREADY_REVOKED、CERTIFICATE_CHANGED_MEANWHILE。 Revokes a certificate.",
  })
  async revokeCertificate(
    @Arg("input", () => RevokeCertificateInput) input: RevokeCertificateInput,
    @Ctx() context: Context,
  ) {
    return context.loaders.certificateById.load(await revokeCertificate(context, input));
  }
}
