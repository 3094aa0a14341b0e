/** The one call we need: TypeScript knows WebAssembly only together with the whole browser. */
declare namespace WebAssembly {
  function instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: object } }>;
}
