import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, visit } from "graphql";
import { TYPENAME } from "./withTypenames.ts";

/**
 * The document without conditions that are no question, and without what they leave out: `@skip(if: true)` and
 * `@include(if: false)`. The planner loses some of them, and then fetches lack what a field left out would have required.
 * Where nothing is left of an object, its type is asked for, so that the object itself still is.
 */
export function withoutLiteralConditions(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter: (node) => (directivesOf(node).some(leavesOut) ? null : undefined),
    Directive: { leave: (directive) => (literal(directive) === undefined ? undefined : null) },
    SelectionSet: { leave: (set) => (set.selections.length === 0 ? { ...set, selections: [TYPENAME] } : undefined) },
  });
}

const directivesOf = (node: ASTNode): readonly DirectiveNode[] =>
  node.kind === Kind.FIELD || node.kind === Kind.INLINE_FRAGMENT || node.kind === Kind.FRAGMENT_SPREAD
    ? (node.directives ?? [])
    : [];

const leavesOut = (directive: DirectiveNode): boolean =>
  literal(directive) !== undefined && literal(directive) === (directive.name.value === "skip");

/** What `@skip` or `@include` says without asking a variable. */
function literal({ name, arguments: given }: DirectiveNode): boolean | undefined {
  if (name.value !== "skip" && name.value !== "include") return undefined;
  const value = given?.find((one) => one.name.value === "if")?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
