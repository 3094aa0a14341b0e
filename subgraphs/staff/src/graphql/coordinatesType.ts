import { ForPartners } from "@yimen/kernel/forPartners";
import { Field, Float, InputType, ObjectType } from "type-graphql";
import { type Coordinates, geoUri } from "../domain/coordinates.js";

@ForPartners()
@ObjectType("Coordinates", {
  description:
    "坐标,WGS 84(与 CGCS2000 相差不足一米),十进制度;不是国内网络地图的 GCJ-02。 A point in WGS 84, decimal degrees.",
})
export class CoordinatesType {
  @Field(() => Float)
  latitude!: number;
  @Field(() => Float)
  longitude!: number;
  @Field(() => String, {
    description: "可由任一地图、导航程序打开(R023),如 geo:30.01,125.02。 What a map or a telephone opens (RFC 5870).",
  })
  uri!: string;
}

export const readableCoordinates = (point: Coordinates | null): CoordinatesType | null =>
  point && { ...point, uri: geoUri(point) };

@InputType({ description: "坐标,WGS 84(CGCS2000),十进制度。 A point in WGS 84, decimal degrees." })
export class CoordinatesInput implements Coordinates {
  @Field(() => Float)
  latitude!: number;
  @Field(() => Float)
  longitude!: number;
}
