import { Trace } from "@apollo/usage-reporting-protobuf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLER_HEADER } from "./caller.js";
import type { RunningServer } from "./subgraphServer.js";
import { asOfficer, serveNotes } from "./testing/notesSubgraph.js";

let server: RunningServer;
beforeAll(async () => {
  server = await serveNotes();
});
afterAll(() => server.stop());

const FTV1 = { "apollo-federation-include-trace": "ftv1" };

async function ask(query: string, headers: Record<string, string>, variables?: object) {
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { extensions, ...answer } = (await response.json()) as { extensions?: { ftv1?: string } };
  return { status: response.status, answer, trace: extensions?.ftv1 };
}

const signed = async () => ({ [CALLER_HEADER]: await asOfficer() });
const decoded = (trace: string | undefined) => Trace.decode(Buffer.from(trace ?? "", "base64"));

describe("a subgraph that is asked for a federated trace", () => {
  it("answers as ever, and tells when each field began and ended", async () => {
    const representations = [{ __typename: "Note", id: "3" }];
    const query = "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Note { id instant: at } } whoami }";

    const { answer, trace } = await ask(query, { ...(await signed()), ...FTV1 }, { r: representations });

    expect(answer).toEqual({
      data: { _entities: [{ id: "3", instant: "1970-01-01T00:00:00.000Z" }], whoami: "STAFF:s1:false" },
    });
    const { root, durationNs, fieldExecutionWeight } = decoded(trace);
    expect(fieldExecutionWeight).toBe(1);
    const [entities, whoami] = root?.child ?? [];
    expect(whoami).toMatchObject({ responseName: "whoami", type: "String!", parentType: "Query" });
    const [note] = entities?.child ?? [];
    expect(note).toMatchObject({ index: 0 });
    const [id, at] = note?.child ?? [];
    expect(id).toMatchObject({ responseName: "id", type: "ID!", parentType: "Note" });
    expect(at).toMatchObject({ responseName: "instant", type: "Instant!" });
    for (const node of [entities, whoami, id, at]) {
      expect(node?.startTime).toBeGreaterThan(0);
      expect(node?.endTime).toBeGreaterThanOrEqual(node?.startTime ?? Infinity);
      expect(durationNs).toBeGreaterThanOrEqual(node?.endTime ?? Infinity);
    }
    // What was asked before is what a reference waits for.
    expect(entities?.endTime).toBeLessThanOrEqual(id?.startTime ?? 0);
  });

  it("answers the least that can be asked with a trace (check of the compatibility suite)", async () => {
    const { answer, trace } = await ask("query { __typename }", { ...(await signed()), ...FTV1 });

    expect(answer).toEqual({ data: { __typename: "Query" } });
    expect(trace).toEqual(expect.any(String));
  });

  it("says no more of an error in the trace than in the answer", async () => {
    const { answer, trace } = await ask('mutation { fail(how: "bug") }', { ...(await signed()), ...FTV1 });

    const [field] = decoded(trace).root?.child ?? [];
    expect(field?.error).toMatchObject([{ message: expect.stringContaining("Unexpected error") }]);
    expect(JSON.stringify([answer, decoded(trace)])).not.toContain("secret detail");
  });

  it("tells requests apart that run side by side", async () => {
    const headers = { ...(await signed()), ...FTV1 };
    const texts = Array.from({ length: 20 }, (_, index) => `field${index}`);

    const traces = await Promise.all(texts.map((name) => ask(`{ ${name}: whoami }`, headers)));

    expect(traces.map(({ trace }) => decoded(trace).root?.child?.map(({ responseName }) => responseName))).toEqual(
      texts.map((name) => [name]),
    );
  });
});

describe("a subgraph keeps its timings to itself", () => {
  it("when nobody asks for them, or in a format it does not know", async () => {
    for (const header of [{}, { "apollo-federation-include-trace": "ftv2" }] as Record<string, string>[]) {
      const { answer, trace } = await ask("{ whoami }", { ...(await signed()), ...header });

      expect([answer, trace]).toEqual([{ data: { whoami: "STAFF:s1:false" } }, undefined]);
    }
  });

  it("when a stranger asks for them", async () => {
    const { status, trace } = await ask("{ whoami }", FTV1);

    expect([status, trace]).toEqual([401, undefined]);
  });
});
