import { Field, InputType } from "type-graphql";
import type { SituationAnswer } from "../domain/situation.js";

/** The catalogue's, whose questions it answers. */
@InputType()
export class SituationAnswerInput implements SituationAnswer {
  @Field(() => String)
  question!: string;
  @Field(() => String)
  option!: string;
}
