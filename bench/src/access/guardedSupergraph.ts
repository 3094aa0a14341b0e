const LINKS = `
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
  @link(url: "https://specs.yimen.example/access/v0.1", import: ["@personal"])`;

const DEFINITIONS = `
directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @personal(kind: String!) on FIELD_DEFINITION
scalar policy__Policy
`;

/** Directives by the field that gets them, wherever a type has it. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^( {2}name: .*)$/gm, '@personal(kind: "NAME")'],
  [/^( {2}inStock: .*)$/gm, '@policy(policies: [["staff"]])'],
  [/^( {2}reviews\b.*)$/gm, "@authenticated"],
  [/^( {2}username: .*)$/gm, '@policy(policies: [["staff"], ["applicant"]])'],
];

/** The benchmark's supergraph as if its subgraphs had declared who may see what. */
export function guardedSupergraph(sdl: string): string {
  const marked = MARKS.reduce((text, [field, directive]) => text.replace(field, `$1 ${directive}`), sdl);
  return `${marked.replace(/^schema\b/m, `schema${LINKS}`)}\n${DEFINITIONS}`;
}
