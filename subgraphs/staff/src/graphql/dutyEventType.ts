import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { StaffEventType } from "../domain/staffEvent.js";
import type { LogEntry } from "../store/staffLog.js";
import { DutyEventTypeEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { PostType } from "./postType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@ObjectType("DutyEvent", { description: "在岗日志的一条。 One entry of the log of duty." })
export class DutyEventType {
  @Field(() => DutyEventTypeEnum)
  type!: StaffEventType;
  @Field(() => InstantScalar, { description: "办公时钟的时刻。 When it happened by the office's clock." })
  at!: Date;
  @Field(() => InstantScalar, { description: "写入日志的时刻。 When it was written, by the database's clock." })
  committedAt!: Date;
}

@Resolver(() => DutyEventType)
export class DutyEventResolver {
  @FieldResolver(() => String, {
    description: "作为 after 送回即从此后继续。 Send it back as `after` to go on from here.",
  })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: LogEntry, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: LogEntry, @Ctx() { loaders }: Context) {
    return windowId === null ? null : loaders.windowById.load(windowId);
  }

  @FieldResolver(() => PostType, { nullable: true })
  post(@Root() { postId }: LogEntry, @Ctx() { loaders }: Context) {
    return postId === null ? null : loaders.postById.load(postId);
  }

  @FieldResolver(() => StaffMemberType, {
    nullable: true,
    description: "当事人;顶岗时为B岗责任人,空岗时为空。 Whom it is about: B in a takeover, nobody in a vacancy.",
  })
  staffMember(@Root() { staffId }: LogEntry, @Ctx() { loaders }: Context) {
    return staffId === null ? null : loaders.staffById.load(staffId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "不在岗的A岗责任人。 A, who was away." })
  actingFor(@Root() { actingForId }: LogEntry, @Ctx() { loaders }: Context) {
    return actingForId === null ? null : loaders.staffById.load(actingForId);
  }

  @StaffOnly()
  @FieldResolver(() => ID, { nullable: true })
  leaveId(@Root() { data }: LogEntry): string | null {
    return data.leaveId ?? null;
  }
}
