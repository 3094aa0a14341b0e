import { resumable } from "@yimen/kernel/resumable";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.js";
import { bundleCaseIdOf, followBundles } from "../followBundles.js";
import type { LogEntry } from "../store/caseLog.js";
import { BundleCaseType } from "./bundleCaseType.js";
import { CaseType } from "./caseType.js";

@ObjectType("BundleEvent", { description: "“一件事”或其子办件的一步。 A step of a bundle or of one of its sub-cases." })
export class BundleEventType {
  @Field(() => String, {
    description:
      "BundleSubmitted、BundleTakenUp(网上提交的由窗口认领)、BundleClosed,或子办件的 CaseEventType。 Or a CaseEventType of a sub-case.",
  })
  type!: string;
  @Field(() => InstantScalar, { description: "办公时钟的时刻。 When it happened by the office's clock." })
  at!: Date;
  @Field(() => InstantScalar, { description: "写入日志的时刻。 When it was written, by the database's clock." })
  committedAt!: Date;
}

@Resolver()
export class BundleSubscriptions {
  @Directive(resumable("caseLogHead"))
  @Subscription(() => BundleEventType, {
    description:
      "“一件事”及其子办件每走一步即推送,按提交次序,不漏不重。 Every step of bundles and their sub-cases, in commit order.",
    subscribe: ({ args, context }) => followBundles(context as Context, args),
  })
  bundleEvents(
    @Root() entry: LogEntry,
    @Arg("bundleCaseId", () => ID, { nullable: true }) _bundleCaseId: string | null,
    @Arg("outletId", () => ID, { nullable: true }) _outletId: string | null,
    @Arg("after", () => String, { nullable: true, description: "最后见到的 cursor。 The last cursor seen." }) _after:
      | string
      | null,
  ): LogEntry {
    return entry;
  }
}

@Resolver(() => BundleEventType)
export class BundleEventResolver {
  @FieldResolver(() => String, { description: "作为 after 送回即从此后继续。 Send it back as `after` to go on." })
  cursor(@Root() { position }: LogEntry): string {
    return position.toString();
  }

  @FieldResolver(() => BundleCaseType, { nullable: true, description: "“一件事”的现状。 As it stands now." })
  bundleCase(@Root() entry: LogEntry, @Ctx() { loaders }: Context) {
    return loaders.bundleCaseById.load(bundleCaseIdOf(entry) ?? "");
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "子办件的现状。 The sub-case as it stands now." })
  case(@Root() { stream, streamId }: LogEntry, @Ctx() { loaders }: Context) {
    return stream === "CASE" ? loaders.caseById.load(streamId) : null;
  }
}
