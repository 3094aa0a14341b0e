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
import type { CatalogueEvent } from "../domain/catalogueEvent.js";
import { followCatalogue } from "../followCatalogue.js";
import { findBatches } from "../store/batchStore.js";
import type { LogEntry } from "../store/catalogueLog.js";
import { findDeferralNotices } from "../store/deferralNoticeStore.js";
import { findEntrustments } from "../store/entrustmentStore.js";
import { BatchType } from "./batchType.js";
import { CatalogueEventTypeEnum } from "./catalogueEnums.js";
import { DeferralChangeType } from "./deferralChangeType.js";
import { DeferralNoticeType } from "./deferralNotices.js";
import { EntrustmentType } from "./entrustmentType.js";
import { GuideVersionType } from "./guideType.js";
import { MatterType } from "./matterType.js";

type Published = Extract<CatalogueEvent, { type: "GuideVersionPublished" }>;

@ObjectType("CatalogueEvent", { description: "目录日志的一条。 One entry of the catalogue's log." })
export class CatalogueEventType {
  @Field(() => CatalogueEventTypeEnum)
  type!: CatalogueEvent["type"];

  @Field(() => InstantScalar)
  at!: Date;

  @Field(() => InstantScalar, { description: "提交时刻。 When it was committed." })
  committedAt!: Date;

  @Field(() => ID)
  regionId!: string;

  @Field(() => Int, { description: "变更后的版本。 Version of the thing after it." })
  version!: number;
}

@Resolver(() => CatalogueEventType)
export class CatalogueEventResolver {
  @FieldResolver(() => String, { description: "重连时作为 after 送回。 Send it back as `after` to go on from here." })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => MatterType, { nullable: true })
  matter(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "MATTER" ? loaders.matterById.load(streamId) : null;
  }

  @FieldResolver(() => EntrustmentType, { nullable: true })
  async entrustment(@Root() { stream, streamId }: LogEntry, @Ctx() { db }: Context) {
    return stream === "ENTRUSTMENT" ? ((await findEntrustments(db, [streamId]))[0] ?? null) : null;
  }

  @FieldResolver(() => BatchType, {
    nullable: true,
    description: "公布或调整的批次(R051、R063)。 The batch in question.",
  })
  async batch(@Root() { stream, streamId }: LogEntry, @Ctx() { db }: Context) {
    return stream === "BATCH" ? ((await findBatches(db, [streamId]))[0] ?? null) : null;
  }

  @FieldResolver(() => GuideVersionType, { nullable: true })
  guide(@Root() { type, data }: LogEntry, @Ctx() { loaders }: Context) {
    return type === "GuideVersionPublished" ? loaders.guideById.load((data as Published).guideId) : null;
  }

  @FieldResolver(() => DeferralNoticeType, {
    nullable: true,
    description: "窗口确认或逾期未确认的通知(R060)。 The notice a window acknowledged, or did not in time.",
  })
  async deferralNotice(@Root() { stream, streamId }: LogEntry, @Ctx() { db }: Context) {
    return stream === "NOTICE" ? ((await findDeferralNotices(db, [streamId]))[0] ?? null) : null;
  }

  @FieldResolver(() => [DeferralChangeType])
  deferralChanges(@Root() { type, data }: LogEntry) {
    return type === "GuideVersionPublished" ? (data as Published).deferralChanges : [];
  }
}

@Resolver()
export class CatalogueSubscriptions {
  @Directive(resumable("catalogueLogHead"))
  @Subscription(() => CatalogueEventType, {
    description: "目录每次变化即推送,按提交次序,不漏不重。 Every change of the catalogue, in commit order.",
    subscribe: ({ args, context }) => followCatalogue(context as Context, args),
  })
  catalogueEvents(
    @Root() entry: LogEntry,
    @Arg("regionId", () => ID, { nullable: true }) _regionId: string | null,
    @Arg("after", () => String, {
      nullable: true,
      description: "最后见到的 cursor;不填则从现在起。 The last cursor seen; left out, only what comes from now on.",
    })
    _after: string | null,
  ): LogEntry {
    return entry;
  }
}
