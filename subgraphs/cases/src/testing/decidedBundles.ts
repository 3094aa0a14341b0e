import type { Caller } from "@yimen/kernel/caller";
import { answered, type TestCases } from "./aStoredCase.js";
import { approver, officer } from "./facts.js";
import { type BundleView, onlineBundleActs } from "./onlineBundles.js";

/** Somebody of a department of the farm's bundle. */
export const ofDepartment = (name: string, staffId = "approver", role = "APPROVER"): Caller => ({
  ...approver,
  subject: staffId,
  claims: { ...approver.claims, staffId, role, departmentId: `taoshan-${name}` },
});
export const agriculture = ofDepartment("agriculture");
export const water = ofDepartment("water");

const departmentOf = { animals: "agriculture", abstraction: "water", soil: "water" } as const;
export type Part = keyof typeof departmentOf;

type SubCase = Readonly<Record<"id" | "caseNo", string>>;

/** A bundle that came online and was accepted, its parts by name, and its one receipt. */
export interface AcceptedBundle extends Readonly<Record<Part, SubCase>> {
  readonly id: string;
  readonly receipt: { readonly secret: string };
}

/** A bundle with its parts by name. */
export function named({ id, cases: parts }: BundleView, receipt: { readonly secret: string }): AcceptedBundle {
  const [animals, abstraction, soil] = parts.map((part) => ({ id: part.id, caseNo: part.caseNo }));
  if (!animals || !abstraction || !soil) throw new Error("three matters make three sub-cases");
  return { id, receipt, animals, abstraction, soil };
}

/** What is done to the parts of a bundle that came online, from its acceptance to its end. */
export const bundleDecisions = (cases: () => TestCases) => {
  const { act, takenUp, read } = onlineBundleActs(cases);
  const at = (instant: string) => {
    cases().world.now = new Date(instant);
  };
  const step = (caller: Caller, mutation: string, caseId: string, input: object = {}) =>
    cases().act<{ status: string }>(caller, mutation, { caseId, ...input });
  const done = async (...given: Parameters<typeof step>) => answered(await step(...given)).status;

  /** Taken up on the day it came, and accepted on Tuesday 3 March. */
  async function accepted(change: object = {}): Promise<AcceptedBundle> {
    const { bundle, receipt } = await takenUp(change);
    at("2026-03-03T01:30:00.000Z");
    return named(answered(await act(officer, "acceptBundle", bundle.id)), receipt);
  }
  async function decided(bundle: AcceptedBundle, part: Part, granted = true) {
    const by = ofDepartment(departmentOf[part]);
    await done(by, "pickUpCase", bundle[part].id);
    return done(by, "decideCase", bundle[part].id, { granted, reason: granted ? "" : "不符合条件" });
  }
  /** Up to where the window can hand the result over. */
  async function issued(bundle: AcceptedBundle, part: Part, granted = true) {
    await decided(bundle, part, granted);
    const { id, caseNo } = bundle[part];
    const director = ofDepartment(departmentOf[part], "director", "DIRECTOR");
    await done(director, "makeResult", id, { documentNo: caseNo, electronic: true });
    return done(ofDepartment(departmentOf[part]), "issueResult", id);
  }
  const deliver = (caseId: string, method = "WINDOW") => step(officer, "deliverResult", caseId, { method });
  const seen = async (id: string) => {
    const { closedAt, dueOn, cases: parts } = await read(id);
    return { closed: closedAt !== null, dueOn, statuses: parts.map(({ status }) => status) };
  };
  return { at, step, done, takenUp, read, accepted, decided, issued, deliver, seen };
};
