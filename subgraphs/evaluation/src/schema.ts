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
  CaseSlotResolver,
  EvaluationResolver,
  resolveEvaluationReference,
  VisitEvaluationResolver,
} from "./graphql/evaluationResolver.js";
import { HonourOperations } from "./graphql/honourOperations.js";
import { AssessedOutletResolver, AssessmentResolver, AwardResolver, WinnerResolver } from "./graphql/honourTypes.js";
import { InspectionResolver } from "./graphql/inspectionType.js";
import { MatterResolver, MatterType, SelectableStaffResolver } from "./graphql/matterType.js";
import { EvaluationQueries } from "./graphql/queries.js";
import { OutletRatingResolver, RatingRankResolver, StaffRatingResolver } from "./graphql/ratingResolver.js";
import { RectificationMutations, RectificationQueries } from "./graphql/rectificationOperations.js";
import { RectificationSummaryResolver, RectificationTaskResolver } from "./graphql/rectificationTaskType.js";
import { EvaluationEventResolver, EvaluationSubscriptions } from "./graphql/subscriptions.js";
import { SystemicIssueResolver } from "./graphql/systemicIssueType.js";
import {
  CaseVolumeResolver,
  LevelReportResolver,
  PlaceReportResolver,
  ReportQueries,
} from "./graphql/threeLevelReport.js";

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
      CaseSlotResolver,
      MatterResolver,
      ReportQueries,
      CaseVolumeResolver,
      LevelReportResolver,
      PlaceReportResolver,
      HonourOperations,
      AssessmentResolver,
      AssessedOutletResolver,
      AwardResolver,
      WinnerResolver,
      RectificationQueries,
      RectificationMutations,
      RectificationTaskResolver,
      RectificationSummaryResolver,
      SelectableStaffResolver,
    ],
    orphanedTypes: [MatterType],
    references: {
      Evaluation: resolveEvaluationReference,
      BadReview: resolveBadReviewReference,
      // Owned elsewhere: their fields here are computed from the key alone.
      Visit: itself,
      Case: itself,
      Outlet: itself,
      StaffMember: itself,
      Matter: itself,
    },
  });
