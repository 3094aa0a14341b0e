import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, type TypeDefinitionNode } from "graphql";

/** How a subscription field is taken up again: `@resumable(after:, cursor:, head:)`. */
export interface Resumable {
  /** Argument that takes the last cursor seen. */
  readonly after: string;
  /** Field of every event that is its cursor. */
  readonly cursor: string;
  /** Query field of the same subgraph that is the cursor of the newest event, or none. */
  readonly head: string | undefined;
}

/** The specification that subgraphs `@link` and `@composeDirective` for it. */
const SPECIFICATION = /^https:\/\/specs\.yimen\.example\/resumable\/v0\.\d+$/;

/** The subscription fields that a supergraph declares resumable, by name. */
export function resumableFields(supergraphSdl: string): ReadonlyMap<string, Resumable> {
  if (!supergraphSdl.includes("specs.yimen.example/resumable")) return new Map();
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const schema = definitions.find((one) => one.kind === Kind.SCHEMA_DEFINITION);
  const link = schema?.directives?.find((one) => SPECIFICATION.test(argumentOf(one, "url") ?? ""));
  const root = schema?.operationTypes.find(({ operation }) => operation === "subscription")?.type.name.value;
  if (!link || !root) return new Map();
  const name = importedAs(link);
  const type = definitions.find(
    (one): one is TypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === root,
  );
  const fields: readonly FieldDefinitionNode[] = type?.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];
  return new Map(
    fields.flatMap((field) => {
      const directive = field.directives?.find((one) => one.name.value === name);
      return directive ? [[field.name.value, readDirective(directive)] as const] : [];
    }),
  );
}

const readDirective = (directive: ConstDirectiveNode): Resumable => ({
  after: argumentOf(directive, "after") ?? "after",
  cursor: argumentOf(directive, "cursor") ?? "cursor",
  head: argumentOf(directive, "head"),
});

/** The name under which the supergraph knows the directive: composition may have been told another one. */
function importedAs(link: ConstDirectiveNode): string {
  const list = link.arguments?.find(({ name }) => name.value === "import")?.value;
  for (const entry of list?.kind === Kind.LIST ? list.values : []) {
    if (entry.kind !== Kind.OBJECT) continue;
    const texts = Object.fromEntries(
      entry.fields.flatMap(({ name, value }) => (value.kind === Kind.STRING ? [[name.value, value.value]] : [])),
    );
    if (texts.name === "@resumable" && texts.as) return texts.as.slice(1);
  }
  return "resumable";
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
