import "reflect-metadata";
import { type Logger, pino } from "pino";
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { abortable } from "../abortable.js";
import { type Caller, serviceCaller, signCaller } from "../caller.js";
import { DomainError } from "../errors.js";
import { byKey } from "../loader.js";
import { InstantScalar } from "../scalars.js";
import { buildFederatedSchema } from "../subgraphSchema.js";
import { serveSubgraph } from "../subgraphServer.js";

export const SECRET = "a secret that only this test file knows";
export const officer: Caller = { kind: "STAFF", subject: "s1", scopes: [], claims: {} };

class Closed extends DomainError {
  readonly code = "CLOSED";
}

@ObjectType("Note")
@Directive(`@key(fields: "id")`)
class NoteType {
  @Field(() => ID)
  id!: string;
  @Field(() => InstantScalar)
  at!: Date;
}

interface Context {
  readonly caller: Caller;
  readonly live: boolean;
  readonly log: Logger;
  readonly notes: ReturnType<typeof byKey<string, NoteType>>;
}

/** The keys of each look of the loader. */
export const batches: (readonly string[])[] = [];
export const streams = { open: 0 };

@Resolver()
class Notes {
  @Query(() => String)
  whoami(@Ctx() { caller, live }: Context): string {
    return `${caller.kind}:${caller.subject}:${live}`;
  }
  @Query(() => String, { nullable: true })
  echo(@Arg("text", () => String) text: string): string {
    return text;
  }
  @Mutation(() => String)
  fail(@Arg("how", () => String) how: string): string {
    throw how === "bug" ? new Error("secret detail") : new Closed({ zh: "已关。", en: "Closed." });
  }
  @Subscription(() => NoteType, {
    subscribe: () =>
      abortable(async function* (signal) {
        streams.open += 1;
        yield { id: "1", at: new Date(0) };
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
        streams.open -= 1;
      }),
  })
  notes(@Root() note: NoteType): NoteType {
    return note;
  }
  @Subscription(() => String, {
    nullable: true,
    subscribe: ({ context }) =>
      abortable(async function* () {
        for (const event of ["first", "second"]) {
          await new Promise((resolve) => setImmediate(resolve));
          (context as Context).log.info(event);
          yield event;
        }
      }),
  })
  faults(@Root() _event: string): string {
    throw new Error("secret detail");
  }
}

export const buildNotes = () =>
  buildFederatedSchema({
    resolvers: [Notes],
    orphanedTypes: [NoteType],
    references: { Note: ({ id }: { id: string }, { notes }: Context) => notes.load(id) },
  });

export const serveNotes = async (log = pino({ level: "silent" })) =>
  serveSubgraph<Context>({
    name: "notes",
    schema: await buildNotes(),
    port: 0,
    callerSecret: SECRET,
    log,
    clock: () => new Date("2026-03-02T01:30:00Z"),
    context: (caller, live) => ({
      caller,
      live,
      log,
      notes: byKey(
        async (ids) => {
          batches.push(ids);
          return ids.filter((id) => id !== "9").map((id) => ({ id, at: new Date(0) }));
        },
        ({ id }) => id,
      ),
    }),
  });

export const asService = () => signCaller(serviceCaller("gateway"), "notes", SECRET);
export const asOfficer = () => signCaller(officer, "notes", SECRET);
