import type { Given } from "./step.js";

/** What has been noted during the day, under names; a name may be noted more than once, later notes add to it. */
export interface Notebook {
  note(name: string, facts: Readonly<Record<string, Given>>): void;
  /** The same with every "@name.fact" replaced by what was noted. @throws when nothing was */
  read(given: Given): Given;
}

export function createNotebook(): Notebook {
  const noted = new Map<string, Given>();
  const look = (reference: string): Given => {
    const found = noted.get(reference);
    if (found === undefined) throw new Error(`Nothing came of ${reference}: an earlier step did not succeed.`);
    return found;
  };
  const read = (given: Given): Given => {
    if (typeof given === "string") return given.startsWith("@") ? look(given.slice(1)) : given;
    if (Array.isArray(given)) return given.map(read);
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, read(value)]));
  };
  return {
    note: (name, facts) => {
      for (const [fact, value] of Object.entries(facts)) noted.set(`${name}.${fact}`, value);
    },
    read,
  };
}
