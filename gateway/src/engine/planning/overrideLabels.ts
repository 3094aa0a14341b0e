import { createHash } from "node:crypto";
import { type DocumentNode, Kind, visit } from "graphql";

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/**
 * The labels of progressive overrides (`@override(from:, label: "percent(5)")`). Which documents are in the share of a
 * label follows from their text: each keeps its plan, and all gateways agree. Labels that name no share do not hold.
 */
export class OverrideLabels {
  readonly #shares = new Map<string, number>();

  constructor(supergraph: DocumentNode) {
    visit(supergraph, {
      Directive: ({ name, arguments: given }) => {
        const label = name.value === "join__field" && given?.find((one) => one.name.value === "overrideLabel")?.value;
        if (label && label.kind === Kind.STRING)
          this.#shares.set(label.value, Number(PERCENT.exec(label.value)?.[1] ?? 0));
      },
    });
  }

  /** For each label, whether the field's new subgraph answers this document. */
  conditionsFor(source: string): Map<string, boolean> {
    return new Map([...this.#shares].map(([label, percent]) => [label, pointOf(label, source) < percent]));
  }
}

/** Where a document lies between 0 and 100. */
function pointOf(label: string, source: string): number {
  const digest = createHash("sha256").update(`${label}\n${source}`).digest();
  return (digest.readUInt32BE(0) / 2 ** 32) * 100;
}
