import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { referTo } from "@yimen/kernel/reference";
import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import type { Context } from "../context.js";
import { alertKind } from "../domain/alert.js";
import { caseOf, followAlerts } from "../followAlerts.js";
import type { LogEntry } from "../store/caseLog.js";
import { CaseType } from "./caseType.js";
import { AlertKindEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { DepartmentReference } from "./references.js";
import { SealUseType } from "./sealUseType.js";

@ObjectType("CaseAlert", { description: "一条预警(R126、R131)。 Something that somebody should look at." })
export class AlertType {
  @Field(() => InstantScalar, { description: "办公时钟的时刻。 When it happened by the office's clock." })
  at!: Date;

  @Field(() => InstantScalar, { description: "写入日志的时刻。 When it was written, by the database's clock." })
  committedAt!: Date;
}

@Resolver()
export class AlertSubscriptions {
  @StaffOnly()
  @Directive(resumable("caseLogHead"))
  @Subscription(() => AlertType, {
    description:
      "预警即时推送:承诺时限、容缺、送达、用印。 Alerts as they arise: promises, deferrals, deliveries and seals.",
    subscribe: ({ args, context }) => followAlerts(context as Context, args),
  })
  caseAlerts(
    @Root() entry: LogEntry,
    @Arg("outletId", () => ID, { nullable: true }) _outletId: string | null,
    @Arg("departmentId", () => ID, { nullable: true }) _departmentId: string | null,
    @Arg("after", () => String, { nullable: true, description: "最后见到的 cursor。 The last cursor seen." }) _after:
      | string
      | null,
  ): LogEntry {
    return entry;
  }
}

@Resolver(() => AlertType)
export class AlertResolver {
  @FieldResolver(() => String, {
    description: "作为 after 送回即从此后继续。 Send it back as `after` to go on from here.",
  })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => AlertKindEnum)
  kind(@Root() entry: LogEntry): string | null {
    return alertKind(entry);
  }

  @FieldResolver(() => Int, { nullable: true, description: "预警所达承诺时限百分比。 The share a warning is about." })
  percent(@Root() { data }: LogEntry): number | null {
    return (data as { percent?: number }).percent ?? null;
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "办件的现状。 The case as it stands now." })
  case(@Root() entry: LogEntry, @Ctx() { loaders }: Context) {
    return entry.stream === "CASE" || entry.stream === "JOINT" ? loaders.caseById.load(caseOf(entry)) : null;
  }

  @FieldResolver(() => SealUseType, {
    nullable: true,
    description: "用印及其预警的现状。 The use of the seal as it stands.",
  })
  sealUse(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "SEAL" ? loaders.sealUseById.load(streamId) : null;
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: LogEntry): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => DepartmentReference, { nullable: true })
  department(@Root() { departmentId }: LogEntry): DepartmentReference | null {
    return referTo(departmentId);
  }
}
