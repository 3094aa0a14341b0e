import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { personas } from "./personas.js";
import type { System } from "./system.js";

export interface Writing {
  readonly tickets: number;
  /** How many write at the same time. */
  readonly writers: number;
  /** Milliseconds that each of them takes between two tickets. */
  readonly pace: number;
  /** Told of every request that came to something: a ticket, a refusal, a broken connection. */
  readonly onAnswer?: () => void;
}

const TAKE = /* GraphQL */ `mutation Take($input: TakeTicketInput!) { takeTicket(input: $input) { id } }`;
const WINDOWS = ["taoshan-w1", "taoshan-w2", "taoshan-w3"];

/** What somebody who acts is told while a service is away; everything else is a mistake of the test. */
const AWAY = /UNAVAILABLE|UNREACHABLE|CONNECTION_LOST|RESTING|TIMEOUT|BAD_ANSWER|INTERNAL_SERVER_ERROR/;

/**
 * Navigators draw tickets at every gateway in turn. Each is drawn again under its own key until that is acknowledged.
 *
 * @returns the ids of the tickets, as they were acknowledged
 */
export async function writeTickets(system: System, { tickets, writers, pace, onAnswer }: Writing): Promise<string[]> {
  const authorization = `Bearer ${await system.token(personas.navigator)}`;
  const acknowledged: string[] = [];
  let begun = 0;

  async function take(input: object, attempt: number): Promise<string> {
    const gateway = system.urls[attempt % system.urls.length];
    const body = JSON.stringify({ query: TAKE, variables: { input } });
    const headers = { "content-type": "application/json", authorization };
    const response = await fetch(`${gateway}/graphql`, { method: "POST", headers, body }).catch(() => null);
    const { data, errors } = ((await response?.json().catch(() => null)) ?? {}) as Answer;
    onAnswer?.();
    if (data?.takeTicket) return data.takeTicket.id;
    const mistakes = errors?.filter(({ extensions }) => !AWAY.test(extensions.code));
    if (mistakes?.length) throw new Error(JSON.stringify(mistakes));
    await setTimeout(100 * Math.random());
    return take(input, attempt + 1);
  }
  const write = async () => {
    for (let n = begun++; n < tickets; n = begun++) {
      const windowId = WINDOWS[n % WINDOWS.length];
      acknowledged.push(await take({ clientMutationId: randomUUID(), outletId: "taoshan-hall", windowId }, n));
      await setTimeout(pace);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return acknowledged;
}

interface Answer {
  readonly data?: { readonly takeTicket: { readonly id: string } | null } | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}
