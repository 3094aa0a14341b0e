import { ForPartners } from "@yimen/kernel/forPartners";
import { InstantScalar } from "@yimen/kernel/scalars";
import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import type { NearestFilter } from "../findNearestOutlets.js";
import { OutletType } from "./outletType.js";

@ForPartners()
@ObjectType("NearbyOutlet", { description: "网点及其距离。 An outlet and how far it is." })
export class NearbyOutletType {
  @Field(() => OutletType)
  outlet!: OutletType;
  @Field(() => Int, {
    nullable: true,
    description: "直线距离,米;网点尚无坐标为空。 Metres as the crow flies; null where it is not known where it is.",
  })
  distance!: number | null;
}

/** From where, how far and how many. */
@ArgsType()
export class NearestArgs {
  @Field(() => Float, { description: "纬度,WGS 84。 Latitude." })
  latitude!: number;
  @Field(() => Float, { description: "经度,WGS 84。 Longitude." })
  longitude!: number;
  @Field(() => Int, { defaultValue: 20_000, description: "直线距离不超过,米。 Metres at most, as the crow flies." })
  within!: number;
  @Field(() => Int, { defaultValue: 10, description: "至多几个。 How many at most." })
  first!: number;
  @Field(() => InstantScalar, { nullable: true, description: "该时刻开放的(R021)。 Open at that instant." })
  openAt?: Date | null;
}

export const searchOf = ({ latitude, longitude, within, first, openAt }: NearestArgs): NearestFilter => ({
  from: { latitude, longitude },
  within,
  first,
  openAt: openAt ?? null,
});
