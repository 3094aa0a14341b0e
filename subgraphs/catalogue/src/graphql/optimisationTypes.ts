import { labelledEnum } from "@yimen/kernel/labelledEnum";
import { Field, Int, ObjectType } from "type-graphql";
import type { DocumentFormat } from "../domain/guideDocument.js";
import type { BeforeAndNow, Optimisation } from "../domain/optimisation.js";

export const DocumentFormatEnum = labelledEnum<DocumentFormat>("DocumentFormat", "印制格式。 How a guide is printed.", {
  TEXT: ["纯文本", "Plain text"],
  MARKDOWN: ["Markdown", "Markdown"],
  HTML: ["网页", "A page"],
});

@ObjectType("BeforeAndNow", { description: "优化前与现在。 A count before a matter was optimised, and now." })
export class BeforeAndNowType implements BeforeAndNow {
  @Field(() => Int)
  before!: number;

  @Field(() => Int)
  now!: number;
}

@ObjectType("Optimisation", { description: "事项优化前后(R032)。 What became of a matter's counts." })
export class OptimisationType implements Optimisation {
  @Field(() => BeforeAndNowType)
  materials!: BeforeAndNow;

  @Field(() => BeforeAndNowType)
  forms!: BeforeAndNow;

  @Field(() => BeforeAndNowType)
  steps!: BeforeAndNow;

  @Field(() => BeforeAndNowType)
  onSiteVisits!: BeforeAndNow;
}
