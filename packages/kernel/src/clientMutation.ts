import { Field, InputType } from "type-graphql";

/** What every mutation's input begins with; see `once`. */
@InputType()
export abstract class ClientMutation {
  @Field(() => String, {
    description: "客户端自定的唯一键:重试同键只生效一次。 The client's own key: a retry with it has one effect.",
  })
  clientMutationId!: string;
}
