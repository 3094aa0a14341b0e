/**
 * Directives of our own that gateways read in the supergraph. A subscription field with `@resumable` takes the last
 * cursor seen as an argument and goes on after it, without loss or repetition.
 */
export const RESUMABLE_SPECIFICATION = `
extend schema
  @link(url: "https://specs.yimen.example/resumable/v0.1", import: ["@resumable"])
  @composeDirective(name: "@resumable")

"""
The stream goes on after the cursor given as \`after\`. Every event has its \`cursor\`; the query field \`head\` is that of
the newest one.
"""
directive @resumable(after: String! = "after", cursor: String! = "cursor", head: String) on FIELD_DEFINITION
`;

/**
 * Declares a subscription field resumable: its argument is called `after`, its events have a `cursor`.
 *
 * @param head  query field that is the cursor of the newest event
 */
export const resumable = (head: string): string => `@resumable(after: "after", cursor: "cursor", head: "${head}")`;
