import { mondayToFriday, type OpeningHours } from "../openingHours.js";

// For tests: hours as three district offices publish them.

/** 连云港市海州区: longer lunch in summer (lyghz.jszwfw.gov.cn). */
export const haizhou: OpeningHours = {
  week: mondayToFriday({ from: "08:30", to: "12:00" }, { from: "13:30", to: "17:00" }),
  seasons: [
    {
      from: "07-15",
      to: "09-30",
      week: mondayToFriday({ from: "08:30", to: "12:00" }, { from: "14:00", to: "17:00" }),
    },
  ],
  followsHolidays: true,
};

/** 盐城市亭湖区. */
export const tinghu: OpeningHours = {
  week: mondayToFriday({ from: "08:30", to: "12:00" }, { from: "14:30", to: "18:00" }),
  followsHolidays: true,
};

const pingguoyuanDay = [
  { from: "08:30", to: "09:00", extended: true },
  { from: "09:00", to: "12:00" },
  { from: "14:00", to: "17:00" },
  { from: "17:00", to: "17:30", extended: true },
] as const;

/** 北京市石景山区苹果园街道: 延时服务 at both ends of the day and on Saturday morning. */
export const pingguoyuan: OpeningHours = {
  week: { ...mondayToFriday(...pingguoyuanDay), 6: [{ from: "08:30", to: "12:30", extended: true }] },
  followsHolidays: true,
};
