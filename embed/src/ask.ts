/** Where the kit was loaded from, and the key its script tag carries. */
export interface Home {
  readonly gateway: string;
  readonly key: string;
}

export type Variables = Readonly<Record<string, string | number | undefined>>;

/** The gateway has answered, and not with what was asked for. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** By what the gateway's operators find this answer in their log. */
    readonly requestId: string | null,
    /** Seconds after which it is worth another try. */
    readonly retryAfter: number | null,
  ) {
    super(message);
    this.name = "Refused";
  }
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks for a registered document by its hash. Variables travel in the body: a receipt's secret must not end in a log.
 *
 * @throws Refused, or what `fetch` throws when nobody answers
 */
export async function ask<T>(
  { gateway, key }: Home,
  documentId: string,
  variables: Variables,
  signal: AbortSignal,
): Promise<T> {
  const response = await fetch(new URL("/graphql", gateway), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-api-key": key },
    body: JSON.stringify({ documentId, variables }),
    credentials: "omit",
    referrerPolicy: "strict-origin-when-cross-origin",
    signal,
  });
  const { data, errors } = (await response.json()) as Answer<T>;
  if (data) return data;
  const { message = "", extensions } = errors?.[0] ?? {};
  const wait = Number(response.headers.get("retry-after")) || null;
  throw new Refused(extensions?.code ?? `HTTP_${response.status}`, message, response.headers.get("x-request-id"), wait);
}
