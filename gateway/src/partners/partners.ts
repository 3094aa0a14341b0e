import type { Clock } from "@yimen/kernel/clock";
import { followFile } from "../watchedFile.js";
import type { Partner } from "./partner.js";
import { type PartnerKeys, partnerKeys } from "./partnerKeys.js";
import { readPartners } from "./registry.js";

/** The partners of a registry file, which is read again whenever it changes. */
export interface Partners extends Disposable {
  readonly verify: PartnerKeys["verify"];
  /** Whether pages of this origin may call. */
  allowsOrigin(origin: string): boolean;
  /** The texts of all trusted documents. */
  documents(): readonly string[];
  /** Told after every change of the registry. */
  onChange: () => void;
}

/** @param refused told of a registry that is not good; what was read before it stays in force */
export function followPartners(file: string, clock: Clock, refused: (reason: unknown) => void): Partners {
  const keys = partnerKeys(clock);
  let registered: readonly Partner[] = [];
  const partners: Partners = {
    verify: keys.verify,
    allowsOrigin: (origin) => registered.some(({ origins }) => origins.includes(origin)),
    documents: () => [...new Set(registered.flatMap(({ documents }) => [...documents.values()].map(textOf)))],
    onChange: () => {},
    [Symbol.dispose]: () => following[Symbol.dispose](),
  };
  const following = followFile(
    file,
    (text) => {
      registered = readPartners(text);
      keys.replace(registered);
      partners.onChange();
    },
    refused,
  );
  return partners;
}

const textOf = ({ text }: { readonly text: string }) => text;
