/** A document, imported as its SHA-256 in hex. */
declare module "*.graphql" {
  const hash: string;
  export default hash;
}
