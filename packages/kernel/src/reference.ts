/** Another entity by its id alone; who owns it answers for the rest. */
export interface Reference {
  readonly id: string;
}

/** A reference to another entity, if there is an id to refer to. */
export const referTo = (id: string | null): Reference | null => (id === null ? null : { id });
