import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { BoundedCache } from "./boundedCache.js";
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
  readonly #cache: BoundedCache<string, Prepared>;

  constructor(private readonly options: DocumentOptions) {
    this.#cache = new BoundedCache(options.cacheBytes);
  }

  prepare(source: string): Prepared {
    const known = this.#cache.get(source);
    if (known !== undefined) return known;
    const prepared = this.#judge(source);
    this.#cache.set(source, prepared, source.length * (prepared.document ? BYTES_PER_CHARACTER : 2) + 200);
    return prepared;
  }

  /** Counts what hangs on a document, such as its plans, towards the bound. */
  grow(prepared: Prepared, bytes: number): void {
    this.#cache.grow(prepared.source, bytes);
  }

  hot(limit: number): string[] {
    const valid = this.#cache.newestFirst().filter(([, prepared]) => prepared.document !== undefined);
    return valid.slice(0, limit).map(([source]) => source);
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
