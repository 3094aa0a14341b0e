import { resumable } from "@yimen/kernel/resumable";
import { Arg, Directive, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.js";
import { followDuty } from "../followDuty.js";
import type { LogEntry } from "../store/staffLog.js";
import { DutyEventType } from "./dutyEventType.js";

const AFTER = "最后见到的 cursor;不填则从现在起。 The last cursor seen; left out, only what comes from now on.";

@Resolver()
export class DutySubscriptions {
  @Directive(resumable("dutyLogHead"))
  @Subscription(() => DutyEventType, {
    description:
      "签到、请假、顶岗、空岗,按提交次序,不漏不重。 Sign-ins, leaves, takeovers and vacancies the caller may see, in commit order.",
    subscribe: ({ args, context }) => followDuty(context as Context, args),
  })
  dutyEvents(
    @Root() entry: LogEntry,
    @Arg("outletId", () => ID, { nullable: true }) _outletId: string | null,
    @Arg("after", () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): LogEntry {
    return entry;
  }
}
