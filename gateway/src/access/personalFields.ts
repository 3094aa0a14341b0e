import type { Mask } from "../engine/view.js";
import { stringArgument } from "../supergraph/stringArgument.js";
import { masks } from "./masks.js";
import type { SupergraphType } from "./supergraphTypes.js";

/** A field is declared personal of a kind that has no mask. */
export class PersonalKindUnknown extends Error {
  readonly code = "PERSONAL_KIND_UNKNOWN";
  constructor(coordinate: string, kind: string | undefined) {
    super(`${coordinate} is @personal of kind "${kind}"; the kinds are ${Object.keys(masks).join(", ")}.`);
    this.name = "PersonalKindUnknown";
  }
}

/**
 * How each personal field of a graph is masked, by coordinate. A field that an interface declares personal is so in
 * every type behind it.
 *
 * @throws PersonalKindUnknown
 */
export function personalFields(types: ReadonlyMap<string, SupergraphType>): ReadonlyMap<string, Mask> {
  const personal = new Map<string, Mask>();
  for (const type of types.values()) {
    for (const { name } of type.fields) {
      const mask = [type.name, ...type.interfaces].map((holder) => maskIn(types.get(holder), name.value)).find(Boolean);
      if (mask) personal.set(`${type.name}.${name.value}`, mask);
    }
  }
  return personal;
}

function maskIn(type: SupergraphType | undefined, field: string): Mask | undefined {
  const directives = type?.fields.find(({ name }) => name.value === field)?.directives ?? [];
  const declared = directives.find(({ name }) => name.value === "personal");
  if (!declared) return undefined;
  const kind = stringArgument(declared, "kind");
  const mask = Object.entries(masks).find(([known]) => known === kind)?.[1];
  if (!mask) throw new PersonalKindUnknown(`${type?.name}.${field}`, kind);
  return mask;
}
