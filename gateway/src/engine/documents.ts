import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { LRUCache } from "lru-cache";
import type { Prepared } from "./engine.js";
import { knownRoots } from "./knownRoots.js";

/** A syntax tree takes about this many bytes per character of its text. */
const BYTES_PER_CHARACTER = 60;

const RULES = [...specifiedRules, knownRoots];

interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly judge: ((document: DocumentNode, schema: GraphQLSchema) => readonly GraphQLError[]) | undefined;
  readonly maxTokens: number;
  readonly cacheBytes: number;
}

/** Parses and validates each text once; wrong ones are remembered too, so that repeating them costs nothing. */
export class Documents {
  readonly #cache: LRUCache<string, Prepared>;

  constructor(private readonly options: DocumentOptions) {
    this.#cache = new LRUCache({ maxSize: options.cacheBytes });
  }

  prepare(source: string): Prepared {
    const known = this.#cache.get(source);
    if (known !== undefined) return known;
    const prepared = this.#judge(source);
    this.#cache.set(source, prepared, { size: source.length * (prepared.document ? BYTES_PER_CHARACTER : 2) + 200 });
    return prepared;
  }

  /** Counts what hangs on a document, such as its plans, towards the bound. */
  grow({ source }: Prepared, bytes: number): void {
    const entry = this.#cache.info(source);
    if (!entry) return;
    this.#cache.delete(source); // setting the same value again would not count its size anew
    this.#cache.set(source, entry.value, { size: (entry.size ?? 0) + bytes });
  }

  hot(limit: number): string[] {
    const valid = [...this.#cache.values()].filter(({ document }) => document !== undefined); // the newest first
    return valid.slice(0, limit).map(({ source }) => source);
  }

  #judge(source: string): Prepared {
    const { schema, judge, maxTokens } = this.options;
    try {
      const document = parse(source, { maxTokens });
      const refused = judge?.(document, schema) ?? []; // first: validating what is too large is what takes long
      const objections = refused.length > 0 ? refused : validate(schema, document, RULES);
      return objections.length > 0 ? { source, errors: objections } : { source, document };
    } catch (problem) {
      const error = problem instanceof GraphQLError ? problem : new GraphQLError("The document cannot be read.");
      return { source, errors: [error] };
    }
  }
}
