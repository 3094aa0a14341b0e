import { referTo } from "@yimen/kernel/reference";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { CaseLogEntry } from "../caseLogEntry.js";
import type { Context } from "../context.js";
import type { Actor } from "../domain/case.js";
import { ActorType } from "./actorType.js";
import { CaseType } from "./caseType.js";
import { CaseEventTypeEnum, CaseStatusEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { WindowType } from "./windowType.js";

@ObjectType("CaseEvent", { description: "办件日志的一条。 One entry of the log of cases." })
export class CaseEventType {
  @Field(() => String, { description: "作为 after 送回即从此后继续。 Send it back as `after` to go on from here." })
  cursor!: string;

  @Field(() => CaseEventTypeEnum)
  type!: string;

  @Field(() => InstantScalar, { description: "办公时钟的时刻。 When it happened by the office's clock." })
  at!: Date;

  @Field(() => InstantScalar, { description: "写入日志的时刻。 When it was written, by the database's clock." })
  committedAt!: Date;

  @Field(() => Int, { description: "该办件的第几次变更。 The case's version after this step." })
  version!: number;

  @Field(() => CaseStatusEnum, { nullable: true })
  statusBefore!: string | null;

  @Field(() => CaseStatusEnum)
  statusAfter!: string;

  @Field(() => String, { description: "哈希链(R082)。 Links this entry to the one before it." })
  hash!: string;
}

@Resolver(() => CaseEventType)
export class CaseEventResolver {
  @FieldResolver(() => ID)
  caseId(@Root() { streamId }: CaseLogEntry): string {
    return streamId;
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "办件的现状。 The case as it stands now." })
  case(@Root() { streamId }: CaseLogEntry, @Ctx() { loaders }: Context) {
    return loaders.caseById.load(streamId);
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: CaseLogEntry): OutletType {
    return { id: outletId };
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: CaseLogEntry): WindowType | null {
    return referTo(windowId);
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: "空:申请人本人、时钟或法律使然。 Null: the applicant, the clock or the law did it.",
  })
  by(@Root() { data }: CaseLogEntry): Actor | null {
    return data.by ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "预警所达承诺时限百分比。 The share a warning is about." })
  percent(@Root() { data }: CaseLogEntry): number | null {
    return data.percent ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "理由,仅有权查看该办件者可见,其他人为空。 Null for those who may not see the whole case.",
  })
  async reason(@Root() { streamId, data }: CaseLogEntry, @Ctx() { loaders }: Context): Promise<string | null> {
    if (!data.reason) return null;
    const found = await loaders.caseById.load(streamId);
    return found?.visible === "FULL" ? data.reason : null;
  }
}
