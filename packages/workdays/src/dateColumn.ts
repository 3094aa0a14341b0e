import type { PlainDate } from "./plainDate.js";

/** The day of a database's `date` column, which is read as midnight UTC of it. */
export const dayOf = (column: Date): PlainDate => column.toISOString().slice(0, 10) as PlainDate;

export const dayOrNull = (column: Date | null): PlainDate | null => column && dayOf(column);

/** A day as a `date` column takes it. */
export const columnOf = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`);

export const columnOrNull = (day: PlainDate | null): Date | null => day && columnOf(day);
