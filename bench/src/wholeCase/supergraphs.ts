import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DirectiveNode, type DocumentNode, Kind, parse, print, visit } from "graphql";

/** What decides who may see what, which stock gateways refuse to serve: subgraphs judge each row by themselves. */
const OF_THE_GATEWAY = /^(policy|requiresScopes|cost|listSize|resumable|personal|guessable|authenticated)\b/;

/** Our supergraph at these addresses: whole, and without the directives that only our gateway enforces. */
export function supergraphsAt(urlOf: (subgraph: string) => string): { readonly whole: string; readonly stock: string } {
  const file = join(import.meta.dirname, "../../../gateway/supergraph.graphql");
  const whole = visit(parse(readFileSync(file, "utf8")), {
    Directive: (directive) => (directive.name.value === "join__graph" ? withUrl(directive, urlOf) : undefined),
  });
  return { whole: print(whole), stock: print(withoutRules(whole)) };
}

function withUrl(directive: DirectiveNode, urlOf: (subgraph: string) => string): DirectiveNode | undefined {
  const name = textOf(directive, "name");
  if (textOf(directive, "url").startsWith("gateway:")) return undefined; // the gateway answers that one itself
  const given = directive.arguments?.map((argument) =>
    argument.name.value === "url"
      ? { ...argument, value: { kind: Kind.STRING as const, value: urlOf(name) } }
      : argument,
  );
  return { ...directive, arguments: given ?? [] };
}

const withoutRules = (document: DocumentNode) =>
  visit(document, {
    DirectiveDefinition: ({ name }) => (OF_THE_GATEWAY.test(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (/^(policy|requiresScopes)__/.test(name.value) ? null : undefined),
    Directive(directive) {
      if (OF_THE_GATEWAY.test(directive.name.value)) return null;
      const isLink = directive.name.value === "link";
      return isLink && /\/(policy|requiresScopes|cost|resumable|access|authenticated)\//.test(textOf(directive, "url"))
        ? null
        : undefined;
    },
  });

function textOf({ arguments: given }: DirectiveNode, name: string): string {
  const value = given?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : "";
}
