import { officeDay } from "@yimen/workdays/instant";

/** 办件编号: region, office day, running number. */
export const caseNumber = (regionId: string, now: Date, running: bigint): string =>
  `${regionId.toUpperCase()}-${dated(now, running)}`;

/** The number of a bundle (一件事), which cannot be taken for a case's. */
export const bundleNumber = (regionId: string, now: Date, running: bigint): string =>
  `${regionId.toUpperCase()}-YJS-${dated(now, running)}`;

const dated = (now: Date, running: bigint) =>
  `${officeDay(now).replaceAll("-", "")}-${String(running).padStart(6, "0")}`;
