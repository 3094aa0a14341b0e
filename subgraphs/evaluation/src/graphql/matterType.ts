import { referTo } from "@yimen/kernel/reference";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { chooseStaff } from "../chooseStaff.js";
import type { Context } from "../context.js";
import type { Rating } from "../domain/rating.js";
import type { Choice } from "../domain/selection.js";
import { RatingType } from "./ratingType.js";
import { DepartmentReference, StaffMemberReference, WindowReference } from "./references.js";

@ObjectType("SelectableStaff", {
  description: "此刻在岗、可办该事项、可供群众选择的人员(R182)。 Somebody whom a citizen may choose now.",
})
export class SelectableStaffType {
  @Field(() => RatingType, { description: "评分;样本不足时无星级。 Without stars below the minimum sample." })
  rating!: Rating;
}

@Resolver(() => SelectableStaffType)
export class SelectableStaffResolver {
  @FieldResolver(() => StaffMemberReference, { nullable: true })
  staffMember(@Root() { staffId }: Choice) {
    return { id: staffId };
  }

  @FieldResolver(() => WindowReference, { nullable: true })
  window(@Root() { windowId }: Choice) {
    return { id: windowId };
  }

  @FieldResolver(() => StaffMemberReference, {
    nullable: true,
    description: "顶岗时被顶替的 A 岗。 For whom, when B stands in.",
  })
  actingFor(@Root() { actingForId }: Choice) {
    return referTo(actingForId);
  }
}

/** The catalogue's matter, as far as this subgraph adds to it. */
@ObjectType("Matter")
@Directive(`@key(fields: "id")`)
export class MatterType {
  @Field(() => ID)
  id!: string;

  @Field(() => DepartmentReference, { nullable: true })
  @Directive("@external")
  department!: DepartmentReference | null;
}

@Resolver(() => MatterType)
export class MatterResolver {
  @FieldResolver(() => [SelectableStaffType], {
    nullable: true,
    description:
      "群众可按评分选择的窗口人员(R182):此刻在岗 ∩ 已通过该部门上岗考核 ∩ 所在窗口受理该事项,星级高的在前。 Whom a citizen may choose at an outlet now, best rated first.",
  })
  @Directive(`@requires(fields: "department { id }")`)
  selectableStaff(
    @Root() { department }: MatterType,
    @Arg("outletId", () => ID) outletId: string,
    @Ctx() context: Context,
  ) {
    return department && chooseStaff(context, outletId, department.id);
  }
}
