import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { registerHooks } from "node:module";

// The whole-system tests start the house; their sources name each other "x.js", which Node does not look for as "x.ts".
registerHooks({
  resolve(specifier, context, next) {
    const isOfTests = context.parentURL?.includes("/e2e/src/") && specifier.startsWith("./");
    return next(isOfTests ? specifier.replace(/\.js$/, ".ts") : specifier, context);
  },
});
const { startSystem } = await import("../../../e2e/src/system.ts");
const { personas } = await import("../../../e2e/src/personas.ts");
const { WHOLE_CASE } = await import("../../../e2e/src/documents.ts");

const { officerW2, officerW2B, approverCivil, centreDirector } = personas;
const MATTER = "taoshan-social-organisation-registration";

type System = Awaited<ReturnType<typeof startSystem>>;
type Persona = typeof centreDirector;

/** The house with one finished case that was rated badly: the four subgraphs as processes, on PostgreSQL. */
export async function startHouse() {
  const system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  const caseId = await finishCase(system);
  await system.services.get("gateway")?.stop(); // what is measured are others
  return {
    query: WHOLE_CASE,
    variables: { id: caseId },
    urlOf: (subgraph: string) => `http://127.0.0.1:${system.portOf(subgraph)}/graphql`,
    env: system.env,
    /** Who asks, as the gateway vouches for them to subgraphs. */
    caller: { kind: "STAFF", subject: centreDirector.sub, scopes: [], claims: centreDirector.claims },
    tokens: (count: number) => Promise.all(Array.from({ length: count }, () => system.token(centreDirector))),
    [Symbol.asyncDispose]: () => system[Symbol.asyncDispose](),
  };
}

async function finishCase(system: System): Promise<string> {
  const act = async (who: Persona | null, mutation: string, type: string, input: object, fields = "id") => {
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const answer = await system.ask<Record<string, never>>(who, query, {
      input: { clientMutationId: randomUUID(), ...input },
    });
    assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
    return answer.data[mutation] as unknown;
  };
  const { data } = await system.ask<{ matter: { guide: { materials: { id: string }[] } } }>(
    null,
    "query ($id: ID!) { matter(id: $id) { guide { materials { id } } } }",
    { id: MATTER },
  );
  const presentRequirementIds = data.matter.guide.materials.map(({ id }) => id);
  const applicant = {
    ...{ applicantId: "applicant-1", kind: "ORGANISATION", name: "测试-桃山-社团-001" },
    ...{ idNumber: null, phone: "0464-0000001" },
  };
  const input = { windowId: "taoshan-w2", matterId: MATTER, applicant, presentRequirementIds };
  const opened = (await act(officerW2, "openCase", "OpenCaseInput", input, "case { id visit { id } }")) as {
    case: { id: string; visit: { id: string } };
  };
  const caseId = opened.case.id;
  await act(officerW2, "acceptCase", "AcceptCaseInput", { caseId });
  await act(approverCivil, "pickUpCase", "CaseInput", { caseId });
  await act(approverCivil, "decideCase", "DecideCaseInput", { caseId, granted: true });
  await act(approverCivil, "makeResult", "MakeResultInput", { caseId, documentNo: "示例-001" });
  await act(approverCivil, "issueResult", "CaseInput", { caseId });
  await act(officerW2B, "deliverResult", "DeliverResultInput", { caseId });
  const visitId = opened.case.visit.id;
  const { token } = (await act(officerW2B, "endVisit", "EndVisitInput", { visitId }, "token: evaluationToken")) as {
    token: string;
  };
  const rating = { visitId, token, grade: "DISSATISFIED", channel: "QR", tags: ["WAITING"] };
  await act(null, "rateVisit", "RateVisitInput", rating);
  return caseId;
}
