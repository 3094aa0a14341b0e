import type { PlainDate } from "@yimen/workdays/plainDate";

/** An office day as Prisma takes a `date` column. */
export const dateColumn = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

export const dateColumnOrNull = (day: PlainDate | null): Date | null => day && dateColumn(day);

/** And back. */
export const fromDateColumn = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate;
