import { addressesIn } from "../engine/transport/addressesIn.js";

/** A subgraph as a supergraph names it; the address may be missing. */
interface Named {
  readonly name: string;
  readonly url: string;
}

/** A subgraph has no address, neither in the supergraph nor in the settings. */
export class SubgraphWithoutUrl extends Error {
  readonly code = "SUBGRAPH_WITHOUT_URL";
  constructor(name: string) {
    super(`The supergraph gives no URL for the subgraph "${name}"; say --subgraph ${name}=URL.`);
    this.name = "SubgraphWithoutUrl";
  }
}

/** Where each subgraph listens: as the supergraph says, unless the settings say otherwise. */
export class Addresses {
  readonly #urls = new Map<string, string>();

  constructor(private readonly override: (subgraph: string) => string | undefined) {}

  /** @throws SubgraphWithoutUrl */
  check(subgraphs: readonly Named[]): void {
    for (const subgraph of subgraphs) this.#urlFor(subgraph);
  }

  /** From now on, these. Subgraphs of a graph before keep their addresses for what is under way. */
  take(subgraphs: readonly Named[]): void {
    for (const subgraph of subgraphs) this.#urls.set(subgraph.name, this.#urlFor(subgraph));
  }

  urlOf(subgraph: string): string | undefined {
    return this.#urls.get(subgraph);
  }

  #urlFor({ name, url }: Named): string {
    const address = this.override(name) ?? url;
    const addresses = addressesIn(address);
    if (addresses.length === 0 || !addresses.every((one) => URL.canParse(one))) throw new SubgraphWithoutUrl(name);
    return address;
  }
}
