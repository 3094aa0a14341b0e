import type { Bilingual } from "@yimen/kernel/errors";

/** What later steps may refer to. */
export type Kept = Readonly<Record<string, string | null>>;

/** One kind of act: the operation that is sent, how it is told, and what is kept of its answer. */
export interface Act<T> extends Bilingual {
  /** A GraphQL document. A mutation's only variable is `$input`, which gets its client key from the player. */
  readonly document: string;
  /** What is told of the answer, beside who and what; the same in both languages or Chinese first. */
  tell(answer: T): Bilingual | string;
  keep(answer: T): Kept;
}

/** Keeps the types of an act's answer together; its answer is the first field of the data. */
export const act = <T>(definition: Act<T>): Act<T> => definition;

/** A mutation of the usual form: one `input`, named after it unless said otherwise. */
export const mutation = (name: string, fields: string, input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${fields} } }`;

/** A mutation of the usual form on what is there already, told by the status that it then has. */
export const step = (name: string, text: Bilingual): Act<{ readonly status: string }> => ({
  ...text,
  document: mutation(name, "status"),
  tell: ({ status }) => status,
  keep: keepNothing,
});

export const keepNothing = (): Kept => ({});
export const tellNothing = () => "";
