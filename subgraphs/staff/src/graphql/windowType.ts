import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { servingAtWindow, type WindowState, windowStateAt } from "../domain/serving.js";
import type { PresenceMode, Window, WindowDepartment, WindowKind } from "../domain/window.js";
import { DepartmentType } from "./departmentType.js";
import { PresenceModeEnum, WindowKindEnum, WindowStateEnum } from "./enums.js";
import { OutletType } from "./outletType.js";
import { PostType } from "./postType.js";
import { ServingType } from "./servingType.js";

@ObjectType("WindowDepartment", { description: "一个部门在窗口的入驻方式(R076–R078)。 One department at a window." })
export class WindowDepartmentType {
  @Field(() => PresenceModeEnum)
  mode!: PresenceMode;
}

@Resolver(() => WindowDepartmentType)
export class WindowDepartmentResolver {
  @FieldResolver(() => DepartmentType, { nullable: true })
  department(@Root() { departmentId }: WindowDepartment, @Ctx() { loaders }: Context) {
    return loaders.departmentById.load(departmentId);
  }
}

@ObjectType("Window", { description: "窗口。 A window of an outlet." })
@Directive(`@key(fields: "id")`)
export class WindowType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => WindowKindEnum)
  kind!: WindowKind;
  @Field(() => String, { nullable: true, description: "所在区域(R024)。 The zone of the hall." })
  zone!: string | null;
}

@Resolver(() => WindowType)
export class WindowResolver {
  @FieldResolver(() => OutletType, { nullable: true })
  outlet(@Root() { outletId }: Window, @Ctx() { loaders }: Context) {
    return loaders.outletById.load(outletId);
  }

  @FieldResolver(() => [WindowDepartmentType])
  departments(@Root() { id }: Window, @Ctx() { loaders }: Context) {
    return loaders.departmentsAtWindow.load(id);
  }

  @FieldResolver(() => [PostType])
  posts(@Root() { id }: Window, @Ctx() { loaders }: Context) {
    return loaders.postsOfWindow.load(id);
  }

  @FieldResolver(() => [ServingType], { description: "现在谁在岗、替谁;未开放为空。 Who serves now, and for whom." })
  async serving(@Root() { id, outletId }: Window, @Ctx() { loaders, clock, calendar }: Context) {
    const roster = await loaders.rosterOf.load(outletId);
    return roster ? servingAtWindow(roster, id, clock(), calendar) : [];
  }

  @FieldResolver(() => WindowStateEnum)
  async state(@Root() { id, outletId }: Window, @Ctx() { loaders, clock, calendar }: Context): Promise<WindowState> {
    const roster = await loaders.rosterOf.load(outletId);
    return roster ? windowStateAt(roster, id, clock(), calendar) : "CLOSED";
  }
}

export const resolveWindowReference = ({ id }: { id: string }, { loaders }: Context) => loaders.windowById.load(id);
