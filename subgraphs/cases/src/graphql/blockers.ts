import { FirstOnes, StaffOnly } from "@yimen/kernel/accessDirectives";
import { ClientMutation } from "@yimen/kernel/clientMutation";
import { referTo } from "@yimen/kernel/reference";
import { InstantScalar } from "@yimen/kernel/scalars";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { blockers, raiseBlocker, resolveBlocker } from "../blockerActs.js";
import type { Context } from "../context.js";
import type { Blocker } from "../domain/blocker.js";
import { CaseType } from "./caseType.js";
import { StaffMemberReference } from "./references.js";

@InputType()
export class RaiseBlockerInput extends ClientMutation {
  @Field(() => ID)
  caseId!: string;
  @Field(() => String, { description: "难点、堵点,勿写个人信息。 What stands in the way; no personal data." })
  description!: string;
}

@InputType()
export class ResolveBlockerInput extends ClientMutation {
  @Field(() => ID)
  blockerId!: string;
  @Field(() => String)
  resolution!: string;
}

@ObjectType("Blocker", { description: "办件的难点、堵点(R117)。 What stands in the way of a case." })
export class BlockerType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  description!: string;
  @Field(() => InstantScalar)
  raisedAt!: Date;
  @Field(() => InstantScalar, { description: "逾期未解决即上报统筹协调。 Goes up when it is not resolved by then." })
  dueAt!: Date;
  @Field(() => InstantScalar, { nullable: true })
  escalatedAt!: Date | null;
  @Field(() => String, { nullable: true })
  resolution!: string | null;
  @Field(() => InstantScalar, { nullable: true })
  resolvedAt!: Date | null;
}

@Resolver(() => BlockerType)
export class BlockerResolver {
  @FieldResolver(() => CaseType, { nullable: true })
  case(@Root() { caseId }: Blocker, @Ctx() { loaders }: Context) {
    return loaders.caseById.load(caseId);
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  raisedBy(@Root() { raisedById }: Blocker): StaffMemberReference {
    return { id: raisedById };
  }

  @FieldResolver(() => StaffMemberReference, { nullable: true })
  resolvedBy(@Root() { resolvedById }: Blocker): StaffMemberReference | null {
    return referTo(resolvedById);
  }
}

@Resolver()
export class BlockerOperations {
  @FirstOnes()
  @StaffOnly()
  @Query(() => [BlockerType], { nullable: true, description: "网点办件的难点堵点,新的在前。 An outlet's blockers." })
  blockers(
    @Ctx() context: Context,
    @Arg("outletId", () => ID) outletId: string,
    @Arg("open", () => Boolean, { defaultValue: true }) open: boolean,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
  ) {
    return blockers(context, outletId, { open, first });
  }

  @StaffOnly()
  @Mutation(() => BlockerType, { description: "登记难点堵点(R117)。 Says what stands in the way of a case." })
  raiseBlocker(@Arg("input", () => RaiseBlockerInput) input: RaiseBlockerInput, @Ctx() context: Context) {
    return raiseBlocker(context, input);
  }

  @StaffOnly()
  @Mutation(() => BlockerType, {
    description: "解决难点堵点(R117)。拒绝码:BLOCKER_NOT_OPEN、BLOCKER_ESCALATED。 Says how it was resolved.",
  })
  resolveBlocker(@Arg("input", () => ResolveBlockerInput) input: ResolveBlockerInput, @Ctx() context: Context) {
    return resolveBlocker(context, input);
  }
}
