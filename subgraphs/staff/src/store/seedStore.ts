import type { Certificate } from "../domain/certificate.js";
import type { ChiefRepresentative, Department } from "../domain/department.js";
import type { NetworkTarget } from "../domain/network.js";
import type { Outlet } from "../domain/outlet.js";
import { type AbPairing, partnerByPost } from "../domain/pairing.js";
import type { Post } from "../domain/post.js";
import type { Region } from "../domain/region.js";
import type { StaffingRule } from "../domain/staffing.js";
import type { StaffMember } from "../domain/staffMember.js";
import type { Window, WindowDepartment } from "../domain/window.js";
import type { Db, Tx } from "./db.js";

/** Whether nothing has been loaded yet. */
export const isEmpty = async (db: Db): Promise<boolean> => (await db.region.count()) === 0;

export async function insertRegions(
  tx: Tx,
  regions: readonly Region[],
  targets: readonly NetworkTarget[],
  rules: readonly StaffingRule[],
): Promise<void> {
  await tx.region.createMany({
    data: regions.map(({ id, name, nameEn, code, shape }) => ({ id, name, nameEn, code, shape })),
  });
  await tx.networkTarget.createMany({
    data: targets.map(({ regionId, label, kinds, count, localities, dueOn }, ordinal) => {
      return { regionId, label, ordinal, kinds: [...kinds], count, localities: [...localities], dueOn };
    }),
  });
  await tx.staffingRule.createMany({ data: rules.map((rule) => ({ ...rule, outletKinds: [...rule.outletKinds] })) });
}

export async function insertDepartments(tx: Tx, departments: readonly Department[]): Promise<void> {
  await tx.department.createMany({
    data: departments.map(({ id, regionId, name, nameEn, uscc, phone, field }) => ({
      id,
      regionId,
      name,
      nameEn,
      uscc,
      phone,
      field: field ?? null,
    })),
  });
}

/** @param outlets  a parent before its children */
export async function insertOutlets(tx: Tx, outlets: readonly Outlet[]): Promise<void> {
  await tx.outlet.createMany({
    data: outlets.map((each) => ({
      id: each.id,
      regionId: each.regionId,
      parentId: each.parentId,
      kind: each.kind,
      partnerKind: each.partnerKind,
      name: each.name,
      nameEn: each.nameEn,
      locality: each.locality,
      address: each.address,
      phone: each.phone,
      hours: JSON.parse(JSON.stringify(each.hours)),
      hoursText: each.hoursText,
      hoursTextEn: each.hoursTextEn,
      lists: [...each.lists],
      facilities: [...each.facilities],
      openedOn: each.openedOn,
      closedOn: each.closedOn,
      latitude: each.coordinates?.latitude ?? null,
      longitude: each.coordinates?.longitude ?? null,
    })),
  });
}

export async function insertWindows(
  tx: Tx,
  windows: readonly Window[],
  departments: readonly WindowDepartment[],
): Promise<void> {
  await tx.serviceWindow.createMany({
    data: windows.map(({ id, outletId, kind, name, nameEn, zone }) => ({ id, outletId, kind, name, nameEn, zone })),
  });
  await tx.windowDepartment.createMany({ data: departments.map((each, ordinal) => ({ ...each, ordinal })) });
}

/** Posts with their partners, who name each other (R149). */
export async function insertPosts(tx: Tx, posts: readonly Post[], pairings: readonly AbPairing[]): Promise<void> {
  const partners = partnerByPost(pairings);
  await tx.post.createMany({
    data: posts.map(({ id, name, nameEn, role, outletId, windowId, departmentId, departmentIds }) => {
      const partnerId = partners.get(id) ?? null;
      const place = { outletId, windowId, departmentId, departmentIds: [...departmentIds], partnerId };
      return { id, name, nameEn: nameEn ?? null, role, ...place };
    }),
  });
}

export async function insertStaffMembers(tx: Tx, members: readonly StaffMember[]): Promise<void> {
  await tx.staffMember.createMany({
    data: members.map((each) => ({
      id: each.id,
      name: each.name,
      nameEn: each.nameEn,
      employment: each.employment,
      homeUnit: each.homeUnit,
      homeDepartmentId: each.homeDepartmentId,
      mobile: each.mobile,
      idNumber: each.idNumber,
      bornOn: each.bornOn,
      origin: each.origin ?? null,
    })),
  });
}

export async function insertHoldings(
  tx: Tx,
  holdings: readonly { readonly postId: string; readonly staffId: string; readonly from: string }[],
): Promise<void> {
  await tx.postHolding.createMany({
    data: holdings.map(({ postId, staffId, from }) => ({ postId, staffId, validFrom: from })),
  });
}

export async function insertCertificates(tx: Tx, certificates: readonly Certificate[]): Promise<void> {
  await tx.certificate.createMany({
    data: certificates.map((each) => ({
      id: each.id,
      staffId: each.staffId,
      departmentId: each.departmentId,
      trainingRecord: each.trainingRecord,
      trainingSessionId: each.trainingSessionId,
      validFrom: each.validFrom,
      validUntil: each.validUntil,
      revokedAt: each.revokedAt,
      version: each.version,
    })),
  });
}

export async function insertChiefRepresentatives(tx: Tx, chiefs: readonly ChiefRepresentative[]): Promise<void> {
  await tx.chiefRepresentative.createMany({
    data: chiefs.map(({ departmentId, staffId, deputyStaffId, validFrom, validUntil }) => {
      return { departmentId, staffId, deputyStaffId, validFrom, validUntil };
    }),
  });
}
