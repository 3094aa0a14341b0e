import { createHash, randomUUID } from "node:crypto";
import type { actingIn } from "./acting.js";
import { personas } from "./personas.js";

/** What an applicant needs to know of a matter to hand it in. */
export interface Guide {
  readonly outlets: readonly { readonly id: string }[];
  readonly handlingForms: readonly string[];
  readonly guide: {
    readonly materials: readonly { readonly id: string; readonly deferrable: boolean; readonly necessity: string }[];
    readonly formFields: readonly { readonly key: string }[];
    readonly materialsFor: { readonly required: readonly { readonly id: string }[] };
  };
}

const GUIDE = /* GraphQL */ `
  query OnlineGuide($matterId: ID!, $answers: [SituationAnswerInput!]!) {
    matter(id: $matterId) {
      handlingForms
      outlets { id }
      guide {
        materials { id deferrable necessity }
        formFields { key }
        materialsFor(answers: $answers) { required { id } }
      }
    }
  }
`;

/** The guide of a matter as the applicant reads it, for these answers about the situation. */
export async function guideOf(acting: ReturnType<typeof actingIn>, matterId: string, answers: readonly object[] = []) {
  const { matter } = await acting.ask<{ matter: Guide }>(personas.applicant, GUIDE, { matterId, answers });
  return matter;
}

/** The file that the applicant has for what the guide asks for. */
export const aFile = (requirementId: string) => ({
  requirementId,
  reference: `https://files.example/applicant-1/${requirementId}`,
  digest: createHash("sha256").update(requirementId).digest("hex"),
});

/** The input of `handInOnline` with all that the guide asks for. */
export const handingIn = (matterId: string, { guide }: Guide, change: object = {}) => ({
  clientMutationId: randomUUID(),
  matterId,
  outletId: "taoshan-hall",
  applicant: { kind: "ORGANISATION", name: "测试-桃山-社团-002", phone: "0464-0000002" },
  materials: guide.materialsFor.required.map(({ id }) => aFile(id)),
  form: guide.formFields.map(({ key }) => ({ key, value: "示例" })),
  ...change,
});

/** What an applicant needs to know of one thing to hand it in: its one set of materials and its one form (R069). */
interface Bundle {
  readonly materials: readonly { readonly type: string; readonly necessity: string }[];
  readonly form: readonly { readonly key: string }[];
}

const BUNDLE = "query ($id: ID!) { bundle(id: $id) { materials { type necessity } form { key } } }";

/** The input of `handInBundleOnline` with all that is asked for, each paper once. */
export async function handingInBundle(acting: ReturnType<typeof actingIn>, bundleId: string) {
  const { bundle } = await acting.ask<{ bundle: Bundle }>(personas.applicant, BUNDLE, { id: bundleId });
  const required = bundle.materials.filter(({ necessity }) => necessity === "REQUIRED");
  return {
    clientMutationId: randomUUID(),
    bundleId,
    outletId: "taoshan-hall",
    applicant: { kind: "ORGANISATION", name: "测试-桃山-养殖-002" },
    materials: required.map(({ type }) => {
      const { reference, digest } = aFile(type);
      return { type, reference, digest };
    }),
    form: bundle.form.map(({ key }) => ({ key, value: "示例" })),
  };
}

/** What the applicant is answered. */
export interface HandedInBundle {
  readonly bundleCase: {
    readonly id: string;
    readonly cases: readonly { readonly id: string; readonly caseNo: string }[];
  };
  readonly receipt: { readonly caseNo: string; readonly secret: string };
}
