import { issueToken } from "../issueToken.js";
import type { Personas } from "../personas.js";
import type { Secrets } from "../secrets.js";
import { type Door, dataOf, type Headers } from "./door.js";
import type { Who } from "./step.js";

/** Somebody who holds a post. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  /** The post, as it is called there. */
  readonly post: string;
  readonly role: string;
  readonly outletId: string;
  readonly departmentId: string | null;
}

interface Posts {
  readonly outlets: readonly {
    readonly id: string;
    readonly posts: readonly {
      readonly name: string;
      readonly role: string;
      readonly holder: { readonly id: string; readonly name: string; readonly nameEn: string } | null;
      readonly department: { readonly id: string } | null;
    }[];
  }[];
}

const POSTS = `{ outlets { id posts { name role holder { id name nameEn } department { id } } } }`;

/** Everybody who holds a post somewhere, by id, as the graph says. */
export async function readPeople(door: Door): Promise<ReadonlyMap<string, Person>> {
  const { outlets } = dataOf(await door.ask<Posts>({}, POSTS));
  const people = outlets.flatMap(({ id: outletId, posts }) =>
    posts.flatMap(({ name: post, role, holder, department }): Person[] =>
      holder ? [{ ...holder, post, role, outletId, departmentId: department?.id ?? null }] : [],
    ),
  );
  return new Map(people.map((person) => [person.id, person]));
}

const APPLICANT = "applicant:";

async function asApplicant(applicantId: string, secrets: Secrets, now: Date): Promise<Headers> {
  const called = { persona: applicantId, zh: applicantId, en: applicantId, subject: applicantId };
  const persona = { ...called, kind: "APPLICANT", scopes: [], claims: { applicantId } } as const;
  return { authorization: `Bearer ${await issueToken(persona, secrets, now.getTime())}` };
}

/** What a person, an applicant or the bank shows to the gateway. */
export async function headersOf(
  who: Who,
  people: ReadonlyMap<string, Person>,
  secrets: Secrets,
  { personas, partners }: Personas,
  now: Date,
): Promise<Headers> {
  if (who === "visitor") return {};
  if (who.startsWith(APPLICANT)) return asApplicant(who.slice(APPLICANT.length), secrets, now);
  if (who === "bank") return { "x-api-key": secrets.apiKeys[partners[0]?.partnerId ?? ""] ?? "" };
  const person = people.get(who);
  if (!person) throw new Error(`Nobody called ${who} holds a post.`);
  const { id, role, outletId, departmentId } = person;
  const claims = { staffId: id, role, outletId, ...(departmentId && { departmentId }) };
  const scopes = personas.find((persona) => persona.claims.role === role)?.scopes ?? ["case:read"];
  const persona = { persona: id, zh: id, en: id, kind: "STAFF", subject: id, scopes, claims } as const;
  return { authorization: `Bearer ${await issueToken(persona, secrets, now.getTime())}` };
}
