import { parse } from "graphql";
import { createEngines } from "../engine/createEngine.js";
import type { SubgraphClient } from "../engine/subgraphClient.js";
import { contractOf } from "./contract.js";
import type { RegistryDocument } from "./registryFile.js";

/** What keeps a document from being registered. */
export interface Objection {
  readonly document: string;
  readonly message: string;
}

/** Judges documents by the partners' contract of a supergraph, as a gateway that serves it would. */
export async function checkDocuments(
  documents: readonly RegistryDocument[],
  supergraphSdl: string,
): Promise<readonly Objection[]> {
  const { whole, within } = await createEngines({ supergraphSdl, client: asksNobody });
  try {
    const contract = within(contractOf(parse(supergraphSdl), whole.schema, "partner"), undefined);
    return documents.flatMap(({ name, text }) =>
      (contract.prepare(text).errors ?? []).map(({ message }) => ({ document: name, message })),
    );
  } finally {
    await whole.close();
  }
}

const refuse = () => {
  throw new Error("Documents are judged without asking anybody.");
};
const asksNobody: SubgraphClient<unknown> = { fetch: refuse, subscribe: refuse };
