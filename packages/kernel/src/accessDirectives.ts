import { Directive } from "type-graphql";

/** Directives of our own that the gateway enforces: what is personal, and what could be guessed. */
export const ACCESS_SPECIFICATION = `
extend schema
  @link(url: "https://specs.yimen.example/access/v0.1", import: ["@personal", "@guessable"])
  @composeDirective(name: "@personal")
  @composeDirective(name: "@guessable")

"""
Personal data of a kind: NAME, ID_NUMBER, PHONE, ADDRESS or BANK_ACCOUNT. Masked for all who may not read it in clear.
"""
directive @personal(kind: String!) on FIELD_DEFINITION

"""
Hangs on a secret that could be tried out: trials are counted for each value of the argument \`by\` (\`id\`, or
\`input.id\`), and for each client.
"""
directive @guessable(by: String!) on FIELD_DEFINITION
`;

/** For members of staff; the gateway answers everybody else with null and an error, and does not ask us. */
export const StaffOnly = () => Directive('@policy(policies: [["staff"]])');

/** For staff and for applicants: whose work it is, or whose case. Rows are narrowed further in the domain. */
export const InsidersOnly = () => Directive('@policy(policies: [["staff"], ["applicant"]])');

/** For callers whose token has all of these scopes. */
export const ScopesNeeded = (...scopes: string[]) => Directive(`@requiresScopes(scopes: [${JSON.stringify(scopes)}])`);

/** What kind of personal data a field holds: how the gateway masks it. */
export type PersonalKind = "NAME" | "ID_NUMBER" | "PHONE" | "ADDRESS" | "BANK_ACCOUNT";

/** A personal field: masked, unless it is read for a purpose by somebody with the scope, and that is written down. */
export const Personal = (kind: PersonalKind) => Directive(`@personal(kind: "${kind}")`);

/** A field whose answer hangs on a secret that could be tried out: the gateway counts the trials of each `by`, such as `id` or `input.id`. */
export const Guessable = (by: string) => Directive(`@guessable(by: "${by}")`);

/** A page of a list, `first` of them: what the gateway reckons an operation's cost from. */
export const Page = () =>
  Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["nodes"], assumedSize: 20, requireOneSlicingArgument: false)',
  );

/** A list that is cut at `first`. */
export const FirstOnes = () =>
  Directive('@listSize(slicingArguments: ["first"], assumedSize: 20, requireOneSlicingArgument: false)');
