import type { PlainDate } from "@yimen/workdays/plainDate";

/** A `date` column is read as midnight UTC of its day. */
export const dayOf = (column: Date): PlainDate => column.toISOString().slice(0, 10) as PlainDate;

export const dayOrNull = (column: Date | null): PlainDate | null => column && dayOf(column);

export const columnOf = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

export const columnOrNull = (day: PlainDate | null): Date | null => day && columnOf(day);
