import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { BatchEntryResolver, BatchResolver } from "./graphql/batchType.js";
import { BundleResolver, resolveBundleReference } from "./graphql/bundleType.js";
import { DeferralNoticeOperations, DeferralNoticeResolver } from "./graphql/deferralNotices.js";
import { EntrustmentResolver } from "./graphql/entrustmentType.js";
import { GuideCatalogueResolver } from "./graphql/guideCatalogueType.js";
import { GuideVersionResolver, resolveGuideReference } from "./graphql/guideType.js";
import {
  CatalogueIndicatorsResolver,
  DepartmentMinimalityResolver,
  IndicatorResolver,
} from "./graphql/indicatorTypes.js";
import { ListMutations } from "./graphql/listMutations.js";
import { ListQueries, MatterVolumeResolver, RangeReachResolver } from "./graphql/listQueries.js";
import { MatterListsResolver } from "./graphql/matterLists.js";
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
      CatalogueIndicatorsResolver,
      DepartmentMinimalityResolver,
      GuideCatalogueResolver,
      CatalogueEventResolver,
      BatchResolver,
      BatchEntryResolver,
      MatterListsResolver,
      RangeReachResolver,
      MatterVolumeResolver,
      ListQueries,
      ListMutations,
    ],
    references: {
      Matter: resolveMatterReference,
      GuideVersion: resolveGuideReference,
      Bundle: resolveBundleReference,
    },
  });
