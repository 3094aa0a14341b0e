import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar } from "@yimen/kernel/scalars";
import { closesAt, isOpen, opensNext } from "@yimen/workdays/openNow";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Outlet, OutletKind, PartnerKind } from "../domain/outlet.js";
import { measureZones } from "../measureLoad.js";
import { CoordinatesType, readableCoordinates } from "./coordinatesType.js";
import { MatterListEnum, OutletKindEnum, PartnerKindEnum } from "./enums.js";
import { OpeningHoursType, readableHours } from "./hoursType.js";
import { ZoneCoverageType } from "./loadTypes.js";
import { PostType } from "./postType.js";
import { RegionType } from "./regionType.js";
import { VacancyType } from "./servingType.js";
import { WindowType } from "./windowType.js";

@ObjectType("Outlet", { description: "政务服务网点。 A place where people are served." })
@Directive(`@key(fields: "id")`)
export class OutletType {
  @ForPartners()
  @Field(() => ID)
  id!: string;
  @ForPartners()
  @Field(() => String)
  name!: string;
  @ForPartners()
  @Field(() => String)
  nameEn!: string;
  @ForPartners()
  @Field(() => OutletKindEnum)
  kind!: OutletKind;
  @ForPartners()
  @Field(() => PartnerKindEnum, { nullable: true })
  partnerKind!: PartnerKind | null;
  @ForPartners()
  @Field(() => String, { description: "所在街道、村(社区)或区。 The street, village or district it stands for." })
  locality!: string;
  @ForPartners()
  @Field(() => String)
  address!: string;
  @ForPartners()
  @Field(() => String, { description: "咨询电话(R116)。 Telephone." })
  phone!: string;
  @Field(() => [MatterListEnum], { description: "可受理的事项清单(R031)。 Lists of matters it takes." })
  lists!: readonly string[];
  @ForPartners()
  @Field(() => [String], { description: "便民设施(R199)。 Facilities." })
  facilities!: readonly string[];
}

@Resolver(() => OutletType)
export class OutletResolver {
  @ForPartners()
  @FieldResolver(() => RegionType, { nullable: true })
  region(@Root() { regionId }: Outlet, @Ctx() { loaders }: Context) {
    return loaders.regionById.load(regionId);
  }

  @ForPartners()
  @FieldResolver(() => CoordinatesType, {
    nullable: true,
    description: "坐标;尚未测得为空(R023)。 Where it is; null as long as nobody has measured it.",
  })
  coordinates(@Root() { coordinates }: Outlet): CoordinatesType | null {
    return readableCoordinates(coordinates);
  }

  @FieldResolver(() => OutletType, { nullable: true, description: "上级网点。 The outlet above." })
  parent(@Root() { parentId }: Outlet, @Ctx() { loaders }: Context) {
    return parentId === null ? null : loaders.outletById.load(parentId);
  }

  @ForPartners()
  @FieldResolver(() => OpeningHoursType)
  hours(@Root() outlet: Outlet): OpeningHoursType {
    return readableHours(outlet);
  }

  @ForPartners()
  @FieldResolver(() => Boolean, { description: "现在是否开放。 Whether the doors are open now." })
  openNow(@Root() { hours }: Outlet, @Ctx() { clock, calendar }: Context): boolean {
    return isOpen(hours, clock(), calendar);
  }

  @ForPartners()
  @FieldResolver(() => InstantScalar, { nullable: true, description: "下次开放;全天开放为空。 When it opens next." })
  opensNext(@Root() { hours }: Outlet, @Ctx() { clock, calendar }: Context): Date | null {
    return opensNext(hours, clock(), calendar);
  }

  @ForPartners()
  @FieldResolver(() => InstantScalar, { nullable: true, description: "本次开放结束;未开放为空。 When it closes." })
  closesAt(@Root() { hours }: Outlet, @Ctx() { clock, calendar }: Context): Date | null {
    return closesAt(hours, clock(), calendar);
  }

  @FieldResolver(() => [WindowType])
  windows(@Root() { id }: Outlet, @Ctx() { loaders }: Context) {
    return loaders.windowsOfOutlet.load(id);
  }

  @FieldResolver(() => [PostType], { description: "全部岗位,含后台。 All posts, back offices included." })
  posts(@Root() { id }: Outlet, @Ctx() { loaders }: Context) {
    return loaders.postsOfOutlet.load(id);
  }

  @FieldResolver(() => [ZoneCoverageType], {
    description: "各区域“一人在岗,事项通办”程度(R162)。 How far its zones have come to one person for every matter.",
  })
  zoneCoverage(@Root() { id }: Outlet, @Ctx() context: Context) {
    return measureZones(context, id);
  }

  @FieldResolver(() => [VacancyType], { description: "未解除的空岗告警(R151)。 Vacancy alerts that stand." })
  async vacancies(@Root() { id }: Outlet, @Ctx() { loaders }: Context) {
    return (await loaders.runningSpellsOf.load(id)).filter(({ kind }) => kind === "VACANCY");
  }
}

export const resolveOutletReference = ({ id }: { id: string }, { loaders }: Context) => loaders.outletById.load(id);
