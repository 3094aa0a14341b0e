import "reflect-metadata";
import { resumable } from "@yimen/kernel/resumable";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { Arg, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";

@ObjectType()
@Directive("@shareable")
class Extent {
  @Field(() => Int)
  sheets!: number;
  @Field(() => Int)
  grams!: number;
  @Field(() => String)
  @Directive("@inaccessible")
  scale!: string;
}

@ObjectType()
class Shelf {
  @Field(() => ID)
  code!: string;
}

@ObjectType()
@Directive(`@key(fields: "badge")`)
class Keeper {
  @Field(() => ID)
  badge!: string;
  @Field(() => Int)
  @Directive("@external")
  years!: number;
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  kept?: number;
  @Field(() => String)
  @Directive(`@federation__override(from: "staff")`)
  title!: string;
  @Field(() => Int, { nullable: true })
  @Directive(`@requires(fields: "kept years")`)
  keptEachYear?: number;
}

@ObjectType()
@Directive(`@key(fields: "id")`)
@Directive(`@key(fields: "series number")`)
@Directive(`@key(fields: "series shelf { code }")`)
class Paper {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  series!: string;
  @Field(() => Int)
  number!: number;
  @Field(() => Shelf)
  shelf!: Shelf;
  @Field(() => Extent)
  extent!: Extent;
  @Field(() => String)
  @Directive(`@tag(name: "internal")`)
  remark!: string;
  @Field(() => Keeper)
  @Directive(`@provides(fields: "kept")`)
  keeper!: Keeper;
}

@ObjectType()
@Directive(`@key(fields: "study { number }")`)
class Research {
  @Field(() => Study)
  study!: Study;
}

@ObjectType()
class Study {
  @Field(() => ID)
  number!: string;
  @Field(() => String)
  subject!: string;
}

@ObjectType()
@Directive(`@key(fields: "series number")`)
class LostPaper {
  @Field(() => String)
  series!: string;
  @Field(() => Int)
  number!: number;
  @Field(() => String)
  reason!: string;
}

@ObjectType()
@Directive(`@key(fields: "id")`)
@Directive("@federation__interfaceObject")
class Collection {
  @Field(() => ID)
  id!: string;
  @Field(() => [LostPaper])
  lost!: LostPaper[];
}

const extent: Extent = { sheets: 12, grams: 60, scale: "g" };
const keeper = (badge: string) => ({ badge, kept: 30, title: `keeper ${badge}` }) as Keeper;
const paper = (id: string, number: number, code: string): Paper => ({
  id,
  series: "S",
  number,
  shelf: { code },
  extent,
  remark: "dry",
  keeper: keeper("k1"),
});
const papers = [paper("p1", 1, "left"), paper("p2", 2, "right")];
const lost: LostPaper = { series: "S", number: 9, reason: "moved" };

@Resolver(() => Keeper)
class Archive {
  @Query(() => Paper, { nullable: true })
  paper(@Arg("id", () => ID) id: string): Paper | undefined {
    return papers.find((one) => one.id === id);
  }
  @Query(() => String)
  @Directive(resumable("latest"))
  latest(): string {
    return "0";
  }
  @FieldResolver(() => Int, { nullable: true })
  keptEachYear(@Root() { kept, years }: Keeper): number | undefined {
    return kept && years ? kept / years : undefined;
  }
}

type PaperKey = Partial<Pick<Paper, "id" | "number" | "shelf">>;

const findPaper = ({ id, number, shelf }: PaperKey) =>
  papers.find((one) => (id ? one.id === id : number ? one.number === number : one.shelf.code === shelf?.code));

/** A subgraph as ours are made, which uses every directive of federation. */
export const buildArchive = () =>
  buildFederatedSchema({
    resolvers: [Archive],
    orphanedTypes: [Research, Collection, LostPaper],
    references: {
      Paper: findPaper,
      Keeper: (key: Keeper) => ({ ...keeper(key.badge), ...key }),
      Research: ({ study: { number } }: Research) => ({ study: { number, subject: "ink" } }),
      LostPaper: () => lost,
      Collection: ({ id }: Collection) => ({ id, lost: [lost] }),
    },
  });
