/** The addresses of a subgraph; one that runs more than once has several, by commas. */
export const addressesIn = (url: string): string[] =>
  url
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
