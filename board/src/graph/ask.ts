/** A question the graph did not answer in full. */
export class QuestionFailed extends Error {
  readonly codes: readonly string[];
  constructor(message: string, codes: readonly string[] = []) {
    super(message);
    this.codes = codes;
  }
}

const TIME_OUT = 15_000; // ms

/**
 * Asks the graph one query over HTTP.
 *
 * @throws QuestionFailed when there is no answer, or an answer with errors
 */
export async function ask<T>(query: string, variables: object, signal: AbortSignal, token?: string): Promise<T> {
  const authorization: HeadersInit = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...authorization },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_OUT)]),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: readonly GraphqlProblem[] };
  if (errors?.[0]) throw new QuestionFailed(errors[0].message, errors.map(codeOf));
  if (!response.ok || !data) throw new QuestionFailed(`HTTP ${response.status}`);
  return data;
}

/** An error as GraphQL answers it. */
export interface GraphqlProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: string } | undefined;
}

export const codeOf = ({ extensions }: GraphqlProblem): string => extensions?.code ?? "";
