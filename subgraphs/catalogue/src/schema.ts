import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { BundleResolver, resolveBundleReference } from "./graphql/bundleType.js";
import { DeferralNoticeOperations, DeferralNoticeResolver } from "./graphql/deferralNotices.js";
import { EntrustmentResolver } from "./graphql/entrustmentType.js";
import { GuideCatalogueResolver } from "./graphql/guideCatalogueType.js";
import { GuideVersionResolver, resolveGuideReference } from "./graphql/guideType.js";
import { DepartmentMinimalityResolver, IndicatorResolver } from "./graphql/indicatorTypes.js";
import { MatterResolver, resolveMatterReference } from "./graphql/matterResolver.js";
import { CatalogueMutations } from "./graphql/mutations.js";
import { MatterQueries } from "./graphql/queries.js";
import { RegionQueries } from "./graphql/regionQueries.js";
import { CatalogueEventResolver, CatalogueSubscriptions } from "./graphql/subscriptions.js";

export const buildCatalogueSchema = () =>
  buildFederatedSchema({
    resolvers: [
      MatterQueries,
      RegionQueries,
      CatalogueMutations,
      CatalogueSubscriptions,
      MatterResolver,
      GuideVersionResolver,
      DeferralNoticeOperations,
      DeferralNoticeResolver,
      EntrustmentResolver,
      BundleResolver,
      IndicatorResolver,
      DepartmentMinimalityResolver,
      GuideCatalogueResolver,
      CatalogueEventResolver,
    ],
    references: {
      Matter: resolveMatterReference,
      GuideVersion: resolveGuideReference,
      Bundle: resolveBundleReference,
    },
  });
