import type { Answer, Refusal } from "./door.js";
import type { Person } from "./people.js";
import type { Played, Stage } from "./player.js";
import { tellUnexpected } from "./tell.js";

const AT_ONCE = 6; // requests

/** Everybody signs in, the hall first; whoever is in already stays, whoever forgot to end a leave ends it. */
export const everybodyIn = (stage: Stage, hall: string, played: Played): Promise<number> =>
  each(stage, hall, played, async (person) => {
    const refusal = await sign(stage, "signIn", person);
    if (refusal?.extensions.code !== "LEAVE_NOT_ENDED") return refusal;
    const { leaveId } = refusal.extensions;
    const ended = await send(stage, person, END_LEAVE, { leaveId });
    return ended.errors?.[0] ?? sign(stage, "signIn", person);
  });

/** Everybody who is still there signs out. */
export const everybodyOut = (stage: Stage, hall: string, played: Played): Promise<number> =>
  each(stage, hall, played, (person) => sign(stage, "signOut", person));

const HARMLESS = ["ALREADY_SIGNED_IN", "NOT_SIGNED_IN"];
const END_LEAVE = "mutation ($input: LeaveInput!) { endLeave(input: $input) { id } }";

async function each(
  stage: Stage,
  hall: string,
  played: Played,
  act: (person: Person) => Promise<Refusal | undefined>,
): Promise<number> {
  const isThere = ({ outletId }: Person) => (outletId === hall ? 0 : 1);
  const waiting = [...stage.people.values()].sort((one, other) => isThere(one) - isThere(other));
  let done = 0;
  const next = async () => {
    for (let person = waiting.shift(); person && !stage.stop.aborted; person = waiting.shift()) {
      const refusal = await act(person);
      if (!refusal) done += 1;
      else if (!HARMLESS.includes(refusal.extensions.code)) {
        played.unexpected += 1;
        stage.tell(tellUnexpected(`${person.post} ${person.name}: ${refusal.message}`));
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return done;
}

async function sign(stage: Stage, mutation: string, person: Person): Promise<Refusal | undefined> {
  const document = `mutation ($input: SignInput!) { ${mutation}(input: $input) { id } }`;
  return (await send(stage, person, document, { outletId: person.outletId })).errors?.[0];
}

const send = async (stage: Stage, { id }: Person, document: string, input: object): Promise<Answer<unknown>> =>
  stage.door.ask(await stage.headers(id), document, { input: { clientMutationId: crypto.randomUUID(), ...input } });
