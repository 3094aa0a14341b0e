import { Field, ObjectType } from "type-graphql";

@ObjectType("DeferralChange", { description: "容缺标识的变化,窗口须知晓(R060)。 The windows must learn of it." })
export class DeferralChangeType {
  @Field(() => String, { description: "材料编码。 Code of the material in its guide." })
  code!: string;

  @Field(() => Boolean)
  deferrable!: boolean;
}
