import type { Mentioned } from "./grants.js";
import { nothing, type Requirement, requirementIn, together } from "./requirement.js";
import { namedType, type SupergraphType } from "./supergraphTypes.js";

/** What each field of a graph requires, by its coordinate; fields that require nothing are left out. */
export interface FieldRequirements {
  readonly byCoordinate: ReadonlyMap<string, Requirement>;
  readonly mentioned: Mentioned;
}

/**
 * Works out what the fields of object types require: their own directives, those of the type that has them, of the type
 * they return, and what their type's interfaces ask on their own account. Access to a value is decided by the object's
 * own type alone, so that it is the same whether an interface, a union or the type itself led there.
 */
export function fieldRequirements(types: ReadonlyMap<string, SupergraphType>): FieldRequirements {
  const ofType = new Map([...types].map(([name, { directives }]) => [name, requirementIn(directives)]));
  const inherited = inheritedRequirements(types);
  const byCoordinate = new Map<string, Requirement>();
  for (const type of types.values()) {
    if (type.isAbstract) continue;
    for (const field of type.fields) {
      const requirement = together([
        ofType.get(type.name) ?? nothing,
        ofType.get(namedType(field.type)) ?? nothing,
        requirementIn(field.directives),
        ...type.interfaces.map((name) => inherited(name, field.name.value)),
      ]);
      if (asks(requirement)) byCoordinate.set(`${type.name}.${field.name.value}`, requirement);
    }
  }
  return { byCoordinate, mentioned: mentionedIn([...byCoordinate.values()]) };
}

/**
 * What an interface's field asks of every type behind it. Composition copies onto an interface what single types ask;
 * that binds only those types. What none of them asks is the interface's own.
 */
function inheritedRequirements(types: ReadonlyMap<string, SupergraphType>) {
  return (name: string, field: string): Requirement => {
    const behind = [...types.values()].filter(({ interfaces }) => interfaces.includes(name));
    const copied = together(behind.map((type) => requirementIn(fieldOf(type, field)?.directives)));
    const { authenticated, scopes, policies } = requirementIn(fieldOf(types.get(name), field)?.directives);
    return {
      authenticated: authenticated && !copied.authenticated,
      scopes: copied.scopes.length > 0 ? [] : scopes,
      policies: copied.policies.length > 0 ? [] : policies,
    };
  };
}

const fieldOf = (type: SupergraphType | undefined, field: string) =>
  type?.fields.find(({ name }) => name.value === field);

const asks = ({ authenticated, scopes, policies }: Requirement) =>
  authenticated || scopes.length > 0 || policies.length > 0;

const mentionedIn = (requirements: readonly Requirement[]): Mentioned => ({
  scopes: [...new Set(requirements.flatMap(({ scopes }) => scopes.flat(2)))].sort(),
  policies: [...new Set(requirements.flatMap(({ policies }) => policies.flat(2)))].sort(),
});
