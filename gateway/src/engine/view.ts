/**
 * What a request may see of the graph, by schema coordinates such as `Case.applicant`. Whoever gives a prepared document
 * a view has already taken out of `fetched` what is withheld.
 */
export interface View {
  /** Whether the field is answered with null and an error, as never fetched. */
  withholds(coordinate: string): boolean;
  /** How a personal field is written for those who may not read it in clear. */
  maskOf(coordinate: string): Mask | undefined;
  /** Under which response keys objects of this type say which entity they are. */
  identityOf(type: string): readonly string[] | undefined;
}

/** Makes a personal value unrecognisable. */
export type Mask = (value: string) => string;

/** A personal field that an answer tells in clear. */
export interface PersonalRead {
  /** The field, such as `CaseApplicant.idNumber`. */
  readonly field: string;
  /** The nearest entity above it; `null` where there is none. */
  readonly entity: EntityName | null;
}

/** Which entity something is about. */
export interface EntityName {
  readonly type: string;
  readonly key: string;
}

/**
 * Told what an answer is about to tell in clear, before it leaves.
 *
 * @returns whether it may; the answer is masked otherwise
 */
export type Disclose = (reads: readonly PersonalRead[]) => Promise<boolean>;
