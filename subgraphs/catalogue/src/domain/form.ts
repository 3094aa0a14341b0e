/** A field of a matter's application form. */
export interface FormField {
  /** What it means, wherever it is asked for: the same key in two guides is one field (R069). */
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
}

/** A field of the one form of a bundle. */
export interface MergedField extends FormField {
  readonly matterIds: readonly string[];
}

/** What the form of each matter of a bundle asks. */
export interface MatterForm {
  readonly matterId: string;
  readonly fields: readonly FormField[];
}

/**
 * One form for all matters: what several ask is asked once, and has to be filled in as soon as one of them needs it
 * (R069 一表申请).
 *
 * @returns in the order in which the fields first appear
 */
export function mergeForms(matters: readonly MatterForm[]): MergedField[] {
  const asked = matters.flatMap(({ matterId, fields }) => fields.map((field) => ({ matterId, field })));
  return [...Map.groupBy(asked, ({ field }) => field.key)].map(([key, uses]) => ({
    key,
    name: uses[0]?.field.name ?? key,
    required: uses.some(({ field }) => field.required),
    matterIds: uses.map(({ matterId }) => matterId),
  }));
}
