import { referTo } from "@yimen/kernel/reference";
import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { CaseLogEntry } from "../caseLogEntry.js";
import type { Context } from "../context.js";
import { followCases, followQueue } from "../followLog.js";
import type { LogEntry } from "../store/caseLog.js";
import { CaseEventType } from "./caseEventType.js";
import { TicketType } from "./ticketType.js";
import { VisitType } from "./visitType.js";
import { WindowType } from "./windowType.js";

const AFTER = "最后见到的 cursor;不填则从现在起。 The last cursor seen; left out, only what comes from now on.";

@Resolver()
export class CaseSubscriptions {
  @Directive(resumable("caseLogHead"))
  @Subscription(() => CaseEventType, {
    description:
      "办件每走一步即推送,按提交次序,不漏不重。 Every step of the cases the caller may see, in commit order.",
    subscribe: ({ args, context }) => followCases(context as Context, args),
  })
  caseEvents(
    @Root() entry: CaseLogEntry,
    @Arg("outletId", () => ID, { nullable: true }) _outletId: string | null,
    @Arg("windowId", () => ID, { nullable: true }) _windowId: string | null,
    @Arg("departmentId", () => ID, { nullable: true }) _departmentId: string | null,
    @Arg("caseId", () => ID, { nullable: true }) _caseId: string | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): CaseLogEntry {
    return entry;
  }

  @Directive(resumable("caseLogHead"))
  @Subscription(() => QueueEventType, {
    description: "取号、叫号、访问的开始与结束。 Tickets drawn and called, visits begun and ended.",
    subscribe: ({ args, context }) => followQueue(context as Context, args),
  })
  queueEvents(
    @Root() entry: LogEntry,
    @Arg("outletId", () => ID) _outletId: string,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): LogEntry {
    return entry;
  }
}

@ObjectType("QueueEvent", { description: "队列日志的一条。 One entry of the log about a queue." })
export class QueueEventType {
  @Field(() => String, {
    description: "TicketTaken、TicketCalled、TicketServed、TicketMissed、VisitStarted、VisitEnded。",
  })
  type!: string;
  @Field(() => InstantScalar)
  at!: Date;
}

@Resolver(() => QueueEventType)
export class QueueEventResolver {
  @FieldResolver(() => String)
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: LogEntry): WindowType | null {
    return referTo(windowId);
  }

  @FieldResolver(() => TicketType, { nullable: true })
  ticket(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "TICKET" ? loaders.ticketById.load(streamId) : null;
  }

  @FieldResolver(() => VisitType, { nullable: true })
  visit(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "VISIT" ? loaders.visitById.load(streamId) : null;
  }
}
