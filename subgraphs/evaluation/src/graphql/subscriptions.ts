import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.js";
import { followEvents } from "../followEvents.js";
import type { LogEntry } from "../store/evaluationLog.js";
import { BadReviewType } from "./badReviewType.js";
import { ComplaintType } from "./complaintType.js";
import { EvaluationType } from "./evaluationType.js";
import { InspectionType } from "./inspectionType.js";
import { RectificationTaskType } from "./rectificationTaskType.js";
import { OutletReference, StaffMemberReference } from "./references.js";
import { SystemicIssueType } from "./systemicIssueType.js";

@ObjectType("EvaluationEvent", {
  description:
    "评价日志的一条;涉及的记录为推送时的现状。 One entry of the log; what it is about is shown as it stands now.",
})
export class EvaluationEventType {
  @Field(() => String, { description: "如 EvaluationGiven、BadReviewOpened、Rectified、FedBack。 What happened." })
  type!: string;

  @Field(() => InstantScalar)
  at!: Date;
}

@Resolver()
export class EvaluationSubscriptions {
  @Directive(resumable("evaluationLogHead"))
  @StaffOnly()
  @Subscription(() => EvaluationEventType, {
    description:
      "服务点的评价、差评整改、投诉、检查,按提交次序,不漏不重;仅该服务点工作人员。 Everything about an outlet, in commit order; for its staff.",
    subscribe: ({ args, context }) => followEvents(context as Context, args),
  })
  evaluationEvents(
    @Root() entry: LogEntry,
    @Arg("outletId", () => ID) _outletId: string,
    @Arg("after", () => String, {
      nullable: true,
      description: "最后见到的 cursor;不填则从现在起。 The last cursor seen; left out, only what comes from now on.",
    })
    _after: string | null,
  ): LogEntry {
    return entry;
  }
}

@Resolver(() => EvaluationEventType)
export class EvaluationEventResolver {
  @FieldResolver(() => String, {
    description: "作为 after 送回即从此后继续。 Send it back as `after` to go on from here.",
  })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => OutletReference, { nullable: true })
  outlet(@Root() { outletId }: LogEntry) {
    return { id: outletId };
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "办理人;群众或系统所为时为空。 Null: an applicant or the clock.",
  })
  by(@Root() { by }: LogEntry) {
    return referTo(by);
  }

  @FieldResolver(() => EvaluationType, { nullable: true })
  evaluation(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "EVALUATION" ? loaders.evaluationById.load(streamId) : null;
  }

  @FieldResolver(() => BadReviewType, { nullable: true })
  badReview(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "BAD_REVIEW" ? loaders.badReviewById.load(streamId) : null;
  }

  @FieldResolver(() => SystemicIssueType, { nullable: true })
  systemicIssue(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "SYSTEMIC_ISSUE" ? loaders.issueById.load(streamId) : null;
  }

  @FieldResolver(() => ComplaintType, { nullable: true })
  complaint(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "COMPLAINT" ? loaders.complaintById.load(streamId) : null;
  }

  @FieldResolver(() => InspectionType, { nullable: true })
  inspection(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "INSPECTION" ? loaders.inspectionById.load(streamId) : null;
  }

  @FieldResolver(() => RectificationTaskType, { nullable: true })
  rectificationTask(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "RECTIFICATION_TASK" ? loaders.taskById.load(streamId) : null;
  }
}
