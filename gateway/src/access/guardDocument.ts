import { print } from "graphql";
import type { Prepared } from "../engine/engine.js";
import type { View } from "../engine/view.js";
import { identifying } from "./entityKeys.js";
import { fieldsIn } from "./fieldsIn.js";
import type { Grants } from "./grants.js";
import type { GraphRules } from "./graphRules.js";
import { permittedDocument } from "./permittedDocument.js";
import { fulfils } from "./requirement.js";

export type Valid = Extract<Prepared, { document: object }>;

/** A document as callers who hold the same may have it. */
export interface GuardedDocument {
  readonly prepared: Valid;
  /** Coordinates of the fields that are withheld. */
  readonly withheld: readonly string[];
  /** Whether it reads personal fields. */
  readonly isPersonal: boolean;
  /** Whether it asks for a subscription that is withheld: there is then nothing to open. */
  readonly withholdsStream: boolean;
}

const KEPT = 200; // sets of grants per document

/**
 * Decides what each set of grants may have of one document: once per set, and documents that come out alike are one, so
 * that they are planned once. Most documents of most callers come out as they are.
 */
export class DocumentGuard {
  readonly #byGrants = new Map<string, GuardedDocument>();
  readonly #byWithheld = new Map<string, GuardedDocument>();
  readonly #guarded: readonly string[];
  readonly #personal: readonly string[];

  constructor(
    private readonly prepared: Valid,
    private readonly rules: GraphRules,
  ) {
    const fields = [...fieldsIn(prepared.document, rules.schema)];
    this.#guarded = fields.filter((field) => rules.requirements.byCoordinate.has(field)).sort();
    this.#personal = fields.filter((field) => rules.personal.has(field));
  }

  for(grants: Grants): GuardedDocument {
    const known = this.#byGrants.get(grants.key);
    if (known) return known;
    const guarded = this.#guard(this.#guarded.filter((field) => !this.#isOpen(field, grants)));
    if (this.#byGrants.size >= KEPT) this.#byGrants.clear();
    this.#byGrants.set(grants.key, guarded);
    return guarded;
  }

  #isOpen(field: string, grants: Grants): boolean {
    const requirement = this.rules.requirements.byCoordinate.get(field);
    return requirement === undefined || fulfils(grants, requirement);
  }

  #guard(withheld: readonly string[]): GuardedDocument {
    const key = withheld.join();
    const known = this.#byWithheld.get(key);
    if (known) return known;
    const hidden = new Set(withheld);
    const isPersonal = this.#personal.some((field) => !hidden.has(field));
    const prepared = withheld.length === 0 && !isPersonal ? this.prepared : this.#narrowed(hidden, isPersonal);
    const stream = `${this.rules.schema.getSubscriptionType()?.name}.`;
    const withholdsStream = withheld.some((field) => field.startsWith(stream));
    const guarded = { prepared, withheld, isPersonal, withholdsStream };
    if (this.#byWithheld.size >= KEPT) this.#byWithheld.clear();
    this.#byWithheld.set(key, guarded);
    return guarded;
  }

  #narrowed(hidden: ReadonlySet<string>, isPersonal: boolean): Valid {
    const { schema, personal, identities } = this.rules;
    const withholds = (coordinate: string) => hidden.has(coordinate);
    const document = permittedDocument(this.prepared.document, {
      schema,
      withholds,
      extras: (type) => (isPersonal ? identifying(type, identities, schema) : []),
    });
    const view: View = {
      withholds,
      maskOf: (coordinate) => personal.get(coordinate),
      identityOf: (type) => (isPersonal ? identities.get(type)?.responseKeys : undefined),
    };
    return { ...this.prepared, fetched: { document, source: print(document) }, view };
  }
}
