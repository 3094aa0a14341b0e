import type { JsonObject } from "../json.js";
import { type Fault, type Problem, type Problems, problemOf, type ResponsePath } from "../run/problems.js";
import type { EntityName, PersonalRead } from "../view.js";
import { ExplainedPaths } from "./explainedPaths.js";
import { quote } from "./quote.js";

const WITHHELD = "您无权查看该字段。 You may not see this field.";

/** Why a value could not stand as it is; `reversed` is its path, innermost first. */
interface Finding {
  readonly reversed: (string | number)[];
  readonly kind: "null" | "value" | "withheld" | Fault;
  readonly message: string;
}

/** What is found while an answer is written. A finding starts without a path; the way back up adds it. */
export class Completion {
  readonly #findings: Finding[] = [];
  readonly #written = new Map<unknown, Map<JsonObject, string>>();

  /** @param introspection the JSON of `__schema` and `__type` fields, by response key */
  constructor(
    private readonly known: Problems,
    private readonly shared: ReadonlySet<JsonObject>,
    readonly introspection?: ReadonlyMap<string, string>,
    /** Takes what is told in clear; without it personal fields are masked. */
    readonly reads?: PersonalRead[],
  ) {}

  /** Whether all texts that are written can be as they are. */
  textsArePlain = false;

  /** A subgraph's text as JSON. */
  quote(text: string): string {
    return this.textsArePlain ? `"${text}"` : quote(text);
  }

  /** How many objects were written. */
  objects = 0;

  /** The entity that is being written: whom personal fields below are about. */
  entity: EntityName | null = null;

  /** @returns whether the personal field may be written in clear */
  tells(field: string): boolean {
    this.reads?.push({ field, entity: this.entity });
    return this.reads !== undefined;
  }

  /** A field that the caller may not see. */
  withheld(): void {
    this.#findings.push({ reversed: [], kind: "withheld", message: WITHHELD });
  }

  /**
   * Writes an object that stands at several places once. What has findings is written at each of them, for each has
   * its own path.
   */
  writeOnce(
    object: JsonObject,
    write: (object: JsonObject, completion: Completion) => string | undefined,
  ): string | undefined {
    if (!this.shared.has(object)) return write(object, this);
    const written = this.#written.get(write) ?? new Map<JsonObject, string>();
    this.#written.set(write, written);
    const known = written.get(object);
    if (known !== undefined) return known;
    const mark = this.mark;
    const text = write(object, this);
    if (text !== undefined && this.mark === mark) written.set(object, text);
    return text;
  }

  /** How many findings there are: a mark for `within`. */
  get mark(): number {
    return this.#findings.length;
  }

  /** A null where the schema allows none. */
  forbiddenNull(place: string): void {
    this.#findings.push({ reversed: [], kind: "null", message: `Cannot return null for non-nullable ${place}.` });
  }

  /** A value that is not of its type. It is not repeated in the message, for it may be personal. */
  wrongValue(type: string): void {
    this.#findings.push({ reversed: [], kind: "value", message: `A subgraph's value is not a valid ${type}.` });
  }

  /** Whether a field is missing because its fetch failed, which is then the finding. */
  missing(object: JsonObject, key: string): boolean {
    const fault = this.known.faultOf(object, key);
    if (fault) this.#findings.push({ reversed: [], kind: fault, message: fault.error.message });
    return fault !== undefined;
  }

  /** Everything found since `mark` lies under `key`. */
  within(key: string | number, mark: number): void {
    for (let at = mark; at < this.#findings.length; at++) this.#findings[at]?.reversed.push(key);
  }

  /** Everything that went wrong. */
  problems(): Problem[] {
    return [...this.known.list, ...this.found([]), ...this.known.unreported()];
  }

  /** What was found while writing, less the nulls that another error explains already. `base` is where it was written. */
  found(base: ResponsePath): Problem[] {
    if (this.#findings.length === 0) return [];
    const explained = new ExplainedPaths();
    for (const { path } of this.known.list) explained.add(path);
    const found: Problem[] = [];
    for (const finding of this.#findings) {
      const path = [...base, ...finding.reversed.toReversed()];
      if (finding.kind === "null" && explained.has(path)) continue;
      explained.add(path);
      found.push(problemAt(finding, path));
    }
    return found;
  }
}

const codes = {
  null: "FORBIDDEN_NULL",
  value: "SUBGRAPH_INVALID_VALUE",
  withheld: "UNAUTHORIZED_FIELD_OR_TYPE",
} as const;

function problemAt({ kind, message }: Finding, path: ResponsePath): Problem {
  if (typeof kind !== "object") return { message, path, extensions: { code: codes[kind] } };
  kind.reported = true;
  return problemOf(kind.error, kind.subgraph, path);
}
