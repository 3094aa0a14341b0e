import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import {
  decideCase,
  endSpecialProcedure,
  extendLimit,
  issueResult,
  pickUpCase,
  preReviewCase,
  reportUp,
  requestCorrection,
  startSpecialProcedure,
} from "../departmentActs.js";
import { fullView } from "../inFull.js";
import { makeResult } from "../makeResult.js";
import { urgeCase } from "../urgeCase.js";
import { CaseType } from "./caseType.js";
import {
  CaseInput,
  DecideCaseInput,
  EndSpecialProcedureInput,
  ExtendLimitInput,
  MakeResultInput,
  PreReviewCaseInput,
  ReasonInput,
  ReportUpInput,
  RequestCorrectionInput,
} from "./inputs.js";

/** What the owning department does (R079: 后台分类审批). */
@Resolver()
export class DepartmentMutations {
  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "容缺预审(R042):受理前先行审查,通过的受理后可直接决定。拒绝码:PREREVIEW_NOT_OFFERED。 Looks at a case before it is complete; what passed is decided once it is accepted.",
  })
  async preReviewCase(@Arg("input", () => PreReviewCaseInput) input: PreReviewCaseInput, @Ctx() context: Context) {
    return fullView(await preReviewCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "部门接件,进入审查。 The department picks the case up." })
  async pickUpCase(@Arg("input", () => CaseInput) input: CaseInput, @Ctx() context: Context) {
    return fullView(await pickUpCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "一次性告知补正(R089),时钟暂停。拒绝码:CORRECTION_NOTICE_NOT_COMPLETE、MATERIAL_NOT_ON_LIST。 Asks for a correction; the clock stands still.",
  })
  async requestCorrection(
    @Arg("input", () => RequestCorrectionInput) input: RequestCorrectionInput,
    @Ctx() context: Context,
  ) {
    return fullView(await requestCorrection(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description: "特别程序开始,时钟暂停。 A special procedure begins; the clock stands still.",
  })
  async startSpecialProcedure(@Arg("input", () => ReasonInput) input: ReasonInput, @Ctx() context: Context) {
    return fullView(await startSpecialProcedure(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "特别程序结束,时钟继续。 The special procedure ends; the clock goes on." })
  async endSpecialProcedure(
    @Arg("input", () => EndSpecialProcedureInput) input: EndSpecialProcedureInput,
    @Ctx() context: Context,
  ) {
    return fullView(await endSpecialProcedure(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "延长时限,仅一次,至多十个工作日。 Extends the limit, once." })
  async extendLimit(@Arg("input", () => ExtendLimitInput) input: ExtendLimitInput, @Ctx() context: Context) {
    return fullView(await extendLimit(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "重要事项审核上报(R128),由部门负责人决定。拒绝码:MATTER_NOT_IMPORTANT。 Reports an important matter to the head of the department, who decides it.",
  })
  async reportUp(@Arg("input", () => ReportUpInput) input: ReportUpInput, @Ctx() context: Context) {
    return fullView(await reportUp(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "作出决定。拒绝码:ACCEPTOR_MAY_NOT_DECIDE(R085)、ONLY_ACCEPTOR_MAY_DECIDE(R086)、IMPORTANT_MATTER_GOES_UP、REPORT_MISSING、REPORTER_MAY_NOT_DECIDE(R128)、FILING_IS_ONLY_RECORDED(R042)。告知承诺、预审通过和备案的办件受理后可直接决定。 Decides the case; on a commitment, after a pre-review, or of a filing, without picking it up.",
  })
  async decideCase(@Arg("input", () => DecideCaseInput) input: DecideCaseInput, @Ctx() context: Context) {
    return fullView(await decideCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description: "制作结果文书。容缺未补齐拒绝:DEFERRAL_OPEN;无用印权拒绝:SEAL_RIGHT_MISSING。 Makes the document.",
  })
  async makeResult(@Arg("input", () => MakeResultInput) input: MakeResultInput, @Ctx() context: Context) {
    return fullView(await makeResult(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, {
    description:
      "督办(R110、R131):全科人员、统筹协调或监督人员督促办结,记入办件日志并预警。 Presses the department to finish a case.",
  })
  async urgeCase(@Arg("input", () => ReasonInput) input: ReasonInput, @Ctx() context: Context) {
    return fullView(await urgeCase(context, input));
  }

  @StaffOnly()
  @Mutation(() => CaseType, { description: "结果回送综合窗口(R081)。 Hands the document back to the window." })
  async issueResult(@Arg("input", () => CaseInput) input: CaseInput, @Ctx() context: Context) {
    return fullView(await issueResult(context, input));
  }
}
