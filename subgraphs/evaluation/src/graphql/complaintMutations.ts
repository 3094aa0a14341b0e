import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { acceptComplaint, answerComplaint, investigateComplaint } from "../complaintActs.js";
import type { Context } from "../context.js";
import { fileComplaint } from "../fileComplaint.js";
import { checkNorms, recordFinding, resolveFinding } from "../inspectionActs.js";
import { openInspection } from "../openInspection.js";
import {
  AcceptComplaintInput,
  AnswerComplaintInput,
  CheckNormsInput,
  FileComplaintInput,
  InvestigateComplaintInput,
  OpenInspectionInput,
  RecordFindingInput,
  ResolveFindingInput,
} from "./complaintInputs.js";
import { ComplaintType } from "./complaintType.js";
import { InspectionType } from "./inspectionType.js";

@Resolver()
export class ComplaintMutations {
  @Mutation(() => ComplaintType, {
    description: "群众投诉、举报(R191),可不具名。 Files a complaint, with or without a name.",
  })
  fileComplaint(@Arg("input", () => FileComplaintInput) input: FileComplaintInput, @Ctx() context: Context) {
    return fileComplaint(context, input);
  }

  @StaffOnly()
  @Mutation(() => ComplaintType, { description: "受理。 Accepts it." })
  acceptComplaint(@Arg("input", () => AcceptComplaintInput) input: AcceptComplaintInput, @Ctx() context: Context) {
    return acceptComplaint(context, input);
  }

  @StaffOnly()
  @Mutation(() => ComplaintType, { description: "调查核实。 Notes what was found." })
  investigateComplaint(
    @Arg("input", () => InvestigateComplaintInput) input: InvestigateComplaintInput,
    @Ctx() context: Context,
  ) {
    return investigateComplaint(context, input);
  }

  @StaffOnly()
  @Mutation(() => ComplaintType, {
    description: "处理结果反馈提出人并办结。 Tells the complainant the result; nothing comes after it.",
  })
  answerComplaint(@Arg("input", () => AnswerComplaintInput) input: AnswerComplaintInput, @Ctx() context: Context) {
    return answerComplaint(context, input);
  }
}

@Resolver()
export class InspectionMutations {
  @StaffOnly()
  @Mutation(() => InspectionType, { description: "开展检查(R192、R194)。 Opens an inspection." })
  openInspection(@Arg("input", () => OpenInspectionInput) input: OpenInspectionInput, @Ctx() context: Context) {
    return openInspection(context, input);
  }

  @StaffOnly()
  @Mutation(() => InspectionType, { description: "记录问题并通报。 Notes a finding; the outlet is on notice." })
  recordFinding(@Arg("input", () => RecordFindingInput) input: RecordFindingInput, @Ctx() context: Context) {
    return recordFinding(context, input);
  }

  @StaffOnly()
  @Mutation(() => InspectionType, {
    description:
      "按服务规范清单检查(R148、R176、R177),未落实的即列为问题。拒绝码:NORM_CHECKED_TWICE、TEXT_MISSING。 Ticks the list of norms; one that is not kept is a finding.",
  })
  checkNorms(@Arg("input", () => CheckNormsInput) input: CheckNormsInput, @Ctx() context: Context) {
    return checkNorms(context, input);
  }

  @StaffOnly()
  @Mutation(() => InspectionType, { description: "问题整改完毕。 A finding is remedied." })
  resolveFinding(@Arg("input", () => ResolveFindingInput) input: ResolveFindingInput, @Ctx() context: Context) {
    return resolveFinding(context, input);
  }
}
