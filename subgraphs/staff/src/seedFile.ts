import { readFileSync } from "node:fs";
import { instantOf } from "@yimen/workdays/instant";
import { checkOpeningHours, type OpeningHours } from "@yimen/workdays/openingHours";
import { parsePlainDate } from "@yimen/workdays/plainDate";
import type { AppointmentRule } from "./domain/appointment.js";
import type { Appraisal } from "./domain/appraisal.js";
import type { Certificate } from "./domain/certificate.js";
import type { ChiefRepresentative, Department } from "./domain/department.js";
import type { FollowUp } from "./domain/followUp.js";
import type { NamingRule } from "./domain/naming.js";
import type { NetworkTarget } from "./domain/network.js";
import type { Outlet } from "./domain/outlet.js";
import type { AbPairing } from "./domain/pairing.js";
import type { Post } from "./domain/post.js";
import type { Region } from "./domain/region.js";
import type { Settlement, TravelTime } from "./domain/serviceCircle.js";
import type { StaffingRule } from "./domain/staffing.js";
import type { StaffMember } from "./domain/staffMember.js";
import { keeperOf, type Terminal, type TerminalRule } from "./domain/terminal.js";
import type { TrainingPlan, TrainingSession } from "./domain/training.js";
import type { TrainingRule } from "./domain/trainingCompliance.js";
import type { PresenceMode, Window } from "./domain/window.js";

const folder = new URL("../seed/", import.meta.url);
const read = <T>(path: string): T[] => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const readIfThere = <T>(region: string, name: string): T[] =>
  staffed.has(region) ? read(`${region}/${name}.json`) : [];

/** The regions that are shipped with outlets and people; of the others only the departments are. */
const staffed: ReadonlySet<string> = new Set(["taoshan", "shanyang"]);

interface Hours {
  readonly id: string;
  readonly text: string;
  readonly textEn: string;
  readonly hours: OpeningHours;
}

/** Since when the example outlets are open and their people in post. */
const BEGINNING = "2021-08-11";

export const readRegions = (): Region[] => read("regions.json");
export const readNetworkTargets = (): NetworkTarget[] => read("networkTargets.json");
export const readStaffingRules = (): StaffingRule[] => read("staffingRules.json");

export const readAppointmentRules = (): AppointmentRule[] => read("appointmentRules.json");
export const readNamingRules = (): NamingRule[] => read("namingRules.json");
export const readVillages = (regionId: string): string[] =>
  regionId === "shanyang" ? read<{ readonly name: string }>(`${regionId}/villages.json`).map(({ name }) => name) : [];

export const readSettlements = (regionId: string): Settlement[] =>
  regionId === "taoshan"
    ? read<Omit<Settlement, "regionId">>(`${regionId}/settlements.json`).map((each) => ({ ...each, regionId }))
    : [];
export const readTravelTimes = (regionId: string): TravelTime[] =>
  regionId === "taoshan" ? read(`${regionId}/travelTimes.json`) : [];

export const readTerminalRules = (): TerminalRule[] => read("terminalRules.json");

/** Terminals as somebody saw them when they were put up; none has been heard of. */
export function readTerminals(regionId: string): Terminal[] {
  const outlets = new Map(readOutlets(regionId).map((outlet) => [outlet.id, outlet]));
  return (regionId === "taoshan" ? read<Terminal & { readonly source: string }>(`${regionId}/terminals.json`) : []).map(
    ({ source: _, ...terminal }) => {
      const outlet = outlets.get(terminal.outletId);
      if (!outlet) throw new Error(`${terminal.id} stands at "${terminal.outletId}", which there is not`);
      const verifiedAt = instantOf(parsePlainDate(terminal.installedOn), "09:00");
      return { ...terminal, keeperId: keeperOf(outlet), removedOn: null, heardAt: null, verifiedAt, alertedAt: null };
    },
  );
}

export const readTrainingRules = (): TrainingRule[] => read("trainingRules.json");

export interface SeedAppraisal extends Appraisal {
  readonly followUps: readonly Pick<FollowUp, "kind" | "dueOn">[];
}

export const readAppraisals = (regionId: string): SeedAppraisal[] =>
  regionId === "taoshan"
    ? read<SeedAppraisal & { readonly source: string }>(`${regionId}/appraisals.json`).map(
        ({ source: _, ...each }) => ({
          ...each,
          recordedAt: new Date(each.recordedAt),
        }),
      )
    : [];

export const readTrainingPlans = (regionId: string): TrainingPlan[] => readIfThere(regionId, "trainingPlans");
export const readTrainingSessions = (regionId: string): TrainingSession[] => readIfThere(regionId, "trainingSessions");

export const readDepartments = (regionId: string): Department[] =>
  read<Omit<Department, "regionId">>(`${regionId}/departments.json`).map((each) => ({ ...each, regionId }));

/** Most are nowhere in particular. */
type SeedOutlet = Omit<Outlet, "coordinates"> & Partial<Pick<Outlet, "coordinates">>;

/** Outlets with the hours they refer to, a parent before its children. */
export function readOutlets(regionId: string): Outlet[] {
  const hoursById = new Map(read<Hours>("hours.json").map((each) => [each.id, each]));
  return readIfThere<Omit<SeedOutlet, "hours"> & { readonly hours: string }>(regionId, "outlets").map((outlet) => {
    const found = hoursById.get(outlet.hours);
    if (!found) throw new Error(`${outlet.id} refers to hours "${outlet.hours}", which hours.json does not have`);
    const hours = checkOpeningHours(found.hours);
    const { text: hoursText, textEn: hoursTextEn } = found;
    const { coordinates = null } = outlet;
    return { ...outlet, regionId, coordinates, hours, hoursText, hoursTextEn, openedOn: BEGINNING, closedOn: null };
  });
}

export interface SeedWindow extends Window {
  /** Department id to mode, in the plan's order. */
  readonly departments: Readonly<Record<string, PresenceMode>>;
}

export const readWindows = (regionId: string): SeedWindow[] => readIfThere(regionId, "windows");

export interface SeedPost extends Post {
  readonly holder: string;
  readonly heldFrom: string;
}

export const readPosts = (regionId: string): SeedPost[] =>
  readIfThere<SeedPost & { readonly departments: readonly string[] }>(regionId, "posts").map(
    ({ departments, ...post }) => ({ ...post, departmentIds: departments, heldFrom: BEGINNING }),
  );

export const readPairings = (regionId: string): AbPairing[] =>
  readIfThere<{ readonly posts: readonly [string, string] }>(regionId, "pairings").map(({ posts }) => ({
    postIds: posts,
  }));

export const readStaffMembers = (regionId: string): StaffMember[] => readIfThere(regionId, "staff");

export const readCertificates = (regionId: string): Certificate[] =>
  readIfThere<Certificate & { readonly validFrom: string }>(regionId, "certificates").map((each) => ({
    ...each,
    validFrom: instantOf(parsePlainDate(each.validFrom), "00:00"),
    trainingSessionId: each.trainingSessionId ?? null,
    revokedAt: null,
    version: 1,
  }));

export const readChiefRepresentatives = (regionId: string): ChiefRepresentative[] =>
  regionId === "taoshan"
    ? read<ChiefRepresentative & { readonly from: string }>(`${regionId}/chiefRepresentatives.json`).map(
        ({ from, ...each }) => ({ ...each, validFrom: from, validUntil: null }),
      )
    : [];
