import { officeDay } from "@yimen/workdays/instant";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { StaffRole } from "../domain/post.js";
import { currentHolding } from "../domain/post.js";
import { servingAt } from "../domain/serving.js";
import type { StoredPost } from "../store/postStore.js";
import { DepartmentType } from "./departmentType.js";
import { StaffRoleEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { ServingType } from "./servingType.js";
import { StaffMemberType } from "./staffMemberType.js";
import { WindowType } from "./windowType.js";

@ObjectType("Post", { description: "岗位。 A place of work that must be covered whenever its outlet is open (R151)." })
@Directive(`@key(fields: "id")`)
export class PostType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true, description: "英文名。 Null for posts from before it was asked for." })
  nameEn!: string | null;
  @Field(() => StaffRoleEnum)
  role!: StaffRole;
}

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: StoredPost, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => WindowType, { nullable: true })
  window(@Root() { windowId }: StoredPost, @Ctx() { loaders }: Context) {
    return windowId === null ? null : loaders.windowById.load(windowId);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: "后台岗位所属部门。 Whose back office it is." })
  department(@Root() { departmentId }: StoredPost, @Ctx() { loaders }: Context) {
    return departmentId === null ? null : loaders.departmentById.load(departmentId);
  }

  @FieldResolver(() => [DepartmentType], { description: "受理其事项的部门。 Whose matters the post takes." })
  departments(@Root() { departmentIds }: StoredPost, @Ctx() { loaders }: Context) {
    return loaders.departmentById.loadMany(departmentIds);
  }

  @FieldResolver(() => StaffMemberType, { nullable: true, description: "责任人。 Who holds it today." })
  async holder(@Root() { id }: StoredPost, @Ctx() { loaders, clock }: Context) {
    const holding = currentHolding(await loaders.holdingsOfPost.load(id), officeDay(clock()));
    return holding && loaders.staffById.load(holding.staffId);
  }

  @FieldResolver(() => PostType, { nullable: true, description: "互为AB岗的岗位(R149)。 The post that backs it." })
  partner(@Root() { partnerId }: StoredPost, @Ctx() { loaders }: Context) {
    return partnerId === null ? null : loaders.postById.load(partnerId);
  }

  @FieldResolver(() => ServingType, { nullable: true, description: "现在谁在此岗、替谁。 Who acts in it now." })
  async serving(@Root() post: StoredPost, @Ctx() { loaders, clock, calendar }: Context) {
    const roster = await loaders.rosterOf.load(post.outletId);
    return roster ? (servingAt(roster, [post], clock(), calendar)[0] ?? null) : null;
  }
}

export const resolvePostReference = ({ id }: { id: string }, { loaders }: Context) => loaders.postById.load(id);
