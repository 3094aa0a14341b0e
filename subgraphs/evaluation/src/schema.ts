import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { BadReviewMutations } from "./graphql/badReviewMutations.js";
import { BadReviewResolver, BadReviewStepResolver, resolveBadReviewReference } from "./graphql/badReviewResolver.js";
import { ComplaintMutations, InspectionMutations } from "./graphql/complaintMutations.js";
import { ComplaintQueries } from "./graphql/complaintQueries.js";
import { ComplaintResolver } from "./graphql/complaintType.js";
import { EvaluationMutations } from "./graphql/evaluationMutations.js";
import {
  CaseEvaluationsResolver,
  EvaluationResolver,
  resolveEvaluationReference,
  VisitEvaluationResolver,
} from "./graphql/evaluationResolver.js";
import { InspectionResolver } from "./graphql/inspectionType.js";
import { EvaluationQueries } from "./graphql/queries.js";
import { OutletRatingResolver, RatingRankResolver, StaffRatingResolver } from "./graphql/ratingResolver.js";
import { EvaluationEventResolver, EvaluationSubscriptions } from "./graphql/subscriptions.js";
import { SystemicIssueResolver } from "./graphql/systemicIssueType.js";

const itself = <T>(reference: T): T => reference;

export const buildEvaluationSchema = () =>
  buildFederatedSchema({
    resolvers: [
      EvaluationQueries,
      ComplaintQueries,
      EvaluationMutations,
      BadReviewMutations,
      ComplaintMutations,
      InspectionMutations,
      EvaluationSubscriptions,
      EvaluationResolver,
      BadReviewResolver,
      BadReviewStepResolver,
      SystemicIssueResolver,
      ComplaintResolver,
      InspectionResolver,
      EvaluationEventResolver,
      RatingRankResolver,
      OutletRatingResolver,
      StaffRatingResolver,
      VisitEvaluationResolver,
      CaseEvaluationsResolver,
    ],
    references: {
      Evaluation: resolveEvaluationReference,
      BadReview: resolveBadReviewReference,
      // Owned elsewhere: their fields here are computed from the key alone.
      Visit: itself,
      Case: itself,
      Outlet: itself,
      StaffMember: itself,
    },
  });
