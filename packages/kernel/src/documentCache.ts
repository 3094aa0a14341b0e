import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { AllowedTextRule } from "./inputText.js";

const KEPT = 1_000; // documents
const rules = [...specifiedRules, AllowedTextRule];

/** Documents come from the gateway's plans, so there are few of them: parse and validate each text once. */
export function documentCache(schema: GraphQLSchema) {
  const parsed = new Map<string, DocumentNode>();
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse(source: string | { body: string }): DocumentNode {
      const text = typeof source === "string" ? source : source.body;
      const known = parsed.get(text);
      if (known) return known;
      const document = parse(text, { noLocation: true });
      if (parsed.size >= KEPT) parsed.delete(parsed.keys().next().value as string);
      parsed.set(text, document);
      return document;
    },
    validate(_: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
      const known = validated.get(document) ?? validate(schema, document, rules);
      validated.set(document, known);
      return known;
    },
  };
}
