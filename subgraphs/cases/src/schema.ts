import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { ActorResolver } from "./graphql/actorType.js";
import { AlertResolver, AlertSubscriptions } from "./graphql/alerts.js";
import { AppointmentEventResolver, AppointmentSubscriptions } from "./graphql/appointmentEvents.js";
import { AppointmentOperations } from "./graphql/appointmentOperations.js";
import { AppointmentResolver, SlotResolver } from "./graphql/appointmentTypes.js";
import { BlockerOperations, BlockerResolver } from "./graphql/blockers.js";
import { BundleCaseResolver, resolveBundleCaseReference } from "./graphql/bundleCaseType.js";
import { BundleEventResolver, BundleSubscriptions } from "./graphql/bundleEvents.js";
import { BundleOnlineOperations } from "./graphql/bundleOnlineOperations.js";
import { BundleOperations } from "./graphql/bundleOperations.js";
import { CaseEventResolver } from "./graphql/caseEventType.js";
import { CasePathResolver } from "./graphql/casePath.js";
import { FullCaseResolver, PublicCaseResolver, resolveCaseReference } from "./graphql/caseResolver.js";
import { ClockDayResolver, ClockResolver } from "./graphql/clockType.js";
import { CreditBarOperations } from "./graphql/creditBars.js";
import { DepartmentMutations } from "./graphql/departmentMutations.js";
import { CaseFeedbacks, FeedbackOperations, ResultFeedbackResolver } from "./graphql/feedback.js";
import { HandInFigures } from "./graphql/handInFigures.js";
import { AgentResolver, HandInResolver } from "./graphql/handInResolver.js";
import { FirstContactResolver, InquiryOperations, InquiryResolver } from "./graphql/inquiries.js";
import { CaseJointHandling, JointHandlingResolver, JointPartyResolver } from "./graphql/jointHandling.js";
import { OnlineOperations } from "./graphql/onlineOperations.js";
import { OutletResolver } from "./graphql/outletType.js";
import { ProgressResolver } from "./graphql/progressType.js";
import { ProxyOperations } from "./graphql/proxyOperations.js";
import { HandoverResolver, ProxyRequestResolver } from "./graphql/proxyTypes.js";
import { CaseQueries } from "./graphql/queries.js";
import { QueueMutations } from "./graphql/queueMutations.js";
import { CaseReferrals, ReferralResolver } from "./graphql/referrals.js";
import { CaseReminders, ReminderOperations } from "./graphql/reminderOperations.js";
import {
  LicenceReminderEventResolver,
  LicenceReminderResolver,
  ReminderConversionResolver,
} from "./graphql/reminderTypes.js";
import { CaseRevocations } from "./graphql/revocations.js";
import { SealMutations, SealQueries } from "./graphql/sealOperations.js";
import { SealUseResolver } from "./graphql/sealUseType.js";
import { ServiceQueries } from "./graphql/serviceQueries.js";
import { CaseSubscriptions, QueueEventResolver } from "./graphql/subscriptions.js";
import { SupportOperations, SupportRequestResolver } from "./graphql/support.js";
import { resolveTicketReference } from "./graphql/ticketType.js";
import { resolveVisitReference, VisitResolver } from "./graphql/visitType.js";
import { WindowMutations } from "./graphql/windowMutations.js";
import { WindowResolver } from "./graphql/windowType.js";

const itself = <T>(reference: T): T => reference;

export const buildCasesSchema = () =>
  buildFederatedSchema({
    resolvers: [
      CaseQueries,
      ServiceQueries,
      WindowMutations,
      DepartmentMutations,
      QueueMutations,
      CaseSubscriptions,
      CaseRevocations,
      CaseReferrals,
      ReferralResolver,
      CaseReminders,
      ReminderOperations,
      LicenceReminderResolver,
      LicenceReminderEventResolver,
      ReminderConversionResolver,
      CaseJointHandling,
      JointHandlingResolver,
      JointPartyResolver,
      CaseFeedbacks,
      FeedbackOperations,
      ResultFeedbackResolver,
      SealQueries,
      SealMutations,
      SealUseResolver,
      SupportOperations,
      SupportRequestResolver,
      AppointmentOperations,
      AppointmentSubscriptions,
      AppointmentEventResolver,
      AppointmentResolver,
      SlotResolver,
      ProxyOperations,
      ProxyRequestResolver,
      HandoverResolver,
      BlockerOperations,
      BlockerResolver,
      CreditBarOperations,
      InquiryOperations,
      InquiryResolver,
      FirstContactResolver,
      BundleOperations,
      BundleOnlineOperations,
      BundleSubscriptions,
      BundleEventResolver,
      BundleCaseResolver,
      AlertSubscriptions,
      AlertResolver,
      PublicCaseResolver,
      FullCaseResolver,
      CasePathResolver,
      HandInResolver,
      AgentResolver,
      OnlineOperations,
      HandInFigures,
      ActorResolver,
      ClockResolver,
      ClockDayResolver,
      CaseEventResolver,
      QueueEventResolver,
      ProgressResolver,
      VisitResolver,
      OutletResolver,
      WindowResolver,
    ],
    references: {
      Case: resolveCaseReference,
      BundleCase: resolveBundleCaseReference,
      Visit: resolveVisitReference,
      QueueTicket: resolveTicketReference,
      // Owned elsewhere: their fields here are computed from the key alone.
      Outlet: itself,
      Window: itself,
    },
  });
