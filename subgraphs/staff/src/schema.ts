import "reflect-metadata";
import { buildFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { AppraisalOperations } from "./graphql/appraisalOperations.js";
import { AppraisalResolver } from "./graphql/appraisalTypes.js";
import { AttendanceMutations } from "./graphql/attendanceMutations.js";
import { AttendanceResolver } from "./graphql/attendanceType.js";
import { CertificateMutations } from "./graphql/certificateMutations.js";
import { CertificateResolver } from "./graphql/certificateType.js";
import {
  CircleMutations,
  RegionCircleResolver,
  ServiceCircleResolver,
  SettlementResolver,
} from "./graphql/circleOperations.js";
import {
  ConnectionMutations,
  OutletConnectionResolver,
  RegionConnectionResolver,
} from "./graphql/connectionOperations.js";
import {
  ChiefRepresentativeResolver,
  DepartmentResolver,
  resolveDepartmentReference,
} from "./graphql/departmentType.js";
import { DutyEventResolver } from "./graphql/dutyEventType.js";
import { DutyResolver } from "./graphql/dutyType.js";
import { LeaveMutations } from "./graphql/leaveMutations.js";
import { LeaveResolver } from "./graphql/leaveType.js";
import {
  LoadBalanceResolver,
  RedeploymentSuggestionResolver,
  WindowLoadResolver,
  ZoneCoverageResolver,
} from "./graphql/loadTypes.js";
import { MatterResolver, MatterType } from "./graphql/matterType.js";
import {
  NetworkTargetResolver,
  StaffingComplianceResolver,
  StaffingViolationResolver,
} from "./graphql/measureTypes.js";
import { OriginMutations } from "./graphql/originOperations.js";
import { OutletResolver, resolveOutletReference } from "./graphql/outletType.js";
import {
  AppointmentGapResolver,
  ManagersResolver,
  OutletTopicResolver,
  PeopleMutations,
  RegionPeopleResolver,
  StaffPeopleResolver,
  TeamMembershipResolver,
} from "./graphql/peopleOperations.js";
import { PlaceOperations } from "./graphql/placeOperations.js";
import { PostResolver, resolvePostReference } from "./graphql/postType.js";
import { StaffQueries } from "./graphql/queries.js";
import {
  OutletRedeploymentResolver,
  RedeploymentMutations,
  RedeploymentResolver,
} from "./graphql/redeploymentOperations.js";
import { RegionLoadResolver, RegionResolver, resolveRegionReference } from "./graphql/regionType.js";
import { ReplacementResolver } from "./graphql/replacementType.js";
import {
  OutletSchemeResolver,
  QuantifiedScoreResolver,
  SchemeMutations,
  StaffWorkResolver,
} from "./graphql/schemeOperations.js";
import { ServiceQueries } from "./graphql/serviceQueries.js";
import { ServingResolver, VacancyResolver } from "./graphql/servingType.js";
import { resolveStaffMemberReference, StaffMemberResolver } from "./graphql/staffMemberType.js";
import { OutletMeasureResolver, RegionMeasureResolver, StandardMutations } from "./graphql/standardOperations.js";
import { OutletStandardResolver, StandardCheckResolver } from "./graphql/standardTypes.js";
import { DutySubscriptions } from "./graphql/subscriptions.js";
import { TerminalMutations } from "./graphql/terminalMutations.js";
import {
  MatterTerminalResolver,
  OutletTerminalResolver,
  RegionTerminalResolver,
  TerminalQueries,
} from "./graphql/terminalOperations.js";
import { resolveTerminalReference, TerminalResolver } from "./graphql/terminalTypes.js";
import { TownCrewQuery } from "./graphql/townCrewQuery.js";
import { TrainingOperations } from "./graphql/trainingOperations.js";
import { MissingTrainingResolver, TrainingPlanResolver, TrainingSessionResolver } from "./graphql/trainingTypes.js";
import { TransferOperations } from "./graphql/transferOperations.js";
import { TransferResolver } from "./graphql/transferType.js";
import { DepartmentLoadResolver, WindowPlanQuery } from "./graphql/windowPlan.js";
import { resolveWindowReference, WindowDepartmentResolver, WindowResolver } from "./graphql/windowType.js";
import { HallZoneResolver, OutletZoneResolver, ZoneMutations } from "./graphql/zoneOperations.js";

export const buildStaffSchema = () =>
  buildFederatedSchema({
    resolvers: [
      StaffQueries,
      ServiceQueries,
      PlaceOperations,
      AttendanceMutations,
      LeaveMutations,
      CertificateMutations,
      TrainingOperations,
      AppraisalOperations,
      TransferOperations,
      TownCrewQuery,
      DutySubscriptions,
      RegionResolver,
      RegionLoadResolver,
      LoadBalanceResolver,
      WindowLoadResolver,
      RedeploymentSuggestionResolver,
      ZoneCoverageResolver,
      NetworkTargetResolver,
      StaffingComplianceResolver,
      StaffingViolationResolver,
      DepartmentResolver,
      ChiefRepresentativeResolver,
      OutletResolver,
      OutletMeasureResolver,
      OutletConnectionResolver,
      RegionConnectionResolver,
      ConnectionMutations,
      OutletRedeploymentResolver,
      RedeploymentResolver,
      RedeploymentMutations,
      RegionCircleResolver,
      ServiceCircleResolver,
      SettlementResolver,
      CircleMutations,
      TerminalQueries,
      TerminalMutations,
      TerminalResolver,
      OutletTerminalResolver,
      RegionTerminalResolver,
      MatterTerminalResolver,
      OutletZoneResolver,
      HallZoneResolver,
      ZoneMutations,
      OutletStandardResolver,
      StandardCheckResolver,
      RegionMeasureResolver,
      StandardMutations,
      WindowResolver,
      WindowDepartmentResolver,
      WindowPlanQuery,
      DepartmentLoadResolver,
      ServingResolver,
      VacancyResolver,
      PostResolver,
      StaffMemberResolver,
      StaffPeopleResolver,
      StaffWorkResolver,
      OutletSchemeResolver,
      QuantifiedScoreResolver,
      SchemeMutations,
      RegionPeopleResolver,
      OutletTopicResolver,
      AppointmentGapResolver,
      TeamMembershipResolver,
      ManagersResolver,
      PeopleMutations,
      OriginMutations,
      AttendanceResolver,
      CertificateResolver,
      LeaveResolver,
      TrainingPlanResolver,
      TrainingSessionResolver,
      MissingTrainingResolver,
      AppraisalResolver,
      ReplacementResolver,
      TransferResolver,
      DutyResolver,
      DutyEventResolver,
      MatterResolver,
    ],
    orphanedTypes: [MatterType],
    references: {
      Region: resolveRegionReference,
      Department: resolveDepartmentReference,
      Outlet: resolveOutletReference,
      Window: resolveWindowReference,
      Post: resolvePostReference,
      StaffMember: resolveStaffMemberReference,
      Terminal: resolveTerminalReference,
      // The catalogue's: what it requires comes with the reference.
      Matter: <M>(matter: M): M => matter,
    },
  });
