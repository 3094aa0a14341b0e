import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bilingual } from "@yimen/kernel/errors";

/** Somebody a demonstration can act as, with what a real identity provider would say of them. */
export interface Persona extends Bilingual {
  /** What `npm run token -- --as` takes. */
  readonly persona: string;
  readonly kind: "STAFF" | "APPLICANT";
  readonly subject: string;
  readonly scopes: readonly string[];
  readonly claims: Readonly<Record<string, string>>;
}

/** An organisation that asks with an API key instead of a token. */
export interface DemoPartner extends Bilingual {
  readonly persona: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly outletId: string;
  readonly scopes: readonly string[];
  readonly purpose?: string;
}

export interface Personas {
  readonly personas: readonly Persona[];
  readonly partners: readonly DemoPartner[];
}

/** Reads `ops/personas.json`; its ids are those of the seed. */
export const readPersonas = (root: string): Personas =>
  JSON.parse(readFileSync(join(root, "ops", "personas.json"), "utf8")) as Personas;
