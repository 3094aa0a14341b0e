import { Field, Float, Int, ObjectType } from "type-graphql";
import type { BundleShare, Share } from "../domain/bundleShare.js";

@ObjectType("CaseShare", { description: "占比及是否达标。 A share, and whether it meets its target." })
export class ShareType implements Share {
  @Field(() => Int)
  part!: number;
  @Field(() => Int)
  whole!: number;
  @Field(() => Float, { nullable: true })
  value!: number | null;
  @Field(() => Boolean, { nullable: true, description: "不低于 50%,含本数。 At least half; decided in whole numbers." })
  met!: boolean | null;
}

@ObjectType("BundleShare", { description: "“一件事”占年度办件的比例(R070)。 The share of bundles in a year." })
export class BundleShareType implements BundleShare {
  @Field(() => ShareType, { description: "子办件 ∕ 全部办件。 Sub-cases of bundles among all cases." })
  byCase!: Share;
  @Field(() => ShareType, { description: "一次提交计一件。 Every submission counts once, a bundle too." })
  bySubmission!: Share;
}
