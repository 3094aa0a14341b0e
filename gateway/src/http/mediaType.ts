/** In which form an answer is sent. */
export interface MediaType {
  readonly kind: "graphql-response" | "json" | "event-stream";
  /** Whether a `@defer` may be answered in parts. */
  readonly multipart: boolean;
  /** Whether a subscription may be answered in parts. */
  readonly subscribes?: boolean;
}

/** The header `content-type` of a whole answer. */
export const contentTypes = {
  "graphql-response": "application/graphql-response+json; charset=utf-8",
  json: "application/json; charset=utf-8",
  "event-stream": "text/event-stream; charset=utf-8",
} as const;

const kinds: ReadonlyMap<string, MediaType["kind"]> = new Map([
  ["application/graphql-response+json", "graphql-response"],
  ["application/json", "json"],
  ["application/*", "json"],
  ["*/*", "json"],
  ["text/event-stream", "event-stream"],
]);

/**
 * Chooses by the `Accept` header: the highest quality wins, then what was named first. Missing or wildcard means
 * `application/json`, as GraphQL over HTTP asks of servers older clients talk to.
 *
 * @returns `null` when nothing we can send is acceptable (406)
 */
export function chooseMediaType(accept: string | undefined): MediaType | null {
  if (!accept) return { kind: "json", multipart: false };
  const known = chosen.get(accept);
  if (known !== undefined) return known;
  const mediaType = choose(accept);
  if (chosen.size >= REMEMBERED) chosen.clear();
  chosen.set(accept, mediaType);
  return mediaType;
}

/** Clients of one kind all send the same header. */
const chosen = new Map<string, MediaType | null>();
const REMEMBERED = 100;

function choose(accept: string): MediaType | null {
  const ranges = accept.split(",").map(readRange);
  const multipart = ranges.some((range) => range.type === "multipart/mixed" && range.defers);
  const streams = ranges.some((range) => range.type === "multipart/mixed" && range.subscribes);
  const parts = { multipart, ...(streams && { subscribes: true }) };
  const [best] = ranges
    .filter((range) => range.kind && range.quality > 0)
    .sort((one, other) => other.quality - one.quality || specificity(other.type) - specificity(one.type));
  if (best?.kind) return { kind: best.kind, ...parts };
  return multipart || streams ? { kind: "json", ...parts } : null;
}

function readRange(text: string) {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const given = (name: string) =>
    parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
  const charset = given("charset")?.replaceAll('"', "");
  const readable = charset === undefined || charset === "utf-8" || charset === "utf8";
  return {
    type,
    kind: readable ? kinds.get(type) : undefined,
    quality: Number(given("q") ?? 1),
    defers: given("deferspec") === "20220824",
    subscribes: given("subscriptionspec")?.replaceAll('"', "") === "1.0",
  };
}

const specificity = (type: string) => (type === "*/*" ? 0 : type.endsWith("/*") ? 1 : 2);
