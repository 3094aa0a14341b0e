import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { Arg, Directive, Field, FieldResolver, Float, ID, Int, ObjectType, Query, Resolver, Root } from "type-graphql";

/** The version of federation that the compatibility suite accepts, and the directive of one's own that it asks for. */
const FEDERATION = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@composeDirective", "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires", "@shareable", "@tag"])
  @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
  @composeDirective(name: "@custom")
directive @custom on OBJECT`;

@ObjectType()
class ProductVariation {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
@Directive("@shareable")
class ProductDimension {
  @Field(() => String, { nullable: true })
  size?: string;
  @Field(() => Float, { nullable: true })
  weight?: number;
  @Field(() => String, { nullable: true })
  @Directive("@inaccessible")
  unit?: string;
}

@ObjectType()
class CaseStudy {
  @Field(() => ID)
  caseNumber!: string;
  @Field(() => String, { nullable: true })
  description?: string;
}

@ObjectType()
@Directive(`@key(fields: "study { caseNumber }")`)
class ProductResearch {
  @Field(() => CaseStudy)
  study!: CaseStudy;
  @Field(() => String, { nullable: true })
  outcome?: string;
}

@ObjectType()
@Directive(`@key(fields: "email")`)
class User {
  @Field(() => ID)
  email!: string;
  @Field(() => String, { nullable: true })
  @Directive(`@override(from: "users")`)
  name?: string;
  @Field(() => Int, { nullable: true })
  @Directive("@external")
  totalProductsCreated?: number;
  @Field(() => Int)
  @Directive("@external")
  yearsOfEmployment!: number;
  @Field(() => Int, { nullable: true })
  @Directive(`@requires(fields: "totalProductsCreated yearsOfEmployment")`)
  averageProductsCreatedPerYear?: number;
}

@ObjectType()
@Directive(`@key(fields: "sku package")`)
class DeprecatedProduct {
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  package!: string;
  @Field(() => String, { nullable: true })
  reason?: string;
  @Field(() => User, { nullable: true })
  createdBy?: User;
}

@ObjectType()
@Directive("@custom")
@Directive(`@key(fields: "id")`)
@Directive(`@key(fields: "sku package")`)
@Directive(`@key(fields: "sku variation { id }")`)
class Product {
  @Field(() => ID)
  id!: string;
  @Field(() => String, { nullable: true })
  sku?: string;
  @Field(() => String, { nullable: true })
  package?: string;
  @Field(() => ProductVariation, { nullable: true })
  variation?: ProductVariation;
  @Field(() => ProductDimension, { nullable: true })
  dimensions?: ProductDimension;
  @Field(() => User, { nullable: true })
  @Directive(`@provides(fields: "totalProductsCreated")`)
  createdBy?: User;
  @Field(() => String, { nullable: true })
  @Directive(`@tag(name: "internal")`)
  notes?: string;
  @Field(() => [ProductResearch])
  research!: ProductResearch[];
}

@ObjectType()
@Directive("@interfaceObject")
@Directive(`@key(fields: "id")`)
class Inventory {
  @Field(() => ID)
  id!: string;
  @Field(() => [DeprecatedProduct])
  deprecatedProducts!: DeprecatedProduct[];
}

const userOf = (email: string) => ({ email, name: "Jane Smith", totalProductsCreated: 1337 }) as User;
const createdBy = userOf("support@apollographql.com");
const dimensions: ProductDimension = { size: "small", weight: 1, unit: "kg" };
const studies: ProductResearch[] = [
  { study: { caseNumber: "1234", description: "Federation Study" } },
  { study: { caseNumber: "1235", description: "Studio Study" } },
];
const product = (name: string, variation: string, research: ProductResearch | undefined): Product => ({
  id: `apollo-${name}`,
  sku: name,
  package: name === "federation" ? "@apollo/federation" : "",
  variation: { id: variation },
  dimensions,
  createdBy,
  research: research ? [research] : [],
});
const products = [product("federation", "OSS", studies[0]), product("studio", "platform", studies[1])];
const deprecated: DeprecatedProduct = {
  sku: "apollo-federation-v1",
  package: "@apollo/federation-v1",
  reason: "Migrate to Federation V2",
  createdBy,
};

type ProductKey = Partial<Pick<Product, "id" | "sku" | "package" | "variation">>;

const findProduct = (key: ProductKey) =>
  products.find(({ id, sku, package: from, variation }) => {
    if (key.id) return id === key.id;
    return sku === key.sku && (key.package ? from === key.package : variation?.id === key.variation?.id);
  });

const findDeprecated = (key: Pick<DeprecatedProduct, "sku" | "package">) =>
  key.sku === deprecated.sku && key.package === deprecated.package ? deprecated : undefined;

@Resolver(() => User)
class ProductsResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg("id", () => ID) id: string): Product | undefined {
    return findProduct({ id });
  }
  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: "Use product query instead" })
  deprecatedProduct(
    @Arg("sku", () => String) sku: string,
    @Arg("package", () => String) from: string,
  ): DeprecatedProduct | undefined {
    return findDeprecated({ sku, package: from });
  }
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | undefined {
    return totalProductsCreated ? Math.round(totalProductsCreated / yearsOfEmployment) : undefined;
  }
}

/** The subgraph that federation's compatibility suite wants to see, made as ours are made. */
export const buildProducts = () =>
  buildFederatedSchema({
    federation: FEDERATION,
    resolvers: [ProductsResolver],
    orphanedTypes: [Inventory],
    references: {
      Product: findProduct,
      DeprecatedProduct: findDeprecated,
      ProductResearch: ({ study }: ProductResearch) => studies.find((one) => one.study.caseNumber === study.caseNumber),
      User: (key: User) => ({ ...userOf(key.email), ...key }),
      Inventory: ({ id }: Inventory) => ({ id, deprecatedProducts: [deprecated] }),
    },
  });
