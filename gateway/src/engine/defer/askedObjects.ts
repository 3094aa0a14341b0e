import {
  type FieldNode,
  type GraphQLCompositeType,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { type PhaseScope, rootTypeOf } from "./phaseScope.js";

const FRAGMENT = "... on ";

/** The objects that a deferred part's path leads to. */
export interface AskedObjects {
  readonly type: GraphQLCompositeType;
  /** What the client selects of them. */
  readonly selections: readonly SelectionSetNode[];
  /** The path without conditions that every object at its place meets. */
  readonly path: readonly string[];
}

/** @returns `undefined` where conditions leave nothing of them */
export function objectsAskedAt(path: readonly string[], scope: PhaseScope): AskedObjects | undefined {
  let type = rootTypeOf(scope);
  let selections = [scope.definition.selectionSet];
  const plain: string[] = [];
  for (const segment of path) {
    if (isObjectType(type) && segment.startsWith(FRAGMENT)) continue;
    plain.push(segment);
    if (segment.startsWith(FRAGMENT)) {
      type = composite(scope.schema.getType(segment.slice(FRAGMENT.length)), segment);
      continue;
    }
    const mentions = selections.flatMap((one) => fieldsNamed(segment, one, type, scope));
    if (!mentions[0]) return undefined;
    type = composite(mentions[0].type, segment);
    selections = mentions.flatMap(({ node }) => node.selectionSet ?? []);
  }
  return { type, selections, path: plain };
}

interface Mention {
  readonly node: FieldNode;
  readonly type: unknown;
}

function fieldsNamed(
  key: string,
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType,
  scope: PhaseScope,
): Mention[] {
  return selections.filter(scope.conditions.stands).flatMap((selection): Mention[] => {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value !== key || !("getFields" in parent)) return [];
      const field = parent.getFields()[selection.name.value];
      return field ? [{ node: selection, type: getNamedType(field.type) }] : [];
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(selection.name.value) : selection;
    if (!fragment) return [];
    const condition = fragment.typeCondition && scope.schema.getType(fragment.typeCondition.name.value);
    return fieldsNamed(key, fragment.selectionSet, isCompositeType(condition) ? condition : parent, scope);
  });
}

function composite(type: unknown, segment: string): GraphQLCompositeType {
  if (!isCompositeType(type)) throw new Error(`A deferred part has no objects at ${segment}.`);
  return type;
}
