import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { acceptCase } from "../acceptCase.js";
import type { Context } from "../context.js";
import { fullView } from "../inFull.js";
import { openCase } from "../openCase.js";
import type { StoredCase } from "../store/caseStore.js";
import { deliverResult, receiveCorrection, receiveMaterials, refuseAcceptance, withdrawCase } from "../windowActs.js";
import { CaseType } from "./caseType.js";
import { AcceptCaseInput, CaseInput, DeliverResultInput, MaterialsInput, ReasonInput } from "./inputs.js";
import { OpenCaseInput } from "./openCaseInput.js";

@ObjectType({ description: "收件凭证:编号与查询码。 The receipt: number and query secret." })
export class CaseReceipt {
  @Field(() => String)
  caseNo!: string;
  @Field(() => String, { description: "查询码,凭此查进度;不另存储。 Shown on the receipt and stored nowhere." })
  secret!: string;
}

@ObjectType()
export class OpenCasePayload {
  @Field(() => CaseType)
  case!: object;
  @Field(() => CaseReceipt)
  receipt!: CaseReceipt;
}

/** The case just opened, and the receipt that nobody is told again. */
export const openedPayload = (opened: StoredCase, { receipts }: Context): OpenCasePayload => ({
  case: fullView(opened),
  receipt: { caseNo: opened.caseNo, secret: receipts.secretOf("case", opened.id) },
});

/** What the comprehensive window does (R079: 前台综合受理、综合窗口出件). */
@Resolver()
export class WindowMutations {
  @StaffOnly()
  @Mutation(() => OpenCasePayload, {
    description:
      "窗口收件。拒绝码:ACCEPTANCE_IS_EXCLUSIVE(R057)、NOT_CERTIFIED(R147)、NOT_YOUR_OUTLET、NOT_ON_DUTY、WINDOW_DOES_NOT_TAKE_MATTER、SITUATION_NOT_CLEAR、AUTHORISATION_MISSING(R112)。 Collects an application at a window.",
  })
  async openCase(
    @Arg("input", () => OpenCaseInput) input: OpenCaseInput,
    @Ctx() context: Context,
  ): Promise<OpenCasePayload> {
    return openedPayload(await openCase(context, input), context);
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description: "受理:材料齐全或容缺承诺(R060)。拒绝码:MATERIALS_MISSING 及收件各码。 Accepts a collected case.",
  })
  async acceptCase(@Arg("input", () => AcceptCaseInput) input: AcceptCaseInput, @Ctx() context: Context) {
    return fullView(await acceptCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "补收材料(含容缺材料)。 Takes in further or deferred materials." })
  async receiveMaterials(@Arg("input", () => MaterialsInput) input: MaterialsInput, @Ctx() context: Context) {
    return fullView(await receiveMaterials(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "不予受理,须说明理由(R093)。 Refuses acceptance, with the reason." })
  async refuseAcceptance(@Arg("input", () => ReasonInput) input: ReasonInput, @Ctx() context: Context) {
    return fullView(await refuseAcceptance(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "收到补正材料,时钟继续。 Takes in what was corrected; the clock goes on." })
  async receiveCorrection(@Arg("input", () => CaseInput) input: CaseInput, @Ctx() context: Context) {
    return fullView(await receiveCorrection(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "窗口出件送达(R081),办结。 Delivers the result; the case is closed." })
  async deliverResult(@Arg("input", () => DeliverResultInput) input: DeliverResultInput, @Ctx() context: Context) {
    return fullView(await deliverResult(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "申请人撤回。 Withdraws a case for its applicant." })
  async withdrawCase(@Arg("input", () => ReasonInput) input: ReasonInput, @Ctx() context: Context) {
    return fullView(await withdrawCase(context, input));
  }
}
