import { StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { InstantScalar } from "@yimen/kernel/scalars";
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Outlet } from "../domain/outlet.js";
import type { Redeployment } from "../domain/redeployment.js";
import { endRedeployment } from "../endRedeployment.js";
import { orderRedeployment } from "../orderRedeployment.js";
import { findRedeployments, getRedeployment } from "../store/redeploymentStore.js";
import { OutletType } from "./outletType.js";
import { PostType } from "./postType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@ObjectType("Redeployment", {
  description: "临时调配(R161):支援另一窗口,原岗位由B岗接替。 Somebody helps at another window for a while.",
})
export class RedeploymentType {
  @Field(() => ID)
  id!: string;
  @Field(() => InstantScalar)
  from!: Date;
  @Field(() => InstantScalar, { description: "结束;提前结束即为当时。 When it is over." })
  until!: Date;
}

@Resolver(() => RedeploymentType)
export class RedeploymentResolver {
  @FieldResolver(() => StaffMemberType, { nullable: true })
  staffMember(@Root() { staffId }: Redeployment, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(staffId);
  }

  @FieldResolver(() => PostType, {
    nullable: true,
    description: "原岗位。 The own post, which whoever backs it covers.",
  })
  post(@Root() { postId }: Redeployment, @Ctx() { loaders }: Context) {
    return loaders.postById.load(postId);
  }

  @FieldResolver(() => WindowType, { nullable: true, description: "支援的窗口。 Where they help." })
  to(@Root() { toWindowId }: Redeployment, @Ctx() { loaders }: Context) {
    return loaders.windowById.load(toWindowId);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "下达人。 Who ordered it." })
  orderedBy(@Root() { orderedById }: Redeployment, @Ctx() { loaders }: Context) {
    return loaders.staffById.load(orderedById);
  }
}

@Resolver(() => OutletType)
export class OutletRedeploymentResolver {
  @StaffOnly()
  @FieldResolver(() => [RedeploymentType], {
    description: "现行和将行的临时调配,调出、调入都列(R161)。 Who is or will be lent from here or to here.",
  })
  redeployments(@Root() { id }: Outlet, @Ctx() { db, clock }: Context) {
    return findRedeployments(db, [id], clock());
  }
}

@InputType({ description: "下达临时调配(R161)。 Lends somebody to another window." })
class OrderRedeploymentInput extends ClientMutation {
  @Field(() => ID)
  staffId!: string;
  @Field(() => ID)
  toWindowId!: string;
  @Field(() => InstantScalar, { description: "已过则即时起。 At once, where that is past." })
  from!: Date;
  @Field(() => InstantScalar)
  until!: Date;
}

@InputType({ description: "提前结束调配(R161)。 Ends a redeployment before its time." })
class EndRedeploymentInput extends ClientMutation {
  @Field(() => ID)
  redeploymentId!: string;
}

@Resolver()
export class RedeploymentMutations {
  @StaffOnly()
  @Mutation(() => RedeploymentType, {
    description:
      "下达临时调配(R161)。拒绝码:NOT_OUTLET_KEEPER、STAFF_MEMBER_NOT_FOUND、WINDOW_NOT_FOUND、REDEPLOYMENT_NOT_ALLOWED。 Lends somebody to another window; the pairs stay as they are.",
  })
  async orderRedeployment(
    @Arg("input", () => OrderRedeploymentInput) input: OrderRedeploymentInput,
    @Ctx() context: Context,
  ) {
    return getRedeployment(context.db, await orderRedeployment(context, input));
  }

  @StaffOnly()
  @Mutation(() => RedeploymentType, {
    description:
      "提前结束调配(R161)。拒绝码:NOT_OUTLET_KEEPER、REDEPLOYMENT_NOT_FOUND、REDEPLOYMENT_NOT_ALLOWED。 Ends a redeployment before its time.",
  })
  async endRedeployment(
    @Arg("input", () => EndRedeploymentInput) input: EndRedeploymentInput,
    @Ctx() context: Context,
  ) {
    return getRedeployment(context.db, await endRedeployment(context, input));
  }
}
